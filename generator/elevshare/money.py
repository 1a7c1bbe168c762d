"""Money as whole fen: units, exact splitting, reading, writing, 大写.

No float carries money anywhere: an amount is an ``int`` of fen (0.01 yuan).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from elevshare.digits import half_width
from elevshare.errors import InputError

#: The units an amount may be rounded to, in fen.
UNITS = {"分": 1, "角": 10, "元": 100, "百元": 10_000}

#: The largest cost of one lift that is believed, in fen (10 million yuan). The whole-number
#: arithmetic of the books is exact up to here.
MAX_FEN = 1_000_000_000

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", *"拾佰仟万拾佰仟亿拾佰仟")
_AMOUNT = re.compile(r"(-?)(\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.(\d+))?(万)?元?", re.ASCII)


def largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """Split ``total`` whole units in proportion to ``weights``, losing nothing.

    Every share is rounded down; the units left over go one each to the largest remainders,
    the earlier of equals first (the Hamilton method).

    Args:
        total: whole units to share, 0 or more.
        weights: whole numbers, 0 or more; a weight of 0 gets 0.

    Raises:
        ValueError: a negative number, or a total to share but no weight above 0.

    >>> largest_remainder(5000, [10, 13, 16])
    [1282, 1667, 2051]
    >>> largest_remainder(1, [1, 1])
    [1, 0]
    """
    whole = sum(weights)
    if total < 0 or min(weights, default=0) < 0:
        raise ValueError("neither the total nor a weight may be negative")
    if whole == 0:
        if total:
            raise ValueError("nothing to share by: every weight is 0")
        return [0] * len(weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)
    for row in order[: total - sum(shares)]:
        shares[row] += 1
    return shares


def round_half_up(numerator: int, denominator: int) -> int:
    """Round a fraction to the nearest whole number, halves up, as ROUND does in a spreadsheet.

    >>> round_half_up(1_300_000 * 6103, 15120), round_half_up(1, 2), round_half_up(0, 7)
    (524729, 1, 0)
    """
    return (2 * numerator + denominator) // (2 * denominator)


def scaled(text: str, places: int, *, where: str = "", what: str = "数字") -> int:
    """Read a decimal number as a whole number of ``10**-places``.

    Full-width digits and thousands commas are understood; 万 multiplies by 10,000. Nothing is
    rounded: more decimals than ``places`` are refused.

    Raises:
        InputError: not a number, or too many decimals.

    >>> scaled("60万", 2), scaled("61.03", 2), scaled("1.3", 4), scaled("６００，０００", 0)
    (60000000, 6103, 13000, 600000)
    >>> scaled("1.005", 2, where="第 3 行", what="金额")
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 3 行：金额「1.005」的小数超过 2 位。请改成最多 2 位小数。
    """
    plain = half_width(text).strip().replace(" ", "")
    match = _AMOUNT.fullmatch(plain)
    if not match:
        raise InputError(
            f"{what}「{text}」不是数字", where=where, todo="请只填数字，如 100 或 61.03"
        )
    sign, whole, decimals, wan = match.groups()
    shift = places + (4 if wan else 0)
    digits = (decimals or "").rstrip("0")
    if len(digits) > shift:
        raise InputError(
            f"{what}「{text}」的小数超过 {shift} 位", where=where, todo=f"请改成最多 {shift} 位小数"
        )
    value = int(whole.replace(",", "") + digits.ljust(shift, "0"))
    return -value if sign else value


def parse_yuan(text: str, *, where: str = "", what: str = "金额") -> int:
    """Read an amount written in yuan as whole fen, within ±``MAX_FEN`` not checked.

    >>> parse_yuan("600,000.50"), parse_yuan("54.32万")
    (60000050, 54320000)
    """
    return scaled(text, 2, where=where, what=what)


def yuan(fen: int) -> str:
    """Write fen as yuan with two decimals.

    >>> yuan(5000005), yuan(-7)
    ('50,000.05', '-0.07')
    """
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole:,}.{rest:02d}"


def upper(fen: int) -> str:
    """Write an amount in the capital figures (大写) of Chinese cheques and receipts.

    整 follows 元 and 角, nothing follows 分.

    Raises:
        ValueError: the amount is negative.

    >>> upper(140950), upper(600714), upper(10050000)
    ('壹仟肆佰零玖元伍角整', '陆仟零柒元壹角肆分', '壹拾万零伍佰元整')
    """
    if fen < 0:
        raise ValueError("大写 is written for amounts of 0 or more")
    whole, cents = divmod(fen, 100)
    jiao, rest = divmod(cents, 10)
    text = f"{_upper_whole(whole)}元" if whole else ""
    if not cents:
        return f"{text or '零元'}整"
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    elif whole:
        text += "零"
    return text + (f"{_DIGITS[rest]}分" if rest else "整")


def _upper_whole(number: int) -> str:
    """Capital figures of a whole number above 0: every place written out, then thinned."""
    digits = str(number)
    places = _PLACES[: len(digits)][::-1]
    text = "".join(_DIGITS[int(digit)] + place for digit, place in zip(digits, places, strict=True))
    text = re.sub("零[拾佰仟]", "零", text)
    text = re.sub("零+", "零", text)
    text = re.sub("零([万亿])", r"\1", text).replace("亿万", "亿零")
    return re.sub("零+", "零", text).rstrip("零")
