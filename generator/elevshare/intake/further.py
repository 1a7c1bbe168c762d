"""Read the further columns of a roster: compensation, votes, terms of a household's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from elevshare.errors import InputError
from elevshare.intake.columns import (
    AGREES,
    EXEMPT,
    FIXED,
    OWN_WEIGHT,
    PAYOUT,
    PERCENT,
    PERSON,
    REASON,
    RESERVE,
    RESERVE_LEFT,
    TERM,
    VOTE,
)
from elevshare.intake.fields import (
    amount_of,
    fen_of,
    fixed_of,
    own_weight_of,
    percent_of,
    person_of,
    term_of,
    yes_no_of,
)
from elevshare.rules.share import Flat
from elevshare.text import noting
from elevshare.vocabulary import folded


def with_more(flat: Flat, more: Mapping[str, str], where: str, problems: list[InputError]) -> Flat:
    """The flat with the values of further columns (column → text), which stand at ``where``."""
    for column, text in more.items():
        key, read = _MORE[column]
        with noting(problems):
            if (value := read(text, where, what=column)) is not None:
                flat = replace(flat, **{key: value})
    return flat


def _payout(text: str, where: str, *, what: str) -> int:
    """An amount in fen, 0 where nothing is filled in."""
    return amount_of(fen_of(text, where, what=what), where, what) if folded(text) else 0


def _balance(text: str, where: str, *, what: str) -> int | None:
    """A balance in fen, ``None`` where nothing is filled in."""
    return _payout(text, where, what=what) if folded(text) else None


#: Column → the field of a flat, and how its text is read.
_MORE: Mapping[str, tuple[str, Callable[..., Any]]] = {
    VOTE: ("vote", yes_no_of),
    AGREES: ("agrees", yes_no_of),
    PERSON: ("person", person_of),
    EXEMPT: ("exempt", lambda text, where, *, what: bool(yes_no_of(text, where, what=what))),
    PAYOUT: ("payout", _payout),
    RESERVE: ("reserve", _payout),
    RESERVE_LEFT: ("reserve_left", _balance),
    TERM: ("term", term_of),
    OWN_WEIGHT: ("own_weight", own_weight_of),
    PERCENT: ("own_weight", percent_of),
    FIXED: ("fixed", fixed_of),
    REASON: ("reason", person_of),
}
