"""The subjects of a book: all that exist, those that users choose, those that a project needs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.rules.notice import OwnersNotice
from elevshare.rules.share import Flat, OptOut
from elevshare.schemes import Family
from elevshare.schemes.holidays import with_known_days

if TYPE_CHECKING:
    from elevshare.project.model import Project


class Topic(StrEnum):
    """One subject of a book: one or a few sheets that are added together."""

    NOTICE = "公示"
    LEDGER = "台账"
    RECEIPTS = "收据"
    SINGLE = "单户"
    REMINDERS = "催缴"
    MERGED = "合并"
    COMPENSATION = "补偿"
    CONSENT = "表决"
    FINANCE = "筹资"
    FUND = "公积金"
    LOANS = "还款"
    UPKEEP = "运维"
    LATE = "后加入"
    CASH = "资金"
    SETTLEMENT = "决算"
    CHANGES = "变更"
    CHARTS = "图表"
    WECHAT = "微信"
    SIGNING = "签字"
    LARGE = "大字"
    OWN_TERMS = "个别"
    HALF_STOPS = "半层"
    CARRIERS = "指定楼层"
    POOLS = "分项"
    OTHERS = "其他来源"
    RESERVE = "维修资金"
    FARES = "分层票价"
    TERMS = "月年任选"


#: The word that chooses all subjects.
ALL = "全部"
#: Subjects that change how a book shares or charges, and add no sheet: never meant by ``ALL``.
_NAMED_ONLY = frozenset(
    {
        Topic.OWN_TERMS,
        Topic.HALF_STOPS,
        Topic.CARRIERS,
        Topic.FARES,
        Topic.TERMS,
        Topic.POOLS,
        Topic.OTHERS,
        Topic.RESERVE,
    }
)
#: The subjects that add sheets.
ALL_SHEETS = frozenset(Topic) - _NAMED_ONLY
_USUAL = frozenset({Topic.NOTICE, Topic.LEDGER, Topic.RECEIPTS, Topic.SINGLE})
DEFAULTS: dict[Family, frozenset[Topic]] = {
    Family.CONTRIBUTION: _USUAL,
    Family.PREPAID: _USUAL,
    Family.LEASE: _USUAL,
    Family.NONE: frozenset(),
}
#: Subject → the subject that it needs.
_IMPLIED = {
    **dict.fromkeys((Topic.RECEIPTS, Topic.CASH, Topic.REMINDERS), Topic.LEDGER),
    **dict.fromkeys((Topic.SIGNING, Topic.LARGE), Topic.NOTICE),
    Topic.MERGED: Topic.CONSENT,  # the column 同一人
}


#: The subjects of leases and of ride cards alone.
_OF_LEASES, _OF_CARDS = frozenset({Topic.TERMS}), frozenset({Topic.FARES})


def of_family(family: Family) -> frozenset[Topic]:
    """Return the subjects that books of a family can have.

    >>> sorted(one.value for one in of_family(Family.LEASE))
    ['催缴', '公示', '单户', '台账', '大字', '微信', '收据', '月年任选', '签字', '运维']
    >>> Topic.FARES in of_family(Family.PREPAID), Topic.FARES in of_family(Family.CONTRIBUTION)
    (True, False)
    """
    if family is Family.LEASE:
        more = {Topic.UPKEEP, Topic.WECHAT, Topic.REMINDERS, Topic.SIGNING, Topic.LARGE}
        return _USUAL | _OF_LEASES | more
    every = frozenset(Topic) - _OF_LEASES
    return every if family is Family.PREPAID else every - _OF_CARDS


def chosen(words: Iterable[str], family: Family, where: str) -> frozenset[Topic]:
    """Return the usual subjects of a family and those that a user names (``words``).

    Raises:
        InputError: books of this family have no such subject; ``where`` is the option or file.

    >>> Topic.SETTLEMENT in chosen(["决算", "公积金"], Family.CONTRIBUTION, "--with")
    True
    >>> chosen(["总账"], Family.CONTRIBUTION, "--with")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    elevshare.errors.InputError: --with：没有「总账」这一事项。请选：公示、台账、...。
    """
    known = {topic.value: topic for topic in Topic if topic in of_family(family)}
    named = frozenset(words)
    for word in named - known.keys() - {ALL}:
        listed = "、".join([*known, ALL]) if known else "这类簿子没有可加的页"
        raise InputError(f"没有「{word}」这一事项", where=where, todo=f"请选：{listed}")
    every = {known[word] for word in named - {ALL}}
    return (
        DEFAULTS[family] | every | (ALL_SHEETS & of_family(family) if ALL in named else frozenset())
    )


def topics_of(project: Project) -> frozenset[Topic]:
    """Return the subjects of a project's book: the chosen or usual ones, and those it needs."""
    family = project.scheme.family
    asked = DEFAULTS[family] if project.topics is None else project.topics
    every = asked | needed(project)
    return (every | {_IMPLIED[topic] for topic in every if topic in _IMPLIED}) & of_family(family)


def needed(project: Project) -> frozenset[Topic]:
    """Return the subjects without which some data of the project would have no place."""
    flats = project.flats
    used = {
        Topic.COMPENSATION: project.scheme.compensation or _differs(project.payouts)
        or any(flat.payout for flat in flats),
        Topic.CONSENT: _differs(project.voting)
        or any(flat.vote is not None or flat.agrees is not None or flat.person for flat in flats),
        Topic.FINANCE: _differs(project.budget),
        Topic.FUND: _differs(project.fund),
        Topic.LOANS: _differs(project.loan),
        Topic.UPKEEP: _differs(project.upkeep) or any(flat.exempt for flat in flats),
        Topic.LATE: project.joinings,
        Topic.NOTICE: _notice(project),
        Topic.SETTLEMENT: _differs(project.settlement),
        Topic.CHANGES: project.changes,
        Topic.OWN_TERMS: project.by_household or any(map(_own_terms, flats)),
        Topic.HALF_STOPS: _halves(project),
        Topic.POOLS: project.pools,
        Topic.OTHERS: project.others,
        Topic.RESERVE: project.reserve_rate is not None
        or any(flat.reserve or flat.reserve_left is not None for flat in flats),
        Topic.CARRIERS: project.method.opt_out is OptOut.CHOSEN,
        Topic.FARES: _differs(project.fares),
        Topic.TERMS: project.lease.other_fees or any(flat.term for flat in flats),
    }  # fmt: skip
    return frozenset(topic for topic, uses in used.items() if uses)


def _notice(project: Project) -> bool:
    """Return whether a project tells more of its notice than the holidays that every book has."""
    return project.notice not in _usual_notices()


@cache
def _usual_notices() -> tuple[OwnersNotice, OwnersNotice]:
    """A notice without anything, and one with the holidays that every book has."""
    return OwnersNotice(), with_known_days(OwnersNotice())


def _own_terms(flat: Flat) -> bool:
    """Return whether a household has terms of its own, or no storey that has a weight."""
    terms = flat.own_weight is not None or flat.fixed is not None or flat.reason != ""
    return terms or flat.storey < 1


def _halves(project: Project) -> bool:
    """Return whether any storey of the project is a half stop."""
    used = (*(flat.storey for flat in project.flats), *project.weights, *project.intervals)
    return bool(project.half_stops) or any(storey % 1 for storey in used)


def _differs(choices: object) -> bool:
    """Return whether any choice differs from its default."""
    return bool(choices != type(choices)())
