"""The subsidies of 补贴到账 as they are read: a row that cannot be meant counts nothing."""

from __future__ import annotations

from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.cash.places import figure, grants, grants_read

HEADS = {
    "n": ("序号", "whole"),
    "applied_fen": ("申领（分）", "whole"),
    "approved_fen": ("批复（分）", "whole"),
    "arrived_fen": ("到账（分）", "whole"),
    "problem": ("填写情况", "whole"),
    "applied_on_flaw": ("申领日期有误", "whole"),
    "arrived_on_flaw": ("到账日期有误", "whole"),
    "applied_flaw": ("申领金额有误", "whole"),
    "approved_flaw": ("批复金额有误", "whole"),
    "arrived_flaw": ("到账金额有误", "whole"),
    "applied_day": ("申领日期序号", "whole"),
    "arrived_day": ("到账日期序号", "whole"),
}
#: What 提示 says by the number of 填写情况, from 0 on.
PROBLEMS = (
    "",
    "√",
    "← 请填级别，如 市级、区级",
    "← 申领日期应填如 2026-03-01",
    "← 到账日期应填如 2026-03-01",
    "← 金额应是 0 或正数，最多两位小数",
    "← 申领、批复、到账金额至少填一个",
    "← 到账日期和到账金额要一起填",
    "← 到账日期早于申领日期",
    "← 到账金额多于批复金额",
)
_DAYS, _AMOUNTS = ("applied_on", "arrived_on"), ("applied", "approved", "arrived")


def arrived(plan: Inputs) -> str:
    """Address of the subsidy that has arrived, in fen."""
    return figure("arrived")


def row_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one subsidy's row."""
    block = grants_read(plan)
    index, here = row - block.first, block.on(row)
    cell = {key: grants(plan).at(key, index) for key in grants(plan).columns}

    def day(key: str) -> str:
        wrong = f'OR({cell[key]}="",{here(f"{key}_flaw")}=1)'
        return f"=IF({wrong},0,IFERROR({cell[key]}*1,0))"

    def fen(key: str) -> str:
        return f"=IF({here('problem')}=1,ROUND(IFERROR({cell[key]}*1,0)*100,0),0)"

    return {
        "n": index + 1,
        **{f"{key}_fen": fen(key) for key in _AMOUNTS},
        **{f"{key}_flaw": f"={wrong_number(cell[key], *DATES, 1)}" for key in _DAYS},
        **{f"{key}_flaw": f"={wrong_number(cell[key], '0', MAX_YUAN, 100)}" for key in _AMOUNTS},
        "applied_day": day("applied_on"),
        "arrived_day": day("arrived_on"),
        "problem": _problem(cell, {key: here(key) for key in block.columns}),
    }


def _problem(cell: dict[str, str], read: dict[str, str]) -> str:
    """The number of what is wrong with a row, 0 where nothing is filled in."""
    amounts = "&".join(cell[key] for key in _AMOUNTS)
    typed = "&".join(cell[key] for key in ("level", *_DAYS, "number"))
    flaws = "+".join(read[f"{key}_flaw"] for key in _AMOUNTS)
    approved, came, day = cell["approved"], cell["arrived"], cell["arrived_on"]
    half = f'OR(AND({came}="",{day}<>""),AND({came}<>"",{day}=""))'
    early = f"AND({read['applied_day']}>0,{read['arrived_day']}>0,{read['arrived_day']}<{read['applied_day']})"
    more = f'AND({approved}<>"",IFERROR({came}*1,0)>IFERROR({approved}*1,0))'
    return (
        f'=IF({typed}&{amounts}="",0,IF({cell["level"]}="",2,IF({read["applied_on_flaw"]}=1,3,'
        f'IF({read["arrived_on_flaw"]}=1,4,IF({flaws}>0,5,IF({amounts}="",6,'
        f"IF({half},7,IF({early},8,IF({more},9,1)))))))))"
    )
