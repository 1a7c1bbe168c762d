"""The inputs of 运维, on 专项."""

from __future__ import annotations

from elevshare.project import Project, SubsidyMode
from elevshare.rules.upkeep import (
    MAX_ITEMS,
    MAX_SPREAD,
    MONTHS,
    YEARS,
    Payers,
    Sharing,
    UpkeepPeriod,
)
from elevshare.schemes import Family
from elevshare.workbook.field import AMOUNT_HINT, DATES, Field, Section, by_word
from elevshare.workbook.input_columns import HINT, InputColumn

SHARING = {
    Sharing.COEFFICIENT: "同建设系数",
    Sharing.EQUAL: "按户均摊",
    Sharing.AREA: "按面积",
}
PAYERS = {Payers.TAKING: "全部参与户", Payers.WEIGHING: "系数大于0的参与户"}
PERIODS = {
    UpkeepPeriod.MONTH: "按月",
    UpkeepPeriod.QUARTER: "按季",
    UpkeepPeriod.HALF_YEAR: "按半年",
    UpkeepPeriod.YEAR: "按年",
}
#: The first labels of the table of yearly items; the last rows are spare.
ITEMS = ("电费", "维护保养费", "检验检测费", "保险费", "管理费", "大修储备")


def default_sharing(project: Project) -> Sharing:
    """The way of sharing in the scheme's document; if it states none by coefficient, in a lease equally."""
    found = project.scheme.upkeep
    usual = Sharing.EQUAL if project.scheme.family is Family.LEASE else Sharing.COEFFICIENT
    return found.rule if found else usual


def _sharing(project: Project) -> str:
    return SHARING[project.upkeep.sharing or default_sharing(project)]


_FIELDS = (
    Field("running_rule", "运维分摊办法", "text", "默认照方案；方案没有规定的由业主协商选定，出处见“运维”",
          "upkeep.sharing", by_word(SHARING), Sharing.EQUAL, at_first=_sharing,
          shipped="upkeep.rule"),
    Field("running_payers", "谁承担", "text", "其中“住户”免运维填“是”的不出；同建设系数时，系数为 0 的层总是不出",
          "upkeep.payers", by_word(PAYERS), Payers.TAKING),
    Field("running_period", "多久收一次", "text", "一年分成 12、4、2 或 1 期，各期之和正好是全年",
          "upkeep.period", by_word(PERIODS), UpkeepPeriod.YEAR),
    Field("running_number", "本次第几期", "whole", "运维账单按这一期计算；按季填 1 到 4",
          "upkeep.number", bounds=("1", str(MONTHS)), blank=1),
    Field("running_year", "年度", "whole", "填如 2027；1 月起算，印在运维账单上",
          "upkeep.year", bounds=(str(YEARS[0]), str(YEARS[1]))),
    Field("running_ads", "广告收入（元/年）", "money", "抵减全年运维费用；抵不完的转入运维基金", "upkeep.advertising"),
    Field("running_fund", "运维基金（元/月·户）", "money", "由承担的各户每月另交，单列在账单上；没有则空着", "upkeep.fund"),
    Field("running_kept", "留作运维的补贴（元）", "money",
          f"补贴选“{SubsidyMode.MANUAL.value}”时填；“{SubsidyMode.RULE.value}”时自动取规则的留存部分",
          "upkeep.kept"),
    Field("running_years", "这笔补贴分几年用", "whole", "空着或 0：不用；除不尽的归最后一年",
          "upkeep.years", bounds=("0", str(MAX_SPREAD))),
    Field("running_nth", "本年是其中第几年", "whole", "超过上面的年数时，本年不再有补贴",
          "upkeep.nth", bounds=("1", str(MAX_SPREAD)), blank=1),
    Field("running_due", "运维缴款截止日期", "date", "填如 2027-01-31", "upkeep.due_date", bounds=DATES),
)  # fmt: skip

COLUMNS = (
    InputColumn("item", "运维项目", "输入-text"),
    InputColumn("yuan", "金额（元/年）", "输入-money", AMOUNT_HINT),
    HINT,
)
SECTIONS: tuple[Section, ...] = (
    Section(
        "running", "运维（每年的运行维护费用；谁免运维在“住户”填）", _FIELDS, MAX_ITEMS, COLUMNS
    ),
)
