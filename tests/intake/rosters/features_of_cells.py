"""How the cells of a household are written."""

from __future__ import annotations

from dataclasses import replace

import cn2an
from drawn_sheet import Cell
from features import CELLS, EITHER, HOUSEHOLDS, feature
from known_building import name
from roster_draft import Draft
from wording import AREA, NOBODY, OWNER, PART, RARE_YES_NO, ROOM, STOREY, YES_NO

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
WORKBOOKS = {"openpyxl", "xlsxwriter"}


# ---------------------------------------------------------------- rooms


@feature(CELLS, "room")
def room_is_a_number(draft: Draft) -> None:
    draft.spelt(ROOM, lambda one: draft.rng.choice((int, float))(one.room))


def _seen_by_format(draft: Draft, form: str, show) -> None:
    """Rooms are numbers, and what is seen of them is made by their format."""

    def write(one):
        return Cell(int(one.room), form, show(one.room))

    draft.spelt(ROOM, write)
    draft.change(lambda one: replace(one, room=show(one.room)))


@feature(CELLS, "room")
def room_with_leading_zeros(draft: Draft) -> None:
    _seen_by_format(draft, "00000", lambda room: room.zfill(5))


@feature(CELLS, "room")
def room_with_a_prefix_by_format(draft: Draft) -> None:
    form, before = draft.rng.choice((('"3-"000', "3-"), ('"3-"0', "3-"), (r"3\-000", "3-")))
    _seen_by_format(draft, form, lambda room: before + room)


@feature(CELLS, "room")
def room_with_a_word_by_format(draft: Draft) -> None:
    _seen_by_format(draft, '0"室"', lambda room: room + "室")


@feature(CELLS, "room")
def room_with_unseen_characters(draft: Draft) -> None:
    unseen = draft.rng.choice(("\u00a0", "\u200b", "\ufeff", "\u3000", " ", "\u2060"))
    draft.spelt(ROOM, lambda one: draft.rng.choice((one.room + unseen, unseen + one.room)))


@feature(CELLS, "room", must=EITHER)
def room_with_a_mark_of_direction(draft: Draft) -> None:
    draft.spelt(ROOM, lambda one: draft.rng.choice(("\u200e", "\u202d")) + one.room)


@feature(CELLS, "room")
def room_in_full_width(draft: Draft) -> None:
    draft.spelt(ROOM, lambda one: one.room.translate(FULL_WIDTH))


@feature(CELLS, "room")
def room_in_words(draft: Draft) -> None:
    form = draft.rng.choice(("{}室", "3-{}", "12-3-{}", "A{}", "12幢3单元{}室", "3单元{}", "#{}"))
    draft.change(lambda one: replace(one, room=form.format(one.room)))
    draft.spelt(ROOM, lambda one: one.room)


@feature(CELLS, "room", "several", "top")
def room_does_not_name_its_storey(draft: Draft) -> None:
    """1-2 is the second door of the first storey, 东 is on the east, and some just count."""
    form = draft.rng.choice(
        ("{storey}-{door}", "{number}", "{storey}层{side}", "{number}号", "甲{number}")
    )

    def change(one):
        number = [line.household for line in draft.households].index(one) + 1
        door = int(one.room[-2:])
        room = form.format(storey=one.storey, door=door, number=number, side="东西南北"[door - 1])
        return replace(one, room=room)

    changed = {one: change(one) for one in draft.expected}
    draft.change(lambda one: changed[one])
    draft.spelt(ROOM, lambda one: one.room)


@feature(CELLS, "room")
def room_is_a_formula(draft: Draft) -> None:
    if not draft.needs("xlsxwriter"):
        return
    draft.spelt(ROOM, lambda one: Cell(one.room, formula=f'"{one.room[:-2]}"&"{one.room[-2:]}"'))


# ---------------------------------------------------------------- storeys


def _chinese(storey: int) -> str:
    return cn2an.an2cn(storey).removeprefix("一") if 10 <= storey < 20 else cn2an.an2cn(storey)


@feature(CELLS, "storey")
def storey_in_words(draft: Draft) -> None:
    form = draft.rng.choice((
        "{n}层", "{n}楼", "{n}F", "{n}f", "{n} 层", "第{n}层", "{n}", "{n}.0", "{w}", "{w}层", "第{w}层",
        "{w}楼", "{z}", "{z}层", "第 {n} 层", "{n}层\u200b", " {n}", "{n}Ｆ", "第{w}楼",
    ))  # fmt: skip
    draft.spelt(STOREY, lambda one: _storey(form, one.storey))


@feature(CELLS, "storey", must=EITHER)
def storey_in_rare_words(draft: Draft) -> None:
    form = draft.rng.choice(
        ("F{n}", "{n}/F", "{n}L", "L{n}", "{n}层楼", "{n}楼层", "第{n}", "{n}#")
    )
    draft.spelt(STOREY, lambda one: _storey(form, one.storey))


