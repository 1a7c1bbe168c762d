"""The inputs of 分层票价: the prices of every storey and the caps on 专项, more columns on 用量."""

from __future__ import annotations

from elevshare.project import Project
from elevshare.rules.fares import MAX_PERSONS, MAX_YEAR_FEE, Fare
from elevshare.rules.rides import MAX_CARDS, MAX_COUNT, MAX_FEE
from elevshare.workbook.field import Field, Section
from elevshare.workbook.input_columns import HINT, InputColumn

#: The prices of a storey: key → the largest one in yuan.
PRICES = {
    "ride": str(MAX_FEE // 100),
    "card": str(MAX_FEE // 100),
    "year": str(MAX_YEAR_FEE // 100),
}
_HEADS = ("次卡（元/次/人）", "月卡（元/月/人）", "年卡（元/年/人）")
_CAPS = (
    Field("fare_household", "每户每月封顶（元）", "money", "一户一个月的次卡费最多收这些；不封顶的空着，填 0 就是次卡不收费",
          "fares.household_cap", blank=-1),
    Field("fare_person", "每人每月封顶（元）", "money", "按“用量”里要付次卡费的人数算；不封顶的空着，填 0 就是次卡不收费",
          "fares.person_cap", blank=-1),
)  # fmt: skip
FARE_COLUMNS = (
    InputColumn("storey", "楼层", "标签"),
    *(InputColumn(key, head, "输入-money", f"请填 0 到 {most} 元，最多两位小数", ("0", most))
      for (key, most), head in zip(PRICES.items(), _HEADS, strict=True)),
    HINT,
)  # fmt: skip
#: Column of 用量 to the left of the new ones → the new ones.
MORE_USAGE = {
    "rides": (
        InputColumn("free_rides", "其中免费（次）", "输入-whole", f"请填 0 到 {MAX_COUNT} 的整数，已含在次卡次数里",
                    ("0", str(MAX_COUNT)), name="免费次数"),
    ),
    "cards": (
        InputColumn("years", "年卡（张）", "输入-whole", f"请填 0 到 {MAX_CARDS} 的整数：本月新办的",
                    ("0", str(MAX_CARDS))),
    ),
    "credit": (
        InputColumn("persons", "用次卡的人数", "输入-whole", f"请填 0 到 {MAX_PERSONS} 的整数，含免费的人",
                    ("0", str(MAX_PERSONS)), name="人数"),
        InputColumn("free_persons", "其中免费（人）", "输入-whole", f"请填 0 到 {MAX_PERSONS} 的整数",
                    ("0", str(MAX_PERSONS)), name="免费人数"),
        InputColumn("who", "免费的是谁", "输入-text", name="免费的人"),
    ),
}  # fmt: skip


def fare_sections(storeys: int) -> tuple[Section, ...]:
    """The section of 专项 for this number of storeys."""
    title = "分层票价（填了的楼层和票种按这里，空着的按上面的使用费标准；没有填年卡的层没有年卡）"
    return (Section("fares", title, _CAPS, storeys, FARE_COLUMNS),)


def prices(project: Project, row: int) -> dict[str, float | None]:
    """Column key → price in yuan of a storey (from 0) in a new book."""
    storeys = project.fares.storeys
    fare = storeys[row] if row < len(storeys) else Fare()
    fen = (fare.ride, fare.month_card, fare.year_card)
    return {key: None if one is None else one / 100 for key, one in zip(PRICES, fen, strict=True)}
