"""The content of a book from outside, as it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from elevshare.opened.areas import Area, address
from elevshare.opened.built_in_formats import GENERAL
from elevshare.opened.package import Package
from elevshare.opened.places import Place
from elevshare.opened.texts import Dress
from elevshare.text import shown

Value = int | float | str | bool | None


class Cell(NamedTuple):
    """One cell.

    Attributes:
        formula: the formula without ``=``, copies written out; ``None`` for a constant.
        value: the constant, or the stored result of the formula; ``None`` if nothing is stored.
            An error is its text, such as ``#REF!``.
        kind: kind of the value: n number (also of a blank cell), s text, b truth value, e error.
        style: number of the cell's style, see ``OpenedBook.unlocked``.
    """

    formula: str | None
    value: Value
    kind: Literal["n", "s", "b", "e"]
    style: int


class Validation(NamedTuple):
    """One validation: its cells (``A1:B2 C3``), kind, bounds, and attributes as stored."""

    cells: str
    kind: str
    formula1: str
    formula2: str
    attributes: Mapping[str, str]


class ConditionalRule(NamedTuple):
    """One conditional format.

    Attributes:
        areas: its cells (``A1:B2 C3``).
        kind: expression, cellIs, dataBar, iconSet, colorScale and so on, as stored.
        number: its number in the list of conditional looks, ``None`` if it has none there.
        formulas: its conditions, as stored.
        attributes: as stored.
    """

    areas: str
    kind: str
    number: int | None
    formulas: tuple[str, ...]
    attributes: Mapping[str, str]


@dataclass(slots=True)
class OpenedSheet:
    """One sheet.

    Attributes:
        title: as stored; messages show it by ``shown`` or ``where``.
        state: visible, hidden or veryHidden.
        path: name of its part in the file.
        kind: worksheet, chartsheet, dialogsheet or macrosheet; only a worksheet has cells.
        cells: (row, column), both from 1, → cell; blank cells that have a style are among them.
        protection: the attributes of its protection as stored, ``None`` where there is none.
        merges: areas such as ``A1:B2``.
        hidden_rows, hidden_columns: spans, such as ``range(3, 6)`` for 3 to 5, with lines that
            are too thin to be seen.
        conditional_formats: areas, and the number of the format in
            ``OpenedBook.conditional_codes``.
        filtered: areas with a filter that leaves rows out.
        own_formats: number formats of conditional formats that are stored in the sheet itself.
        open_areas: areas that anybody may edit in spite of the protection.
        margins: headers and footers: ``oddFooter`` and the like → text.
        rules: all conditional formats.
        settings: (name, attributes) of the elements that say how the sheet is seen and printed.
        heights: row → its height in points, where it is stated.
        fixed_rows: the rows whose height does not follow what is in them.
        row_styles: row → the style of its cells that are not stored.
        dressed: cells whose text has runs with fonts of their own → those fonts.
        rich: cells that hold more than a value, such as a picture.
        hinted: cells with a phonetic hint that is shown above the text.
    """

    title: str
    state: str
    path: str
    kind: str = "worksheet"
    cells: dict[Place, Cell] = field(default_factory=dict)
    protection: dict[str, str] | None = None
    validations: list[Validation] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    filtered: list[str] = field(default_factory=list)
    conditional_formats: list[tuple[str, int]] = field(default_factory=list)
    own_formats: list[str] = field(default_factory=list)
    open_areas: list[str] = field(default_factory=list)
    margins: dict[str, str] = field(default_factory=dict)
    rules: list[ConditionalRule] = field(default_factory=list)
    settings: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    fixed_rows: set[int] = field(default_factory=set)
    row_styles: dict[int, int] = field(default_factory=dict)
    dressed: dict[Place, Dress] = field(default_factory=dict)
    rich: list[Place] = field(default_factory=list)
    hinted: list[Place] = field(default_factory=list)

    @property
    def protected(self) -> bool:
        """Whether the protection is on."""
        return self.protection is not None and self.protection.get("sheet") in ("1", "true")


class Named(NamedTuple):
    """The cells of a defined name: an area of one sheet."""

    sheet: OpenedSheet
    area: Area


@dataclass(slots=True)
class OpenedBook:
    """One book.

    Attributes:
        name: the file's name as messages show it.
        package: the parts of the file.
        sheets: the sheets in their order.
        names: defined name of the whole book → address or formula as stored.
        local_names: (index of the sheet, defined name of that sheet) → address or formula.
        unlocked: numbers of the styles whose cells are not locked.
        dates: numbers of the styles that show a number as a date or time.
        struck: numbers of the styles whose texts are struck out.
        codes: number of a style → the code of its number format, see ``code_of``.
        formats: number of a style → its number formats, where the file states them.
        conditional_codes: number of a conditional format → its number format, if it has one.
        from_1904: whether dates count from 1904.
        main_part: name of the workbook's main part.
        application: name of the program that saved it last; empty if unknown.
        author: who made it, by the file's properties; empty if unknown.
    """

    name: str
    package: Package
    sheets: list[OpenedSheet] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    local_names: dict[tuple[int, str], str] = field(default_factory=dict)
    unlocked: set[int] = field(default_factory=set)
    dates: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    codes: dict[int, str] = field(default_factory=dict)
    formats: dict[int, frozenset[str]] = field(default_factory=dict)
    conditional_codes: dict[int, str] = field(default_factory=dict)
    from_1904: bool = False
    main_part: str = ""
    application: str = ""
    author: str = ""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.package.data

    @property
    def parts(self) -> Mapping[str, int]:
        """Name → bytes of every part of the file."""
        return self.package.parts

    def sheet(self, title: str) -> OpenedSheet | None:
        """Return the sheet with a title, or ``None``."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)

    def named(self, name: str) -> Named | None:
        """Return the cells of a defined name of the book; ``None`` if it has none.

        Case makes no difference, as in spreadsheet programs.
        """
        names = {key.casefold(): text for key, text in self.names.items()}
        try:
            title, area = address(names.get(name.casefold(), ""))
        except ValueError:
            return None
        sheet = self.sheet(title)
        return Named(sheet, area) if sheet else None

    def code_of(self, style: int) -> str:
        """Return the code of a style's number format, built-in ones included."""
        return self.codes.get(style, GENERAL)

    def where(self, sheet: OpenedSheet) -> str:
        """Return book and sheet as messages name them."""
        return f"{self.name} 工作表「{shown(sheet.title)}」"
