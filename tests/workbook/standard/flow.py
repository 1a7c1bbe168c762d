"""Points about what depends on what: no circles, one direction, one sign, checks, cached values."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

from elevshare.workbook.engine.filling import filled
from standard.finding import Finding, at
from standard.formulas import Reference, references
from standard.model import Book
from standard.parts import Sheet
from standard.sheets import helpers

Node = tuple[str, int, int] | Reference
#: Role of a sheet → roles that its formulas may refer to; a sheet may always refer to itself.
ROLES = {
    "说明": {"输入", "计算", "校验"},
    "输入": {"输入", "计算"},  # locked cells: hints, and the rows and names that the table is for
    "计算": {"输入", "计算"},
    "单据": {"输入", "计算", "校验", "来源"},
    "校验": {"输入", "计算"},
    "来源": {"输入"},
}


def acyclic(book: Book) -> Iterator[Finding]:
    """8: no cell depends on itself. Templates are as large as books can be, and like them."""
    if book.blank:
        return
    edges = {
        (sheet.title, cell.row, cell.column): [
            Reference(found.sheet or sheet.title, *found[1:])
            for found in references(cell.formula or "")
        ]
        for sheet in book.sheets.values()
        for cell in sheet.formulas
    }
    rows: dict[tuple[str, int], list[int]] = {}
    for title, row, column in edges:
        rows.setdefault((title, row), []).append(column)

    @cache
    def inside(area: Reference) -> list[Node]:
        """The formula cells of an area."""
        return [
            (area.sheet, row, column)
            for row in range(area.top, area.bottom + 1)
            for column in rows.get((area.sheet, row), ())
            if area.left <= column <= area.right
        ]

    done: set[Node] = set()
    for start in edges:
        path: dict[Node, Iterator[Node]] = {}
        todo: list[Node] = [start] if start not in done else []
        while todo:
            node = todo[-1]
            if node not in path:
                found = inside(node) if isinstance(node, Reference) else edges[node]
                path[node] = iter(found)
            follower = next((one for one in path[node] if one not in done), None)
            if follower is None:
                done.add(todo.pop())
                del path[node]
            elif follower in path:
                yield Finding(start[0], f"R{start[1]}C{start[2]}", f"a circle through {follower}")
                return
            else:
                todo.append(follower)


def directed(book: Book) -> Iterator[Finding]:
    """9: inputs → calculation → papers, and from left to right."""
    order, aside = list(book.sheets), helpers(book)
    for sheet in book.sheets.values():
        for title, cells in sheet.refers.items():
            if title not in book.sheets:
                yield at(sheet, cells[0], f"refers to {title}, which there is not")
                continue
            role = book.sheets[title].role
            # The line below the title says whether the sheet may be used.
            working = [cell for cell in cells if sheet.role != "计算" or cell.row > 3]
            if title != sheet.title and role not in ROLES[sheet.role] and working:
                yield at(sheet, working[0], f"depends on {title} ({role})")
            backwards = order.index(title) > order.index(sheet.title) and title not in aside
            if sheet.role == "计算" and role != "校验" and backwards and working:
                yield at(sheet, working[0], f"depends on {title}, which stands to the right of it")


def from_hints(book: Book) -> Iterator[Finding]:
    """9: no calculation depends on what an input sheet says about its inputs."""
    hints = {
        (sheet.title, cell.row, cell.column)
        for sheet in book.of_role("输入")
        for cell in sheet.formulas
    }
    for sheet in book.of_role("计算", "单据"):
        for cell in sheet.formulas:
            for area in references(cell.formula or ""):
                if (area.sheet, area.top, area.left) in hints:
                    yield at(sheet, cell, f"depends on the hint {area}")


def signs(book: Book) -> Iterator[Finding]:
    """11: money is never negative, and the subsidy is subtracted once."""
    for sheet in book.sheets.values():
        for cell in sheet.cells.values():
            if isinstance(cell.value, float) and cell.value < 0 and "money" in cell.style.name:
                yield at(sheet, cell, f"{cell.value}")
    for name, address in book.names.items():
        if re.fullmatch(r"subsidy(_\d+)?", name):
            taken = [cell for sheet in book.sheets.values() for cell in sheet.formulas
                     if cell.is_number and re.search(_minus(address, sheet.title), cell.formula or "")]  # fmt: skip
            if len(taken) != 1:
                yield Finding("", "", f"{name} is subtracted in {[cell.place for cell in taken]}")


def _minus(address: str, here: str) -> str:
    """A pattern: minus the amount in yuan at an address, or in fen apart from it."""
    title, _, place = address.partition("!")
    row = place.rsplit("$", 1)[1]
    sheet = rf"(?:{title}!)?" if title == here else rf"{title}!"
    return rf"-{sheet}\$?[DT]\$?{row}(?!\d)"


def checks(book: Book) -> Iterator[Finding]:
    """12: the failed checks are counted once, and shown on the cover and on every paper."""
    title = next(sheet.title for sheet in book.of_role("校验"))
    count = book.named("failed_checks")
    sheet = book.sheets[title]
    (counted,) = references(count.formula or "") if count else ()
    results = [cell for cell in sheet.formulas if cell.column == counted.left and cell != count]
    if not results or any(cell.value not in ("通过", "不通过") for cell in results):
        yield Finding(title, "", "a result that is neither 通过 nor 不通过")
    if any(not counted.top <= cell.row <= counted.bottom for cell in results):
        yield Finding(title, "", "a check that is not counted")
    if count and count.value != sum(cell.value == "不通过" for cell in results):
        yield at(sheet, count, "the failed checks are not counted")
    for paper in book.of_role("单据", "说明"):
        yield from _unchecked(book, paper)


def _unchecked(book: Book, paper: Sheet) -> Iterator[Finding]:
    """The forms of a paper that do not say below their title whether the checks pass."""
    failed = book.names["failed_checks"]
    heads = [
        cell
        for cell in paper.cells.values()
        if re.search("题$", cell.style.name) and cell.value is not None
    ]
    shown = {cell.row for cell in paper.formulas if failed in (cell.formula or "")}
    for cell in heads:
        if cell.style.name != "副标题" and not shown & set(range(cell.row, cell.row + 4)):
            yield at(paper, cell, "a form without the master check")
    if not heads:
        yield Finding(paper.title, "", "a paper without a title")


def cached(book: Book) -> Iterator[Finding]:
    """21: every formula has its cached value, and none is an error."""
    for sheet in book.sheets.values():
        for cell in sheet.formulas:
            if cell.value is None:
                yield at(sheet, cell, "no cached value")
            elif cell.error or str(cell.value).startswith("#"):
                yield at(sheet, cell, f"the error {cell.value}")


def current(book: Book) -> Iterator[Finding]:
    """21: cached values are those of a recomputation from the inputs alone.

    Templates are held against books that are made anew, byte by byte, in a test of their own.
    """
    if book.blank:
        return
    again = Book(book.name, recomputed(book))
    for name, part in book.parts.items():
        if name.startswith("xl/worksheets/") and part != again.parts[name]:
            title = list(book.sheets)[int(re.sub(r"\D", "", name)) - 1]
            yield Finding(title, "", "cached values are not those of a recomputation")


def recomputed(book: Book) -> bytes:
    """The book without its cached values, worked out again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in book.parts.items():
            if name.startswith("xl/worksheets/"):
                text = re.sub(r"</f><v>[^<]*</v>", "</f><v/>", part.decode())
                part = text.replace(' t="str"><f>', "><f>").encode()
            archive.writestr(name, part)
    return filled(buffer.getvalue())
