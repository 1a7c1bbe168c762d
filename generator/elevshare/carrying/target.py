"""The book that is made of a filled-in one: its project, and which inputs its scheme ships."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from elevshare.carrying.source import FilledBook
from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.project import Project
from elevshare.project.topics import chosen, of_family, topics_of
from elevshare.returned.labels import At, Label, short
from elevshare.returned.made import Made, made_of
from elevshare.rules.late import MAX_JOINERS
from elevshare.rules.notice import OwnersNotice
from elevshare.schemes import Scheme
from elevshare.schemes.holidays import with_known_days
from elevshare.workbook.recipe import Recipe, recipe_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new book is to be: another scheme, more subjects, rows for households.

    ``None``, nothing and 0 keep what the filled-in book has.
    """

    scheme: Scheme | None = None
    topics: tuple[str, ...] = ()
    households: int = 0
    two_a_page: bool = False


def project_for(source: FilledBook, wanted: Wanted) -> Project:
    """The project of the new book: what the filled-in one says, in the shape that is wanted.

    Raises:
        InputError: there are more households than rows, or no such subject.
    """
    said, old = source.returned.project, source.recipe.project()
    scheme = wanted.scheme or old.scheme
    base = said if scheme.key == old.scheme.key else _under(scheme, said)
    topics = topics_of(said)
    if wanted.topics:
        topics |= chosen(wanted.topics, scheme.family, "--with")
    project = replace(
        base,
        notice=_notice(said.notice, source),
        scheme=scheme if wanted.scheme and scheme.key != old.scheme.key else old.scheme,
        storeys=old.storeys,  # as many rows for storeys as there were, whatever is filled in
        topics=topics & of_family(scheme.family),
        two_a_page=said.two_a_page or wanted.two_a_page,
        rows=0,
        joiners=_joiners(old, len(said.joinings)),
    )
    return _with_rows(project, source, wanted.households)


def _notice(said: OwnersNotice, source: FilledBook) -> OwnersNotice:
    """The notice; with public holidays where it is not up yet and the book never had any."""
    untouched = not (said.start or said.holidays or said.workdays or source.ships_holidays)
    return with_known_days(said) if untouched else said


def _joiners(old: Project, used: int) -> int:
    """Room for all later joiners of a book, and for one more where none was left."""
    return max(old.joining_blocks, min(used + 1, MAX_JOINERS))


def _under(scheme: Scheme, said: Project) -> Project:
    """What a book says, with the way of sharing and the numbers of another scheme."""
    fresh = project_from(scheme)
    method = replace(fresh.method, opt_out=said.method.opt_out, carriers=said.method.carriers)
    return replace(said, method=method, payouts=fresh.payouts, weights={}, intervals={})


def _with_rows(project: Project, source: FilledBook, households: int) -> Project:
    """Room for as many households as are wanted, or as the filled-in book had."""
    used = max((one.row + 1 for one in source.returned.entries.standings), default=0)
    if households and households < used:
        raise InputError(
            f"原簿的住户填到第 {used} 行，{households} 行放不下",
            where="--households",
            todo=f"请至少写 {used}",
        )
    rows = households or source.rows
    return project if rows == project.household_rows else replace(project, rows=rows)


def shipped_by(project: Project, *, holidays: bool = True) -> Made:
    """The book of a project's scheme and shape with nothing filled in, perhaps without holidays."""
    return made_of(recipe_of(project), _fresh if holidays else _without_holidays)


def _fresh(recipe: Recipe) -> Project:
    """The project of a recipe with what its scheme ships."""
    shape = recipe.project()
    return replace(
        project_from(shape.scheme), storeys=shape.storeys, topics=shape.topics,
        rows=shape.household_rows, two_a_page=shape.two_a_page, half_stops=shape.half_stops,
        joiners=shape.joining_blocks,
    )  # fmt: skip


def _without_holidays(recipe: Recipe) -> Project:
    """The same of a version that shipped no holidays."""
    return replace(_fresh(recipe), notice=OwnersNotice())


def of_the_scheme(old: Made, new: Made) -> frozenset[tuple[str, str, str]]:
    """Sheet, section and head of the inputs that two schemes ship differently."""
    return frozenset(
        label[:3] for label in old.labels.keys() & new.labels.keys()
        if old.shipped(label) != new.shipped(label)
    )  # fmt: skip


class TargetPlaces:
    """Where the inputs of another book stand in a new one.

    Books of another family have some inputs in other sections, and heads with other asides.
    """

    def __init__(self, made: Made) -> None:
        self._exact = made.labels
        self._alike: defaultdict[tuple[str, str, str], list[At]] = defaultdict(list)
        for label, at in made.labels.items():
            self._alike[_alike(label)].append(at)

    def of(self, label: Label) -> At | None:
        """The cell of an input; ``None`` where it has no place, or more than one."""
        if label in self._exact:
            return self._exact[label]
        like = self._alike.get(_alike(label), [])
        return like[0] if len(like) == 1 else None


def _alike(label: Label) -> tuple[str, str, str]:
    """What an input is called, but for its section and what is in brackets."""
    return label.sheet, short(label.head), label.row
