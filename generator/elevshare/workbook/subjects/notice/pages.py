"""Divide 公示 into pages: no row is cut; the signatures follow the first households."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.plan import Plan

#: The usable height in points of an A4 page with margins of 0.6 inch, less a reserve.
PAGE = 748.0
#: Heights in points: a line of a table, one of two lines of text, and of three.
LINE, TWO, THREE = 14.4, 29.0, 42.0
#: The least number of lines for cost items and storeys, which are side by side.
ITEMS = MAX_COSTS
#: Title, mark of a draft, building; two lines of money; heads of items and storeys.
HEAD = (26.0, 20.0, 16.0, 16.0, 16.0, 15.0)
#: Key of a figure → its label; some books have only some of them.
AMOUNTS = {
    "cost": "总费用", "subsidy": "减：补贴", "others": "减：其他来源", "compensation": "加：补偿支出",
    "net": "应分摊净额", "pooled": "其中分项费用", "main": "其中主项净额", "fixed": "其中定额",
    "ruled": "按办法分摊的净额",
}  # fmt: skip
#: Document, calculation, tail difference; the calculation with terms of the households' own.
WORDS = (TWO, THREE, TWO)
_MANY_WORDS = (TWO, 2 * TWO + 13.0, TWO)
#: Title and heads of the households, printed on every page; then their totals.
TITLES, TOTAL = (16.0, 16.0), 15.0
#: Period, objections, signatures, seal, version.
FOOT = (THREE, THREE, 20.0, 30.0, 12.0)
#: The line above the households of a further page.
AGAIN = 14.0
#: Households only begin on a page with room for this many.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages before the households, households on the page where they begin, and on later ones."""

    before: int
    first: int
    more: int

    def starts(self, households: int) -> list[int]:
        """The first household (from 0) of every page after the one where they begin.

        >>> Pages(0, 15, 46).starts(40), Pages(0, 15, 46).starts(15)
        ([15], [])
        """
        return list(range(self.first, households, self.more))


def lines_of(plan: Plan) -> int:
    """The number of lines of items and storeys, which are side by side."""
    return max(ITEMS, plan.storeys)


def amounts_of(plan: Plan) -> list[str]:
    """The figures of the book from the cost to what is shared, two on a line."""
    return [key for key in AMOUNTS if key in plan.figures.figures]


def head_of(plan: Plan) -> tuple[float, ...]:
    """The heights of the lines above the sentences, with as many lines of amounts as there are."""
    lines = -(-len(amounts_of(plan)) // 2)
    return (*HEAD[:3], *[HEAD[3]] * lines, HEAD[-1])


def words_of(plan: Plan) -> tuple[float, ...]:
    """The heights of the sentences of a contribution book; pools and money of others have one each."""
    more = [topic for topic in (Topic.POOLS, Topic.OTHERS) if plan.has(topic)]
    return (*(_MANY_WORDS if plan.terms or plan.carriers else WORDS), *[TWO] * len(more))


def pages_of(plan: Plan) -> Pages:
    """How the notice of a contribution book is divided into pages."""
    return pages_for(lines_of(plan), words_of(plan), plan.flats, head_of(plan))


def pages_for(
    lines: int, words: Sequence[float], flats: int, head: Sequence[float] = HEAD
) -> Pages:
    """Begin sentences and households on page 1 if some households fit there, else on page 2."""
    fixed = sum(words) + sum(TITLES) + TOTAL + sum(FOOT)
    room = PAGE - sum(head) - LINE * lines - fixed
    alone = room < LINE * min(_FEWEST, flats)
    first = (PAGE - fixed if alone else room) // LINE
    more = (PAGE - sum(TITLES) - AGAIN) // LINE
    return Pages(int(alone), min(flats, int(first)), int(more))
