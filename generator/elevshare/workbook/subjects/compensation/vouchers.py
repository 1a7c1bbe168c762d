"""The number, calculation in words, and capital figures of each 补偿凭证."""

from __future__ import annotations

from elevshare.rules.compensation import CompensationWay
from elevshare.workbook.amount_text import paid_yuan as yuan
from elevshare.workbook.amount_text import square_metres
from elevshare.workbook.capitals import capitals
from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan, figures: Figures) -> tuple[Column, ...]:
    """The columns for vouchers; a household that is paid nothing has no voucher."""
    return (
        Column("issue", "有凭证（1/0）", "whole", lambda r: f"IF({r.fen}>0,1,0)"),
        Column("bill", "凭证号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        Column("words", "怎么算", "any",
               lambda r: f'IF({r.issue}=0,"",{_words(plan, figures, r)})'),
        *capitals("fen"),
    )  # fmt: skip


def _words(plan: Plan, figures: Figures, row: TableRow) -> str:
    """The calculation of a household's amount, as part of a text formula."""
    way, own = plan.parameter("payout_way"), yuan(row.fen)
    percent = f'ROUND({plan.number("payout_second")}*10000,0)/100&"%"'
    second = f'"×二层所占 "&{percent}&"，四舍五入到分＝"&{own}'
    storey = f'"一层每户补偿 "&{yuan(figures.first)}&IF({row.level}=1,"",{second})'
    area = (
        f'"分配总额 "&{yuan(figures.pool)}&"×本户面积 "&{square_metres(row.part)}'
        f'&"÷一层合计 "&{square_metres(row.sum)}&IF({row.remainder}=0,"＝","≈")&{own}'
    )
    return (
        f'IF({way}="{CompensationWay.FIRST.value}",{storey},IF({way}="{CompensationWay.POOL.value}",{area},'
        f'"按约定逐户填写的金额 "&{own}))'
    )
