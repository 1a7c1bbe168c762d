"""来源: every shipped number with its document, and whether the book still has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare.project import Topic
from elevshare.schemes.known import basis_of_bills, cited_as
from elevshare.schemes.status import KINDS, STATUSES
from elevshare.workbook.figures import BESIDE
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.origin import ARTICLE, NAME, PUBLISHER, WIDTHS, Origin, shipped_by
from elevshare.workbook.plan import Plan
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.sheets import holidays, terms
from elevshare.workbook.subject import Subject

TITLE, ROLE = "来源", "来源"
ABOUT = "每个数字出自哪份文件，是否改动过"

_HEADS = ("参数", "来源中的值", "现在的值", "是否改动", "文件与条款", "发布者与日期", "来源类别")

_NO_CELL = "本簿不用填"
_NO_SUBSIDY = "方案没有录入补贴标准；可在“参数”第三节手工填写，或在第七节填当地标准"

#: Labels of the bases of papers other than bills, and their texts if the scheme has no rule.
COMPENSATION, FUND = "补偿凭证上的依据", "公积金证明上的依据"
_AGREED = {
    COMPENSATION: "业主协商一致（方案没有录入补偿的规定）",
    FUND: "当地住房公积金管理中心的规定（方案没有录入）",
}
#: The first row of the notes.
_FIRST_NOTE = 10


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    origins = _origins(plan)
    last = write_origins(grid, plan, _all_notes(plan), origins)
    heads = last - len(origins) - 2
    # Of two tables the heads of one would stand above the rows of the other.
    alone = f"{heads}:{heads}"
    if plan.project.scheme.dated_parts:
        last, alone = terms.write(grid, plan, last + 2), ""
    below = holidays.write(grid, plan, last)
    grid.page(f"A1:H{below}", landscape=True, title_rows=alone if below == last else "")


def time_lines(plan: Plan) -> list[str]:
    """A formula for each rule with a time, which says how it stands; for 说明."""
    if not plan.project.scheme.dated_parts:
        return []
    return terms.lines(plan, _FIRST_NOTE + len(_all_notes(plan)) + len(_origins(plan)) + 5)


def _all_notes(plan: Plan) -> list[tuple[str, str]]:
    """Label and text of every note above the table."""
    scheme = plan.project.scheme
    return [
        *_bases(plan).items(),
        ("分摊说明", scheme.sharing.note or "无"),
        ("补贴说明", scheme.subsidy.note if scheme.subsidy else _NO_SUBSIDY),
        *_notes(plan),
    ]


def basis_of(plan: Plan, label: str) -> str:
    """The address of the text that a paper states as the basis of its amounts."""
    return f"来源!$B${_FIRST_NOTE + list(_bases(plan)).index(label)}"


def _bases(plan: Plan) -> dict[str, str]:
    """Label → text, of the basis that each paper except the bills states."""
    scheme = plan.project.scheme
    parts = {
        COMPENSATION: (Topic.COMPENSATION, scheme.compensation),
        FUND: (Topic.FUND, scheme.fund),
    }
    return {
        label: cited_as(scheme.source(part.source).title, part.article) if part else _AGREED[label]
        for label, (topic, part) in parts.items()
        if plan.has(topic)
    }


def _notes(plan: Plan) -> list[tuple[str, str]]:
    """Texts of the scheme's further parts, each with the status of its source."""
    scheme = plan.project.scheme
    parts = {
        Topic.COMPENSATION: scheme.compensation,
        Topic.CONSENT: scheme.consent,
        Topic.UPKEEP: scheme.upkeep,
        Topic.FUND: scheme.fund,
    }
    used = {"使用费": scheme.rides, **{t.value: p for t, p in parts.items() if plan.has(t)}}
    return [(f"{what}说明", f"{part.status}：{part.note}") for what, part in used.items() if part]


def write_origins(
    grid: Grid, plan: Inputs, notes: Sequence[tuple[str, str]], origins: Sequence[Origin]
) -> int:
    """Write the sheet of any family of books; give its last row."""
    scheme = plan.project.scheme
    grid.widths(*WIDTHS)
    grid.put(1, 1, "来源：每个数字出自哪里", "标题")
    grid.height(1, 28)
    document = scheme.document
    about = (
        ("账单上的依据", basis_of_bills(scheme)),
        ("方案", f"{scheme.name}（{scheme.key}）"),
        ("状态", f"{scheme.status}：{STATUSES[scheme.status]}"),
        ("办法", scheme.summary),
        ("文件", f"{document.title}　{document.article}"),
        (
            "发布单位、文号、日期",
            f"{document.issuer}　文号：{document.number}　日期：{document.date}",
        ),
        ("制作记录", recipe_of(plan.project).text()),
        *notes,
    )
    for row, (label, text) in enumerate(about, 3):
        grid.put(row, 1, label, "标签")
        grid.text(row, 2, text, "正文-不折行")
    first = 3 + len(about) + 2
    grid.row(first - 1, 1, list(_HEADS), "表头")
    for row, origin in enumerate(origins, first):
        _origin(grid, row, origin)
    grid.redden(f"$D${first}:$D${first + len(origins) - 1}", f'$D{first}="已改动"')
    last = first + len(origins)
    grid.put(
        last + 1,
        1,
        "没有列出的数字由使用者填写；来源写“待填”的内容本项目没有见到原文，不作猜测。",
        "注",
    )
    grid.sheet.freeze_panes = f"A{first}"
    return last + 1


def _origin(grid: Grid, row: int, origin: Origin) -> None:
    """Write one row: shipped value, present value, document."""
    source, style = origin.source, f"计算-{BESIDE.get(origin.kind, origin.kind)}"
    grid.put(row, 1, origin.name, "标签")
    grid.put(row, 2, origin.value, style)
    grid.put(row, 3, f'=IF({origin.cell}="","",{origin.cell})' if origin.cell else None, style)
    verdict = f'=IF($C{row}=$B{row},"与来源一致","已改动")' if origin.cell else _NO_CELL
    grid.put(row, 4, verdict, "计算-any")
    article, publisher = f"{source.title} {origin.article}", f"{source.publisher}　{source.date}"
    grid.put(row, 5, article, "标签")
    grid.put(row, 6, publisher, "标签")
    grid.put(row, 7, KINDS[source.kind], "标签")
    grid.height(row, 30)
    grid.fit(row, origin.name, NAME - 2)
    grid.fit(row, article, ARTICLE)
    grid.fit(row, publisher, PUBLISHER)


def _origins(plan: Plan) -> list[Origin]:
    """All that the scheme ships, subject by subject, even for subjects not in the book."""
    from elevshare.workbook.subjects.order import SUBJECTS  # which know the sheets

    return [one for subject in SUBJECTS for one in _of_subject(plan, subject)]


def _of_subject(plan: Plan, subject: Subject) -> Iterator[Origin]:
    """What the scheme ships of one subject: its tables, then its single inputs."""
    yield from subject.origins(plan)
    if subject.when is None or subject.belongs(plan):
        sections = (one for every in subject.sections(plan).values() for one in every)
        yield from shipped_by(plan, (field for one in sections for field in one.fields))
