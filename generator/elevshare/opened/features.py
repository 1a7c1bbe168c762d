"""Read what a sheet has besides cells: protection, validations, merged areas, hidden lines."""

from __future__ import annotations

from math import isfinite

from elevshare.opened import limits
from elevshare.opened.areas import joined
from elevshare.opened.limits import TooMuchError
from elevshare.opened.model import ConditionalRule, OpenedSheet, Validation
from elevshare.opened.places import place
from elevshare.opened.texts import ReadingBudget
from elevshare.opened.xml import Attributes, own, truth, whole

_CONDITIONS = ("formula", "f")
_TEXTS = ("formula1", "formula2", "sqref")
#: Namespaces of newer elements, and those of them that are read.
_NEWER = (
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "http://schemas.microsoft.com/office/excel/2006/main",
)
_NEWER_ELEMENTS = frozenset(
    (*_TEXTS, *_CONDITIONS, "dataValidation", "conditionalFormatting", "cfRule", "numFmt")
)
#: Elements of headers and footers.
_MARGINS = frozenset(
    f"{page}{part}" for page in ("odd", "even", "first") for part in ("Header", "Footer")
)
#: Elements that say how a sheet is seen and printed, kept as they are.
_SETTINGS = frozenset(
    ("sheetView", "pane", "sheetFormatPr", "col", "pageSetup", "pageSetUpPr", "brk", "picture",
     "legacyDrawing", "legacyDrawingHF", "autoFilter", "control", "oleObject", "printOptions",
     "pageMargins", "headerFooter")
)  # fmt: skip
#: Attributes of these elements that are whole numbers, and others that are numbers.
_WHOLE = frozenset(("min", "max", "style", "id"))
_NUMBERS = frozenset(
    ("width", "scale", "left", "right", "top", "bottom", "header", "footer", "defaultColWidth",
     "defaultRowHeight")
)  # fmt: skip
#: Attributes that are true or false, and change what is seen.
_TRUTHS = frozenset(
    ("fitToPage", "man", "zeroHeight", "showFormulas", "rightToLeft", "showZeros", "hidden",
     "collapsed", "blackAndWhite", "draft", "useFirstPageNumber", "differentFirst", "differentOddEven")
)  # fmt: skip
_COUNTED = frozenset(("col", "brk", "pageSetup", "pageMargins", "sheetFormatPr"))
#: Rows (points) and columns (characters) thinner than this cannot be seen.
_THIN_ROW, _THIN_COLUMN = 2.0, 0.3


