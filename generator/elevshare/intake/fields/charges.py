"""Whether a household of a lease is charged by the month or by the year."""

from __future__ import annotations

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import refuse_error
from elevshare.rules.lease import Charge
from elevshare.text import shown
from elevshare.vocabulary import folded


def term_of(text: str, where: str = "", *, what: str) -> str:
    """The value of a ``Charge``, in any usual way of writing; empty where nothing is filled in.

    Raises:
        InputError: it is neither by the month nor by the year.

    >>> term_of("按年", what="按月或按年"), term_of(" 月付", what="按月或按年"), term_of("", what="")
    ('year', 'month', '')
    """
    refuse_error(text, what, where)
    word = folded(text)
    if not word:
        return ""
    for meaning, charge in {"按月": Charge.MONTH, "按年": Charge.YEAR}.items():
        if word in vocabulary.words("月年", meaning):
            return charge.value
    raise InputError(
        f"{what}「{shown(text.strip())}」看不懂", where=where, todo="请填 按月 或 按年，或空着"
    )
