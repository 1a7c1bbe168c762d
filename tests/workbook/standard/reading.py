"""Read the XML of a book that openpyxl and the generator wrote; other books look otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from elevshare.workbook.style import BARE, ROLES
from standard.formulas import column
from standard.parts import Cell, Sheet, Style

_ROLE_OF = {f"00{colour}": role for role, colour in ROLES.items()}
_ROW = re.compile(r'<row r="(\d+)"([^>]*)>(.*?)</row>', re.S)
_CELL = re.compile(
    r'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="(\w+)")?(?:/>|>(?:<f>([^<]*)</f>)?'
    r"(?:<v>([^<]*)</v>|<v/>|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)


@cache
def styles_of(xml: str) -> list[Style]:
    """The style of every number that a cell can refer to."""
    names = dict(re.findall(r'<cellStyle name="([^"]+)" xfId="(\d+)"', xml))
    names = {int(number): name.removesuffix(BARE) for name, number in names.items()}
    patterns = {
        int(number): unescape(code)
        for number, code in re.findall(r'numFmtId="(\d+)" formatCode="([^"]*)"', xml)
    }
    sizes = [float(one) for one in re.findall(r'<font>.*?<sz val="([\d.]+)".*?</font>', xml, re.S)]
    masters, cells = (
        re.findall(
            r"<xf [^>]*?/>|<xf .*?</xf>", re.search(rf"<{tag}.*?</{tag}>", xml, re.S)[0], re.S
        )
        for tag in ("cellStyleXfs", "cellXfs")
    )
    return [_style(one, masters, names, patterns, sizes) for one in cells]


def _style(xml, masters, names, patterns, sizes):  # type: ignore[no-untyped-def]
    """One style."""

    def number(key: str, source: str = xml) -> int:
        found = re.search(rf'{key}="(\d+)"', source)
        return int(found[1]) if found else 0

    keys = ("numFmtId", "fontId", "fillId", "borderId")
    same = all(number(key) == number(key, masters[number("xfId")]) for key in keys)
    pattern = patterns.get(
        number("numFmtId"),
        {0: "General", 1: "0", 2: "0.00", 4: "#,##0.00", 10: "0.00%", 49: "@"}.get(
            number("numFmtId"), "?"
        ),
    )
    return Style(names.get(number("xfId"), "?"), 'locked="0"' not in xml, pattern,
                 'wrapText="1"' in xml, 'shrinkToFit="1"' in xml, 'indent="1"' in xml, sizes[number("fontId")], not same)  # fmt: skip


@cache
def sheet_of(title: str, state: str, xml: str, looks: str, area: str, titles: str) -> Sheet:
    """One sheet; ``looks`` is the part of the styles. Many books have sheets that are the same."""
    styles = styles_of(looks)
    head, _, rest = xml.partition("<sheetData>")
    rows, _, tail = rest.partition("</sheetData>")
    colour = re.search(r'<tabColor rgb="(\w+)"', head)
    cells, heights = {}, {}
    for row, more, body in _ROW.findall(rows):
        if tall := re.search(r'ht="([\d.]+)"', more):
            heights[int(row)] = float(tall[1])
        for cell in _cells(int(row), body, styles):
            cells[cell.row, cell.column] = cell
    role = _ROLE_OF.get(colour[1] if colour else "", "?")
    return Sheet(title, state, role, cells, heights, rows, head, tail, area, titles)


def _cells(row: int, body: str, styles: list[Style]) -> Iterator[Cell]:
    """The cells of a row."""
    for letter, style, type_, formula, number, text in _CELL.findall(body):
        value: str | float | None = None
        if number:
            value = float(number) if type_ in ("", "n", "b") else unescape(number)
        elif type_ in ("str", "inlineStr"):
            value = unescape(text)
        yield Cell(f"{letter}{row}", row, column(letter), styles[int(style)],
                   unescape(formula) if formula else None, value, type_ == "e")  # fmt: skip
