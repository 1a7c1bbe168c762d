"""The register of what a roster may be like: each feature changes a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roster_draft import Draft

#: When a feature works: on the households, on the cells, on columns, lines, the sheet, the book.
HOUSEHOLDS, CELLS, COLUMNS, LINES, SHEET, BOOK = range(6)
#: What has to be read, what has to be refused, and what may be either as long as it is not wrong.
UNDERSTOOD, REFUSED, EITHER = "understood", "refused", "either"


@dataclass(frozen=True)
class Feature:
    """One kind of roster; of those that share a ``group`` a roster has one."""

    name: str
    stage: int
    groups: frozenset[str]
    must: str
    apply: Callable[[Draft], None]


FEATURES: dict[str, Feature] = {}


def feature(stage: int, *groups: str, must: str = UNDERSTOOD):
    """Enter a function into the register."""

    def enter(apply):
        # pytest imports a module once more to look for doctests in it: that is no second feature.
        name, file = apply.__name__, apply.__code__.co_filename
        assert name not in FEATURES or FEATURES[name].apply.__code__.co_filename == file, name
        FEATURES[name] = Feature(name, stage, frozenset(groups or {name}), must, apply)
        return apply

    return enter
