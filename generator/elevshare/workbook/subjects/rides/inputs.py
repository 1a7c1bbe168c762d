"""The single inputs of 使用费: the tariffs on 专项, the month on 用量."""

from __future__ import annotations

from elevshare.project import Project
from elevshare.rules.rides import MAX_CARDS, MAX_COUNT, MAX_FEE
from elevshare.schemes import Family, Scheme
from elevshare.schemes.parts.rides import OWN_TARIFF, NamedTariff
from elevshare.workbook.field import DATES, MAX_YUAN, Field, Section, as_they_are, spoken
from elevshare.workbook.input_columns import HINT, NUMBER, InputColumn
from elevshare.workbook.subjects.rides.fare_inputs import MORE_USAGE

#: The fees of a tariff by the key of their column; the largest one in yuan.
FEES = ("ride", "card", "visitor")
MAX_FEE_YUAN = str(MAX_FEE // 100)
_FEE = f"请填 0 到 {MAX_FEE_YUAN} 元，最多两位小数"
_FEE_HEADS = ("次卡（元/次/人）", "月卡（元/月/人）", "访客（元/次）")
TARIFF_COLUMNS = (
    InputColumn("name", "名称", "标签"),
    *(InputColumn(key, head, "输入-money", _FEE, ("0", MAX_FEE_YUAN))
      for key, head in zip(FEES, _FEE_HEADS, strict=True)),
    HINT,
)  # fmt: skip
_YUAN = f"请填 0 到 {spoken(MAX_YUAN)}的数（元）"
USAGE_COLUMNS = (
    NUMBER,
    InputColumn("room", "房号", "计算-any"),
    InputColumn("owner", "业主", "计算-any"),
    *(InputColumn(key, head, "输入-whole", f"请填 0 到 {spoken(str(most))}的整数", ("0", str(most)))
      for key, head, most in (("rides", "次卡（次）", MAX_COUNT), ("cards", "月卡（张）", MAX_CARDS),
                              ("visitors", "访客（次）", MAX_COUNT))),
    InputColumn("owing", "上期欠费（元）", "输入-money", _YUAN, name="欠费"),
    InputColumn("credit", "预存（元）", "输入-money", _YUAN),
    HINT,
)  # fmt: skip
MONTH = (
    Field("usage_year", "账单年份", "whole", "填如 2026", bounds=("2000", "2099")),
    Field("usage_month", "账单月份", "whole", "填 1 到 12；每月另存一本，再改成新的月份",
          bounds=("1", "12")),
    Field("usage_due", "缴款截止日期", "date", "印在使用费单上，填如 2026-03-31", bounds=DATES),
)  # fmt: skip


def tariffs_of(scheme: Scheme) -> tuple[NamedTariff, ...]:
    """The tariffs of a scheme; none if its book has no usage fees."""
    prepaid = scheme.rides if scheme.family is Family.PREPAID else None
    return prepaid.tariffs if prepaid else ()


def special_sections(scheme: Scheme) -> tuple[Section, ...]:
    """The section of 专项 for a scheme with usage fees."""
    words = (*(tariff.name for tariff in tariffs_of(scheme)), OWN_TARIFF)
    chosen = Field("ride_tariff", "收费标准", "text", "按本单元选；选“自定”则填下表最后一行",
                   words=as_they_are(words), at_first=_first)  # fmt: skip
    return (Section("tariffs", "使用费标准（次卡、月卡按人，访客按次）", (chosen,),
                    len(words), TARIFF_COLUMNS),)  # fmt: skip


def usage_sections(flats: int, by_storey: bool = False) -> tuple[Section, ...]:
    """The sections of 用量 for this number of household rows; fares ``by_storey`` need more."""
    cards = "月卡、年卡" if by_storey else "月卡"
    return (
        Section("usage_period", "一、本月", MONTH),
        Section("usage", f"二、各户用量（用{cards}的乘坐不计入次卡）", rows=flats,
                columns=_with_more() if by_storey else USAGE_COLUMNS),
    )  # fmt: skip


def _with_more() -> tuple[InputColumn, ...]:
    """The columns of 用量 with those of 分层票价, each group to the right of its neighbour."""
    groups = ((one, *MORE_USAGE.get(one.key, ())) for one in USAGE_COLUMNS)
    return tuple(column for group in groups for column in group)


def _first(project: Project) -> str:
    """The name of the tariff that a new book starts with."""
    return tariffs_of(project.scheme)[0].name
