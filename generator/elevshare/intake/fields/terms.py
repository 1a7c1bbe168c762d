"""A household's own terms: its weight, its percentage, its fixed sum."""

from __future__ import annotations

import re

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.amounts import amount_of, fen_of
from elevshare.intake.fields.problems import refuse_error
from elevshare.money import scaled
from elevshare.rules.share import MAX_WEIGHT, WEIGHT_PLACES, WEIGHT_SCALE
from elevshare.schemes import WHOLE_PERCENT
from elevshare.text import shown
from elevshare.vocabulary import folded, is_parted

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def is_percent(text: str) -> bool:
    """Whether a text has the sign of a percentage.

    >>> is_percent("20.5％"), is_percent("1.5")
    (True, False)
    """
    return folded(text).endswith("%")


def has_term(text: str) -> bool:
    """Whether a text states anything: a blank or a dash does not."""
    return folded(text) not in {"", *vocabulary.words("个别", "没有")}


def own_weight_of(text: str, where: str = "", *, what: str = "个别系数") -> int | None:
    """A household's own weight in 1/10,000, ``None`` where there is none.

    A percent sign makes it the household's percentage, see ``percent_of``.

    Raises:
        InputError: it is no number from 0 to ``MAX_WEIGHT``.

    >>> own_weight_of("1.5"), own_weight_of("88"), own_weight_of("20.5%"), own_weight_of("—")
    (15000, 880000, 205000, None)
    """
    if is_percent(text):
        return percent_of(text, where, what=what)
    return _weight(text, where, what, MAX_WEIGHT, "")


def percent_of(text: str, where: str = "", *, what: str = "本户百分比") -> int | None:
    """A household's percentage in 1/10,000 of a percent, ``None`` where there is none.

    Raises:
        InputError: it is no number from 0 to 100.

    >>> percent_of("20.5%"), percent_of("20.5"), percent_of("")
    (205000, 205000, None)
    """
    return _weight(text, where, what, WHOLE_PERCENT, "%")


def _weight(text: str, where: str, what: str, most: int, sign: str) -> int | None:
    """A number of 1/10,000 up to ``most``; ``None`` where nothing is stated."""
    refuse_error(text, what, where)
    if not has_term(text):
        return None
    about, todo = f"{what}「{shown(text.strip())}」", f"请填 0 到 {most // WEIGHT_SCALE} 之间的数"
    number = folded(text).removesuffix(sign)
    if is_parted(text) or not _DECIMAL.fullmatch(number):
        raise InputError(f"{about}不是数字", where=where, todo=todo)
    weight = scaled(number, WEIGHT_PLACES, where=where, what=what)
    if not 0 <= weight <= most:
        raise InputError(f"{about}是负数或过大", where=where, todo=todo)
    return weight


def fixed_of(text: str, where: str = "", *, what: str = "定额") -> int | None:
    """A household's fixed sum in fen, ``None`` where it pays by the rule.

    Raises:
        InputError: it is no amount, negative or too large.

    >>> fixed_of("500元"), fixed_of("0.05万"), fixed_of("免交"), fixed_of("0"), fixed_of("")
    (50000, 50000, 0, 0, None)
    """
    refuse_error(text, what, where)
    if not has_term(text):
        return None
    if folded(text) in vocabulary.words("个别", "免交"):
        return 0
    return amount_of(fen_of(text, where, what=what), where, what)
