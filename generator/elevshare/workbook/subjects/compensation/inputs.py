"""The single inputs of 补偿, on 专项."""

from __future__ import annotations

from elevshare.rules.compensation import CompensationWay
from elevshare.workbook.field import PERCENT, TRUTH, Field, Section, values_of

_FIELDS = (
    Field("payout_way", "补偿取法", "text", "手工合计：用“参数”第三节的合计；逐户金额：用“住户”的补偿一栏",
          "payouts.way", values_of(CompensationWay), shipped="compensation.rule.way"),
    Field("payout_first", "一层每户补偿（元）", "money", "选“一层定额”时有效；由业主协商", "payouts.first"),
    Field("payout_second", "二层是一层的", "percent", "选“一层定额”时有效；也用于二层的每户上限",
          "payouts.second", bounds=PERCENT),
    Field("payout_pool", "按一层户数每户计（元）", "money", "选“按面积分配”时有效：乘一层户数得总额，再按一层各户面积分",
          "payouts.pool", shipped="compensation.rule.pool", unsaid=0,
          named="补偿按一层户数每户计（元）"),
    Field("payout_household_cap", "每户不超过总费用÷总户数", "text", "是：超过时校验不通过，并说明超过多少；不会自动削减",
          "payouts.household_cap", TRUTH, False,
          shipped="compensation.rule.household_cap", unsaid=False, named="补偿每户不超过总费用÷总户数"),
    Field("payout_total_cap", "补偿合计不超过总费用的", "percent", "没有规定则空着",
          "payouts.total_cap", bounds=PERCENT, blank=-1, shipped="compensation.rule.total_cap"),
)  # fmt: skip

SECTIONS = (Section("payouts", "补偿（付给低层住户，从筹集款中支出）", _FIELDS),)
