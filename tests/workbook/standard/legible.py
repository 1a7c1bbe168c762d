"""Points about printed inputs and calculations: large enough, whole tables, a way back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standard.finding import Finding, of
from standard.formulas import column
from standard.model import Book
from standard.parts import Sheet

#: Points of a unit of a column's width; the smallest print.
_UNIT, _READ = 6.75, 7.0
#: Number of a size of paper (A3, A4) → its sides in points.
_SIDES = {"8": (841.9, 1190.6), "9": (595.3, 841.9)}
#: The smallest print of a paper in a household's hands, and of one that is posted.
_HELD, _POSTED = 9.0, 10.0
_ON_THE_WALL = ("公示", "公示大字", "变更表", "决算表", "后加入表", "收缴公布")
#: So many rows stand below a heading at least; a table has no sums below so few.
_FEW = 2


def large(book: Book) -> Iterator[Finding]:
    """23: nothing is printed too small to read, and the columns fill no more than a page."""
    for sheet in book.sheets.values():
        if not sheet.print_area:
            continue
        percent, room = _scale(sheet), _room(sheet)
        if _width(sheet) * percent > room:
            yield of(sheet, f"{_width(sheet):.0f} points at {percent:.0%} on {room:.0f}")
        least = min((cell.style.size for cell in _printed(sheet)), default=_POSTED)
        smallest = _READ if sheet.role != "单据" else _HELD
        if sheet.title in _ON_THE_WALL:
            smallest = _POSTED
        if least * percent < smallest - 0.01:
            yield of(sheet, f"printed in {least * percent:.1f} points: {_width(sheet) / _UNIT:.0f}")


def _printed(sheet: Sheet) -> Iterator:  # type: ignore[type-arg]
    """The printed cells that have something to say."""
    right, bottom = sheet.printed
    return (cell for cell in sheet.cells.values()
            if cell.value not in (None, "") and cell.column <= right and cell.row <= bottom)  # fmt: skip


def _width(sheet: Sheet) -> float:
    """The width in points of the printed columns, on the wider of two pages."""
    widths = [sheet.widths.get(number, 8.43) for number in range(1, sheet.printed[0] + 1)]
    found = re.search(r"<colBreaks.*?</colBreaks>", sheet.tail, re.S)
    if not found:
        return sum(widths) * _UNIT
    end = int(re.search(r'id="(\d+)"', found[0])[1])
    again = re.search(r"\$A:\$([A-Z]+)", sheet.print_titles)
    repeated = sum(widths[: column(again[1])]) if again else 0
    return max(sum(widths[:end]), repeated + sum(widths[end:])) * _UNIT


def _across(sheet: Sheet) -> bool:
    """Whether the sheet is printed in landscape."""
    return 'orientation="landscape"' in sheet.tail


def _room(sheet: Sheet) -> float:
    """The width in points between the margins."""
    left, right = (float(re.search(rf'<pageMargins[^>]* {side}="([\d.]+)"', sheet.tail)[1])
                   for side in ("left", "right"))  # fmt: skip
    paper = re.search(r'<pageSetup[^>]* paperSize="(\d)"', sheet.tail)[1]
    return _SIDES[paper][_across(sheet)] - 72 * (left + right)


def _scale(sheet: Sheet) -> float:
    """The scale of the print: stated, or such that the columns fit."""
    if 'fitToPage="1"' in sheet.head:
        return min(1.0, _room(sheet) / _width(sheet))
    stated = re.search(r'<pageSetup[^>]* scale="(\d+)"', sheet.tail)
    return int(stated[1]) / 100 if stated else 1.0


def way_back(book: Book) -> Iterator[Finding]:
    """24: every other sheet has a link to the first, in its first row."""
    first, *others = book.sheets.values()
    for sheet in others:
        found = re.findall(rf'<hyperlink ref="[A-Z]+1" location="{first.title}!A1"', sheet.tail)
        if len(found) != 1:
            yield of(sheet, f"{len(found)} links back to {first.title}")


def summed(book: Book) -> Iterator[Finding]:
    """25: a printed table of calculated amounts has its sums below."""
    for sheet in book.of_role("计算"):
        right, bottom = sheet.printed
        for head in _heads(sheet):
            last = head
            while _is_row(sheet, last + 1) and last < bottom:
                last += 1
            money = [c for c in range(1, right + 1) if sheet.style(head + 1, c) == "计算-money"]
            below = [sheet.text(last + 1, column) for column in (1, 2)]
            if money and last - head > _FEW and "合计" not in (*below, sheet.text(last, 1)):
                yield of(sheet, f"no sums below {sheet.text(head - 1, 1)} at row {last}")


def _is_row(sheet: Sheet, row: int) -> bool:
    """Whether a row is one of a table of calculations."""
    first = next((one for one in range(1, 4) if sheet.style(row, one)), 0)
    return sheet.style(row, first).startswith("计算") and sheet.text(row, 1) != "合计"


def whole(book: Book) -> Iterator[Finding]:
    """26: no page ends with a heading, and a table on several pages has its heads on each."""
    for sheet in book.of_role("输入", "计算", "校验", "来源"):
        heads = _heads(sheet)
        for end in sheet.breaks:
            if end > sheet.printed[1]:
                yield of(sheet, f"a page without content after row {sheet.printed[1]}")
            titled = sheet.style(end, 1) == "节"
            if titled or any(head <= end < head + _FEW for head in heads):
                yield of(sheet, f"a page ends with a heading: row {end}")
            above = max((head for head in heads if head <= end), default=0)
            inside = above and _is_row(sheet, end) and _is_row(sheet, end + 1)
            if inside and f"${above}" not in sheet.print_titles:
                yield of(sheet, f"a table without its heads after row {end}: {sheet.print_titles}")


def _heads(sheet: Sheet) -> list[int]:
    """The rows of heads of printed tables; of heads on two rows the last."""
    rows = {row for (row, number), cell in sheet.cells.items()
            if cell.style.name == "表头" and number <= 2 and row <= sheet.printed[1]}  # fmt: skip
    return sorted(row for row in rows if row + 1 not in rows)
