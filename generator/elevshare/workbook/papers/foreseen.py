"""How many forms, or lines, of a paper are foreseen as a book is made: so many are in its print area.

Where that follows from the project's inputs, the recipe tells it, because the formulas beside the
forms tell it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from elevshare.leasing import year_of
from elevshare.project import Project, Topic
from elevshare.rules.compensation import payouts
from elevshare.rules.upkeep import carries
from elevshare.schemes import Family
from elevshare.workbook.subjects.upkeep.inputs import default_sharing


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A paper of which not every household has one.

    ``topic`` is the subject it belongs to, ``None`` for the bills of a lease; ``count`` is how many
    have one, 0 where that is not known yet: ``unknown`` are foreseen then, ``None`` for one a
    household; ``blank`` tells that it is so in a template, too.
    """

    topic: Topic | None
    count: Callable[[Project], int]
    unknown: int | None = None
    blank: bool = False

    def usual(self, project: Project, rows: int) -> int:
        """How many are foreseen where nothing else is known, in a book of so many rows."""
        if self.unknown is not None and (project.flats or self.blank):
            return self.unknown
        return len(project.flats) or rows


def counts_of(project: Project) -> tuple[tuple[str, int], ...]:
    """Title → count, of the papers in a project's book of which another number is foreseen than usual."""
    if project.printed is not None:
        return project.printed
    found = [
        (title, one.count(project), one.usual(project, 0))
        for title, one in PAPERS.items()
        if _within(project, one)
    ]
    return tuple((title, count) for title, count, usual in found if count not in (0, usual))


def foreseen(project: Project, rows: int, title: str = "") -> int:
    """The forms of a paper that are foreseen: of each household, in a template of each of its rows.

    ``title`` is a key of ``PAPERS``, empty for a paper that every household has.
    """
    if title not in PAPERS:
        return len(project.flats) or rows
    return dict(counts_of(project)).get(title) or PAPERS[title].usual(project, rows)


def _within(project: Project, one: Foreseen) -> bool:
    """Whether a project's book has a paper."""
    if one.topic is not None:
        return project.has(one.topic)
    return project.scheme.family is Family.LEASE


def _lease_bills(project: Project) -> int:
    """The households that pay a fee."""
    return sum(flat.taking_part and year_of(project, flat) > 0 for flat in project.flats)


def _vouchers(project: Project) -> int:
    """The households that are paid compensation."""
    return sum(fen > 0 for fen in payouts(project.payouts, project.flats))


def _certificates(project: Project) -> int:
    """The households that have a share."""
    return sum(flat.taking_part and project.weight(flat.storey) != 0 for flat in project.flats)


def _merged_bills(project: Project) -> int:
    """The owners of several flats."""
    persons = [flat.person for flat in project.flats if flat.person]
    return sum(persons.count(one) > 1 for one in set(persons))


def _upkeep_bills(project: Project) -> int:
    """The households that carry the running cost."""
    chosen, lease = project.upkeep, project.scheme.family is Family.LEASE
    sharing = chosen.sharing or default_sharing(project)
    count = 0
    for flat in project.flats:
        own = flat.own_weight
        weight = 1 if lease else own if own is not None else project.weight(flat.storey) or 0
        count += carries(flat, weight, sharing, chosen.payers) and not flat.exempt
    return count


#: Title → which of its forms are foreseen.
PAPERS: Mapping[str, Foreseen] = {
    "收费单": Foreseen(None, _lease_bills),
    "补偿凭证": Foreseen(Topic.COMPENSATION, _vouchers, unknown=1),
    "公积金证明": Foreseen(Topic.FUND, _certificates),
    "合并账单": Foreseen(Topic.MERGED, _merged_bills, unknown=1, blank=True),
    "还款表": Foreseen(Topic.LOANS, lambda project: project.loan.months, unknown=0, blank=True),
    "运维账单": Foreseen(Topic.UPKEEP, _upkeep_bills),
}
