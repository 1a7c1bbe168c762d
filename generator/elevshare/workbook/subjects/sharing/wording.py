"""The calculation in words, and the amount to pay in capital figures (大写)."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.settlement import places as settled

HEADS = {
    "base_words": ("文字：基数", "any"),
    "size_words": ("文字：本户", "any"),
    "whole_words": ("文字：合计", "any"),
    "late_words": ("文字：后加入", "any"),
    "words": ("本户金额怎么来", "any"),
    "tail_words": ("尾差去向", "any"),
    **capitals.HEADS,
}


def word_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row."""
    return {
        **_explanation(plan, row),
        **_tail(plan, row),
        **capitals.capital_formulas(plan.shares, row, "to_pay"),
    }


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
    late = here("late")
    return {
        "late_words": f'=IF({late}=0,"",IF({late}>0,"；后加入应缴 "&{two(f"{late}/100")}&" 元",'
        f'"；有户后加入，退还本户 "&{two(f"(0-{late})/100")}&" 元")){_settled(plan, row)}',
        "base_words": f'=IF({by_floor},"本层金额 ","净额 ")&{two(here("base"))}&" 元"',
        "size_words": f'=IF({by_floor},{measure},"（系数 "&{weight}&"×"&{measure}&"）")',
        "whole_words": f'=IF({by_floor},"本层参与合计 "&{whole},"全梯权数合计 "&{weighed})',
        "words": f'=IF({here("valid")}=0,"",IF({here("take")}=0,"本户不参与分摊，应分摊 0.00 元",'
        f'IF({here("payer")}=0,{idle},"本户应分摊＝"&{here("base_words")}&"×"'
        f'&{here("size_words")}&"÷"&{here("whole_words")}&{equals}&{two(here("due"))}&" 元"))&{here("late_words")})',
    }


def _settled(plan: Plan, row: int) -> str:
    """What the settlement says of a household, after other words in a formula."""
    if not plan.has(Topic.SETTLEMENT):
        return ""
    fen = settled.flats(plan).at("fen", row - plan.shares.first)
    return (
        f'&IF({settled.figure(plan, "ready")}=1,"；决算后应分摊 "&TEXT({fen}/100,"0.00")&" 元","")'
    )


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
