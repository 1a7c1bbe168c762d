"""Turn the differences of a book into findings: one for each area, with old and new content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.runs import Difference, Run, runs
from elevshare.opened.areas import Area
from elevshare.opened.places import Place
from elevshare.text import shown

_WORDS = {
    "formula-overwritten": ("公式被改成了数字或文字", "{} 个公式被改成了数字或文字"),
    "formula-cleared": ("公式被删掉", "{} 个公式被删掉"),
    "formula-edited": ("公式被改写", "{} 个公式被改写"),
    "number-changed": ("固定的数字被改动", "{} 个固定的数字被改动"),
    "label-changed": ("固定的文字被改动", "{} 处固定的文字被改动"),
    "typed-beside": ("表格以外多了内容", "表格以外多了 {} 格内容"),
    "paper-text": ("单据上固定的文字被改动", "单据上 {} 处固定的文字被改动"),
    "paper-typed": ("单据上多了内容", "单据上多了 {} 格内容"),
    "external-link": ("公式链接到别的工作簿", "{} 个公式链接到别的工作簿"),
    "input-formula": ("输入格里是算式", "{} 个输入格里是算式"),
    "input-reference": ("输入格里是引用别处的公式", "{} 个输入格里是引用别处的公式"),
    "input-volatile": ("输入格里是会自己变的公式", "{} 个输入格里是会自己变的公式"),
    "input-unseen": (
        "输入里有看不见的字符，最好删掉重打",
        "{} 个输入里有看不见的字符，最好删掉重打",
    ),
    "input-turned": (
        "输入里有改变书写方向的字符，看到的次序不是真的",
        "{} 个输入里有改变书写方向的字符，看到的次序不是真的",
    ),
}


#: Kinds that are graver where they are printed: nobody who gets a paper can tell who wrote it.
_PRINTED = {"label-changed": "paper-text", "typed-beside": "paper-typed"}


def edits(
    layout: FoundLayout,
    changes: Mapping[str, Sequence[Difference]],
    printed: Mapping[str, Sequence[Area]],
) -> Iterator[Finding]:
    """Report all differences by area.

    Args:
        layout: where the cells of the original are now.
        changes: the differences by sheet, at their original cells.
        printed: the areas that each paper prints now, by the original title.
    """
    for pair in layout.pairs:
        sheet = pair.original.title
        places = ((layout.moves.place(sheet, (one.row, one.column)), one) for one in changes[sheet])
        areas = printed.get(sheet, ())
        moved = [Difference(_kind(d, p, areas), *p, d.was, d.now) for p, d in places if p]
        for run in runs(moved):
            yield _finding(run, shown(pair.now.title))


def _kind(one: Difference, place: Place, printed: Sequence[Area]) -> str:
    """Return the kind of a difference that is at ``place`` now."""
    on_paper = any(area.holds(place) for area in printed)
    return _PRINTED.get(one.kind, one.kind) if on_paper else one.kind


def _finding(run: Run, title: str) -> Finding:
    """Describe one area of equal differences; ``title`` is the sheet's title now."""
    one, many = _WORDS[run.first.kind]
    was, now = apart(run.first.was, run.first.now)
    text = one if run.count == 1 else many.format(run.count)
    lead = "" if run.count == 1 else "左上一格"
    if was:
        text += f"；{lead}原来是 {was}，现在{f'是 {now}' if now else '是空的'}"
    elif now:
        text += f"：{lead}{now}"
    return Finding(run.first.kind, text, title, run.area, run.first.was, run.first.now, run.count)


def apart(was: str, now: str, length: int = 40) -> tuple[str, str]:
    """Cut two texts to ``length`` characters, starting shortly before their first difference.

    >>> apart("=SUM(A1:A9)", "=SUM(A1:A8)")
    ('=SUM(A1:A9)', '=SUM(A1:A8)')
    >>> apart("=" + "A1+" * 20 + "B1", "=" + "A1+" * 20 + "C1")
    ('…+A1+A1+B1', '…+A1+A1+C1')
    """
    if max(len(was), len(now)) > length:
        pairs = zip(was, now, strict=False)
        same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(was), len(now)))
        if same > length // 2:
            was, now = f"…{was[same - 7 :]}", f"…{now[same - 7 :]}"
    return _cut(was, length), _cut(now, length)


def _cut(text: str, length: int) -> str:
    """Return the first ``length`` characters of a text, with … if there are more."""
    return text if len(text) <= length else f"{text[:length]}…"


def serious(changes: Sequence[Difference]) -> list[Difference]:
    """Return the differences that can change computed values."""
    return [one for one in changes if one.kind.startswith(("formula", "number", "label", "input"))]
