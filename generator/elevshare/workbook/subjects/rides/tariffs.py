"""The tariff in force on 使用费, and from how many rides a month a month card pays."""

from __future__ import annotations

from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.rides.inputs import FEES, MAX_FEE_YUAN

#: Key → label, and how it comes about; the two left empty are formulas.
FIGURES = {
    "chosen": ("采用第几种标准", ""),
    "ride": ("次卡（每人每次）", "元，右边为分"),
    "card": ("月卡（每人每月）", "元，右边为分"),
    "visitor": ("访客（每次）", "元，右边为分"),
    "even": ("月卡持平次数", ""),
    "year": ("账单年份", "“用量”所填"),
    "month": ("账单月份", "“用量”所填"),
    "used": ("有用量的户数", "“用量”有填写的行数"),
}
FIRST_FIGURE = 4
#: Address of the tariff in force, in words.
TARIFF = f"使用费!$F${FIRST_FIGURE}"
_FEE_WORDS = {"ride": "次卡每人每次", "card": "月卡每人每月", "visitor": "访客每次"}

TARIFF_HEADS = {
    "n": ("序号", "whole"),
    "name": ("名称", "any"),
    "ride": ("次卡（分）", "whole"),
    "card": ("月卡（分）", "whole"),
    "visitor": ("访客（分）", "whole"),
    "ride_flaw": ("次卡有误", "whole"),
    "card_flaw": ("月卡有误", "whole"),
    "visitor_flaw": ("访客有误", "whole"),
    "problem": ("有误（1/0）", "whole"),
}
#: What 提示 beside a tariff says by its number, from 0 on.
TARIFF_PROBLEMS = ("", f"← 应填 0 到 {MAX_FEE_YUAN} 元，最多两位小数")


def figure(key: str) -> str:
    """Address of one whole-number figure of 使用费 (fen where it is money)."""
    return f"使用费!$E${FIRST_FIGURE + list(FIGURES).index(key)}"


def month_words() -> str:
    """The month of the bills in words."""
    year, month = figure("year"), figure("month")
    return f'IF(OR({year}=0,{month}=0),"待填",{year}&"年"&{month}&"月")'


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    chosen, ride, card = (figure(key) for key in ("chosen", "ride", "card"))
    names = plan.tariffs.all("name")
    return {
        "chosen": f"=IFERROR(MATCH({plan.parameter('ride_tariff')},{names},0),0)",
        **{key: f"=IF({chosen}=0,0,MAX(0,INDEX({plan.tariff_readings.all(key)},{chosen})))"
           for key in FEES},
        "even": f"=IF(AND({ride}>0,{card}>0),INT(({card}+{ride}-1)/{ride}),0)",
        "year": f"={plan.number('usage_year')}",
        "month": f"={plan.number('usage_month')}",
        "used": f"=SUM({plan.fees.all('used')})",
    }  # fmt: skip


def note_formulas(plan: Plan) -> dict[str, str]:
    """What is said of two figures, in words that follow from the numbers."""
    fees = "".join(
        f'&"，{words} "&TEXT({figure(key)}/100,"0.00")&" 元"' for key, words in _FEE_WORDS.items()
    )
    return {"chosen": f"={plan.parameter('ride_tariff')}{fees}", "even": f"={even_words()}"}


def even_words() -> str:
    """From how many rides a month card pays, in words."""
    even, ride, card = (figure(key) for key in ("even", "ride", "card"))
    return (
        f'IF({even}=0,"次卡或月卡没有单价，不作比较",IF({even}*{ride}={card},'
        f'"每人每月达到 "&{even}&" 次起与次卡持平，超过更省",'
        f'"每人每月达到 "&{even}&" 次起月卡更省"))'
    )


def tariff_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one tariff's row: fees in fen, -1 where there is none that can be meant."""
    block, typed = plan.tariff_readings, plan.tariffs
    index = row - block.first
    here = block.on(row)
    flaws = {key: wrong_number(typed.at(key, index), "0", MAX_FEE_YUAN, 100) for key in FEES}

    def fee(key: str) -> str:
        cell = typed.at(key, index)
        return f'=IF(OR({cell}="",{here(f"{key}_flaw")}=1),-1,IFERROR(ROUND({cell}*100,0),-1))'

    return {
        "n": index + 1,
        "name": f'={typed.at("name", index)}&""',
        **{key: fee(key) for key in FEES},
        **{f"{key}_flaw": f"={flaw}" for key, flaw in flaws.items()},
        "problem": f"=MAX({','.join(here(f'{key}_flaw') for key in FEES)})",
    }
