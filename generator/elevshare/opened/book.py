"""Open a book from outside: sheets, defined names, styles and cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from elevshare.errors import InputError
from elevshare.opened import limits
from elevshare.opened.cells import read_cells
from elevshare.opened.limits import TooMuchError
from elevshare.opened.macros import has_macros, points_to_macros
from elevshare.opened.model import OpenedBook, OpenedSheet
from elevshare.opened.package import SAVE_AS, TOO_LARGE, Package, damaged
from elevshare.opened.relations import RELATION_IDS, Relation, relations
from elevshare.opened.styles import read_styles
from elevshare.opened.texts import ReadingBudget, Strings, read_strings
from elevshare.opened.user_file import read_bytes
from elevshare.opened.xml import Attributes, elements, truth
from elevshare.text import shown

_TYPES = "[Content_Types].xml"
#: The advice must not be to open such a file.
_NO_MACROS = "本工具的簿子没有宏：请不要启用宏，向交簿子的人要不含宏的 .xlsx"
#: Names with a meaning, which programs know however they are written.
_BUILT_IN = {f"_xlnm.{one}".casefold(): f"_xlnm.{one}" for one in ("Print_Area", "Print_Titles")}
#: Kinds of sheets as relationships call them.
_SHEETS = {"worksheet": "worksheet", "chartsheet": "chartsheet", "dialogsheet": "dialogsheet",
           "xlMacrosheet": "macrosheet", "xlIntlMacrosheet": "macrosheet"}  # fmt: skip


def open_book(path: Path) -> OpenedBook:
    """Open a book that a user named.

    Raises:
        InputError: it is missing, not an .xlsx, damaged, too large, or made to deceive.
    """
    name = shown(path.name)
    if path.suffix.lower() != ".xlsx" and path.is_file():
        raise InputError("不是 .xlsx 文件", where=name, todo=SAVE_AS)
    return opened(read_bytes(path), name)


def opened(data: bytes, name: str, too_large: str = TOO_LARGE) -> OpenedBook:
    """Open a book in memory; messages call it ``name`` and advise ``too_large`` if it is.

    Raises:
        InputError: as ``open_book``.

    >>> opened(b"", "簿.xlsx")
    Traceback (most recent call last):
    elevshare.errors.InputError: 簿.xlsx：是空文件。请在 Excel 或 WPS 中打开，另存为 .xlsx 再用。
    """
    package = Package(data, name, too_large)
    try:
        return _Opening(package).book
    except TooMuchError:
        raise package.too_large() from None
    except (ValueError, KeyError, IndexError, OverflowError) as error:
        raise damaged(name) from error


class _Opening:
    """Opens one book, step by step."""

    def __init__(self, package: Package) -> None:
        self._package, self._budget = package, ReadingBudget()
        self._named: dict[tuple[int, str], frozenset[str]] = {}
        self.book = OpenedBook(package.name, package)
        _check_kind(package)
        main = self.book.main_part = self._main_part()
        related = relations(package, main)
        _check_macros(package, points_to_macros(related))
        self._read_workbook(main, related)
        self._read_styles(related)
        self._read_sheets(related)
        self._read_application()
        self._read_author()

    def _main_part(self) -> str:
        """Return the name of the workbook's main part."""
        for relation in relations(self._package, ""):
            if relation.kind == "officeDocument":
                if relation.target.endswith(".bin"):
                    raise self._package.wrong_kind("这个文件其实是 .xlsb 格式")
                return relation.target
        raise damaged(self._package.name)

    def _read_workbook(self, main: str, related: Sequence[Relation]) -> None:
        """Read the sheet titles, the defined names and the date system."""
        parts = {relation.id: relation for relation in related}
        for _, name, about, text in elements(self._package, main):
            if name == "sheet":
                self._add_sheet(about, parts)
            elif name == "definedName":
                self._add_name(about, text)
            elif name == "workbookPr":
                self.book.from_1904 = truth(about.get("date1904", "0"))
        paths = [sheet.path.casefold() for sheet in self.book.sheets]
        titles = {sheet.title.casefold() for sheet in self.book.sheets}
        if not paths or len(set(paths)) < len(paths) or len(titles) < len(paths):
            raise damaged(self._package.name)

    def _add_sheet(self, about: Attributes, parts: dict[str, Relation]) -> None:
        """Add a sheet, without its cells yet."""
        number = next(about[key] for key in about if key in RELATION_IDS)
        relation = parts[number]
        kind = _SHEETS.get(relation.kind)
        if kind is None or len(self.book.sheets) >= limits.SHEETS:
            raise self._package.too_large("工作表太多") if kind else damaged(self._package.name)
        title, state = about["name"], about.get("state", "visible")
        self.book.sheets.append(OpenedSheet(title, state, relation.target, kind))

    def _add_name(self, about: Attributes, text: str) -> None:
        """Add a defined name."""
        known = len(self.book.names) + len(self.book.local_names)
        if known >= limits.DEFINED_NAMES:
            raise self._package.too_large("定义的名称太多")
        name, address = about["name"], self._budget.text(text, limits.FORMULA)
        place = int(about.get("localSheetId", -1)), name.casefold()
        areas = frozenset(address.replace("'", "").split(","))
        if self._named.setdefault(place, areas) != areas:  # Gnumeric writes some twice
            raise self._package.deceiving(f"名称（{shown(name)} 写了两遍）")
        name = _BUILT_IN.get(name.casefold(), name)
        if "localSheetId" in about:
            self.book.local_names[int(about["localSheetId"]), name] = address
        else:
            self.book.names[name] = address

    def _read_styles(self, related: Sequence[Relation]) -> None:
        """Read which styles are unlocked, which show dates, and their number formats."""
        for relation in related:
            if relation.kind == "styles":
                styles = read_styles(self._package, relation.target)
                self.book.unlocked, self.book.dates = styles.unlocked, styles.dates
                self.book.struck = styles.struck
                self.book.codes, self.book.formats = styles.codes, styles.formats
                self.book.conditional_codes = styles.conditional_codes

    def _read_sheets(self, related: Sequence[Relation]) -> None:
        """Read the cells of all worksheets."""
        strings = Strings()
        for relation in related:
            if relation.kind == "sharedStrings":
                strings = read_strings(self._package, relation.target, self._budget)
        for sheet in self.book.sheets:
            if sheet.kind == "worksheet":
                where = self.book.where(sheet)
                read_cells(self._package, sheet, strings, self._budget, where)

    def _read_application(self) -> None:
        """Read the name of the program that saved the book."""
        for relation in relations(self._package, ""):
            if relation.kind == "extended-properties" and self._package.has(relation.target):
                found = elements(self._package, relation.target)
                names = [text for _, name, _, text in found if name == "Application"]
                self.book.application = "".join(names[:1])[:100]

    def _read_author(self) -> None:
        """Read who made the book, by the file's properties."""
        for relation in relations(self._package, ""):
            if relation.kind == "core-properties" and self._package.has(relation.target):
                found = elements(self._package, relation.target)
                names = [text for _, name, _, text in found if name == "creator"]
                self.book.author = "".join(names[:1])[:100]


def _check_kind(package: Package) -> None:
    """Refuse a book with macros, and other file formats named .xlsx."""
    if package.has("mimetype") and not package.has(_TYPES):
        raise package.wrong_kind("这个文件其实是 .ods 等格式")
    types = [(name, about) for _, name, about, _ in elements(package, _TYPES)]
    _check_macros(package, has_macros(package, types))


def _check_macros(package: Package, found: bool) -> None:
    """Refuse a book with macros."""
    if found:
        raise package.wrong_kind("这个文件带有宏（.xlsm）", _NO_MACROS)
