"""Rosters from which no building can be read but a wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from drawn_sheet import Cell
from features import BOOK, CELLS, COLUMNS, HOUSEHOLDS, REFUSED, SHEET, feature
from features_of_books import (
    SECTIONS,
    a_sheet_for_every_stairwell,
    others,
    several_stairwells_in_rooms,
)
from roster_draft import Column, Draft
from wording import AREA, OWN_WEIGHT, PART, ROOM, STOREY, UNDECIDED


def poison(stage: int, *groups: str):
    """Enter a roster that must be refused."""
    return feature(stage, *groups, must=REFUSED)


def _rename(draft: Draft, key: str, *names: str) -> None:
    draft.column(key).heading = draft.rng.choice(names)


@poison(COLUMNS, "words", "two rows")
def only_another_area(draft: Draft) -> None:
    _rename(draft, AREA, "面积（套内）", "使用面积", "公摊面积", "面积(使用)", "套内面积", "套内建筑面积", "建筑面积（套内）", "建筑面积（不含公摊）", "土地面积", "室内面积", "面积（公摊）", "套内面积（㎡）")  # fmt: skip


@poison(COLUMNS, "words", "two rows")
def only_the_number_of_storeys(draft: Draft) -> None:
    top = max(line.household.storey for line in draft.households)
    _rename(draft, STOREY, "楼层（总）", "总楼层", "楼层总数", "总层数", "楼层(共)", "层数（总）", "楼层（地上）", "楼层（共几层）", "总楼层数")  # fmt: skip
    draft.spelt(STOREY, lambda one: top)


@poison(SHEET, "words", "two rows", "beside")
def only_other_areas_below_an_area(draft: Draft) -> None:
    """面积 is above two columns, and neither of them is the area of the building."""
    above, here, beside = draft.rng.choice((
        ("面积（㎡）", "面积（变更前）", "使用面积"), ("房屋面积", "使用面积", "套内"), ("建筑面积", "套内", "公摊"),
        ("面积", "套内面积", "公摊面积"), ("建筑面积（㎡）", "变更前", "变更后"), ("面积", "2019年", "2020年"),
    ))  # fmt: skip
    column = draft.column(AREA)
    column.group, column.heading = above, here
    draft.columns.insert(draft.columns.index(column) + 1, Column("more", beside, above))
    draft.spelt("more", lambda one: one.area / 200)


@poison(COLUMNS, "words", "two rows")
def an_unknown_qualifier(draft: Draft) -> None:
    _rename(draft, AREA, "面积（变更前）", "建筑面积（旧）", "面积（2019年）", "建筑面积（预测）", "建筑面积（含阁楼）", "建筑面积（估）", "旧建筑面积", "建筑面积（万㎡）", "建筑面积（亩）", "面积（整层）", "建筑面积（两户合计）")  # fmt: skip


@poison(COLUMNS, "words", "two rows")
def an_unknown_qualifier_of_taking_part(draft: Draft) -> None:
    _rename(draft, PART, "参与（第一次）", "是否参与（变更前）", "参与（初步意向）", "不参与", "是否参与表决", "是否退出", "参与（租户）", "是否不参与", "上次是否参与", "放弃参与")  # fmt: skip


@poison(SHEET, "choice of columns")
def a_column_is_chosen_that_is_not_there(draft: Draft) -> None:
    draft.chosen["columns"] = draft.rng.choice(
        ("面积=阳台面积", "楼层=第几楼", "面积=ZZ", "业主=租户")
    )


@poison(COLUMNS, "words", "two rows")
def a_column_is_missing(draft: Draft) -> None:
    key = draft.rng.choice((ROOM, STOREY, AREA, PART))
    draft.columns.remove(draft.column(key))


@poison(COLUMNS, "words")
def two_columns_of_one_meaning(draft: Draft) -> None:
    """Both are right to look at, and they do not say the same."""
    name, other = draft.rng.choice((
        ("产证面积", lambda one: one.area / 100 + 1), ("房产证面积", lambda one: one.area / 100 + 2),
        ("所在楼层", lambda one: one.storey + 1), ("层次", lambda one: one.storey + 1),
        ("是否参与", lambda one: "否" if one.taking_part else "是"), ("是否出资", lambda one: "否"),
        ("建筑面积", lambda one: one.area / 100 + 3), ("参与", lambda one: "否"),
        ("室号", lambda one: one.room + "9"),
    ))  # fmt: skip
    draft.columns.insert(draft.rng.randint(0, len(draft.columns)), Column("second", name))
    draft.spelt("second", other)


@poison(CELLS, "room")
def rooms_turned_into_dates(draft: Draft) -> None:
    """3-1 became the third of January, and whatever it is shown as, 301 is gone."""
    form, seen = draft.rng.choice((
        ('m"月"d"日"', "{d:%-m}月{d:%-d}日"), ("d-mmm", "{d:%-d}-{d:%b}"), ("yyyy/m/d", "{d:%Y}/{d:%-m}/{d:%-d}"),
        ("yyyy-mm-dd", "{d:%Y-%m-%d}"), ("mmm-yy", "{d:%b-%y}"), ('yyyy"年"m"月"d"日"', "{d:%Y}年{d:%-m}月{d:%-d}日"),
        ("m/d/yyyy", "{d:%-m}/{d:%-d}/{d:%Y}"), ('m"月"d"日";@', "{d:%-m}月{d:%-d}日"), ("yyyy/m/d h:mm", "{d:%Y}/{d:%-m}/{d:%-d} 0:00"),
    ))  # fmt: skip

    def write(one):
        day = datetime(2026, min(int(one.storey), 12), max(1, int(one.room[-2:])))
        return Cell(day, form, seen.format(d=day))

    draft.spelt(ROOM, write)


@poison(CELLS, "room")
def a_room_twice(draft: Draft) -> None:
    rooms = [line.household.room for line in draft.households]
    draft.last.cells[ROOM] = Cell(rooms[0] + draft.rng.choice(("", " ", "\u200b")))


@poison(CELLS, "room")
def a_room_is_an_error(draft: Draft) -> None:
    draft.last.cells[ROOM] = Cell(draft.rng.choice(("#REF!", "#N/A", "#VALUE!", "#NAME?")))


@poison(CELLS, "room")
def a_room_is_empty(draft: Draft) -> None:
    draft.last.cells[ROOM] = Cell(draft.rng.choice((None, " ")))


@poison(CELLS, "room")
def a_room_that_is_none(draft: Draft) -> None:
    """同上 and / are no rooms."""
    draft.last.cells[ROOM] = Cell(draft.rng.choice(("同上", "〃", "/", "-", "无")))


@poison(CELLS, "storey", "storey once", "top")
def parts_of_storeys(draft: Draft) -> None:
    """Between which storeys, or where between them?"""
    form = draft.rng.choice(("{}½", "{}夹层", "{}层夹层", "夹层", "{}.25", "{}.3层", "半层"))
    draft.spelt(STOREY, lambda one: form.format(one.storey))


@poison(COLUMNS, "terms")
def weights_beside_percentages(draft: Draft) -> None:
    draft.said = ("百分比",)
    draft.columns.append(Column(OWN_WEIGHT, OWN_WEIGHT))
    draft.spelt(OWN_WEIGHT, lambda one: "20%")
    first, last = draft.households[0], draft.last
    draft.change(lambda one: replace(one, own_weight=200_000))
    (first if first is not last and first.counts and not first.hidden else last).cells[
        OWN_WEIGHT
    ] = Cell("1.5")


@poison(SHEET, "area", "beside", "ground")
def an_area_merged_over_households(draft: Draft) -> None:
    """What of it is whose?"""
    draft.needs("openpyxl", "xlsxwriter")
    draft.merged.add(AREA)
    draft.lines = [line for line in draft.lines if line.household and not line.hidden]
    first = draft.lines[0].cells[AREA]
    for line in draft.lines[:2]:
        line.cells[AREA] = first


@poison(CELLS, "area")
def two_areas_in_a_cell(draft: Draft) -> None:
    word = draft.rng.choice(("80 90", "80\n90", "80.5 68.42", "80　12"))
    draft.last.cells[AREA] = Cell(word)


@poison(CELLS, "storey", "storey once")
def a_storey_nobody_knows(draft: Draft) -> None:
    word = draft.rng.choice(("中层", "2-3", "5、6层", "5-6层", "200", "？", "#REF!", "三单元", "一二", "2026/1/5", "低层",  "阁楼"))  # fmt: skip
    draft.last.cells[STOREY] = Cell(word)


@poison(CELLS, "area")
def an_area_nobody_knows(draft: Draft) -> None:
    word = draft.rng.choice(("约80", "80+12", "80/90", "-80", "80.5.1", "待测", "#VALUE!", "80多", "1,08", "80~90", "80，5", "8O", "80套", "80元", "0", "", "80㎡（套内）", "80亩", "2026/1/5", "0.8万", "80%", "80层"))  # fmt: skip
    draft.last.cells[AREA] = Cell(word)


@poison(CELLS, "part")
def somebody_is_undecided(draft: Draft) -> None:
    draft.last.cells[PART] = Cell(draft.rng.choice(UNDECIDED))


@poison(CELLS, "part")
def somebody_says_nothing(draft: Draft) -> None:
    draft.last.cells[PART] = Cell(draft.rng.choice((None, "", " ", "-", "/")))


@poison(HOUSEHOLDS, "several", "beside")
def several_stairwells_unasked(draft: Draft) -> None:
    draft.said = ("单元",)
    others(draft)
    draft.chosen.clear()


@poison(HOUSEHOLDS, "several", "beside")
def several_sections_unasked(draft: Draft) -> None:
    draft.said = ("单元",)
    others(draft)
    draft.chosen.clear()
    draft.sections = SECTIONS


@poison(HOUSEHOLDS, "several", "beside", "room", "cellar", "basement")
def several_stairwells_in_rooms_unasked(draft: Draft) -> None:
    draft.said = ("单元",)
    several_stairwells_in_rooms(draft)
    draft.chosen.clear()


@poison(BOOK, "sheets", "several")
def several_sheets_unasked(draft: Draft) -> None:
    draft.said = ("工作表",)
    a_sheet_for_every_stairwell(draft)
    draft.chosen.clear()
