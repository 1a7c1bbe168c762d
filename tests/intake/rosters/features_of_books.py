"""Several stairwells, several sheets."""

from __future__ import annotations

from dataclasses import replace

from drawing import drawn
from drawn_sheet import Sheet
from features import BOOK, EITHER, HOUSEHOLDS, feature
from features_of_cells import WORKBOOKS
from known_building import area, name, stairwell
from roster_draft import Draft, lines_of, plain, written
from wording import BUILDING, ENTRANCE

#: What stands above the households of a stairwell.
SECTIONS = ("{}单元", "12幢{}单元", "{} 单元")


def others(draft: Draft, entrances=("1", "2")) -> None:
    """More stairwells above the one that is asked for, and one below."""
    (place,) = {line.place for line in draft.lines}
    for entrance in entrances:
        draft.lines[:0] = _lines(draft, place[0], entrance)
    draft.lines += _lines(draft, place[0], "4")
    draft.several = True
    draft.chosen["entrance"] = draft.rng.choice(("{}-{}", "{}幢{}单元", "{}-{}单元")).format(*place)


def _lines(draft: Draft, building: str, entrance: str):
    lines = lines_of(stairwell(draft.rng, building, entrance), counts=False)
    return lines[: draft.rng.randint(2, 12)]


@feature(HOUSEHOLDS, "several", "beside")
def several_stairwells_in_columns(draft: Draft) -> None:
    others(draft)


@feature(HOUSEHOLDS, "several", "beside", "room", "cellar", "basement")
def several_stairwells_in_rooms(draft: Draft) -> None:
    """3-101 is room 101 of the third entrance; nothing else says where a household is."""
    others(draft)
    draft.several, draft.chosen["entrance"] = False, "3"
    for line in draft.households:
        room = f"{line.place[1]}-{line.household.room}"
        line.household = replace(line.household, room=room)


@feature(HOUSEHOLDS, "place merged")
def places_merged(draft: Draft) -> None:
    draft.merged |= {BUILDING, ENTRANCE}


@feature(HOUSEHOLDS, "place merged")
def places_once(draft: Draft) -> None:
    draft.once |= {BUILDING, ENTRANCE}


@feature(HOUSEHOLDS, "several", "beside")
def several_stairwells_in_sections(draft: Draft) -> None:
    others(draft)
    draft.sections = SECTIONS
    draft.chosen["entrance"] = draft.rng.choice(("3", "3单元"))


@feature(HOUSEHOLDS, "several", "beside")
def several_stairwells_in_other_sections(draft: Draft) -> None:
    others(draft)
    draft.sections = ("第{}单元", "{}单元：", "{} 单元:")
    draft.chosen["entrance"] = "3"


@feature(BOOK, "sheets")
def another_sheet_with_words(draft: Draft) -> None:
    if not draft.needs(*WORKBOOKS):
        return
    sheet = Sheet("填写说明")
    for row, text in enumerate(
        ("填写说明", "1. 房号、楼层、建筑面积、参与都要填", "2. 参与填 是 或 否"), 1
    ):
        sheet.put(row, 1, text)
    (draft.before if draft.rng.random() < 0.6 else draft.after).append(sheet)


@feature(BOOK, "hidden sheet")
def hidden_old_roster(draft: Draft) -> None:
    if not draft.needs(*WORKBOOKS):
        return
    sheet = _other_roster(draft, "2019旧名册")
    sheet.hidden = True
    (draft.before if draft.rng.random() < 0.6 else draft.after).append(sheet)


def _other_roster(draft: Draft, title: str) -> Sheet:
    """The same rooms, with other areas and owners."""
    other = plain(draft.rng, stairwell(draft.rng))
    other.change(lambda one: replace(one, area=area(draft.rng), owners=(name(draft.rng),)))
    written(other)
    other.title = title
    return drawn(other)[0]


@feature(BOOK, "sheets", "several")
def a_sheet_for_every_stairwell(draft: Draft) -> None:
    if not draft.needs(*WORKBOOKS):
        return
    form = draft.rng.choice(("{}单元", "12幢{}单元", "住户{}", "{}"))
    draft.title = form.format(3)
    draft.chosen["sheet"] = draft.title
    draft.before += [_other_roster(draft, form.format(n)) for n in (1, 2)]
    draft.after.append(_other_roster(draft, form.format(4)))


@feature(BOOK, "sheets", must=EITHER)
def an_example_sheet(draft: Draft) -> None:
    """A sheet that shows how it is done, with a household that does not exist."""
    if not draft.needs(*WORKBOOKS):
        return
    draft.said = ("工作表", "--sheet")
    (draft.before if draft.rng.random() < 0.5 else draft.after).append(_other_roster(draft, "示例"))
