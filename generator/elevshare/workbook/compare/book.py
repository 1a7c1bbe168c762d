"""Assemble a comparison book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType

from elevshare.project import Project
from elevshare.workbook.book import assembled
from elevshare.workbook.compare import (
    chart,
    checking,
    cover,
    gains,
    households,
    page,
    parameters,
    readings,
    sources,
    splits,
)
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.grid import Grid


def make_comparison(projects: Sequence[Project]) -> bytes:
    """Make a comparison book from projects of one building under several schemes.

    Args:
        projects: the result of ``comparison.compared``; without flats the book is a template.
    """
    return filled(draft(ComparePlan(projects[0], tuple(projects))))


def draft(plan: ComparePlan) -> bytes:
    """Make the book without cached values and without compression."""
    names = "、".join(part.project.scheme.name for part in plan.parts)
    title = f"加装电梯分摊方案比较簿（{names}）"
    return assembled(_sheets(plan), addresses(plan), title, plan.version)


def _sheets(plan: ComparePlan) -> list[tuple[str, str, Callable[[Grid], None]]]:
    """Title, role and writer of every sheet, in the order of the work."""

    def of(*modules: ModuleType) -> list[tuple[str, str, Callable[[Grid], None]]]:
        return [(m.TITLE, m.ROLE, partial(m.write, plan=plan)) for m in modules]

    each = [(part.sheet, splits.ROLE, partial(splits.write, part=part)) for part in plan.parts]
    return [
        *of(cover, parameters, households),
        *each,
        *of(gains, page, chart, checking, sources, readings),
    ]


def addresses(plan: ComparePlan) -> dict[str, str]:
    """Defined names; ``amount_due_1`` … are the schemes in the given order (yuan)."""
    households = plan.households
    each = {}
    for part in plan.parts:
        number = part.index + 1
        each[f"amount_due_{number}"] = plan.page.all(f"s{part.index}")
        each[f"subsidy_{number}"] = part.figures.yuan("subsidy")
        each[f"net_cost_{number}"] = part.figures.yuan("net")
    return {
        "room_no": households.all("room"),
        "storey": households.all("storey"),
        "floor_area": households.all("area"),
        "taking_part": households.all("taking"),
        "cost_items": plan.costs.all("yuan"),
        "total_cost": plan.figures.yuan("cost"),
        "compensation": plan.figures.yuan("compensation"),
        "base_scheme": plan.parameter("base"),
        **each,
        "failed_checks": plan.failed,
        "scheme_id": plan.scheme_id,
        "book_version": plan.book_version,
    }
