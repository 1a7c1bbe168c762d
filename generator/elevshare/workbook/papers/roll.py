"""The list of households on a posted paper: heads, totals, and one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.forms import Forms, listed
from elevshare.workbook.papers.masking import who
from elevshare.workbook.papers.posted import (
    FIRST_HEAD,
    HEADS,
    Pages,
    PostedList,
    room,
    write_posted,
)
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.table import Column, FormulaTable, TableRow

#: The usable height in points of an A4 page with margins of 0.6 inch, less a reserve.
PAGE = 748.0
#: The heights of the title of the list, of its totals, and of a line.
TITLE, TOTALS, LINE = 17.0, 16.0, 17.0


@dataclass(frozen=True, slots=True)
class RollColumn:
    """One column.

    ``value`` takes the formula of a household's row (from 1) and gives its value, without ``=``;
    without it the column is filled in by hand.
    """

    head: str
    kind: str
    width: float
    value: Callable[[str], str] | None = None
    total: str | None = None


@dataclass(frozen=True)
class Roll:
    """A list of households on a paper.

    ``block`` has a line in each row: its column ``at`` (the key) gives the household printed there, 0 for
    none. ``above`` is the height in points of all that stands above the list on its first page.
    """

    name: str
    title: str
    block: Block
    columns: Sequence[RollColumn]
    above: float
    line: float = LINE
    page: float = PAGE
    at: str = "at"

    @property
    def right(self) -> int:
        """The last column."""
        return len(self.columns) + 1

    def pages(self, plan: Accounts) -> Pages:
        """How it falls into pages."""
        above = self.above + TITLE + HEADS + TOTALS
        there = len(plan.project.flats) or plan.flats
        return room(self.page, above, self.line, self.block.count, there)


def pages_of(plan: Accounts, roll: Roll) -> Forms:
    """The pages of a list that begins on the first page, for whoever counts them."""
    return listed(roll.pages(plan).needed(lambda line: f"{roll.block.at(roll.at, line)}>0"))


def write_roll(
    grid: Grid, plan: Accounts, row: int, roll: Roll, breaks: Sequence[int] = (), **page: bool | int
) -> None:
    """Write the list with its title in ``row``, and set the page.

    The totals come first, so that no page has only them. ``breaks`` are the rows above the list
    after which a page ends.
    """
    count, pages = f"SUM({plan.shares.all('valid')})", roll.pages(plan)

    def used(line: int) -> str:
        return f"{roll.block.at(roll.at, line)}>0"

    needed, printed = pages.needed(used, len(breaks)), pages.printed + len(breaks)
    more = f'&IF({needed}>{printed},"（打印区域只到第 {printed} 页）","")'
    whole = pages.printed > len(pages.starts)
    title = (
        f'="{roll.title}：共 "&{count}&" 户，{roll.name}共 "&{needed}&" 页"{"" if whole else more}'
    )
    grid.merge(row, 1, roll.right, title, "单据-表节")
    grid.height(row, TITLE)
    heads = [FIRST_HEAD, *(column.head for column in roll.columns)]
    grid.row(row + 1, 1, heads, "单据-表头")
    grid.height(row + 1, HEADS)
    grid.put(row + 2, 1, None, "单据-表号")
    for left, column in enumerate(roll.columns, 2):
        grid.put(row + 2, left, column.total, f"单据-表{column.kind}")
    grid.height(row + 2, TOTALS)

    def cells(line: int) -> Sequence[Value]:
        of = roll.block.at(roll.at, line)
        return [f'=IF({of}=0,"",{roll.block.at("n", line)})',
                *(f'=IF({of}=0,"",{one.value(of)})' if one.value else None for one in roll.columns)]  # fmt: skip

    def again(start: int) -> Sequence[Value]:
        return [f'=IF({roll.block.at(roll.at, start)}=0,"","{head}")' for head in heads]

    styles = ["单据-行号", *(f"单据-行{column.kind}" for column in roll.columns)]
    write_posted(grid, row + 3, PostedList(
        roll.name, styles, cells, again, used, pages, roll.line, needed,
    ), list(breaks), **page)  # fmt: skip


def resident(plan: Accounts, width: float) -> RollColumn:
    """The column with room and name."""
    people = f'="合计 "&SUM({plan.shares.all("valid")})&" 户"'
    return RollColumn("房号、业主", "列左", width, lambda at: who(plan, at), people)


def of(block: Block, key: str) -> Callable[[str], str]:
    """The value that a block has in a column for a household."""
    return lambda at: f"INDEX({block.all(key)},{at})"


def widths(columns: Sequence[RollColumn], first: float = 6.0) -> tuple[float, ...]:
    """The widths of all columns, with that of the number."""
    return (first, *(column.width for column in columns))


def in_order(shares: FormulaTable) -> tuple[Column, ...]:
    """The columns that number households without gaps: the line of each, and who is on a line."""

    def number(row: TableRow) -> str:
        valid = shares.at("valid", row.index)
        return f"SUM({shares.at('valid', 0)}:{valid.split('!')[1]})*{valid}"

    return (
        Column("number", "表上第几行", "whole", number),
        Column("at", "表上这一行是第几户", "whole",
               lambda r: f"IFERROR(MATCH({r.n},{r.column('number')},0),0)"),
    )  # fmt: skip
