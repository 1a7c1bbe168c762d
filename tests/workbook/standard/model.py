"""A finished book as the checker sees it: its XML read once into plain objects."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from openpyxl.utils import range_boundaries

from standard.parts import Cell, Sheet
from standard.reading import sheet_of


@dataclass(frozen=True)
class Book:
    """A finished book."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Name → bytes of every part of the file."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def xml(self) -> str:
        """The part that lists sheets and names."""
        return self.parts["xl/workbook.xml"].decode()

    @cached_property
    def names(self) -> dict[str, str]:
        """The defined names of the book and their addresses."""
        return dict(re.findall(r'<definedName name="(\w+)">([^<]+)</definedName>', self.xml))

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Title → sheet, in order."""
        looks = self.parts["xl/styles.xml"].decode()
        found = re.findall(r'<sheet [^>]*name="([^"]+)"[^>]*state="(\w+)"', self.xml)
        printing = self._printing()
        return {
            title: sheet_of(
                title,
                state,
                self.parts[f"xl/worksheets/sheet{number + 1}.xml"].decode(),
                looks,
                printing.get(("Print_Area", number), ""),
                printing.get(("Print_Titles", number), ""),
            )
            for number, (title, state) in enumerate(found)
        }

    def _printing(self) -> dict[tuple[str, int], str]:
        """Print areas and titles: what and number of the sheet → address."""
        found = re.findall(r'name="_xlnm\.(\w+)" localSheetId="(\d+)">([^<]+)<', self.xml)
        return {(what, int(number)): address for what, number, address in found}

    @property
    def blank(self) -> bool:
        """Whether it is a template in which no household is filled in."""
        if "room_no" not in self.names:
            return False
        title, _, area = self.names["room_no"].replace("$", "").partition("!")
        left, top, _, bottom = range_boundaries(area)
        return not any(self.sheets[title].text(row, left) for row in range(top, bottom + 1))

    def of_role(self, *roles: str) -> Iterator[Sheet]:
        """The sheets of some roles."""
        return (sheet for sheet in self.sheets.values() if sheet.role in roles)

    def named(self, name: str) -> Cell | None:
        """The one cell of a defined name."""
        title, place = self.names[name].replace("$", "").split("!")
        return self.sheets[title].at(place)
