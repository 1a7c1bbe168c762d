"""The calculation in words, and the amount to pay in capital figures (大写)."""

from __future__ import annotations

from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan

#: The columns of the capital figures.
CAPITALS = {
    "digits": ("大写：数字", "any"),
    "capitals": ("大写：逐位", "any"),
    "thinned": ("大写：并零", "any"),
    "trimmed": ("大写：元以上", "any"),
    "upper": ("大写", "any"),
}
HEADS = {
    "base_words": ("文字：基数", "any"),
    "size_words": ("文字：本户", "any"),
    "whole_words": ("文字：合计", "any"),
    "words": ("本户金额怎么来", "any"),
    "tail_words": ("尾差去向", "any"),
    **CAPITALS,
}

_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def word_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row."""
    return {**_explanation(plan, row), **_tail(plan, row), **capital_formulas(plan.shares, row)}


def _explanation(plan: Plan, row: int) -> dict[str, str]:
    """Base × own share ÷ whole ≈ amount, with the words of the method in force."""
    block = plan.shares
    by_floor, area = (f"{plan.figure(key)}=1" for key in ("by_floor", "by_area"))
    here = block.on(row)

    def two(number: str) -> str:
        return f'TEXT({number},"0.00")'

    own_area, scale = f"{two(here('area_no') + '/100')}", plan.figure("scale")
    measure = f'IF({area},"本户面积 "&{own_area}&" ㎡","1 户")'
    weight = f"{here('counted')}/{scale}"
    whole = f'IF({area},{two(here("sum") + "/100")}&" ㎡",{here("sum")}&" 户")'
    # One division of whole numbers: two would leave digits like 1808.9197359999998.
    weighed = f"{here('sum')}/({scale}*IF({area},100,1))"
    flaw = f"INDEX({plan.floors.all('flaw')},{here('storey_no')})"
    idle = f'IF({flaw}=1,"本层系数待填，暂按 0 计","本层系数为 0，本户不出资")'
    plain = f"{here('units')}*{plan.figure('unit')}"
    equals = f'IF(AND({here("remainder")}=0,{here("fen")}={plain}),"＝","≈")'
    return {
        "base_words": f'=IF({by_floor},"本层金额 ","净额 ")&{two(here("base"))}&" 元"',
        "size_words": f'=IF({by_floor},{measure},"（系数 "&{weight}&"×"&{measure}&"）")',
        "whole_words": f'=IF({by_floor},"本层参与合计 "&{whole},"全梯权数合计 "&{weighed})',
        "words": f'=IF({here("valid")}=0,"",IF({here("take")}=0,"本户不参与分摊，应分摊 0.00 元",'
        f'IF({here("payer")}=0,{idle},"本户应分摊＝"&{here("base_words")}&"×"'
        f'&{here("size_words")}&"÷"&{here("whole_words")}&{equals}&{two(here("due"))}&" 元")))',
    }


def _tail(plan: Plan, row: int) -> dict[str, str]:
    """Where the tail difference went."""
    block, unit = plan.shares, plan.parameter("unit")
    here = block.on(row)
    rest = (
        f'IF(AND({plan.figure("rest")}>0,{here("n")}={plan.figure("rest_row")}),"不足 1 "&{unit}&'
        f'"的余额 "&TEXT({plan.figure("rest")}/100,"0.00")&" 元也归入本户。","")'
    )
    given = f'IF({here("extra")}=1,"本户余数在前，已补 1 "&{unit}&"。","本户没有补。")'
    return {
        "tail_words": f'=IF({here("valid")}=0,"","按最大余数法取整到"&{unit}&"：先舍去零头，'
        f'剩下的逐户补 1 "&{unit}&"，合计不差一分。"&{given}&{rest})'
    }


def capital_formulas(block: Block, row: int) -> dict[str, str]:
    """Every place written out, runs of 零 thinned, ends trimmed, then 角 and 分.

    ``to_pay`` (fen) is written as ``upper``; the block has the columns of ``CAPITALS`` too.
    """
    here = block.on(row)

    def digit(number: str) -> str:
        return f'MID("{_DIGITS}",{number}+1,1)'

    typed = [digit(f"VALUE(MID({here('digits')},{place},1))") for place in range(1, 9)]
    placed = [f'{one}&"{place}"' for one, place in zip(typed, "仟佰拾万仟佰拾", strict=False)]
    thin = here("capitals")
    for old in ("零仟", "零佰", "零拾", "零零", "零零"):
        thin = f'SUBSTITUTE({thin},"{old}","零")'
    trim = f'"首"&{here("thinned")}&"尾"'
    for old, new in (("零尾", "尾"), ("首万", "首"), ("首零", "首"), ("首", ""), ("尾", "")):
        trim = f'SUBSTITUTE({trim},"{old}","{new}")'
    fen = here("to_pay")
    cents, jiao = f"({fen}-INT({fen}/100)*100)", f"(INT({fen}/10)-INT({fen}/100)*10)"
    last, yuan = f"({fen}-INT({fen}/10)*10)", here("trimmed")
    return {
        "digits": f'=TEXT(INT({fen}/100),"00000000")',
        "capitals": "=" + "&".join([*placed, typed[-1]]),
        "thinned": f'=SUBSTITUTE({thin},"零万","万")',
        "trimmed": f"={trim}",
        "upper": f'=IF({yuan}="","",{yuan}&"元")&IF({cents}=0,IF({yuan}="","零元整","整"),'
        f'IF({jiao}>0,{digit(jiao)}&"角",IF({yuan}="","","零"))'
        f'&IF({last}>0,{digit(last)}&"分","整"))',
    }
