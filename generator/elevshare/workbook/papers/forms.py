"""The numbered forms of a paper, for whoever counts its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a paper.

    ``numbers`` is the address of the column with the households' form numbers; ``a_page`` forms are
    on a page; ``made`` are in the print area, 0 where it is not known.
    """

    numbers: str
    a_page: int
    made: int = 0
