"""The numbered forms of a paper, for whoever counts its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a paper.

    ``numbers`` is the address of the column with the households' form numbers; ``a_page`` forms are
    on a page; ``made`` are in the print area, 0 where it is not known. ``now`` is a formula of how
    many there are, where the numbers do not tell. A list without forms (``counted`` in 页) has its
    pages instead.
    """

    numbers: str
    a_page: int
    made: int = 0
    now: str = ""
    counted: str = "张"

    @property
    def most(self) -> str:
        """The formula of how many there are now."""
        return self.now or f"MAX({self.numbers})"


def listed(pages: str) -> Forms:
    """A list on so many pages (a formula), of which all are printed."""
    return Forms("", 1, now=pages, counted="页")
