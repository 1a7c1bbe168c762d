"""The single inputs of 公积金, on 专项."""

from __future__ import annotations

from elevshare.project import Project
from elevshare.rules.fund import MAX_MONTHS, MAX_PERSONS, MAX_UNIT, Order
from elevshare.workbook.field import DATES, Field, Section, values_of
from elevshare.workbook.input_columns import HINT, InputColumn
from elevshare.workbook.sheetxml import Value

#: The user chooses how a family divides the draw if the source does not say.
UNSAID = "待选"


def _unit(project: Project) -> Value:
    rule = project.scheme.fund
    return (rule.unit if rule else 1) / 100


#: Word → order of drawing within a family.
ORDERS = {**values_of(Order), UNSAID: None}

COLUMNS = (
    InputColumn("relation", "关系（按提取次序）", "输入-text"),
    InputColumn("balance", "余额（元）", "输入-money", "请填 0 或正数（元）"),
    HINT,
)
SECTIONS = (
    Section("fund", "公积金（每户最多提多少、家里谁先提；规定以当地公积金中心为准）", (
        Field("fund_unit", "限额取整到（元）", "money", "取整到分填 0.01；有的城市取整到 100 元",
              "scheme.fund.unit", bounds=("0.01", str(MAX_UNIT // 100)), blank=-1, at_first=_unit,
              unsaid=1, named="公积金限额取整到（元）"),
        Field("fund_order", "家里人怎么分", "text", "按余额比例：各人按余额分；按先后次序：前一人提完再轮到下一人；待选：没有规定，请选一种",
              "scheme.fund.order", ORDERS, named="公积金家里人怎么分"),
        Field("fund_months", "登记后几个月内可提", "whole", "自电梯使用登记之日起；没有期限则空着",
              "scheme.fund.months", bounds=("1", str(MAX_MONTHS)),
              named="公积金登记后几个月内可提"),
        Field("fund_registered", "电梯使用登记日期", "date", "填如 2026-12-31",
              "fund.registered_on", bounds=DATES),
        Field("fund_room", "测算哪一户（房号）", "text", "填“住户”中的房号；下面按次序填家里人的余额", "fund.room"),
    ), MAX_PERSONS, COLUMNS),
)  # fmt: skip
