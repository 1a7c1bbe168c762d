"""How 公示 falls into pages: whole rows, the signatures on the page where the households begin."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.workbook.plan import Plan

#: What an A4 page with margins of 0.6 inch takes in points, with something to spare.
PAGE = 748.0
#: Heights in points: a line of a table, one of two lines of text, and of three.
LINE, TWO, THREE = 15.0, 29.0, 42.0
#: Cost items and storeys stand side by side; at least so many lines.
ITEMS = 10
#: Title, master check, building; two lines of money; heads of items and storeys.
HEAD = (28.0, 14.0, 17.0, 17.0, 17.0, 16.0)
#: Document, calculation, tail difference.
WORDS = (TWO, THREE, TWO)
#: Title and heads of the households, printed on every page; then their totals.
TITLES, TOTAL = (17.0, 17.0), 16.0
#: Period, objections, signatures, seal, version.
FOOT = (TWO, TWO, 22.0, 32.0, 12.0)
#: The line above the households of a further page.
AGAIN = 14.0
#: A page is not begun with fewer households than this, if there are more.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Pages:
    """Whole pages before the households, and how many of these each further page takes."""

    before: int
    first: int
    more: int

    def starts(self, households: int) -> list[int]:
        """The first household, from 0, of every page after the one where they begin.

        >>> Pages(0, 15, 46).starts(40), Pages(0, 15, 46).starts(15)
        ([15], [])
        """
        return list(range(self.first, households, self.more))


def lines_of(plan: Plan) -> int:
    """Lines of items and storeys, side by side."""
    return max(ITEMS, plan.storeys)


def pages_of(plan: Plan) -> Pages:
    """Households begin on the first page if a few of them fit there, else on a page of their own."""
    fixed = sum(TITLES) + TOTAL + sum(FOOT)
    used = sum(HEAD) + LINE * lines_of(plan) + sum(WORDS)
    room = PAGE - used - fixed
    alone = room < LINE * min(_FEWEST, plan.flats)
    first = (PAGE - fixed if alone else room) // LINE
    more = (PAGE - sum(TITLES) - AGAIN) // LINE
    return Pages(int(alone), min(plan.flats, int(first)), int(more))
