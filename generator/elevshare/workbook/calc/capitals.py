"""An amount in capital figures (大写) as formulas, one column a step."""

from __future__ import annotations

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

_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def capital_formulas(block: Block, row: int, amount: str) -> dict[str, str]:
    """Every place written out, runs of 零 thinned, ends trimmed, then 角 and 分.

    ``amount`` is the column with the fen: whole, 0 or more, below 100 million yuan.
    """
    here = block.on(row)
    typed = [_digit(f"VALUE(MID({here('digits')},{place},1))") for place in range(1, 9)]
    placed = [f'{one}&"{place}"' for one, place in zip(typed, "仟佰拾万仟佰拾", strict=False)]
    thin = here("capitals")
    for old in ("零仟", "零佰", "零拾", "零零", "零零"):
        thin = f'SUBSTITUTE({thin},"{old}","零")'
    trim = f'"首"&{here("thinned")}&"尾"'
    for old, new in (("零尾", "尾"), ("首万", "首"), ("首零", "首"), ("首", ""), ("尾", "")):
        trim = f'SUBSTITUTE({trim},"{old}","{new}")'
    return {
        "digits": f'=TEXT(INT({here(amount)}/100),"00000000")',
        "capitals": "=" + "&".join([*placed, typed[-1]]),
        "thinned": f'=SUBSTITUTE({thin},"零万","万")',
        "trimmed": f"={trim}",
        "upper": _upper(here(amount), here("trimmed")),
    }


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