def _storey(form: str, storey: int) -> str:
    return form.format(n=storey, w=_chinese(storey), z=str(storey).translate(FULL_WIDTH))


@feature(CELLS, "storey")
def storey_is_a_float(draft: Draft) -> None:
    draft.spelt(STOREY, lambda one: float(one.storey))


@feature(CELLS, "storey")
def storey_by_format(draft: Draft) -> None:
    draft.spelt(STOREY, lambda one: Cell(one.storey, '0"层"', f"{one.storey}层"))


@feature(CELLS, "storey", "top")
def storey_lowest_and_highest(draft: Draft) -> None:
    """底层 and 顶层: the storeys between are all there, and written as numbers."""
    high = max(line.household.storey for line in draft.households)
    lowest = draft.rng.choice(("底层", "底层", "首层", "1"))
    highest = draft.rng.choice(("顶层", "顶层", "顶楼"))
    plain = draft.rng.choice(("{}", "{}层"))
    words = {1: lowest} | ({high: highest} if high > 2 else {})
    draft.spelt(STOREY, lambda one: words.get(one.storey, plain.format(one.storey)))


@feature(CELLS, "storey")
def storey_is_a_formula(draft: Draft) -> None:
    if not draft.needs("xlsxwriter"):
        return
    draft.spelt(STOREY, lambda one: Cell(one.storey, formula=f"{one.storey - 1}+1"))


@feature(CELLS, "storey", "top")
def half_storeys(draft: Draft) -> None:
    form = draft.rng.choice(
        (float, "{}.5", "{}层半", "{}.5层", "{}楼半", "{}层半楼", "{}.5F", "第{}.5层")
    )
    lower = {line.household: line.household.storey for line in draft.households}
    draft.spelt(STOREY, lambda one: one.storey + 0.5 if form is float else form.format(one.storey))
    draft.change(lambda one: replace(one, storey=lower[one] + 0.5))


@feature(CELLS, "storey", "top", must=EITHER)
def half_storeys_that_look_whole(draft: Draft) -> None:
    if draft.needs(*WORKBOOKS):
        draft.spelt(STOREY, lambda one: Cell(one.storey + 0.5, "0", f"{one.storey + 1}"))
        draft.change(lambda one: replace(one, storey=one.storey + 0.5))


@feature(CELLS, "storey once")
def storey_merged(draft: Draft) -> None:
    draft.merged.add(STOREY)


@feature(CELLS, "storey once")
def storey_once(draft: Draft) -> None:
    draft.once.add(STOREY)


@feature(CELLS, "storey once")
def storey_as_above(draft: Draft) -> None:
    """同上, or the sign for it, below the first household of a storey."""
    word = draft.rng.choice(("同上", "〃", "同上", "″"))
    above = None
    for line in draft.households:
        here = (line.place, line.household.storey)
        if here == above:
            line.cells[STOREY] = Cell(word)
        above = here


# ---------------------------------------------------------------- areas


