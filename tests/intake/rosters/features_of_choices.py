"""Rosters of which the user says by options how they are to be read."""

from __future__ import annotations

from dataclasses import replace

from drawn_sheet import Cell
from features import COLUMNS, EITHER, LINES, feature
from roster_draft import Column, Draft, Line
from wording import AREA, PART, ROOM, STOREY


@feature(LINES, "words", "two rows", "beside", "choice of columns")
def an_area_chosen_by_hand(draft: Draft) -> None:
    """Another area than that of the building counts, because the users have agreed on it."""
    heading = draft.rng.choice(
        ("套内面积", "使用面积", "面积（套内）", "面积（变更后）", "分摊面积", "实测")
    )
    draft.column(AREA).heading = heading + draft.rng.choice(("", "", "（㎡）", "\n(平方米)"))
    named = draft.column(AREA).heading.replace("\n", "")
    draft.chosen["columns"] = f"{draft.rng.choice((AREA, '面积'))}={named}"


@feature(LINES, "words", "two rows", "beside", "choice of columns")
def one_of_two_areas_chosen(draft: Draft) -> None:
    draft.columns.insert(0, Column("other area", "产证面积"))
    draft.spelt("other area", lambda one: one.area / 100 + 3)
    draft.column(AREA).heading = draft.rng.choice(("实测面积", "建筑面积", "面积（㎡）"))
    draft.chosen["columns"] = f"建筑面积={draft.column(AREA).heading}"


@feature(COLUMNS, "words", "two rows", "part", "part merged", "cellar", "ground")
def everybody_takes_part(draft: Draft) -> None:
    """There is no column that says so."""
    draft.columns.remove(draft.column(PART))
    draft.change(lambda one: replace(one, taking_part=True))
    draft.chosen["everyone"] = True


@feature(LINES, "tail", "beside", must=EITHER)
def another_table_below(draft: Draft) -> None:
    """How many flats each storey has, and what they measure together."""
    draft.lines += [
        Line(),
        Line({ROOM: Cell("楼层"), STOREY: Cell("户数"), AREA: Cell("面积合计")}),
    ]
    for storey in sorted({line.household.storey for line in draft.households}):
        own = [line for line in draft.households if line.household.storey == storey]
        area = sum(line.household.area for line in own) / 100
        draft.lines.append(Line({ROOM: Cell(storey), STOREY: Cell(len(own)), AREA: Cell(area)}))


@feature(LINES, "tail", must=EITHER)
def households_below_a_total(draft: Draft) -> None:
    """Somebody was added later, and the total stayed where it was."""
    place = draft.rng.randint(1, len(draft.lines))
    draft.lines.insert(place, Line({ROOM: Cell("合计"), AREA: Cell(1234.5)}))
