"""The rules of a sheet for what may be typed, cell by cell, and what they refuse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from elevshare.audit.formulas import canonical
from elevshare.audit.moves import Moves
from elevshare.opened import Validation, Value
from elevshare.opened.areas import Area, area
from elevshare.opened.places import Place

#: The day before day 1 of a workbook, as far as days after February 1900 go.
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its kind (list, decimal, …), how it compares, and its bounds or choices."""

    kind: str
    operator: str
    one: str
    two: str

    def moved(self, moves: Moves, sheet: str) -> Rule:
        """The rule as it must be after what it refers to was moved."""
        if not moves or self.one.startswith('"'):
            return self
        return replace(self, one=moves.formula(self.one, sheet), two=moves.formula(self.two, sheet))

    def refuses(self, value: Value) -> bool:
        """Whether a value was not to be typed; one that depends on other cells is let pass.

        >>> rule = Rule("whole", "between", "1", "7")
        >>> rule.refuses(8), rule.refuses(2.5), rule.refuses("三"), rule.refuses(7.0)
        (True, True, True, False)
        >>> Rule("list", "", '"是,否"', "").refuses("不")
        True
        """
        if value is None or value == "":
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
    def said(self) -> str:
        """What may be typed, in words."""
        if self.kind == "list":
            return self.one.strip('"').replace(",", "、")
        if self.kind == "textLength":
            return f"不超过 {self.two} 个字"
        if self.kind == "date":
            return f"{_day(self.one)} 到 {_day(self.two)} 的日期"
        return f"{self.one} 到 {self.two} 的{'整数' if self.kind == 'whole' else '数字'}"


class Rules:
    """All rules of one sheet."""

    def __init__(self, validations: Iterable[Validation]) -> None:
        self._rules: list[tuple[list[Area], Rule]] = []
        for one in validations:
            listed = one.kind == "list"  # what else LibreOffice writes of a list means nothing
            operator = "" if listed else one.attributes.get("operator", "between")
            two = "" if listed else _plain(one.formula2)
            rule = Rule(one.kind, operator, _plain(one.formula1), two)
            self._rules.append((list(_areas(one.cells)), rule))

    def at(self, place: Place) -> Rule | None:
        """The rule for a cell."""
        for areas, rule in self._rules:
            if any(area.holds(place) for area in areas):
                return rule
        return None

    def cells(self, places: Iterable[Place]) -> Iterator[tuple[Place, Rule]]:
        """The cells of some that have a rule."""
        for place in places:
            if rule := self.at(place):
                yield place, rule

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rules) and self._sorted() == other._sorted()

    __hash__ = None  # type: ignore[assignment]

    def _sorted(self) -> Sequence[tuple[str, list[Area]]]:
        """The rules in an order of their own."""
        return sorted((repr(rule), sorted(areas)) for areas, rule in self._rules)


def _areas(cells: str) -> Iterator[Area]:
    """The areas of a list such as ``A1:B2 C3``; what is none has no cells."""
    for text in cells.split():
        with suppress(ValueError):
            yield area(text)


def _day(bound: str) -> str:
    """A day as it is written; as it stands where it is not a plain number.

    >>> _day("46023"), _day("参数!$B$5")
    ('2026-01-01', '参数!$B$5')
    """
    return str(_FIRST_DAY + timedelta(int(bound))) if re.fullmatch(r"\d{1,6}", bound) else bound


def _plain(formula: str) -> str:
    """A bound as every program means it."""
    return canonical(formula) if formula else ""
