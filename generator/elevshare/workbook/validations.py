"""Validations: what may be typed into the cells of a sheet, with a hint and a message in Chinese.

They are written as text like cells (see ``sheetxml``), which takes a tenth of openpyxl's time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from elevshare.opened.areas import area as parsed
from elevshare.opened.areas import runs
from elevshare.opened.places import Place, reference
from elevshare.opened.xmltext import escape
from elevshare.workbook.conditions import in_order
from elevshare.workbook.field import LONGEST

#: The most characters that Excel takes as a title.
_TITLE = 31
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#09;"}


class Validations:
    """The validations of one sheet, in the order in which they were added."""

    def __init__(self) -> None:
        #: Areas, separated by blanks, and the XML of their validation.
        self._validations: list[tuple[str, str]] = []
        #: Column → rows of cells for free texts.
        self._texts: defaultdict[int, set[int]] = defaultdict(set)

    def validations_xml(self) -> str:
        """All validations as XML; nothing if there are none."""
        items = "".join(item for _, item in self._validations)
        count = len(self._validations)
        return f'<dataValidations count="{count}">{items}</dataValidations>' if count else ""

    def choose(self, area: str, choices: str, title: str, free: bool = False) -> None:
        """Restrict an area to a few words; ``choices`` are separated by commas.

        If it is ``free``, another word is only asked about.
        """
        hint = f"请选择：{choices.replace(',', '、')}"
        more = {"errorStyle": "information"} if free else {}
        self._validate(area, title, hint, {"type": "list", **more}, f'"{choices}"')

    def choose_from(self, area: str, source: str, title: str, hint: str) -> None:
        """Restrict an area to the values of a range; ``source`` is its defined name."""
        # Where blanks are ignored, Excel takes anything for a range that has blank cells.
        self._validate(area, title, hint, {"type": "list"}, source, blank=False)

    def limit(self, area: str, kind: str, low: str, high: str, title: str, hint: str) -> None:
        """Restrict an area to numbers (``decimal``, ``whole``), dates or lengths between two bounds."""
        self._validate(area, title, hint, {"type": kind, "operator": "between"}, low, high)

    def guard_texts(self) -> None:
        """Limit the length of texts in all input cells without another validation."""
        guarded = self._guarded()
        areas = [
            f"{reference(run.start, column)}:{reference(run.stop - 1, column)}"
            for column in sorted(self._texts)
            for run in runs(row for row in self._texts[column] if (row, column) not in guarded)
        ]
        if areas:
            hint = f"最多 {LONGEST} 个字；没有就空着"
            self.limit(" ".join(areas), "textLength", "0", str(LONGEST), "文字", hint)

    def _guarded(self) -> set[Place]:
        """The cells that have a validation."""
        areas = (parsed(one) for areas, _ in self._validations for one in areas.split())
        return {place for area in areas for place in area.places}

    def _validate(
        self,
        area: str,
        title: str,
        hint: str,
        rule: Mapping[str, str],
        *bounds: str,
        blank: bool = True,
    ) -> None:
        """A validation that shows a hint and rejects an entry with a Chinese message."""
        area = in_order(area)
        facts = {
            "sqref": area,
            "showDropDown": "0",
            "showInputMessage": "1",
            "showErrorMessage": "1",
            "allowBlank": f"{blank:d}",
            "errorTitle": f"{title}填写有误"[:_TITLE],
            "error": hint,
            "promptTitle": title[:_TITLE],
            "prompt": hint,
            **rule,
        }
        shown = "".join(f' {name}="{escape(fact, _IN_ATTRIBUTES)}"' for name, fact in facts.items())
        inner = "".join(
            f"<formula{number}>{escape(bound)}</formula{number}>"
            for number, bound in enumerate(bounds, 1)
        )
        self._validations.append((area, f"<dataValidation{shown}>{inner}</dataValidation>"))
