"""The rows of 住户 as read: which count, and the error in each of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from elevshare.project import MAX_AREA
from elevshare.workbook.field import MAX_YUAN, NO, YES
from elevshare.workbook.protocols import Roster
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.table import Column, TableRow

#: The texts of 填写情况, by number from 0.
PROBLEMS = (
    "",
    "√",
    "缺房号",
    "房号重复",
    "楼层有误",
    "面积有误",
    "参与应填是或否",
    "减免、公积金等金额有误",
    "表决、免运维应填是或否",
)
#: The columns for amounts, and those for 是, 否 or blank; 住户 has some of them.
PAYMENTS = ("relief", "fund", "paid", "payout")
WORDS = ("vote", "agree", "exempt")


def room(plan: Roster) -> Column:
    """The room, always as a text."""
    return Column("room", "房号", "any", lambda r: f'{plan.households.at("room", r.index)}&""')


def owner(plan: Roster) -> Column:
    """The owner, always as a text."""
    return Column("owner", "业主", "any", lambda r: f'{plan.households.at("owner", r.index)}&""')


def reading(plan: Roster, *slips: Column, taking: str = "参与（1/0）") -> tuple[Column, ...]:
    """The columns of a row as read; a text that is a number counts as that number.

    ``slips`` is the column of further errors (see ``slips``), if there can be any; ``taking`` is
    the head of the column of who takes part.
    """

    def typed(row: TableRow, key: str) -> str:
        return plan.households.at(key, row.index)

    return (
        Column("storey_no", "楼层（数）", "whole", lambda r: f"IFERROR({typed(r, 'storey')}*1,0)"),
        Column("area_no", "面积（0.01㎡）", "whole",
               lambda r: f"IFERROR(ROUND({typed(r, 'area')}*100,0),0)"),
        Column("filled", "有填写", "whole",
               lambda r: f'IF({typed(r, "room")}&{typed(r, "storey")}&{typed(r, "area")}="",0,1)'),
        *slips,
        Column("problem", "填写情况", "whole", lambda r: _problem(plan, r, bool(slips))),
        # What is wrong with a payment or a vote makes the row red, but the flat still carries its share.
        Column("valid", "有效", "whole", lambda r: f"IF(OR({r.problem}=1,{r.problem}>=7),1,0)"),
        Column("take", taking, "whole",
               lambda r: f'IF({typed(r, "taking")}="{YES}",{r.valid},0)'),
    )  # fmt: skip


def taking_storey() -> Column:
    """The storey of a household that takes part."""
    return Column("taking_storey", "参与者楼层", "whole", lambda r: f"{r.storey_no}*{r.take}")


def _problem(plan: Roster, row: TableRow, slips: bool) -> str:
    """The number of the error in a row, 0 for an empty row."""
    area, taking = (plan.households.at(key, row.index) for key in ("area", "taking"))
    number, right = row.storey_no, f"IF({row.slip}>0,{row.slip},1)" if slips else "1"
    return (
        f'IF({row.filled}=0,0,IF({row.room}="",2,'
        f"IF(SUMPRODUCT(({row.column('room')}={row.room})*1)>1,3,"
        f"IF(OR({number}<1,{number}>{plan.figure('top')},{number}<>INT({number})),4,"
        f"IF(OR({row.area_no}<=0,{row.area_no}>{MAX_AREA},{_coarse(area)}),5,"
        f'IF(OR({taking}="{YES}",{taking}="{NO}"),{right},6))))))'
    )


def _coarse(area: str) -> str:
    """Whether an area has more than two decimals."""
    return f"ABS(IFERROR({area}*100,0)-ROUND(IFERROR({area}*100,0),0))>0.0001"


def slips(plan: Roster, amounts: Sequence[str] = PAYMENTS, words: Sequence[str] = WORDS) -> Column:
    """The column with the errors in a row's amounts and words.

    ``amounts`` and ``words`` are keys of columns of 住户: those with money, and those with 是, 否 or
    blank.
    """
    paid, answers = (_cells(plan, keys) for keys in (amounts, words))
    return Column("slip", "缴款表决填写", "whole",
                  lambda r: f"IF({_paid_wrong(paid(r))},7,IF({_word_wrong(answers(r))},8,0))")  # fmt: skip


def _paid_wrong(cells: Sequence[str]) -> str:
    """Whether any cell is neither blank nor an amount of at least 0 in whole fen."""
    flaws = "+".join(wrong_number(cell, "0", MAX_YUAN, 100) for cell in cells)
    return f"{flaws}>0"


def _word_wrong(cells: Sequence[str]) -> str:
    """Whether any cell is neither blank nor 是 or 否."""
    right = (f'OR({cell}="",{cell}="{YES}",{cell}="{NO}")' for cell in cells)
    return f"NOT(AND({','.join(right)}))" if cells else "FALSE"


def _cells(plan: Roster, keys: Sequence[str]) -> Callable[[TableRow], list[str]]:
    """A function: row → its cells in those of the columns that 住户 has."""
    known = [key for key in keys if key in plan.households.columns]
    return lambda row: [plan.households.at(key, row.index) for key in known]
