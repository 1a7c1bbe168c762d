"""The heights on 公示 of what stands above its list, and how the list falls into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.papers import posted
from elevshare.workbook.papers.posted import HEADS, Pages
from elevshare.workbook.plan import Plan

#: The usable height in points of an A4 page with margins of 0.6 inch, less a reserve.
PAGE = 748.0
#: Heights in points: a line of a table, one of two lines of text, and of three.
LINE, TWO, THREE = 15.0, 30.0, 43.0
#: A line with a reason, which may wrap.
TALL = 27.0
#: Title, mark of a draft, building; a line of money.
HEAD, MONEY = (28.0, 20.0, 16.0), 16.0
#: Key of a figure → its label; some books have only some of them.
AMOUNTS = {
    "cost": "总费用", "subsidy": "减：补贴", "others": "减：其他来源", "compensation": "加：补偿支出",
    "net": "应分摊净额", "pooled": "其中分项费用", "main": "其中主项净额", "fixed": "其中定额",
    "ruled": "按办法分摊的净额",
}  # fmt: skip
#: Document, calculation, tail difference; the calculation with terms of the households' own.
WORDS = (TWO, THREE, TWO)
_MANY_WORDS = (TWO, 2 * TWO + 12.0, TWO)
#: Period, objections, signatures, seal, date.
FOOT = (TWO, TWO, 20.0, 28.0, 14.0)
#: Lines of the list that are no items, storeys or households: the heads and the totals.
BETWEEN = 2


def amounts_of(plan: Plan) -> list[str]:
    """The figures of the book from the cost to what is shared, two on a line."""
    return [key for key in AMOUNTS if key in plan.figures.figures]


def head_of(plan: Plan) -> tuple[float, ...]:
    """The heights of the lines above the sentences, with as many lines of amounts as there are."""
    return (*HEAD, *[MONEY] * -(-len(amounts_of(plan)) // 2))


def words_of(plan: Plan) -> tuple[float, ...]:
    """The heights of the sentences; pools, money of others and later joiners have one each."""
    more = [topic for topic in (Topic.POOLS, Topic.OTHERS, Topic.LATE) if plan.has(topic)]
    return (*(_MANY_WORDS if plan.terms or plan.carriers else WORDS), *[TWO] * len(more))


def line_of(plan: Plan) -> float:
    """The height of a line of the list."""
    return TALL if plan.terms else LINE


def panel_of(plan: Plan) -> int:
    """The most lines that items and storeys take, side by side."""
    return max(MAX_COSTS, plan.storeys)


def pages_of(plan: Plan) -> Pages:
    """How the notice of a contribution book is divided into pages."""
    project, used = plan.project, panel_of(plan)
    if project.flats:
        used = max(len(project.costs), len({flat.storey for flat in project.flats}))
    above = (*head_of(plan), *words_of(plan))
    return pages_for(above, panel_of(plan), used, plan.flats, len(project.flats), line_of(plan))


def pages_for(
    above: Sequence[float], panel: int, used: int, flats: int, there: int, line: float = LINE
) -> Pages:
    """The pages of a list: ``panel`` lines at most, ``used`` as made, then the households."""
    fixed = sum(above) + sum(FOOT) + HEADS
    lines = panel + BETWEEN + flats
    pages = posted.room(PAGE, fixed, line, lines, used + BETWEEN + (there or flats))
    # Where heads and totals would end the first page alone, they begin the second.
    return replace(pages, lines=lines + BETWEEN) if panel + BETWEEN >= pages.first else pages