def _decimal(area: int) -> str:
    return f"{area // 100}.{area % 100:02}" if area % 100 else str(area // 100)


@feature(CELLS, "area")
def area_in_words(draft: Draft) -> None:
    form = draft.rng.choice((
        "{}㎡", "{} 平方米", "{}m2", "{}m²", "{} ㎡", "{}平米", "{}平方", "{}M2", "{}平", "{}", " {}", "{}\u00a0", "{}㎡\u200b",
    ))  # fmt: skip
    draft.spelt(AREA, lambda one: form.format(_decimal(one.area)))


@feature(CELLS, "area")
def area_in_full_width(draft: Draft) -> None:
    form = draft.rng.choice(("{}", "{}㎡"))
    draft.spelt(AREA, lambda one: form.format(_decimal(one.area)).translate(FULL_WIDTH))


@feature(CELLS, "area")
def area_with_thousands(draft: Draft) -> None:
    form = draft.rng.choice(("{}", "{}㎡"))
    draft.spelt(AREA, lambda one: form.format(f"{one.area / 100:,.2f}"))


@feature(CELLS, "area")
def area_by_format(draft: Draft) -> None:
    form, write = draft.rng.choice((
        ("0.00", "{:.2f}"), ("#,##0.00", "{:,.2f}"), ('0.00"㎡"', "{:.2f}㎡"), ("0.00_ ", "{:.2f} "),
    ))  # fmt: skip
    draft.spelt(AREA, lambda one: Cell(one.area / 100, form, write.format(one.area / 100)))


@feature(CELLS, "area")
def area_longer_than_seen(draft: Draft) -> None:
    def write(one):
        more = draft.rng.choice((-0.0033333333, 0.0013, 0.004, -0.004, 0.0001))
        return Cell(one.area / 100 + more, "0.00", f"{one.area / 100:.2f}")

    draft.spelt(AREA, write)


@feature(CELLS, "area")
def area_is_a_formula(draft: Draft) -> None:
    if not draft.needs("xlsxwriter"):
        return
    draft.spelt(AREA, lambda one: Cell(one.area / 100, formula=f"{one.area}/100"))


@feature(CELLS, "area", must=EITHER)
def area_is_a_formula_without_value(draft: Draft) -> None:
    if not draft.needs("openpyxl"):
        return
    draft.said = ("公式",)
    draft.spelt(AREA, lambda one: Cell(None, formula=f"{one.area}/100"))


@feature(CELLS, "area", must=EITHER)
def area_shown_with_fewer_decimals(draft: Draft) -> None:
    """What is stored has two decimals and counts; what is seen has one or none."""
    form, show = draft.rng.choice((("0", "{:.0f}"), ("0.0", "{:.1f}")))
    if draft.needs(*WORKBOOKS):
        draft.spelt(AREA, lambda one: Cell(one.area / 100, form, show.format(one.area / 100)))


@feature(CELLS, "area", must=EITHER)
def area_with_three_decimals(draft: Draft) -> None:
    draft.spelt(AREA, lambda one: f"{one.area / 100:.2f}1")


# ---------------------------------------------------------------- owners


@feature(HOUSEHOLDS, "owner")
def owner_unknown(draft: Draft) -> None:
    draft.change(lambda one: replace(one, owners=()))


@feature(CELLS, "owner word")
def owner_placeholder(draft: Draft) -> None:
    draft.change(lambda one: replace(one, owners=()))
    draft.spelt(OWNER, lambda one: draft.rng.choice(NOBODY))


@feature(HOUSEHOLDS, "owner")
def owners_on_several_lines(draft: Draft) -> None:
    def several(one):
        return replace(one, owners=(*one.owners, name(draft.rng)))

    draft.change(lambda one: several(one) if draft.rng.random() < 0.5 else one)


@feature(CELLS, "owner word", must=EITHER)
def owner_begins_like_a_formula(draft: Draft) -> None:
    sign = draft.rng.choice("=+-@")
    draft.change(lambda one: replace(one, owners=(sign + "张三",)))
    draft.spelt(OWNER, lambda one: one.owners[0])


# ---------------------------------------------------------------- taking part


def _yes_no(draft: Draft, yes: object, no: object) -> None:
    draft.spelt(PART, lambda one: yes if one.taking_part else no)


@feature(CELLS, "part")
def part_in_other_words(draft: Draft) -> None:
    _yes_no(draft, *draft.rng.choice(YES_NO))


@feature(CELLS, "part")
def part_in_many_words(draft: Draft) -> None:
    pairs = [pair for pair in YES_NO if pair[0] != "○"]  # asked about beside other words
    draft.spelt(PART, lambda one: draft.rng.choice(pairs)[not one.taking_part])


@feature(CELLS, "part")
def part_is_true_or_false(draft: Draft) -> None:
    _yes_no(draft, *draft.rng.choice(((True, False), (1, 0), (1.0, 0.0))))


@feature(CELLS, "part", must=EITHER)
def part_by_format(draft: Draft) -> None:
    """1 is seen as 是, and 0 as 否."""
    form = draft.rng.choice(('"是";;"否"', '[=1]"是";[=0]"否";General', '"参与";;"不参与"'))

    def write(one):
        return Cell(int(one.taking_part), form, "是" if one.taking_part else "否")

    draft.spelt(PART, write)


@feature(CELLS, "part", must=EITHER)
def part_in_rare_words(draft: Draft) -> None:
    _yes_no(draft, *draft.rng.choice(RARE_YES_NO))


@feature(CELLS, "part", must=EITHER)
def part_in_full_and_empty_signs(draft: Draft) -> None:
    _yes_no(draft, *draft.rng.choice((("●", "○"), ("■", "□"), ("☑", "□"), ("★", "☆"))))


@feature(HOUSEHOLDS, "part merged")
def part_merged(draft: Draft) -> None:
    """A whole storey takes part or does not, and says so in one merged cell."""
    whole = {line.household.storey: line.household.taking_part for line in draft.households}
    draft.change(lambda one: replace(one, taking_part=whole[one.storey]))
    draft.merged.add(PART)
    if not draft.needs(*WORKBOOKS):
        return


@feature(HOUSEHOLDS, "owner merged", must=EITHER)
def owner_merged(draft: Draft) -> None:
    """One owner has all the flats of a storey."""
    whole = {line.household.storey: line.household.owners for line in draft.households}
    draft.change(lambda one: replace(one, owners=whole[one.storey]))
    if draft.needs(*WORKBOOKS):
        draft.merged.add(OWNER)


@feature(HOUSEHOLDS, "ground")
def ground_floor_without_area(draft: Draft) -> None:
    def nothing(one):
        return replace(one, area=0, taking_part=False) if one.storey == 1 else one

    draft.change(nothing)