class Features:
    """Fills a sheet from all elements that are no cells."""

    def __init__(self, sheet: OpenedSheet, budget: ReadingBudget, texts: list[str]) -> None:
        self._sheet, self._budget, self._texts = sheet, budget, texts
        self._seen = self._depth = self._merged = 0
        self._columns: list[range] = []
        self._area = self._filter = ""
        self._breaks, self._first_rule = "", 0
        self._rule: Attributes | None = None
        self._conditions: list[str] = []
        self._validation: Attributes | None = None
        self._parts: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        self._texts.clear()
        self._seen, self._depth = self._seen + 1, self._depth + 1
        areas = attributes.get("sqref", "")
        if (
            self._seen > limits.ELEMENTS
            or self._depth > limits.DEPTH
            or len(areas) > limits.AREA_LIST
        ):
            raise TooMuchError
        word = _known(name)
        if word in _SETTINGS or (word == "hyperlink" and "tooltip" in attributes):
            self._setting(word, attributes)
        match word:
            case "macrosheet":
                self._sheet.kind = "macrosheet"
            case "sheetProtection":
                self._sheet.protection = dict(attributes)
            case "mergeCell":
                self._merge(attributes["ref"])
            case "autoFilter":
                self._filter = self._kept(attributes.get("ref", ""))
            case "filterColumn" if self._filter and self._filter not in self._sheet.filtered:
                self._sheet.filtered.append(self._filter)
            case "rowBreaks" | "colBreaks":
                self._breaks = word
            case "conditionalFormatting":
                self._area, self._first_rule = self._kept(areas), len(self._sheet.rules)
            case "cfRule":
                self._rule, self._conditions = dict(attributes), []
                if "dxfId" in attributes:
                    self._sheet.conditional_formats.append((self._area, int(attributes["dxfId"])))
            case "numFmt":
                self._sheet.own_formats.append(self._kept(attributes.get("formatCode", "")))
            case "protectedRange":
                self._sheet.open_areas.append(self._kept(areas))
            case "col" if _unseen(attributes, "width", _THIN_COLUMN):
                first, last = int(attributes["min"]), int(attributes["max"])
                self._columns.append(range(max(first, 1), min(last, limits.COLUMNS) + 1))
            case "dataValidation":
                self._validation, self._parts = dict(attributes), {}

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        word = _known(name)
        self._depth -= 1
        if word in _MARGINS and (text := self._taken()):
            margins = self._sheet.margins
            margins[word] = margins.get(word, "") + text  # one written twice is printed so
        if word in _CONDITIONS and self._rule is not None and self._texts:
            self._conditions.append(self._taken())
        elif word == "cfRule":
            self._finish_rule()
        elif word == "sqref" and self._validation is None:
            self._place_rules(self._taken())
        if self._validation is None:
            return
        if word == "f" and self._texts:
            self._parts["f"] = self._taken()
        elif word in _TEXTS:
            self._parts[word] = self._taken() or self._parts.pop("f", "")
        elif word == "dataValidation":
            self._finish(self._validation)

    def _setting(self, word: str, attributes: Attributes) -> None:
        """Keep an element about how the sheet is seen or printed; a break with its direction."""
        kept = {key: self._kept(value) for key, value in attributes.items()}
        for key in _TRUTHS & kept.keys():
            truth(kept[key])
        if word in _COUNTED:
            _check_numbers(kept)
        if word == "col" and not kept.keys() >= {"min", "max"}:
            raise ValueError(word)
        self._sheet.settings.append((self._breaks if word == "brk" else word, kept))

    def _finish_rule(self) -> None:
        """Keep a conditional format that has been read completely."""
        about, self._rule = self._rule or {}, None
        number = int(about["dxfId"]) if "dxfId" in about else None
        kind = about.get("type", "")
        rule = ConditionalRule(self._area, kind, number, tuple(self._conditions), about)
        self._sheet.rules.append(rule)

    def _place_rules(self, areas: str) -> None:
        """Newer conditional formats say where they are behind their conditions."""
        rules = self._sheet.rules
        rules[self._first_rule :] = [one._replace(areas=areas) for one in rules[self._first_rule :]]

    def _merge(self, area: str) -> None:
        """Keep a merged area; its cells are limited, since other readers create each of them."""
        first, _, last = area.partition(":")
        (top, left), (bottom, right) = place(first), place(last or first)
        self._merged += max(bottom - top + 1, 0) * max(right - left + 1, 0)
        self._sheet.merges.append(self._kept(area))
        if self._merged > limits.MERGED_CELLS or len(self._sheet.merges) > limits.MERGES:
            raise TooMuchError

    def row(self, number: int, attributes: Attributes) -> None:
        """Keep the height and the style of a row, and its number if it is hidden."""
        if "ht" in attributes:
            self._sheet.heights[number] = _number(attributes["ht"])
            if truth(attributes.get("customHeight", "0")):
                self._sheet.fixed_rows.add(number)
        if truth(attributes.get("customFormat", "0")):
            self._sheet.row_styles[number] = whole(attributes.get("s", "0"))
        if truth(attributes.get("collapsed", "0")):
            self._sheet.settings.append(("collapsed", {"row": str(number)}))
        if _unseen(attributes, "ht", _THIN_ROW):
            spans = self._sheet.hidden_rows
            if spans and spans[-1].stop == number:
                spans[-1] = range(spans[-1].start, number + 1)
            elif len(spans) < limits.LAST_ROW:
                spans.append(range(number, number + 1))
            else:
                raise TooMuchError

    def finish(self) -> None:
        """Join the hidden columns into spans."""
        self._sheet.hidden_columns = joined(self._columns)

    def _finish(self, attributes: Attributes) -> None:
        """Keep a validation that has been read completely."""
        cells = attributes.pop("sqref", "") or self._parts.get("sqref", "")
        one, two = (self._parts.get(key, "") for key in _TEXTS[:2])
        kind = attributes.get("type", "none")
        found = Validation(self._kept(cells), kind, one, two, attributes)
        self._sheet.validations.append(found)
        self._validation = None
        if len(self._sheet.validations) > limits.VALIDATIONS:
            raise TooMuchError

    def _taken(self) -> str:
        """Return the text since the last start of an element, and clear it."""
        text = self._kept("".join(self._texts))
        self._texts.clear()
        return text.strip()

    def _kept(self, text: str) -> str:
        """Return a text, counted against the budget."""
        return self._budget.text(text, limits.AREA_LIST)


def _known(name: str) -> str:
    """The name of an element: newer validations and conditional formats have other namespaces."""
    space, _, word = name.rpartition(" ")
    return word if space in _NEWER and word in _NEWER_ELEMENTS else own(name)


def _check_numbers(attributes: Attributes) -> None:
    """Refuse attributes that are no numbers though they must be.

    Raises:
        ValueError: one is none.
    """
    for key, value in attributes.items():
        if key in _WHOLE:
            whole(value)
        elif key in _NUMBERS:
            _number(value)


def _number(text: str) -> float:
    """Parse a number.

    Raises:
        ValueError: it is none, or not finite.
    """
    value = float(text)
    if not isfinite(value) or "_" in text or not text.isascii():
        raise ValueError(text)
    return value


def _unseen(attributes: Attributes, size: str, thin: float) -> bool:
    """Return whether a line is hidden or too thin to be seen; ``size`` is its attribute."""
    return truth(attributes.get("hidden", "0")) or _number(attributes.get(size, str(thin))) < thin
