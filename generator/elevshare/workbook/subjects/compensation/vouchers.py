"""The formulas of 补偿凭证: who gets which voucher, how the amount comes about, and in capitals."""

from __future__ import annotations

from elevshare.rules.compensation import Way
from elevshare.workbook import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.compensation.tables import block, figure

HEADS = {
    "issue": ("有凭证（1/0）", "whole"),
    "bill": ("凭证号", "whole"),
    "words": ("怎么算", "any"),
    **capitals.HEADS,
}


def formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row of 补偿; who is paid nothing gets no voucher."""
    rows, issued = block(plan), block(plan).letter("issue")
    here = rows.on(row)
    return {
        "issue": f"=IF({here('fen')}>0,1,0)",
        "bill": f"=SUM(${issued}${rows.first}:${issued}{row})*{here('issue')}",
        "words": f'=IF({here("issue")}=0,"",{_words(plan, row)})',
        **capitals.capital_formulas(rows, row, "fen"),
    }


def _words(plan: Plan, row: int) -> str:
    """How a household's amount comes about, inside a formula."""
    here, way = block(plan).on(row), plan.parameter("payout_way")

    def yuan(fen: str) -> str:
        return f'TEXT({fen}/100,"0.00")&" 元"'

    def metres(area: str) -> str:
        return f'TEXT({area}/100,"0.00")&" ㎡"'

    own, first = yuan(here("fen")), f'"一层每户补偿 "&{yuan(figure("first"))}'
    percent = f'ROUND({plan.number("payout_second")}*10000,0)/100&"%"'
    storey = f'{first}&IF({here("level")}=1,"","×二层所占 "&{percent}&"，四舍五入到分＝"&{own})'
    equals = f'IF({here("remainder")}=0,"＝","≈")'
    area = (
        f'"分配总额 "&{yuan(figure("pool"))}&"×本户面积 "&{metres(here("part"))}'
        f'&"÷一层合计 "&{metres(here("sum"))}&{equals}&{own}'
    )
    return (
        f'IF({way}="{Way.FIRST.value}",{storey},IF({way}="{Way.POOL.value}",{area},'
        f'"按约定逐户填写的金额 "&{own}))'
    )
