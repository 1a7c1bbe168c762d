"""The single inputs of 后加入, on 专项."""

from __future__ import annotations

from elevshare.project import Project
from elevshare.rules.late import (
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_YEARS,
    MULTIPLE_SCALE,
    JoiningWay,
    RefundBasis,
)
from elevshare.workbook.field import PERCENT, Field, Section, as_they_are, values_of
from elevshare.workbook.sheetxml import Value

COMPUTED, MANUAL = "按当初一起分摊计算", "手工填写"
_MONTHS, _YEARS = ("0", str(MAX_MONTHS)), ("1", str(MAX_YEARS))
_MULTIPLES = ("0", str(MAX_MULTIPLE // MULTIPLE_SCALE))


def _original(project: Project) -> Value:
    return COMPUTED if project.joining.original is None else MANUAL


#: A number that was not agreed counts as -1.
FIELDS = (
    Field("late_room", "后加入的房号", "text", "填“住户”里参与为“否”的一户；没有人后加入就空着", "joining.room"),
    Field("late_original", "原应分摊取法", "text", "按当初一起分摊计算：用同样的办法，假定此户一开始就参与",
          words=as_they_are((COMPUTED, MANUAL)), otherwise=COMPUTED, at_first=_original),
    Field("late_amount", "手工填写的原应分摊（元）", "money", "只在选“手工填写”时有效",
          "joining.original", blank=-1),
    Field("late_way", "加入方式", "text", "加利息：单利；折旧：按年限平均；倍数：原应分摊乘以倍数",
          "joining.way", values_of(JoiningWay), JoiningWay.PLAIN),
    Field("late_months", "距当初缴款的月数", "whole", "选“加利息”或“折旧”时填整月数",
          "joining.months", bounds=_MONTHS, blank=-1),
    Field("late_rate", "年利率", "percent", "选“加利息”时填，如 3%",
          "joining.rate", bounds=PERCENT, blank=-1),
    Field("late_years", "折旧年限（年）", "whole", "选“折旧”时填整年数，如 15",
          "joining.years", bounds=_YEARS, blank=-1),
    # Of the kinds of numbers, money alone has two decimals.
    Field("late_multiple", "倍数", "money", "选“倍数”时填，如 1.20",
          "joining.multiple", bounds=_MULTIPLES, blank=-1),
    Field("late_basis", "退还按什么比例", "text", "按应分摊：各户应分摊的比例；按已缴：各户已缴金额的比例",
          "joining.basis", values_of(RefundBasis), RefundBasis.DUE),
)  # fmt: skip

SECTIONS: tuple[Section, ...] = (Section("late", "后加入（后来加入的住户补多少、退给谁）", FIELDS),)
