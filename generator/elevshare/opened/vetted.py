"""Copy an opened book for programs without limits: only the parts that were checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from elevshare.opened.model import OpenedBook, OpenedSheet
from elevshare.opened.relations import relations
from elevshare.opened.xmltext import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_KEPT = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}


def sheet_part(number: int) -> str:
    """Return the name of a worksheet's part in the copy; ``number`` is its index, from 0."""
    return f"xl/worksheets/sheet{number + 1}.xml"


def vetted(book: OpenedBook, sheets: Mapping[str, bytes] | None = None) -> bytes:
    """Return a copy with the worksheets, styles, shared strings and defined names of a book.

    ``sheets`` replaces worksheets: name of the part → bytes.

    Pictures, charts, comments, links to other files and everything else are left out, since they
    were not checked.
    """
    numbered = [(n, s) for n, s in enumerate(book.sheets) if s.kind == "worksheet"]
    parts = {sheet_part(number): sheet.path for number, sheet in numbered}
    for relation in relations(book.package, book.main_part):
        if relation.kind in _KEPT and book.package.has(relation.target):
            parts[_KEPT[relation.kind]] = relation.target
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as copy:
        copy.writestr("[Content_Types].xml", _types(parts))
        copy.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        copy.writestr("xl/workbook.xml", _workbook(book, numbered))
        copy.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations((_kind(part), part.removeprefix("xl/")) for part in parts),
        )
        for part, source in parts.items():
            copy.writestr(part, (sheets or {}).get(source) or book.package.read(source))
    return buffer.getvalue()


def _kind(part: str) -> str:
    """Return the kind of a part as relationships name it."""
    return next((kind for kind, kept in _KEPT.items() if kept == part), "worksheet")


def _types(parts: Iterable[str]) -> str:
    """Return the XML of the content types."""
    known = {"xl/workbook.xml": "sheet.main", **{part: _kind(part) for part in parts}}
    items = "".join(
        f'<Override PartName="/{part}" ContentType="{_TYPE}{kind}+xml"/>'
        for part, kind in known.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


def _relations(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the XML of relationships (kind, target), numbered in their order."""
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _workbook(book: OpenedBook, numbered: Sequence[tuple[int, OpenedSheet]]) -> str:
    """Return the XML of the workbook; sheet indexes of local names count the copied sheets only."""
    sheets = "".join(
        f"<sheet name={quoteattr(sheet.title)} sheetId='{n}' state={quoteattr(sheet.state)} r:id='rId{n}'/>"
        for n, (_, sheet) in enumerate(numbered, 1)
    )
    left = {number: place for place, (number, _) in enumerate(numbered)}
    names = [_name(name, text) for name, text in book.names.items()]
    names += [
        _name(name, text, f' localSheetId="{left[number]}"')
        for (number, name), text in book.local_names.items()
        if number in left
    ]
    dates = ' date1904="1"' if book.from_1904 else ""
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr{dates}/>'
        f"<sheets>{sheets}</sheets><definedNames>{''.join(names)}</definedNames></workbook>"
    )


def _name(name: str, text: str, sheet: str = "") -> str:
    """Return the XML of a defined name."""
    return f"<definedName name={quoteattr(name)}{sheet}>{escape(text)}</definedName>"
