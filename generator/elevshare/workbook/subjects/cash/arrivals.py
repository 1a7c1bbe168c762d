"""The subsidies of 补贴到账 as read; an invalid row counts as 0."""

from __future__ import annotations

from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.cash.places import grants
from elevshare.workbook.table import Column, PartialFormula, TableRow, gaps, numbered

#: The texts of 提示, by the number in 填写情况 from 0.
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
_DAYS = {"applied_on": "申领日期", "arrived_on": "到账日期"}
_AMOUNTS = {"applied": "申领", "approved": "批复", "arrived": "到账"}


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of a subsidy, amounts in fen."""
    typed = grants(plan)

    def cell(row: TableRow, key: str) -> str:
        return typed.at(key, row.index)

    def fen(key: str) -> PartialFormula:
        return lambda r: f"IF({r.problem}=1,ROUND(IFERROR({cell(r, key)}*1,0)*100,0),0)"

    def day(key: str) -> PartialFormula:
        def formula(row: TableRow) -> str:
            wrong = f'OR({cell(row, key)}="",{row[f"{key}_flaw"]}=1)'
            return f"IF({wrong},0,IFERROR({cell(row, key)}*1,0))"

        return formula

    def flaw(key: str, low: str, high: str, scale: int) -> PartialFormula:
        return lambda r: wrong_number(cell(r, key), low, high, scale)

    return (
        numbered(),
        *(Column(f"{key}_fen", f"{head}（分）", "whole", fen(key)) for key, head in _AMOUNTS.items()),
        Column("problem", "填写情况", "whole",
               lambda r: _problem({key: cell(r, key) for key in typed.columns}, r)),
        *gaps("gap"),
        *(Column(f"{key}_flaw", f"{head}有误", "whole", flaw(key, *DATES, 1))
          for key, head in _DAYS.items()),
        *(Column(f"{key}_flaw", f"{head}金额有误", "whole", flaw(key, "0", MAX_YUAN, 100))
          for key, head in _AMOUNTS.items()),
        Column("applied_day", "申领日期序号", "whole", day("applied_on")),
        Column("arrived_day", "到账日期序号", "whole", day("arrived_on")),
    )  # fmt: skip


def _problem(cell: dict[str, str], row: TableRow) -> str:
    """The number of the error in a row, 0 for an empty row."""
    amounts = "&".join(cell[key] for key in _AMOUNTS)
    typed = "&".join(cell[key] for key in ("level", *_DAYS, "number"))
    flaws = "+".join(row[f"{key}_flaw"] for key in _AMOUNTS)
    approved, came, day = cell["approved"], cell["arrived"], cell["arrived_on"]
    half = f'OR(AND({came}="",{day}<>""),AND({came}<>"",{day}=""))'
    early = f"AND({row.applied_day}>0,{row.arrived_day}>0,{row.arrived_day}<{row.applied_day})"
    more = f'AND({approved}<>"",IFERROR({came}*1,0)>IFERROR({approved}*1,0))'
    return (
        f'IF({typed}&{amounts}="",0,IF({cell["level"]}="",2,IF({row.applied_on_flaw}=1,3,'
        f'IF({row.arrived_on_flaw}=1,4,IF({flaws}>0,5,IF({amounts}="",6,'
        f"IF({half},7,IF({early},8,IF({more},9,1)))))))))"
    )
