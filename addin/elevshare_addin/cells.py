"""Read one cell exactly: whole fen, areas, storeys, rates, yes and no, a word out of a few.

Excel hands over a float, a text, a truth value, a date, or a ``Decimal`` (a cell of currency).
Floats stop here. One is taken for the nearest whole number of the smallest unit where it differs
from it by no more than the noise that Excel's own arithmetic leaves (1/10,000 of that unit).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import sub
from typing import TypeVar

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, scaled
from elevshare.rules.flat import MAX_WEIGHT, WEIGHT_PLACES, WEIGHT_SCALE, Storey
from elevshare_addin.refusal import NUM, VALUE, RefusalError

Cell = float | str | bool | Decimal | date | None
Word = TypeVar("Word")

#: The tallest building and the largest flat (0.01 m²) that are believed, as in the books.
MAX_STOREYS = 40
#: The lowest storey below ground that is believed.
_LOWEST = -9
MAX_AREA = 999_999
_NOISE = 1e-4
#: More decimals than any number has that is meant.
_FINE = 15
_YES = ("是", "true", "1", "1.0", "√", "y")
_NO = ("否", "false", "0", "0.0", "×", "n")
_STOREY = re.compile(r"第?(.*?)(?:层|楼|F)?", re.IGNORECASE)
_AREA = re.compile(r"(.*?)(?:m2|平方米|平米|平方|平)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A kind of number: its decimals, its bounds in units of the last one, advice for messages.

    ``written`` finds the number in a text that has its unit with it; ``halves``: whole numbers and
    halves, in units of a half.
    """

    places: int
    low: int
    high: int
    todo: str
    written: re.Pattern[str] | None = None
    halves: bool = False

    @property
    def scale(self) -> int:
        """How many of its units make 1."""
        return 2 if self.halves else 10**self.places


MONEY = NumberKind(2, 0, MAX_FEN, "请填元，最多两位小数，可用 ROUND 取整")
#: Amounts that need not be of one lift: up to 10 亿 yuan.
BIG_MONEY = NumberKind(2, 0, 100 * MAX_FEN, MONEY.todo)
AREA = NumberKind(2, 1, MAX_AREA, "请填平方米数，如 61.03，最多两位小数", _AREA)
STOREY = NumberKind(0, 1, MAX_STOREYS, f"请填 1 到 {MAX_STOREYS} 的整数", _STOREY)
#: Storeys in halves: 11 is 5.5, a stop between two storeys; below 1 a garage or a basement.
HALF_STOREY = NumberKind(
    0, 2 * _LOWEST, 2 * MAX_STOREYS + 1,
    "请填楼层的数字，半层填 5.5 这样的数，一层以下填 0 或负数", _STOREY, halves=True,
)  # fmt: skip
WEIGHT = NumberKind(
    WEIGHT_PLACES, 0, MAX_WEIGHT,
    f"请填 0 到 {MAX_WEIGHT // WEIGHT_SCALE:,} 的系数，最多四位小数",
)  # fmt: skip
RATE = NumberKind(4, 0, 10_000, "请填年利率，如 3% 或 0.03，最细到 0.01%")


def halves_to(top: int) -> NumberKind:
    """Storeys of a building: from 1 to half a storey above its highest, halves as well."""
    todo = f"请填 1 到 {top} 的整数，半层填 5.5 这样的数"
    return NumberKind(0, 2, 2 * top + 1, todo, _STOREY, halves=True)


def whole(low: int, high: int) -> NumberKind:
    """Whole numbers within bounds."""
    return NumberKind(0, low, high, f"请填 {low} 到 {high} 的整数")


def empty(cell: Cell) -> bool:
    """Whether nothing is in a cell; a text of blanks is nothing.

    >>> empty(None), empty(" "), empty(0.0)
    (True, True, False)
    """
    return cell is None or (isinstance(cell, str) and not cell.strip())


def number(cell: Cell, kind: NumberKind, where: str = "") -> int:
    """A number as a whole number of the last decimal of its kind.

    Args:
        cell: what is in the cell; texts such as 60万, 80㎡, 3层, 3% are understood.
        kind: how many decimals, and what is believed.
        where: argument and place, for the message.

    Raises:
        RefusalError: no number (``#VALUE!``), too many decimals or out of bounds (``#NUM!``).

    >>> number(0.1 + 0.2, MONEY, "金额"), number("６０万", MONEY, "金额"), number("80㎡", AREA, "面积")
    (30, 60000000, 8000)
    >>> number(100.005, MONEY, "金额")
    Traceback (most recent call last):
    elevshare_addin.refusal.RefusalError: 金额：「100.005」的小数超过 2 位。请填元，最多两位小数，可用 ROUND 取整。
    """
    if isinstance(cell, float):
        product: float = cell * kind.scale
        if not abs(product) < 1e15:
            raise _beyond(cell, where, kind)
        found = round(product)
        fits = abs(product - found) <= _NOISE
    else:
        found, fits = _slowly(cell, kind, where)
    if not fits:
        raise RefusalError(NUM, f"「{shown(cell)}」{_decimals(kind)}", where=where, todo=kind.todo)
    if not kind.low <= found <= kind.high:
        raise _beyond(cell, where, kind)
    return found


