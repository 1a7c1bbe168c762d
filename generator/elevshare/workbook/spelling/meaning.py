"""What the values in 住户 mean: in Python what ``formulas`` says in the book."""

from __future__ import annotations

import re
from decimal import Decimal

from elevshare.digits import KEPT, is_cut
from elevshare.workbook.reading.numbers import Read, number_of, spelled
from elevshare.workbook.spelling.lists import TAKING, answers, choices, nobody, storeys
from elevshare.workbook.spelling.steps import (
    BARE,
    CLOSE,
    NUMBER,
    OPEN,
    ROOM,
    TEN_THOUSANDS,
    TEXT,
    Steps,
    applied,
    bracketed,
    of_amount,
    of_area,
    of_coefficient,
    of_storey,
)

#: A number in brackets; a comma is one of thousands if three digits follow.
_NUMBER = re.compile(rf"{OPEN}(?=\.?[0-9])[0-9]{{0,16}}\.?[0-9]{{0,16}}{CLOSE}")
_THOUSANDS = re.compile(r",(?=[0-9]{3})")
#: Kind of quantity → the steps of its texts.
_STEPS = {"area": of_area, "amount": of_amount, "storey": of_storey,
          "coefficient": of_coefficient}  # fmt: skip
#: How a spreadsheet writes truth values: nobody calls a room so.
TRUTHS = ("TRUE", "FALSE")
#: Numbers in the column of rooms that were room numbers such as 2-1 before a program made a date
#: of them: the days of the years 2009 to 2064.
DATES = (40_000, 60_000)


def cleaned(value: object, steps: Steps = TEXT) -> str:
    r"""A value as text, without blanks around it, line breaks, and what nobody sees.

    >>> cleaned("张三\n李四 "), cleaned("７０\n1 \u200b", ROOM), cleaned(701.0)
    ('张三 李四', '701', '701')
    """
    return " ".join(filter(None, applied(spelled(value), steps).split(" ")))


def room(value: object) -> str:
    """A room: cleaned, with figures in half width."""
    return cleaned(value, ROOM)


def owner(value: object) -> str:
    r"""A name: cleaned, empty for a sign that there is no owner.

    >>> owner("张三\n李四"), owner(" — "), owner("待查"), owner("无名")
    ('张三 李四', '', '', '无名')
    """
    word = bracketed(applied(spelled(value), BARE))
    return cleaned(value) if nobody().meaning(word) is None else ""


def room_flaw(value: object) -> str:
    """Why a value is no room though it is no blank either, as Chinese text; empty for a room.

    >>> room_flaw(True), room_flaw(" true"), room_flaw(701), room_flaw("6217001234567890445")
    ('是对错值，不是房号', '是对错值，不是房号', '', '')
    >>> room_flaw(6217001234567890445)
    '是超过 15 位的数字，末尾几位已经丢了'
    """
    if room(value).casefold() in map(str.casefold, TRUTHS):
        return "是对错值，不是房号"
    cut = not isinstance(value, str) and is_cut(value)
    return f"是超过 {KEPT} 位的数字，末尾几位已经丢了" if cut else ""


def looks_like_date(value: object) -> bool:
    """Whether a room is a number that was a date before.

    >>> looks_like_date(46023), looks_like_date("46023"), looks_like_date(301)
    (True, False, False)
    """
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and DATES[0] <= value <= DATES[1]  # type: ignore[operator]


def answer(value: object, topic: str = TAKING) -> str | None:
    """是, 否, an empty text for a blank, or ``None`` for what is none of them.

    >>> answer("是 "), answer("×"), answer(1), answer(None), answer("看情况")
    ('是', '否', '是', '', None)
    >>> answer("同意不参与"), answer("同意不参与", "同意"), answer("同意不参与", "是否")
    ('否', '是', None)
    """
    return answers(topic).meaning(bracketed(applied(spelled(value), BARE)))


def choice(value: object, topic: str, meanings: tuple[str, ...]) -> str:
    """The meaning that a value is a way of writing; an empty text for another.

    >>> choice("银行 转账", "收款方式", ("现金", "转账")), choice("赊账", "收款方式", ("现金",))
    ('转账', '')
    """
    number = choices(topic, meanings).meaning(bracketed(spelled(value).replace(" ", "")))
    return meanings[int(number) - 1] if number else ""


def is_blank(value: object, kind: str = "") -> bool:
    """Whether a value is nothing but blanks, or the unit alone of an amount, area or storey.

    >>> is_blank(" \u3000"), is_blank("㎡", "area"), is_blank("㎡"), is_blank(0)
    (True, True, False, False)
    """
    steps = _STEPS[kind]() if kind in _STEPS else ()
    return applied(bracketed(cleaned(value)), steps) == bracketed("")


def area(value: object) -> Read | None:
    """An area in m²; ``None`` for what is no number.

    >>> area("８０．５㎡").number, area("1,080 平方米").number, area("80左右"), area("8平5")
    (Decimal('80.5'), Decimal('1080'), None, None)
    """
    return _number(value, of_area())


def amount(value: object) -> Read | None:
    """An amount in yuan; ``None`` for what is no number.

    >>> amount("￥1,200 元").number, amount("1.5万").number, amount("五百")
    (Decimal('1200'), Decimal('15000.0'), None)
    """
    text = _bracketed(value, of_amount())
    if text is None or not text.endswith(TEN_THOUSANDS):
        return _number(value, of_amount())
    read = _read(text.replace(TEN_THOUSANDS, CLOSE))
    return read and Read(read.number * 10_000)


def coefficient(value: object) -> Read | None:
    """A coefficient; ``None`` for what is no number.

    >>> coefficient("１．５").number, coefficient("两倍")
    (Decimal('1.5'), None)
    """
    return _number(value, of_coefficient())


def storey(value: object) -> Read | None:
    """The number of a storey; ``None`` for what is no number.

    >>> storey("第3层").number, storey("十二楼").number, storey("5跃6")
    (Decimal('3'), Decimal('12'), None)
    """
    text = _bracketed(value, of_storey())
    numeral = None if text is None else storeys().meaning(text)
    if numeral and numeral.isdigit():
        return Read(Decimal(numeral))
    return _number(value, of_storey())


def _bracketed(value: object, steps: Steps) -> str | None:
    """The text of a quantity in brackets, without blanks and units; ``None`` for a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return None
    return applied(bracketed(cleaned(value)), steps)


def _number(value: object, steps: Steps) -> Read | None:
    text = _bracketed(value, steps)
    return number_of(value) if text is None else _read(text)


def _read(text: str) -> Read | None:
    """The number in a text in brackets."""
    if not _NUMBER.fullmatch(_THOUSANDS.sub("", text)):
        return None
    return number_of(applied(text, NUMBER))
