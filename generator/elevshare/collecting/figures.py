"""The figures above the table of 汇总: the sums of all that counts, and what is applied for in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.collecting.rows import TITLE
from elevshare.workbook.capitals import large_capitals
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.table import Column, FormulaTable

if TYPE_CHECKING:
    from elevshare.collecting.plan import SummaryPlan


def figures(plan: SummaryPlan) -> Figures:
    """The sums, whole (fen where it is money)."""

    def counted(key: str) -> str:
        return f"SUMIF({plan.table.all('count')},1,{plan.table.all(key)})"

    def number(label: str, note: str | None, key: str) -> Figure:
        return Figure(label, note, lambda f: counted(key))

    def fen(label: str, note: str | None, key: str) -> Figure:
        return money(label, note, lambda f: counted(f"{key}_fen"))

    return Figures(TITLE, 5, {
        "books": Figure("收进来的簿子（本）", "“收回”有几行",
                        lambda f: f"SUMPRODUCT(({plan.returned.all('n')}>0)*1)"),
        "counted": Figure("其中计入的（本）", "“收回”里选“是”的；以下各项只合计这些",
                          lambda f: f"SUM({plan.table.all('count')})"),
        "cost": fen("总费用", None, "cost"),
        "subsidy": fen("减：补贴（用于建设）", "留作运行维护的部分不在内", "subsidy"),
        "others": fen("减：其他来源", "公共维修资金、原单位等出的，不用还", "others"),
        "compensation": fen("加：补偿支出", "付给低层住户的", "compensation"),
        "net": money("应分摊净额", "总费用－补贴－其他来源＋补偿支出",
                     lambda f: f"{f.cost}-{f.subsidy}-{f.others}+{f.compensation}"),
        "fee": fen("租赁年使用费", "租赁的单元不分摊费用，每年交使用费", "fee"),
        "households": number("户数（户）", None, "households"),
        "taking": number("其中参与（户）", None, "taking"),
        "owed": fen("应缴合计", "各户应分摊减去减免；补贴先收全额的含先收部分", "owed"),
        "paid": fen("已缴合计", "含公积金，减去退款", "paid"),
        "left": fen("还欠合计", "各户欠缴之和", "left"),
        "over": fen("多缴合计", "应退还或抵下期", "over"),
        "listed": number("申请补贴的单元（个）", "计入的、有补贴的", "listed"),
        "grant": fen("申请补贴合计", "含留作运行维护的部分", "grant"),
        "rest": fen("其中未分级别", "簿子里没有写各级政府各出多少的", "rest"),
        **{key: fen(f"其中{name}", "各簿子“参数”的分担比例", key)
           for key, name in zip(plan.level_keys, plan.levels, strict=True)},
    })  # fmt: skip


def capitals(plan: SummaryPlan) -> FormulaTable:
    """The sum of the application in capital figures, step by step, beside the figures."""
    columns = (
        Column("fen", "申请补贴合计（分）", "whole", lambda r: plan.figures.grant),
        *large_capitals("fen"),
    )
    left = plan.table.column("count")  # where the working begins
    return FormulaTable("", TITLE, plan.figures.first_row, 1, columns, left=left)
