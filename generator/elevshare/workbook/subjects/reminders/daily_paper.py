"""收款日报: the payments of a day, the sums by method, and signatures, on A4."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of
from elevshare.workbook.subjects.ledger.inputs import CASH, METHODS
from elevshare.workbook.subjects.reminders import daily

TITLE, ROLE = "收款日报", "单据"
ABOUT = "一天收了、退了哪几笔，现金和银行各多少"

_RIGHT, _LINE = 8, 24.0


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: head, sums, signatures, then the payments."""
    columns = _columns(plan)
    grid.widths(*(width for _, _, width, _ in columns.values()))
    _head(grid, plan)
    _sums(grid, plan, 4)
    _signatures(grid, 9)
    last = _list(grid, plan, 11, columns)
    grid.page(f"A1:H{last}", numbered=False)


#: Head, kind of style, width, and what stands in the line of totals.
_Column = tuple[str, str, float, str | None]


def _list(grid: Grid, plan: Accounts, row: int, columns: Mapping[str, _Column]) -> int:
    """Write title, heads, totals and the payments; give the last row."""
    block = daily.listed(plan)
    grid.merge(row, 1, _RIGHT, "逐笔（退款为负）", "单据-表节")
    grid.row(row + 1, 1, [head for head, *_ in columns.values()], "单据-表头")
    for left, (key, (_, kind, _, total)) in enumerate(columns.items(), 1):
        grid.put(row + 2, left, total, f"单据-表{kind}")
        for index in range(block.count):
            shown = f'=IF({block.at("at", index)}=0,"",{block.at(key, index)})'
            grid.put(row + 3 + index, left, shown, f"单据-行{kind}")
    last = row + 2 + block.count
    for line in range(row + 1, last + 1):
        grid.height(line, _LINE)
    grid.frame(f"A{row + 3}:H{last}", f'$A{row + 3}<>""')
    return last


def _columns(plan: Accounts) -> dict[str, _Column]:
    """Key → column, of the list."""
    more = f"{daily.count(plan)}-SUMPRODUCT(({daily.listed(plan).all('at')}>0)*1)"
    unlisted = f'=IF({more}>0,"另有 "&({more})&" 笔未列","")'
    return {
        "number": ("收据号", "号", 8, "合计"),
        "room": ("房号", "文", 9, f'={daily.count(plan)}&" 笔"'),
        "payer": ("交款人", "文", 10, None),
        "side": ("收或退", "文", 8, None),
        "method": ("方式", "文", 8, None),
        "amount": ("金额（元）", "额", 13, f"={daily.total(plan)}"),
        "handler": ("经手", "文", 8, None),
        "remark": ("备注", "左", 15, unlisted),
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
