"""公示大字: the notice in large type on A3, in all families of books."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import NO
from elevshare.workbook.grid import A3, Grid
from elevshare.workbook.papers.forms import Forms, listed
from elevshare.workbook.papers.posted import Pages, PostedList, room, write_posted
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.notice.lines import Lines

TITLE, ROLE = "公示大字", "单据"
ABOUT = "大字公示：总额、各户金额、公示期和联系方式，A3；打印张贴"

#: The usable height in points of an A3 page with margins of 0.6 inch, less a reserve.
_PAGE = 1085.0
#: Heights of title, mark, place; of a paragraph; of heads and lines.
_TOP, _WORDS, _HEADS, _LINE = (58.0, 34.0, 32.0), 100.0, 32.0, 32.0
#: Room and amount of two households beside each other.
_WIDTHS = (29, 22, 29, 22)
_RIGHT = len(_WIDTHS)


def write_large(
    grid: Grid,
    plan: Accounts,
    lines: Lines,
    title: str,
    total: tuple[str, str],
    key: str,
    head: str,
    costs: str = "",
    settled: str = "",
) -> None:
    """Write the sheet.

    Args:
        grid: the sheet.
        plan: the plan of the book.
        lines: what the notice prints.
        title: the title.
        total: label and address of the sum that is shared or charged, in yuan.
        key: the column of ``lines.households`` with the amounts; ``head`` is their head.
        head: see ``key``.
        costs: a formula of what the sum comes of, as text; empty for no such line.
        settled: whether the actual amounts are known; the notice is over then.
    """
    grid.widths(*_WIDTHS)
    grid.merge(1, 1, _RIGHT, title, "大字-题")
    grid.merge(2, 1, _RIGHT, f"={plan.mark}", "大字-草案")
    grid.merge(3, 1, _RIGHT, f"={lines.sentences.place}", "大字-居中")
    period = f'"公示期："&{lines.sentences.period}'
    if settled:
        period = f'IF({settled},"这是开工前的计划，已经决算：以决算表为准",{period})'
    words = [
        *([(f"={costs}", _TOP[-1])] if costs else []),
        (f'="{total[0]} "&FIXED({total[1]},2)&" 元，共 "&{lines.counts["count"]}&" 户"', _TOP[-1]),
        (f"={period}", _WORDS),
        (f"={lines.sentences.objection}", _WORDS),
    ]  # fmt: skip
    for row, (formula, height) in enumerate(words, len(_TOP) + 1):
        grid.merge(row, 1, _RIGHT, formula, "大字-文")
        grid.height(row, height)
    for row, height in enumerate(_TOP, 1):
        grid.height(row, height)
    above = len(_TOP) + len(words)
    heads = ("房号、业主", head) * 2
    grid.row(above + 1, 1, heads, "大字-表头")
    grid.height(above + 1, _HEADS)
    write_posted(
        grid,
        above + 2,
        _list(plan, lines, key, heads, sum(height for _, height in words)),
        paper=A3,
    )


def forms(plan: Accounts, lines: Lines, costs: bool) -> dict[str, Forms]:
    """The pages of this paper; ``costs`` tells whether it has that line."""
    pages = _pages(plan, (1 + costs) * _TOP[-1] + 2 * _WORDS)
    return {TITLE: listed(pages.needed(_used(lines)))}


def _pages(plan: Accounts, words: float) -> Pages:
    """How the list falls into pages; ``words`` is the height of the sentences above."""
    there, above = len(plan.project.flats) or plan.flats, sum(_TOP) + words + _HEADS
    return room(_PAGE, above, _LINE, -(-plan.flats // 2), -(-there // 2), _HEADS)


def _used(lines: Lines) -> Callable[[int], str]:
    """Line → the condition that it is in use."""
    return lambda line: f"{lines.households.at('row', 2 * line)}>0"


def _list(
    plan: Accounts, lines: Lines, key: str, heads: tuple[str, ...], words: float
) -> PostedList:
    """The households, two on a line; ``words`` is the height of the sentences above."""
    block, used, pages = lines.households, _used(lines), _pages(plan, words)

    def amount(seat: int) -> str:
        yuan, taking = block.at(key, seat), block.at("taking", seat)
        return f'=IF(AND({yuan}=0,{taking}="{NO}"),"不参与",{yuan})'

    def cells(line: int) -> list[Value]:
        seats = [seat for seat in (2 * line, 2 * line + 1) if seat < plan.flats]
        found: list[Value] = [
            one for seat in seats for one in (f"={block.at('who', seat)}", amount(seat))
        ]
        return [*found, None, None][:_RIGHT]

    return PostedList(
        TITLE, ("大字-行文", "大字-行额") * 2, cells,
        lambda line: [f'=IF({used(line)},"{head}","")' for head in heads],
        used, pages, _LINE, pages.needed(used), ((1, 2, 1), (3, 4, 3)), "大字-行头", _HEADS,
    )  # fmt: skip
