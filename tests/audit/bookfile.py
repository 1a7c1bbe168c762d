"""A book's file taken apart: cells, sheets and parts edited as bytes, then put together again."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from openpyxl.utils import column_index_from_string, get_column_letter

_CELL = r'<c r="{place}"(?: [^>]*?)?(?:/>|>.*?</c>)'


class BookFile:
    """The parts of a file, edited in place."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    @property
    def titles(self) -> list[str]:
        """The sheets in their order."""
        return re.findall(r'<sheet [^>]*name="([^"]+)"', self.text("xl/workbook.xml"))

    def path(self, title: str) -> str:
        """The part of a sheet, in a book that we wrote."""
        return f"xl/worksheets/sheet{self.titles.index(title) + 1}.xml"

    def text(self, part: str) -> str:
        """A part as text."""
        return self.parts[part].decode()

    def change(self, part: str, old: str, new: str, count: int = 1) -> None:
        """Replace a text in a part; it must be there."""
        text = self.text(part)
        assert old in text, (part, old)
        self.parts[part] = text.replace(old, new, count).encode()

    def sub(self, part: str, pattern: str, new: object, count: int = 1) -> None:
        """Replace what a pattern finds; it must be there."""
        text, times = re.subn(pattern, new, self.text(part), count=count, flags=re.DOTALL)  # type: ignore[call-overload]
        assert times, (part, pattern)
        self.parts[part] = text.encode()

    def xml(self, title: str, place: str) -> str:
        """The XML of a cell."""
        found = re.search(_CELL.format(place=place), self.text(self.path(title)), re.DOTALL)
        assert found, (title, place)
        return found[0]

    def style(self, title: str, place: str) -> str:
        """The style number of a cell."""
        return re.search(r' s="(\d+)"', self.xml(title, place))[1]

    def formula(self, title: str, place: str) -> str:
        """The formula of a cell as XML, empty where it is none."""
        found = re.search(r"<f>(.*?)</f>", self.xml(title, place))
        return found[1] if found else ""

    def replace(self, title: str, place: str, cell: str) -> None:
        """Other XML for a cell; a cell that is not there is put into its row."""
        path, text = self.path(title), self.text(self.path(title))
        pattern = re.compile(_CELL.format(place=place), re.DOTALL)
        if pattern.search(text):
            self.parts[path] = pattern.sub(lambda _: cell, text, count=1).encode()
            return
        row = re.sub(r"[A-Z]+", "", place)
        if f'<row r="{row}"' not in text:
            text = text.replace("</sheetData>", f'<row r="{row}"></row></sheetData>')
        found = re.search(rf'<row r="{row}"[^>]*>', text)
        self.parts[path] = (text[: found.end()] + cell + text[found.end() :]).encode()
        self._order(path, row)

    def _order(self, path: str, row: str) -> None:
        """The cells of a row from left to right."""

        def ordered(match: re.Match[str]) -> str:
            cells = re.findall(_CELL.format(place="[A-Z]+[0-9]+"), match[2], re.DOTALL)
            cells.sort(key=lambda c: column_index_from_string(re.search(r'r="([A-Z]+)', c)[1]))
            return match[1] + "".join(cells) + match[3]

        self.sub(path, rf'(<row r="{row}"[^>]*>)(.*?)(</row>)', ordered)

    def number(self, title: str, place: str, value: object) -> None:
        """Type a number over whatever stands in a cell."""
        self.replace(title, place, f'<c r="{place}"{self._style(title, place)}><v>{value}</v></c>')

    def words(self, title: str, place: str, value: str) -> None:
        """Type a text over whatever stands in a cell."""
        text = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        self.replace(
            title, place, f'<c r="{place}"{self._style(title, place)} t="inlineStr">{text}</c>'
        )

    def calculate(self, title: str, place: str, formula: str, value: object = 0) -> None:
        """Type a formula over whatever stands in a cell, with a value stored."""
        cell = f"<f>{escape(formula)}</f><v>{value}</v>"
        self.replace(title, place, f'<c r="{place}"{self._style(title, place)}>{cell}</c>')

    def clear(self, title: str, place: str) -> None:
        """Empty a cell."""
        self.replace(title, place, f'<c r="{place}"{self._style(title, place)}/>')

    def store(self, title: str, place: str, value: object) -> None:
        """Another stored value for a formula."""
        old = self.xml(title, place)
        assert "<f>" in old
        self.replace(title, place, re.sub(r"<v>.*?</v>|<v/>", f"<v>{value}</v>", old))

    def _style(self, title: str, place: str) -> str:
        """The style of a cell as an attribute; none where there is no cell."""
        found = re.search(_CELL.format(place=place), self.text(self.path(title)), re.DOTALL)
        style = re.search(r' s="(\d+)"', found[0]) if found else None
        return style[0] if style else ""

    def data(self) -> bytes:
        """The file, put together."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return buffer.getvalue()


def neighbour(place: str, rows: int = 0, columns: int = 0) -> str:
    """The cell so many rows below and columns to the right."""
    letters, row = re.match(r"([A-Z]+)(\d+)", place).groups()
    return f"{get_column_letter(column_index_from_string(letters) + columns)}{int(row) + rows}"
