"""The small books that tests tamper with: one of each family, made once a process."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from buildings import EVERY, project, project_from
from editing import with_inputs

from elevshare.project import Papers, Project
from elevshare.rules.lease import Lease
from elevshare.schemes import find
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.engine.filling import filled

PAPERS = Papers(
    estate="安苑东里", building="12 幢", payee="业主共有资金专户", due_date="2026-12-31"
)


def _plain() -> Project:
    """Three storeys, no subjects; 301 stays out."""
    return project(storeys=3, areas=(8017, 10451), out=("301",), papers=PAPERS)


def _lease() -> Project:
    """A lease of three storeys."""
    one = project_from(find("beijing-hualing"), storeys="3", areas="61.03,80.17")
    return replace(one, papers=PAPERS, lease=Lease(start="2026-03-01"))


#: Name → its project.
PROJECTS = {
    "plain": _plain,
    "usual": lambda: replace(_plain(), topics=None),
    "every": lambda: project(storeys=3, areas=(8017,), papers=PAPERS, topics=EVERY),
    "percent": lambda: project("shanghai-7-level", 7, (8017,), papers=PAPERS, costs=()),
    "lease": _lease,
    "prepaid": lambda: project_from(
        find("beijing-rongsheng"), storeys="3", areas="60,60", cost="30万"
    ),
}


@cache
def book(name: str) -> bytes:
    """A finished book of a small building."""
    return typed(name, {})


def typed(name: str, values: dict[tuple[str, str], object]) -> bytes:
    """The same with other inputs, computed: what a user sends back."""
    project = PROJECTS[name]()
    plan = family_of(project).plan(project)
    return filled(with_inputs(draft(plan), values))
