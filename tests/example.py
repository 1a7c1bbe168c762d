"""Published worked results, one TOML file each under ``examples/``, and how they are judged.

A file says what it is about (``kind``, ``title``), where it was printed (``source``: S0–S4, Q1,
Q1r or Q2 of the sources; C where this project computed it; ``place`` in the source), which ``scheme``
it works with, and has one ``[[case]]`` or more::

    [case.input]       what the runner of the kind takes
    [case.printed]     ``unit``, then name = "figure as printed"; tables inside make dotted names
    [[case.deviation]] names whose printed figures the rules do not give, with the reason
    [[case.wrong]]     name, text, unit: what the source prints by mistake, with the reason

A printed figure is met within half of its last printed digit.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "examples"
SOURCES = ("S0", "S1", "S2", "S3", "S4", "Q1", "Q1r", "Q2", "C")
#: Unit → how much it is; money in fen. 文字 is for words, which must be the same.
UNITS = {"元": 100, "万元": 1_000_000, "%": 1, "数": 1, "文字": 0}

Found = Mapping[str, Fraction | int | str]


@dataclass(frozen=True)
class Figure:
    """One figure as it was printed."""

    text: str
    unit: str

    def met(self, found: Fraction | int | str) -> bool:
        """Whether a result is the figure, to half of its last printed digit.

        >>> Figure("5.70", "万元").met(5_700_049), Figure("5.70", "万元").met(5_705_001)
        (True, False)
        """
        scale = UNITS[self.unit]
        if not scale:
            return found == self.text
        plain = self.text.replace(",", "")
        digits = 10 ** len(plain.partition(".")[2])
        return abs(Fraction(plain) * scale - Fraction(found)) <= Fraction(scale, 2 * digits)


@dataclass(frozen=True)
class Case:
    """One case: input, printed figures, and the names where something is known to be amiss."""

    id: str
    kind: str
    scheme: str
    input: dict[str, Any]
    printed: dict[str, Figure]
    deviations: dict[str, str]
    wrong: tuple[tuple[str, Figure], ...]

    def complaints(self, found: Found) -> list[str]:
        """What is not as the example says, as readable lines."""
        return list(self._complaints(found))

    def _complaints(self, found: Found) -> Iterator[str]:
        for name, figure in self.printed.items():
            said = f"{name}: printed {figure.text} {figure.unit}, found {found[name]}"
            if name not in self.deviations and not figure.met(found[name]):
                yield said
            if name in self.deviations and figure.met(found[name]):
                yield f"{said}; this deviation is no more"
        for name, figure in self.wrong:
            if figure.met(found[name]):
                yield f"{name}: the wrong {figure.text} {figure.unit} comes out"


@dataclass(frozen=True)
class Example:
    """One file."""

    id: str
    kind: str
    title: str
    source: str
    place: str
    scheme: str
    cases: tuple[Case, ...]


def read_all(folder: Path) -> list[Example]:
    """Every example of a folder."""
    files = sorted(path for path in folder.glob("*.toml") if path.name != "none.toml")
    return [read(path.read_text(encoding="utf-8"), path.stem) for path in files]


def read(text: str, stem: str) -> Example:
    """One example; a key nobody knows and a figure without unit or reason fail."""
    data = tomllib.loads(text)
    cases = data.pop("case")
    head = {"scheme": "", **data}
    assert head["source"] in SOURCES
    return Example(stem, **head, cases=tuple(_cases(cases, stem, head)))


def _cases(tables: list[dict[str, Any]], stem: str, head: dict[str, str]) -> Iterator[Case]:
    for number, table in enumerate(tables, 1):
        printed = dict(_figures(table.pop("printed", {}), ""))
        deviations = dict(_deviations(table.pop("deviation", [])))
        wrong = tuple(_wrong(**one) for one in table.pop("wrong", []))
        given = table.pop("input")
        assert not table, f"{stem}: {list(table)}"
        assert printed or wrong, stem
        assert deviations.keys() <= printed.keys(), stem
        yield Case(f"{stem}-{number}", head["kind"], head["scheme"], given, printed, deviations, wrong)  # fmt: skip


def _figures(table: dict[str, Any], unit: str, path: str = "") -> Iterator[tuple[str, Figure]]:
    """Dotted name → figure; a table inside may have its own unit."""
    unit = table.pop("unit", unit)
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _figures(value, unit, f"{path}{name}.")
        else:
            assert isinstance(value, str) and unit in UNITS, (path, name, value, unit)
            yield f"{path}{name}", Figure(value, unit)


def _deviations(tables: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        assert table.keys() == {"names", "reason"} and table["reason"]
        for name in table["names"]:
            yield name, table["reason"]


def _wrong(name: str, text: str, unit: str, reason: str) -> tuple[str, Figure]:
    assert reason
    return name, Figure(text, unit)
