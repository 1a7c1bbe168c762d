"""收款日报: the payments of a day, the sums by method, and signatures, on A4."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of
from elevshare.workbook.papers.roll import RollColumn, write_roll
from elevshare.workbook.subjects.ledger.inputs import CASH, METHODS
from elevshare.workbook.subjects.reminders import daily

TITLE, ROLE = "收款日报", "单据"
ABOUT = "一天收了、退了哪几笔，现金和银行各多少"

_RIGHT, _LINE = 8, 24.0


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: head, sums, signatures, then the payments."""
    columns = _columns(plan)
    grid.widths(*(column.width for column in columns.values()))
    _head(grid, plan)
    _sums(grid, plan, 4)
    _signatures(grid, 9)
    write_roll(grid, 11, "逐笔（退款为负）", daily.listed(plan), columns)
    last = 13 + daily.listed(plan).count
    grid.page(f"A1:H{last}", numbered=False)


def _columns(plan: Accounts) -> dict[str, RollColumn]:
    """Key → column, of the list."""
    more = f"{daily.count(plan)}-SUMPRODUCT(({daily.listed(plan).all('at')}>0)*1)"
    unlisted = f'=IF({more}>0,"另有 "&({more})&" 笔未列","")'
    return {
        "number": RollColumn("收据号", "号", 9, "合计"),
        "room": RollColumn("房号", "文", 10, f'={daily.count(plan)}&" 笔"'),
        "payer": RollColumn("交款人", "文", 12),
        "side": RollColumn("收或退", "文", 9),
        "method": RollColumn("方式", "文", 9),
        "amount": RollColumn("金额（元）", "额", 15, f"={daily.total(plan)}"),
        "handler": RollColumn("经手", "文", 10),
        "remark": RollColumn("备注", "左", 18, unlisted),
    }


def _head(grid: Grid, plan: Accounts) -> None:
    """Write title, mark of a draft, place and day."""
    grid.merge(1, 1, _RIGHT, "收款日报", "单据-题")
    grid.height(1, 30)
    grid.merge(2, 1, _RIGHT, f"={plan.mark}", "单据-草案")
    day = daily.day(plan)
    said = f'IF({day}=0,"（先在“台账”填收款日报的日期）",TEXT({day},"yyyy-mm-dd"))'
    grid.put(3, 1, f'={address_of(plan)}&"　　日期："&{said}', "单据-小字")


def _sums(grid: Grid, plan: Accounts, row: int) -> None:
    """Write what came in by each method, in cash and into the bank; refunds are taken off."""
    grid.merge(row, 1, _RIGHT, "按方式合计（元，已减退款）", "单据-表节")
    cells = [(method, daily.of_method(plan, method)) for method in METHODS]
    cash = daily.of_method(plan, CASH)
    cells += [("其中银行", f"{daily.total(plan)}-{cash}"), ("合计", daily.total(plan))]
    for number, (label, formula) in enumerate(cells):
        down, place = row + 1 + number // 2, number % 2 * 4 + 1
        grid.merge(down, place, place + 1, label, "单据-表文")
        grid.merge(down, place + 2, place + 3, f"={formula}", "单据-表额")
    for down in range(row, row + 5):
        grid.height(down, _LINE)


def _signatures(grid: Grid, row: int) -> None:
    """Write where to sign."""
    for place, label in ((1, "出纳"), (3, "复核"), (6, "会计")):
        grid.put(row, place, label, "单据-表文")
    for first, last in ((2, 2), (4, 5), (7, _RIGHT)):
        if last > first:
            grid.merge(row, first, last, None, "单据-表文")
        else:
            grid.put(row, first, None, "单据-表文")
    grid.height(row, 30)
