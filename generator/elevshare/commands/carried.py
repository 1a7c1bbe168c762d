"""``elevshare make --from``: a new book with what is filled in in another."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.carrying.carry import Carried
    from elevshare.carrying.source import FilledBook
    from elevshare.schemes import Scheme

#: What describes a building, which the filled-in book does.
_BUILDING = (
    "storeys",
    "areas",
    *("subsidy_of", "compensation_of", "consent_of", "fund_of", "upkeep_of"),
    "roster",
    "project",
    "cost",
    "subsidy",
    "unit",
    "opt_out",
    "coefficients",
    "date",
)
_OF_ANOTHER_KIND = "原簿收的是（{}），新簿收的是（{}），不是一笔钱：收过的款没有带入"
_UNSEALED = "原簿的封签没有带入，它管的是原簿：要封签，用 elevshare seal 把新簿子再封一次"
#: So many households whose amounts differ are listed.
_MOST = 40


def run(options: Namespace, target: Path) -> int:
    """Write the new book; 1 where something of the old one was not carried as it was."""
    from elevshare.carrying.carry import carry
    from elevshare.carrying.source import source_of
    from elevshare.carrying.target import Wanted
    from elevshare.commands.building import name_of
    from elevshare.commands.make import rows_for
    from elevshare.commands.output import json_text
    from elevshare.errors import InputError
    from elevshare.files import write_whole

    unused = () if name_of(options) else ("entry",)
    if given := [key for key in (*_BUILDING, *unused) if getattr(options, key) is not None]:
        flag = f"--{given[0].replace('_', '-')}"
        raise InputError(
            f"{flag} 和 --from 不能一起用",
            todo="请去掉它：楼和费用照原簿带入，要改的，生成后在新簿子里改",
        )
    source = source_of(Path(options.source), force=options.force)
    name = name_of(options)
    wanted = Wanted(
        _scheme(name, options.entry, source) if name else None,
        tuple(options.topics.replace("，", ",").split(",")) if options.topics else (),
        rows_for(options.households, 0),
        options.two_a_page,
    )
    carried = carry(source, wanted)
    write_whole(target, carried.data)
    if options.json:
        print(json_text(_record(source, carried, target)))
        return status(source, carried)
    print(
        f"已生成 {target}：方案 {carried.project.scheme.name}，从 {source.book.name}（{source.judged.version} 版）带入"
    )
    return report(source, carried)


def apart(target: Path, *inputs: Path) -> None:
    """Refuse to write over what is read.

    Raises:
        InputError: the new book is one of the inputs.
    """
    from elevshare.errors import InputError

    for one in inputs:
        if target.exists() and one.exists() and target.samefile(one):
            raise InputError(
                "新簿子不能写到原来的文件上",
                where="--output",
                todo="请换一个文件名，原来的留着备查",
            )


def _day(source: FilledBook) -> str:
    """The day whose rules another scheme gives: 编制日期 of the filled-in book, else today."""
    from elevshare.schemes.days import today

    return source.returned.project.papers.made_on or today()


def _scheme(name: str, entry: str | None, source: FilledBook) -> Scheme:
    """The scheme with a name, or the one of a city for the building of the filled-in book."""
    from elevshare.intake.fields import entry_of
    from elevshare.schemes.choose import chosen

    said = source.returned.project
    top = int(max((flat.storey for flat in said.flats), default=0))
    # In a template the storeys that nobody filled in are those of its table.
    storeys = said.storeys if source.recipe.storeys else top
    found = chosen(name, storeys, entry_of(entry or "", "--entry") or "")
    return found.on(_day(source))


def report(source: FilledBook, carried: Carried) -> int:
    """Say what was carried and what was not; the exit status."""
    from elevshare.audit.finding import Level

    counts = {sheet: count for sheet, count in carried.counts.items() if count}
    filled = "、".join(f"{sheet} {count} 格" for sheet, count in counts.items())
    print(f"带入填过的 {sum(counts.values())} 格：{filled}" if counts else "原簿还没有填过")
    if carried.payments:
        _listed(_OF_ANOTHER_KIND.format(*carried.kinds), carried.payments)
    _listed("原来是算式，带入的是结果", carried.results)
    _listed("选项改了叫法，意思不变", carried.renamed)
    _listed("换了方案，用新方案给出的，原来自定的没有带入", carried.replaced)
    _listed("没有地方放，没有带入", carried.lost)
    _amounts(source, carried)
    if is_unsealed(source):
        print(_UNSEALED)
    forced = source.judged.level is Level.DISTRUST
    if forced:
        print("注意：原簿不可信，只带入了填写的内容；请逐项核对", file=sys.stderr)
    if carried.failed:
        print(
            f"注意：新簿子是草案：自己的校验有 {carried.failed} 项没有通过，请打开看“校验”",
            file=sys.stderr,
        )
    return status(source, carried)


def is_unsealed(source: FilledBook) -> bool:
    """Whether the old book bears a seal, which the new one does not."""
    return bool(source.judged.seal.written)


def status(source: FilledBook, carried: Carried) -> int:
    """1 where something was not carried as it was, or more checks fail than in the old book."""
    from elevshare.audit.finding import Level

    forced = source.judged.level is Level.DISTRUST
    worse = carried.failed > (source.judged.failed or 0)
    left = carried.lost or carried.replaced or carried.payments
    return 1 if forced or left or worse else 0


def _record(source: FilledBook, carried: Carried, target: Path) -> dict[str, object]:
    """What was carried and what became of the amounts, for programs; amounts in fen."""
    from elevshare.carrying.carry import charges

    before, after = carried.before, carried.after
    return {
        "book": str(target),
        "scheme": carried.project.scheme.id,
        "scheme_name": carried.project.scheme.name,
        "source": source.book.name,
        "source_version": source.judged.version,
        "source_verdict": source.judged.verdict,
        "carried": {sheet: count for sheet, count in carried.counts.items() if count},
        "results": carried.results,
        "renamed": carried.renamed,
        "replaced": carried.replaced,
        "kinds": carried.kinds,
        "payments": carried.payments,
        "lost": carried.lost,
        "unsealed": is_unsealed(source),
        "failed_checks": carried.failed,
        "no_amounts": next((one for one in (after, before) if isinstance(one, str)), ""),
        "rooms": [
            {"room": room, "before_fen": old, "after_fen": new}
            for room, (old, new) in charges(source, carried).items()
        ],
    }


def _listed(what: str, lines: list[str]) -> None:
    """Lines under a head; nothing where there are none."""
    if lines:
        print(f"{what}：")
        print("\n".join(f"  {line}" for line in lines))


def _amounts(source: FilledBook, carried: Carried) -> None:
    """The amounts before and after, where they differ."""
    from elevshare.carrying.carry import charges, differing
    from elevshare.commands.output import rows_text
    from elevshare.money import yuan

    before, after = carried.before, carried.after
    if isinstance(after, str) or isinstance(before, str):
        print(f"金额还算不出来：{after if isinstance(after, str) else before}")
        return
    pairs = differing(source, carried)
    if not pairs:
        print(
            f"各户金额不变，合计 {yuan(sum(new or 0 for _, new in charges(source, carried).values()))} 元"
        )
        return
    print(f"{len(pairs)} 户的金额变了（元）：")

    def shown(fen: int | None) -> str:
        return "—" if fen is None else yuan(fen)

    kinds = carried.kinds or ("", "")
    heads = [
        f"{when}（{kind}）" if kind else when
        for when, kind in zip(("原来", "现在"), kinds, strict=True)
    ]
    rows = [("房号", heads[0], heads[1])]
    rows += [(room, shown(old), shown(new)) for room, (old, new) in list(pairs.items())[:_MOST]]
    print(rows_text(rows, right=(1, 2)))
    if len(pairs) > _MOST:
        print(f"另有 {len(pairs) - _MOST} 户")
