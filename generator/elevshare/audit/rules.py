"""The validations of a sheet: which rule a cell has, and which values it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from elevshare.audit.formulas import canonical
from elevshare.audit.moves import Moves
from elevshare.opened import Validation, Value
from elevshare.opened.areas import Area, area
from elevshare.opened.places import Place

#: Day 0 of a workbook's dates (correct from March 1900 on).
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Rule:
    """One validation: kind (list, decimal, …), operator, and bounds or choices as formulas.

    ``free``: other words than those listed may be typed; programs that save a book forget it.
    """

    kind: str
    operator: str
    one: str
    two: str
    free: bool = field(default=False, compare=False, repr=False)

    def moved(self, moves: Moves, sheet: str) -> Rule:
        """Return the rule with the addresses in it moved; ``sheet`` is the original title."""
        if not moves or self.one.startswith('"'):
            return self
        return replace(self, one=moves.formula(self.one, sheet), two=moves.formula(self.two, sheet))

    def refuses(self, value: Value) -> bool:
        """Return whether the rule refuses a value; a rule that depends on other cells refuses none.

        >>> rule = Rule("whole", "between", "1", "7")
        >>> rule.refuses(8), rule.refuses(2.5), rule.refuses("三"), rule.refuses(7.0)
        (True, True, True, False)
        >>> Rule("list", "", '"是,否"', "").refuses("不")
        True
        """
        if self.free or value is None or value == "":
            return False
        if self.kind == "list":
            return self.one.startswith('"') and str(value) not in self.one.strip('"').split(",")
        if self.kind == "textLength":
            return len(str(value)) > float(self.two)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self.kind in ("decimal", "whole", "date")
        if self.kind == "whole" and value != int(value):
            return True
        try:
            return not float(self.one) <= value <= float(self.two)
        except ValueError:
            return False

    @property
    def allowed(self) -> str:
        """What may be typed, in Chinese."""
        if self.kind == "list":
            return self.one.strip('"').replace(",", "、")
        if self.kind == "textLength":
            return f"不超过 {self.two} 个字"
        if self.kind == "date":
            return f"{_day(self.one)} 到 {_day(self.two)} 的日期"
        return f"{self.one} 到 {self.two} 的{'整数' if self.kind == 'whole' else '数字'}"


class Rules:
    """All validations of one sheet."""

    def __init__(self, validations: Iterable[Validation]) -> None:
        self._rules: list[tuple[list[Area], Rule]] = []
        for one in validations:
            listed = one.kind == "list"  # LibreOffice writes more for a list, without meaning
            operator = "" if listed else one.attributes.get("operator", "between")
            two = "" if listed else _plain(one.formula2)
            free = listed and one.attributes.get("errorStyle") == "information"
            rule = Rule(one.kind, operator, _plain(one.formula1), two, free)
            self._rules.append((list(_areas(one.cells)), rule))

    def at(self, place: Place) -> Rule | None:
        """Return the rule of a cell, or ``None``."""
        for areas, rule in self._rules:
            if any(area.holds(place) for area in areas):
                return rule
        return None

    def cells(self, places: Iterable[Place]) -> Iterator[tuple[Place, Rule]]:
        """Return those of some cells that have a rule, each with it."""
        for place in places:
            if rule := self.at(place):
                yield place, rule

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rules) and self._sorted() == other._sorted()

    __hash__ = None  # type: ignore[assignment]

    def _sorted(self) -> Sequence[tuple[str, list[Area]]]:
        """Return the rules sorted, to compare two sheets."""
        return sorted((repr(rule), sorted(areas)) for areas, rule in self._rules)


def _areas(cells: str) -> Iterator[Area]:
    """Return the areas of a list such as ``A1:B2 C3``; invalid ones are skipped."""
    for text in cells.split():
        with suppress(ValueError):
            yield area(text)


def _day(bound: str) -> str:
    """Return a bound as yyyy-mm-dd if it is a day number, else unchanged.

    >>> _day("46023"), _day("参数!$B$5")
    ('2026-01-01', '参数!$B$5')
    """
    return str(_FIRST_DAY + timedelta(int(bound))) if re.fullmatch(r"\d{1,6}", bound) else bound


def _plain(formula: str) -> str:
    """Return a bound in the spelling of ``canonical``."""
    return canonical(formula) if formula else ""