def numbers(cells: Sequence[Cell], kind: NumberKind) -> list[int] | None:
    """The numbers of many cells in a tenth of the time; ``None`` where ``number`` has to look.

    That is where one is no float, or cannot be a number of this kind.

    >>> numbers([80.0, 61.03], AREA), numbers([80.0, "80"], AREA), numbers([80.0, 0.001], AREA)
    ([8000, 6103], None, None)
    """
    scale, low, high = kind.scale, kind.low, kind.high
    products = [cell * scale for cell in cells if isinstance(cell, float)]
    if not len(products) == len(cells) > 0:
        return None
    if not all(low - 1 < product < high + 1 for product in products):
        return None
    found = list(map(round, products))
    noise = max(map(abs, map(sub, products, found)))
    return found if noise <= _NOISE and low <= min(found) and max(found) <= high else None


def _slowly(cell: Cell, kind: NumberKind, where: str) -> tuple[int, bool]:
    """A number in any other shape, and whether it has no more decimals than its kind."""
    if isinstance(cell, bool | date) or cell is None:
        what = "是空的" if cell is None else f"「{shown(cell)}」不是数字"
        what = f"是日期「{shown(cell)}」" if isinstance(cell, date) else what
        raise RefusalError(VALUE, what, where=where, todo=kind.todo)
    if isinstance(cell, str):
        fine = _text(cell, kind, where)
        found, rest = divmod(fine * kind.scale, 10**_FINE)
        return int(found), not rest
    exact = Decimal(cell) * kind.scale
    return int(exact), exact == int(exact)


def _text(cell: str, kind: NumberKind, where: str) -> int:
    """A number typed as text, in 10 to the minus ``_FINE``."""
    plain = unicodedata.normalize("NFKC", cell).strip()
    fine = _FINE
    if kind.written and (match := kind.written.fullmatch(plain)):
        plain = match[1]
    if kind is RATE and plain.endswith("%"):
        plain, fine = plain[:-1], _FINE - 2
    try:
        return scaled(plain, fine)
    except InputError:
        raise RefusalError(
            VALUE, f"「{shown(cell)}」不是数字", where=where, todo=kind.todo
        ) from None


def _decimals(kind: NumberKind) -> str:
    """What is wrong with too fine a number."""
    if kind.halves:
        return "不是整层或半层"
    return f"的小数超过 {kind.places} 位" if kind.places else "不是整数"


def _beyond(cell: Cell, where: str, kind: NumberKind) -> RefusalError:
    """A number out of its bounds."""
    shape = "g" if kind.halves else f",.{kind.places}f"
    low, high = (f"{end / kind.scale:{shape}}" for end in (kind.low, kind.high))
    return RefusalError(
        NUM, f"「{shown(cell)}」不在 {low} 到 {high} 之间", where=where, todo=kind.todo
    )


def storey_of(cell: Cell, kind: NumberKind = HALF_STOREY) -> Storey:
    """A storey; a whole one is a whole number, so that messages write it as one.

    >>> storey_of(3.0), storey_of("5.5层"), storey_of(-1.0)
    (3, 5.5, -1)
    """
    found = number(cell, kind)
    return found / 2 if kind.halves and found % 2 else found // (2 if kind.halves else 1)


def shown(cell: Cell) -> str:
    """A cell as the user sees it, short enough for a message.

    >>> shown(Decimal("3.0000")), shown(True), shown(date(2026, 3, 1)), shown(1 / 3)
    ('3', 'TRUE', '2026-03-01', '0.333333333333333')
    """
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    text = f"{float(cell):.15g}" if isinstance(cell, float | Decimal) else str(cell)
    return text if len(text) <= 30 else f"{text[:29]}…"


def yes(cell: Cell, where: str = "", *, blank: bool = True) -> bool:
    """是 or 否 in whatever way it is written; ``blank`` where nothing is.

    >>> [yes(cell) for cell in ("是", 1.0, None, "否", False, "Ｎ")]
    [True, True, True, False, False, False]
    """
    if cell.__class__ is bool:
        return bool(cell)
    if empty(cell):
        return blank
    word = unicodedata.normalize("NFKC", shown(cell)).strip().casefold()
    if word not in _YES + _NO or isinstance(cell, date):
        raise RefusalError(VALUE, f"「{shown(cell)}」看不懂", where=where, todo="请填 是 或 否")
    return word in _YES


def one_of(cell: Cell, words: Mapping[str, Word], where: str) -> Word:
    """What one of a few words stands for; the first where the cell is empty.

    >>> one_of(" 元 ", {"分": 1, "元": 100}, "单位"), one_of(None, {"分": 1, "元": 100}, "单位")
    (100, 1)
    """
    if empty(cell):
        return next(iter(words.values()))
    word = unicodedata.normalize("NFKC", str(cell)).strip()
    if word not in words:
        asked = "、".join(words)
        raise RefusalError(
            VALUE, f"「{shown(cell)}」看不懂", where=where, todo=f"请填 {asked} 之一"
        )
    return words[word]


def text(cell: Cell, where: str, todo: str) -> str:
    """A word that must be there, such as the name of a scheme."""
    if empty(cell) or not isinstance(cell, str):
        what = "是空的" if empty(cell) else f"「{shown(cell)}」不是文字"
        raise RefusalError(VALUE, what, where=where, todo=todo)
    return unicodedata.normalize("NFKC", cell).strip()
