"""Amounts of money with units: 15000, 1.5万元, ¥1,500.00."""

from __future__ import annotations

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import refuse_error
from elevshare.money import MAX_FEN, scaled, yuan
from elevshare.text import shown
from elevshare.vocabulary import folded, is_parted

#: Yuan below which the cost of a lift, stated without a unit, was probably meant in 万元.
FEW_FOR_A_LIFT = 10_000


def fen_of(text: str, where: str = "", *, what: str = "金额", unit: int = 1) -> int:
    """An amount in fen.

    Args:
        text: as written; a unit in it counts more than that of the heading.
        where: the place, for messages.
        what: what messages call it.
        unit: yuan in the unit that the heading states: 1, 1,000 or 10,000.

    Raises:
        InputError: it is no amount, or has parts of a fen.

    >>> fen_of("1.5", unit=10_000), fen_of("15,000元", unit=10_000), fen_of("¥1.5万元")
    (1500000, 1500000, 1500000)
    """
    refuse_error(text, what, where)
    number, own = parts_of(folded(text))
    if is_parted(text) or not number:
        raise InputError(
            f"{what}「{shown(text.strip())}」不是数字", where=where, todo="请只填数字，如 100"
        )
    places = 2 + len(str(own or unit)) - 1
    try:
        return scaled(number, places, where=where, what=what)
    except InputError as error:
        raise InputError(error.what.replace(number, shown(text.strip()), 1), where=where,
                         todo=error.todo) from None  # fmt: skip


def parts_of(plain: str) -> tuple[str, int]:
    """The number of a folded amount, and the yuan in its own unit, 0 where it has none.

    >>> parts_of("¥1.5万元"), parts_of("800")
    (('1.5', 10000), ('800', 0))
    """
    units = sorted(vocabulary.units().items(), key=lambda pair: -len(pair[0]))
    for word, unit in units:
        if unit == 1 and plain.startswith(word):
            plain = plain.removeprefix(word)
            break
    for word, unit in units:
        if plain.endswith(word):
            return plain.removesuffix(word), unit
    return plain, 0


def amount_of(fen: int, where: str, what: str) -> int:
    """The amount, in fen; a negative or too large one is refused.

    >>> amount_of(-1, "--cost", "总费用")
    Traceback (most recent call last):
    elevshare.errors.InputError: --cost：总费用 -0.01 元是负数。请填 0 或正数。
    """
    if fen < 0:
        raise InputError(f"{what} {yuan(fen)} 元是负数", where=where, todo="请填 0 或正数")
    if fen > MAX_FEN:
        raise InputError(
            f"{what} {yuan(fen)} 元超过上限 {yuan(MAX_FEN)} 元",
            where=where,
            todo="请检查是否多打了零或单位弄错",
        )
    return fen
