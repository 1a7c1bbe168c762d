"""后加入表: a paper for the notice board on who joins later, and what each household gets back."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, dated
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.roll import (
    Roll,
    RollColumn,
    of,
    pages_of,
    resident,
    widths,
    write_roll,
)
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import posted
from elevshare.workbook.subjects.late.accounts import accounts
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.settlement import places as settled

TITLE, ROLE = "后加入表", "单据"
ABOUT = "后来加入的住户缴多少、退给哪几户，张贴用，A4"

_RIGHT = 6
#: The heights of title, mark, place; of a line of text for each joiner; of signatures.
_TOP, _TEXT, _SIGNED = (30.0, 20.0, 18.0), 26.0, 34.0


def _title(plan: Plan) -> str:
    """The title: once everything is settled, that the amounts here are the planned ones."""
    title = "加装电梯后来加入住户缴款和退还表"
    if not plan.has(Topic.SETTLEMENT):
        return title
    return f'="{title}"&IF({settled.figure(plan, "ready")}=1,"（按计划金额）","")'


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: who joins and how it is calculated, then every household."""
    rows = accounts(plan)

    def money(head: str, key: str, fen: str) -> RollColumn:
        return RollColumn(head, "列额", 12, of(rows, key), f"=SUM({fen})/100")

    columns = (
        resident(plan, 18),
        money("原应分摊（元）", "due", plan.shares.all("fen")),
        money("加：应缴（元）", "joins", rows.all("pays")),
        money("减：退还（元）", "returns", rows.all("back")),
        money("合计（元）", "account", rows.all("fen")),
    )
    grid.widths(*widths(columns, 7))
    grid.merge(1, 1, _RIGHT, _title(plan), "单据-题")
    grid.merge(2, 1, _RIGHT, f"={plan.mark}", "单据-草案")
    grid.merge(3, 1, _RIGHT, f'="工程："&{address_of(plan)}{dated(plan)}', "单据-表注")
    lines = {"谁加入": posted.who_joins(plan), "怎么算": posted.how(plan)}
    height = _height(plan)
    for row, (label, formula) in enumerate(lines.items(), len(_TOP) + 1):
        grid.put(row, 1, label, "单据-表文")
        grid.merge(row, 2, _RIGHT, f"={formula}", "单据-说明")
        grid.height(row, height * (1 + (label == "怎么算")))
    signed = len(_TOP) + len(lines) + 1
    grid.row(signed, 1, ("经办", None, "复核", None, "盖章", None), "单据-表文")
    for row, points in ((1, _TOP[0]), (2, _TOP[1]), (3, _TOP[2]), (signed, _SIGNED)):
        grid.height(row, points)
    write_roll(grid, plan, signed + 1, _roll(plan, columns))


def _height(plan: Plan) -> float:
    """The height of a text on all who join, in points."""
    return 8 + _TEXT * len(joiners(plan))


def _roll(plan: Plan, columns: Sequence[RollColumn]) -> Roll:
    above = sum(_TOP) + 3 * _height(plan) + _SIGNED
    return Roll(TITLE, "各户", accounts(plan), columns, above)


def forms(plan: Plan) -> dict[str, Forms]:
    """The pages of this paper."""
    return {TITLE: pages_of(plan, _roll(plan, ()))}
