"""``elevshare shares``: the amounts alone, from the rules."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from elevshare.commands.building import add_options, project_of

if TYPE_CHECKING:
    from elevshare.project import Outcome, Project
    from elevshare.rules.share import Flat


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    add_options(parser)
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print the amounts; 1 where a check did not pass."""
    from elevshare import leasing
    from elevshare.commands import leased
    from elevshare.commands.subsidies import forgone
    from elevshare.project import assess
    from elevshare.project.join import unsettled
    from elevshare.project.notices import notices

    project = project_of(options)
    more = ""
    if leased.is_lease(project):
        leased.note_unused(project)
        outcome, text = leasing.assess(project), leased.text
    else:
        outcome, text = assess(project), _text
        more = forgone(project, options, "这里")
    for notice in (*notices(project), *(problem := unsettled(project))):
        print(f"注意：{notice}", file=sys.stderr)
    print(_json(project, outcome) if options.json else text(project, outcome))
    if more and not options.json:  # nothing but JSON is for programs
        print(more)
    return 0 if outcome.passed and not problem else 1


def _text(project: Project, outcome: Outcome) -> str:
    """A table for people."""
    from elevshare.commands.output import rows_text
    from elevshare.money import yuan

    rows = rows_of(project, outcome)
    lines = [
        f"方案：{project.scheme.name}（{_version(project)}{project.scheme.status}）",
        f"总费用 {yuan(outcome.cost)} － 补贴 {yuan(outcome.subsidy)}{_others(outcome)}"
        f" ＋ 补偿 {yuan(outcome.compensation)} ＝ 应分摊净额 {yuan(outcome.net)} 元",
        rows_text(rows, right=tuple(range(1, len(rows[0]) - ("理由" in rows[0])))),
    ]
    lines += [f"未通过：{c.name}：{c.message}" for c in outcome.checks if not c.passed]
    return "\n".join(lines)


def rows_of(project: Project, outcome: Outcome) -> list[tuple[str, ...]]:
    """Every household's row as texts, the heading first and the sums last."""
    from elevshare.commands.households import with_reasons
    from elevshare.money import yuan
    from elevshare.text import storey_text

    names = ("其中主项", *(f"其中{pool.name}" for pool in outcome.pools)) if outcome.pools else ()
    rows: list[tuple[str, ...]] = [("房号", "楼层", "面积㎡", "系数", "应分摊（元）", *names)]
    parts = _parts(outcome)
    for flat, due, part in zip(project.flats, outcome.dues, parts, strict=True):
        storey, area = storey_text(flat.storey), f"{flat.area / 100:.2f}"
        amounts = map(yuan, (due, *part))
        rows.append((flat.room, storey, area, _part(project, flat), *amounts))
    sums = (sum(outcome.dues), *map(sum, zip(*parts, strict=True)))
    total = "合计", "", "", "", *map(yuan, sums)
    rows = with_reasons(rows, project.flats)
    rows.append((*total, "")[: len(rows[0])])
    return rows


def _others(outcome: Outcome) -> str:
    """The money of others, to append to the subsidy."""
    from elevshare.money import yuan

    return f" － 其他来源 {yuan(outcome.others)}" if outcome.others else ""


def _parts(outcome: Outcome) -> list[tuple[int, ...]]:
    """Each household's parts in fen: the main one, then each pool's; empty without pools."""
    if not outcome.pools:
        return [()] * len(outcome.dues)
    return list(zip(outcome.main, *(pool.parts for pool in outcome.pools), strict=True))


def _part(project: Project, flat: Flat) -> str:
    """By what a household pays: its own terms, else its storey's coefficient."""
    from elevshare.commands.households import terms_text

    if not flat.taking_part:
        return "不参与"
    if own := terms_text(flat, percent=project.by_household):
        return own
    weight = None if project.by_household else project.weight(flat.storey)
    return "待填" if weight is None else f"{weight / 10_000:g}"


def _json(project: Project, outcome: Outcome) -> str:
    """The same for programs; money in fen."""
    from elevshare.commands import leased
    from elevshare.commands.households import terms_record
    from elevshare.commands.output import json_text
    from elevshare.money import UNITS

    weight = leased.weight if leased.is_lease(project) else _weight
    flats = [
        {
            "room": flat.room,
            "storey": flat.storey,
            "area_m2": flat.area / 100,
            "weight": weight(project, flat.storey),
            "due_fen": due,
            **({"parts_fen": part} if part else {}),
            **terms_record(flat),
        }
        for flat, due, part in zip(project.flats, outcome.dues, _parts(outcome), strict=True)
    ]
    pools = [{"name": pool.name, "cost_fen": pool.cost} for pool in outcome.pools]
    record = {
        "scheme": project.scheme.id,
        "cost_fen": outcome.cost,
        "subsidy_fen": outcome.subsidy,
        **({"others_fen": outcome.others} if outcome.others else {}),
        "compensation_fen": outcome.compensation,
        "net_fen": outcome.net,
        "unit_fen": UNITS[project.unit],
        **({"pools": pools} if pools else {}),
        "by_household": project.by_household,
        "flats": flats,
        "checks": [
            {"name": c.name, "passed": c.passed, "message": c.message} for c in outcome.checks
        ],
    }
    return json_text(record)


def _weight(project: Project, storey: float) -> float:
    """The coefficient of a storey, 0 where it is missing."""
    return (project.weight(storey) or 0) / 10_000


def _version(project: Project) -> str:
    """The version of the scheme's rules, where there are several."""
    return f"{project.scheme.version} 版，" if project.scheme.version else ""
