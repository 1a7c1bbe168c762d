"""What households pay out of the maintenance fund: columns of 分摊, lines of bills, checks."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.reserve import RATE_SCALE
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of
from elevshare.workbook.plan import Plan
from elevshare.workbook.spelling.formulas import BLANK
from elevshare.workbook.subjects.sharing import roster
from elevshare.workbook.table import Column, TableRow

_PART, _SHARE = "维修资金不超过可用的余额", "维修资金加公积金不超过应分摊"


def drawn(plan: Plan) -> tuple[Column, ...]:
    """The columns of what a household pays out of funds; ``fund`` is all that it does."""
    if not plan.has(Topic.RESERVE):
        return (Column("fund", "公积金（分）", "whole", lambda r: roster.fen(r, "fund")),)
    return (
        Column("own_fund", "公积金（分）", "whole", lambda r: roster.fen(r, "fund")),
        Column("reserve", "维修资金（分）", "whole", lambda r: roster.fen(r, "reserve")),
        Column("reserve_left", "维修资金余额（分），空着为 -1", "whole", _left),
        Column("fund", "公积金加维修资金（分）", "whole", lambda r: f"{r.own_fund}+{r.reserve}"),
        Column("beyond", "超过可用余额（1/0）", "whole", lambda r: _beyond(plan, r)),
        Column("above", "超过应分摊（1/0）", "whole",
               lambda r: f"IF(AND({r.reserve}>0,{r.fund}>MAX(0,{r.fen}-{r.relief})),1,0)"),
    )  # fmt: skip


def _left(row: TableRow) -> str:
    """The balance in fen; -1 where it is not stated."""
    return f'IF({row.reserve_left_text}="{BLANK}",-1,{roster.fen(row, "reserve_left")})'


def _beyond(plan: Plan, row: TableRow) -> str:
    """1 if a household uses more of its balance than it may."""
    rate = plan.number("reserve_rate")
    part = f"IF({rate}<0,{RATE_SCALE},ROUND({rate}*{RATE_SCALE},0))"
    left = row.reserve_left
    return f"IF(AND({left}>=0,{row.reserve}*{RATE_SCALE}>{left}*{part}),1,0)"


def own_fund(plan: Plan) -> str:
    """The column of 分摊 with what the provident fund alone pays."""
    return "own_fund" if plan.has(Topic.RESERVE) else "fund"


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry of a bill."""
    if not plan.has(Topic.RESERVE):
        return {}
    left, reserve = (plan.shares.all(key) for key in ("reserve_left", "reserve"))
    words = f"INDEX({left},@)"
    told = f'=IF(@=0,"",IF({words}<0,"没有填",{paid_yuan(words)}))'
    return {
        "reserve": Entry("减：维修资金", of(reserve, "/100"), "金额"),
        "reserve_left": Entry("维修资金余额", told),
    }


def full(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """A bill of a whole page with the maintenance fund."""
    if not plan.has(Topic.RESERVE):
        return layout
    paid = {"fund reserve": PaperRow("paid reserve_left")}
    return layout.with_rows(paid, {"fund paid": PaperRow("fund reserve")})


def half(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """The same for half a page."""
    if not plan.has(Topic.RESERVE):
        return layout
    paid = {"fund reserve reserve_left": PaperRow("paid left", cells=(3, 3))}
    return layout.with_rows(paid, {"fund paid left": PaperRow("fund reserve reserve_left")})


def checks(plan: Plan) -> list[BookCheck]:
    """Nobody uses more of its balance than it may, or more than it owes."""
    shares = plan.shares

    def check(name: str, key: str, advice: str) -> BookCheck:
        marks = shares.all(key)
        count = f"SUM({marks})"
        room = f"INDEX({shares.all('room')},MATCH(1,{marks},0))"
        state = f'IF({count}=0,"没有超过","超过 "&{count}&" 户，如 "&{room})'
        return BookCheck(name, f"{count}=0", state, advice)

    return [
        check(_PART, "beyond", "改正“住户”的维修资金或余额；可用比例填在“专项”，没有规定则空着"),
        check(_SHARE, "above", "改正“住户”的维修资金、公积金：两项合计不能多于应分摊减去减免"),
    ]
