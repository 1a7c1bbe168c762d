"""An amount in capital figures (大写) as formulas, one column a step."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.places import Block

#: The columns that a block needs; ``upper`` is the result.
CAPITALS = ("digits", "capitals", "thinned", "trimmed", "upper")

HEADS = {
    "digits": ("大写：数字", "any"),
    "capitals": ("大写：逐位", "any"),
    "thinned": ("大写：并零", "any"),
    "trimmed": ("大写：元以上", "any"),
    "upper": ("大写", "any"),
}

#: The same for sums of many projects; ``above`` are the places from 亿 on.
LARGE = ("digits", "above", "capitals", "thinned", "joined", "trimmed", "upper")

LARGE_HEADS = {
    **HEADS,
    "above": ("大写：亿以上", "any"),
    "joined": ("大写：并亿", "any"),
}

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = "仟佰拾万仟佰拾"


def capital_formulas(block: Block, row: int, amount: str) -> dict[str, str]:
    """Every place written out, runs of 零 thinned, ends trimmed, then 角 and 分.

    ``amount`` is the column with the fen: whole, 0 or more, below 100 million yuan.
    """
    here = block.on(row)
    trim = f'"首"&{here("thinned")}&"尾"'
    ends = (("零尾", "尾"), ("首万", "首"), ("首零", "首"), ("首", ""), ("尾", ""))
    return {
        "digits": f'=TEXT(INT({here(amount)}/100),"00000000")',
        "capitals": f"={_placed(here('digits'), 1, _PLACES)}",
        "thinned": f'=SUBSTITUTE({_thinned(here("capitals"))},"零万","万")',
        "trimmed": f"={_replaced(trim, ends)}",
        "upper": _upper(here(amount), here("trimmed")),
    }


def large_formulas(block: Block, row: int, amount: str) -> dict[str, str]:
    """The same for amounts below 1,000,000 million yuan, in the columns of ``LARGE``."""
    here = block.on(row)
    join = (("零亿", "亿"), ("零万", "万"), ("亿万", "亿零"), ("零零", "零"))
    trim = f'"首"&{here("joined")}&"尾"'
    ends = (("零尾", "尾"), ("首亿", "首"), ("首万", "首"), ("首零", "首"), ("首", ""), ("尾", ""))
    return {
        "digits": f'=TEXT(INT({here(amount)}/100),"000000000000")',
        "above": f"={_placed(here('digits'), 1, '仟佰拾亿')}",
        "capitals": f"={_placed(here('digits'), 5, _PLACES)}",
        "thinned": "=" + _thinned(f"{here('above')}&{here('capitals')}"),
        "joined": f"={_replaced(here('thinned'), join)}",
        "trimmed": f"={_replaced(trim, ends)}",
        "upper": _upper(here(amount), here("trimmed")),
    }


def _placed(digits: str, first: int, places: str) -> str:
    """Digits from a place on, each with what its place is called; the last of all has no name."""
    typed = [
        f'{_digit(f"VALUE(MID({digits},{place},1))")}&"{name}"'
        for place, name in enumerate(places, first)
    ]
    last = first + len(places)
    return "&".join([*typed, *([_digit(f"VALUE(MID({digits},{last},1))")] * (places == _PLACES))])


def _thinned(text: str) -> str:
    """Runs of 零 made one."""
    return _replaced(text, [(old, "零") for old in ("零仟", "零佰", "零拾", "零零", "零零")])


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """One text after the other replaced."""
    for old, new in pairs:
        text = f'SUBSTITUTE({text},"{old}","{new}")'
    return text


def _upper(fen: str, yuan: str) -> str:
    """元, 角 and 分 put together; 整 where no 分 follows."""
    cents, jiao = f"({fen}-INT({fen}/100)*100)", f"(INT({fen}/10)-INT({fen}/100)*10)"
    last = f"({fen}-INT({fen}/10)*10)"
    return (
        f'=IF({yuan}="","",{yuan}&"元")&IF({cents}=0,IF({yuan}="","零元整","整"),'
        f'IF({jiao}>0,{_digit(jiao)}&"角",IF({yuan}="","","零"))'
        f'&IF({last}>0,{_digit(last)}&"分","整"))'
    )


def _digit(number: str) -> str:
    """The capital figure of a digit."""
    return f'MID("{_DIGITS}",{number}+1,1)'
