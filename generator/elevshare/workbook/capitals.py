"""Write an amount in capital figures (大写) by formulas, one column for each step."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.table import Column

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = "仟佰拾万仟佰拾"


def capitals(amount: str) -> tuple[Column, ...]:
    """The columns that write out an amount; the result is in ``upper``.

    ``amount`` is the key of the column with the amount in fen, a whole number from 0 to below 100
    million yuan. The steps: all places with their names, runs of 零 reduced to one, ends trimmed, 角
    and 分 added.
    """
    return (
        _digits(amount, "00000000"),
        Column("capitals", "大写：逐位", "any", lambda r: _placed(r.digits, 1, _PLACES)),
        Column("thinned", "大写：并零", "any",
               lambda r: f'SUBSTITUTE({_thinned(r.capitals)},"零万","万")'),
        Column("trimmed", "大写：元以上", "any", lambda r: _trimmed(r.thinned, ("首万", "首"))),
        _upper(amount),
    )  # fmt: skip


def large_capitals(amount: str) -> tuple[Column, ...]:
    """The same for amounts below 1,000,000 million yuan; ``above`` holds the places from 亿 up."""
    join = (("零亿", "亿"), ("零万", "万"), ("亿万", "亿零"), ("零零", "零"))
    return (
        _digits(amount, "000000000000"),
        Column("above", "大写：亿以上", "any", lambda r: _placed(r.digits, 1, "仟佰拾亿")),
        Column("capitals", "大写：逐位", "any", lambda r: _placed(r.digits, 5, _PLACES)),
        Column("thinned", "大写：并零", "any", lambda r: _thinned(f"{r.above}&{r.capitals}")),
        Column("joined", "大写：并亿", "any", lambda r: _replaced(r.thinned, join)),
        Column("trimmed", "大写：元以上", "any",
               lambda r: _trimmed(r.joined, ("首亿", "首"), ("首万", "首"))),
        _upper(amount),
    )  # fmt: skip


def _digits(amount: str, zeros: str) -> Column:
    """The whole yuan as digits with leading zeros."""
    return Column("digits", "大写：数字", "any", lambda r: f'TEXT(INT({r[amount]}/100),"{zeros}")')


def _upper(amount: str) -> Column:
    """元, 角 and 分 put together."""
    return Column("upper", "大写", "any", lambda r: _joined(r[amount], r.trimmed))


def _trimmed(text: str, *starts: tuple[str, str]) -> str:
    """A text without 零, 万 or 亿 at an end where it is wrong; ``starts`` are those at the start."""
    ends = (("零尾", "尾"), *starts, ("首零", "首"), ("首", ""), ("尾", ""))
    return _replaced(f'"首"&{text}&"尾"', ends)


def _placed(digits: str, first: int, places: str) -> str:
    """The digits from place ``first`` on, each but the last followed by its place name."""
    typed = [
        f'{_digit(f"VALUE(MID({digits},{place},1))")}&"{name}"'
        for place, name in enumerate(places, first)
    ]
    last = first + len(places)
    return "&".join([*typed, *([_digit(f"VALUE(MID({digits},{last},1))")] * (places == _PLACES))])


def _thinned(text: str) -> str:
    """A text in which runs of 零 are reduced to one."""
    return _replaced(text, [(old, "零") for old in ("零仟", "零佰", "零拾", "零零", "零零")])


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """A text with each pair (old, new) replaced in turn."""
    for old, new in pairs:
        text = f'SUBSTITUTE({text},"{old}","{new}")'
    return text


def _joined(fen: str, yuan: str) -> str:
    """Join 元, 角 and 分; 整 where there is no 分."""
    cents, jiao = f"({fen}-INT({fen}/100)*100)", f"(INT({fen}/10)-INT({fen}/100)*10)"
    last = f"({fen}-INT({fen}/10)*10)"
    return (
        f'IF({yuan}="","",{yuan}&"元")&IF({cents}=0,IF({yuan}="","零元整","整"),'
        f'IF({jiao}>0,{_digit(jiao)}&"角",IF({yuan}="","","零"))'
        f'&IF({last}>0,{_digit(last)}&"分","整"))'
    )


def _digit(number: str) -> str:
    """The capital figure of a digit."""
    return f'MID("{_DIGITS}",{number}+1,1)'
