"""其他来源 as a subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from elevshare.project import Project, Topic
from elevshare.workbook.check import BookCheck
from elevshare.workbook.checks import money
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.others.inputs import COLUMNS, SECTIONS
from elevshare.workbook.subjects.others.tables import PROBLEMS, table


def _write(grid: Grid, plan: Plan) -> None:
    """Write the sources and their amounts on 专项."""
    block, given = plan.table("others"), plan.project.others

    def of(index: int) -> Mapping[str, Value]:
        name, fen = given[index] if index < len(given) else ("", None)
        return {
            "source": name,
            "yuan": None if fen is None else fen / 100,
            "hint": word_of(table(plan).at("problem", index), PROBLEMS),
        }

    write_rows(grid, block, COLUMNS, of)
    redden_hints(grid, block)


def _checks(plan: Plan) -> list[BookCheck]:
    """The sources are valid, and not above what is left to pay."""
    wrong = f"SUMPRODUCT(({table(plan).all('problem')}>1)*1)"
    main = plan.figure("cost")
    if plan.has(Topic.POOLS):
        main = f"({main}-{plan.figure('pooled')})"
    left = f"({main}-{plan.figure('subsidy')})"
    return [
        BookCheck("其他来源填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“专项”其他来源一节的提示改正：写明谁出的钱，金额是 0 或正数"),
        BookCheck("其他来源不超过费用减补贴", f"{plan.figure('others')}<={left}",
              f'"其他来源 "&{money(plan.figure("others"))}&"，费用减补贴 "&{money(left)}',
              "核对其他来源、补贴与费用；其他来源只抵减主项"),
    ]  # fmt: skip


def _read_back(project: Project, typed: Typed) -> Project:
    """The project with the sources that have an amount."""
    found = []
    for row in typed.rows("others"):
        amount = row.number("yuan", "其他来源的金额")
        if amount.right:
            found.append((row.text("source"), amount.units))
    return replace(project, others=tuple(found))


SUBJECT = Subject(
    Topic.OTHERS, sections=on_special(SECTIONS), write_inputs=_write, checks=_checks,
    read_back=_read_back,
)  # fmt: skip
