"""Points about whole sheets: roles, cover, styles, merges, nothing hidden, protection, printing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from openpyxl.utils import range_boundaries

from elevshare.schemes.status import STATUSES
from elevshare.workbook.style import ROLES, named_styles
from standard.finding import Finding, at, of
from standard.model import Book
from standard.parts import Sheet

_STYLES = {style.name for style in named_styles()}
#: Sheets on other paper than A4, by the numbers of spreadsheets: A3 is read from some steps away.
_PAPERS = {"公示大字": 8}
#: A sheet that is longer than this is scrolled.
SCREEN = 30


def roles(book: Book) -> Iterator[Finding]:
    """1: every sheet has one role, told by the colour of its tab."""
    for sheet in book.sheets.values():
        if sheet.role not in ROLES:
            yield of(sheet, "the colour of its tab is of no role")
    found = [sheet.role for sheet in book.sheets.values()]
    ends = found[: -len(helpers(book)) or None]
    if ends[0] != "说明" or ends[-2:] != ["校验", "来源"]:
        yield Finding("", "", f"not 说明 first, 校验 and 来源 last before helpers: {found}")
    for role in ("说明", "校验", "来源"):
        if found.count(role) != 1:
            yield Finding("", "", f"{found.count(role)} sheets of role {role}")
    if missing := {"输入", "计算", "单据"} - set(found):
        yield Finding("", "", f"no sheet of role {missing}")


def helpers(book: Book) -> list[str]:
    """The sheets of calculations after the last one that is read."""
    titles = reversed(book.sheets)
    return list(takewhile(lambda title: book.sheets[title].role == "计算", titles))


def cover(book: Book) -> Iterator[Finding]:
    """2: a cover with purpose, steps, contents, key of the colours, version, scheme, document."""
    sheet = next(iter(book.sheets.values()))
    texts = [str(cell.value) for cell in sheet.cells.values() if cell.value is not None]
    links = re.findall(r'location="([^"]+)!A1" display="([^"]+)"', sheet.tail)
    if set(book.sheets) - {to for to, _ in links} != {sheet.title}:
        yield of(sheet, "its links do not lead to every other sheet")
    if any(to != shown for to, shown in links):
        yield of(sheet, "a link leads elsewhere than it says")
    for step in range(1, 6):
        if f"第 {step} 步" not in texts:
            yield of(sheet, f"no step {step}")
    for style in ("副标题", "输入-text", "计算-any", "总校验"):
        if not any(cell.style.name == style and cell.value for cell in sheet.cells.values()):
            yield of(sheet, f"nothing in style {style}: purpose, key of the colours, master check")
    for name in ("scheme_id", "book_version"):
        if not book.named(name).value:  # type: ignore[union-attr]
            yield of(sheet, f"no {name}")
    for words in (("文件",), ("方案",), tuple(STATUSES)):
        if not any(word in text for text in texts for word in words):
            yield of(sheet, f"nothing about {'、'.join(words)}")


def named(book: Book) -> Iterator[Finding]:
    """14: named styles only, and no cell formatted by hand."""
    for sheet in book.sheets.values():
        for cell in sheet.cells.values():
            if cell.style.name not in _STYLES or cell.style.own:
                yield at(sheet, cell, f"style {cell.style.name}, by hand: {cell.style.own}")


def merges(book: Book) -> Iterator[Finding]:
    """15: cells are merged on papers only."""
    for sheet in book.sheets.values():
        if sheet.role != "单据":
            yield from (of(sheet, f"merged {one}") for one in sheet.merges)


def hidden(book: Book) -> Iterator[Finding]:
    """16: nothing is hidden, neither sheets, rows, columns nor names (but those of filters)."""
    for sheet in book.sheets.values():
        if sheet.state != "visible":
            yield of(sheet, sheet.state)
        if any(' hidden="1"' in part or ' hidden="true"' in part for part in sheet.xml):
            yield of(sheet, "a row or a column is hidden")
        if any(height == 0 for height in sheet.heights.values()) or 0 in sheet.widths.values():
            yield of(sheet, "a row or a column has no size")
    if re.search(r'<definedName (?!name="_xlnm._FilterDatabase")[^>]*hidden="1"', book.xml):
        yield Finding("", "", "a name is hidden")


def protected(book: Book) -> Iterator[Finding]:
    """18: every sheet is protected, without a password; columns may still be widened."""
    for sheet in book.sheets.values():
        found = re.search(r"<sheetProtection ([^>]*)/>", sheet.tail)
        if not found or 'sheet="1"' not in found[1]:
            yield of(sheet, "not protected")
        elif re.search("password|hash|salt", found[1], re.I):
            yield of(sheet, "protected with a password")
        elif 'formatColumns="0"' not in found[1] or 'formatRows="0"' not in found[1]:
            yield of(sheet, "columns and rows cannot be widened")
    if re.search("<workbookProtection [^>]*(?:assword|ash)", book.xml):
        yield Finding("", "", "the book is protected with a password")


def printing(book: Book) -> Iterator[Finding]:
    """19: A4, a print area, heads on every page, pages numbered where they are not papers."""
    for sheet in book.sheets.values():
        if not sheet.print_area:
            yield of(sheet, "no print area")
            continue
        if f'paperSize="{_PAPERS.get(sheet.title, 9)}"' not in sheet.tail:
            yield of(sheet, "not A4")
        footer = re.search("<oddFooter>(.*?)</oddFooter>", sheet.tail)
        if sheet.role != "单据" and (not footer or "第 &amp;P 页，共 &amp;N 页" not in footer[1]):
            yield of(sheet, "pages are not numbered")
        if sheet.role == "单据" and sheet.breaks and 'fitToPage="1"' in sheet.head:
            yield of(sheet, "page breaks and fit to page at once")
        # Where tables follow one another, the heads of one would stand above the rows of another.
        if len(_heads(sheet)) == 1 and _pages(sheet) > 1 and not sheet.print_titles:
            yield of(sheet, "a table over several pages without its heads on each")


def _heads(sheet: Sheet) -> list[int]:
    """The rows of heads of the tables that are printed; of heads on two rows the last."""
    right, bottom = sheet.printed
    rows = {row for (row, column), cell in sheet.cells.items()
            if cell.style.name == "表头" == sheet.style(row, column + 1)
            and column <= right and row <= bottom}  # fmt: skip
    return sorted(row for row in rows if row + 1 not in rows)


def _long(sheet: Sheet) -> bool:
    """Whether a table of the sheet is longer than a screen."""
    heads = _heads(sheet)
    ends = [*heads[1:], sheet.printed[1]]
    return any(end - head > SCREEN for head, end in zip(heads, ends, strict=False))


def _pages(sheet: Sheet) -> float:
    """How many A4 pages the printed rows take at full size, roughly."""
    right, bottom = sheet.printed
    width = sum(sheet.widths.get(column, 8.43) for column in range(1, right + 1)) * 5.6
    landscape = 'orientation="landscape"' in sheet.tail
    wide, tall = (755, 508) if landscape else (508, 755)
    points = sum(sheet.heights.get(row, 18.0) for row in range(1, bottom + 1))
    return points * min(1, wide / width) / tall


def frozen(book: Book) -> Iterator[Finding]:
    """20: where a table is longer than a screen its heads stay in sight."""
    for sheet in book.sheets.values():
        pane = re.search(r'<pane [^>]*state="frozen"', sheet.head)
        if sheet.role not in ("说明", "单据") and _long(sheet) and not pane:
            yield of(sheet, "a long table whose heads are not frozen")


def self_contained(book: Book) -> Iterator[Finding]:
    """8: nothing comes from outside the file, and every name leads to a cell that there is."""
    for name, part in book.parts.items():
        if re.search("external|vba|embed|macro", name):
            yield Finding("", "", f"{name} is in the file")
        if name.endswith(".rels") and b"External" in part:
            yield Finding("", "", f"{name} leads outside")
    for name, address in book.names.items():
        title, _, area = address.replace("$", "").partition("!")
        if not name.isascii():
            yield Finding("", "", f"the name {name} is not ASCII")
        if title not in book.sheets or "#" in address:
            yield Finding(title, "", f"the name {name} leads nowhere: {address}")
        elif range_boundaries(area)[3] > book.sheets[title].last_row:
            yield Finding(title, area, f"the name {name} leads below the sheet's last row")
