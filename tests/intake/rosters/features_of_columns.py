"""What the columns of a roster are called, their order, and columns beside those that are read."""

from __future__ import annotations

from dataclasses import replace

from drawn_sheet import Cell
from features import CELLS, COLUMNS, EITHER, SHEET, feature
from features_of_cells import WORKBOOKS
from roster_draft import Column, Draft
from wording import (
    AREA,
    AREA_UNITS,
    FIXED,
    HEADINGS,
    HINTS,
    OTHERS,
    OWN_WEIGHT,
    OWNER,
    PART,
    PAYOUT,
    REMARKS,
    SERIAL,
    YES_NO_HINTS,
)

# ---------------------------------------------------------------- headings


def _rename(draft: Draft, rename) -> None:
    for column in draft.columns:
        column.heading = rename(column)


@feature(COLUMNS, "words")
def headings_in_other_words(draft: Draft) -> None:
    _rename(draft, lambda one: draft.rng.choice(HEADINGS.get(one.key, (one.heading,))))


@feature(COLUMNS, "signs")
def headings_with_units_and_hints(draft: Draft) -> None:
    def hint(column):
        if column.key == AREA:
            return column.heading + draft.rng.choice(AREA_UNITS)
        more = YES_NO_HINTS if column.key == PART else HINTS
        return column.heading + draft.rng.choice(more) if column.key in HEADINGS else column.heading

    _rename(draft, hint)


@feature(COLUMNS, "signs")
def headings_with_blanks(draft: Draft) -> None:
    """Blanks, line breaks and unseen characters between the signs."""
    signs = ("", "", " ", "\n", "\u3000", "\u200b", "\u00a0", "  ")

    def spread(column):
        return "".join(sign + draft.rng.choice(signs) for sign in column.heading)

    _rename(draft, spread)


@feature(COLUMNS, "signs")
def headings_with_stars(draft: Draft) -> None:
    form = draft.rng.choice(("*{}", "{}*", "★{}", "{}：", "* {}", "＊{}", " {} :", "{}※"))
    _rename(draft, lambda one: form.format(one.heading) if one.key in HEADINGS else one.heading)


@feature(SHEET, "two rows", "beside")
def headings_in_two_rows(draft: Draft) -> None:
    """面积 above 建筑面积 and 套内面积; 业主信息 above 姓名 and 电话."""
    places = {column.key: number for number, column in enumerate(draft.columns)}
    draft.columns[places[AREA]].group = draft.rng.choice(("面积（㎡）", "面积", "房屋面积"))
    if draft.columns[places[AREA]].heading == "面积":
        draft.columns[places[AREA]].heading = "建筑面积"
    inner = Column("inner", draft.rng.choice(("套内面积", "套内", "使用面积")))
    inner.group = draft.columns[places[AREA]].group
    _after(draft, AREA, inner, lambda one: one.area * 0.85 // 1 / 100)
    if OWNER in places:
        column = draft.column(OWNER)
        column.group = draft.rng.choice(("业主信息", "业主", "产权人信息", "业主情况"))
        column.heading = draft.rng.choice(("姓名", "业主姓名", "产权人姓名"))
        _after(draft, OWNER, Column("phone", "电话", column.group), lambda one: "139")


def _after(draft: Draft, key: str, column: Column, write) -> None:
    """Put a column right of another."""
    draft.columns.insert(draft.columns.index(draft.column(key)) + 1, column)
    draft.spelt(column.key, write)


# ---------------------------------------------------------------- columns


@feature(COLUMNS)
def columns_in_any_order(draft: Draft) -> None:
    draft.rng.shuffle(draft.columns)


@feature(COLUMNS)
def other_columns(draft: Draft) -> None:
    top = max(line.household.storey for line in draft.households)
    for heading in draft.rng.sample(sorted(OTHERS), draft.rng.randint(1, 4)):
        write = OTHERS[heading]
        place = draft.rng.randint(0, len(draft.columns))
        draft.columns.insert(place, Column(heading, heading))
        for n, line in enumerate(draft.households, 1):
            value = write(n, line.household.area, line.household.storey, top)
            line.cells[heading] = Cell(value or None)


@feature(COLUMNS, "remarks")
def remarks_like_totals(draft: Draft) -> None:
    place = draft.rng.choice((0, len(draft.columns)))
    draft.columns.insert(place, Column("remark", draft.rng.choice(("备注", "说明", "情况说明"))))
    draft.spelt("remark", lambda one: draft.rng.choice(REMARKS) or None)


@feature(COLUMNS)
def serial_numbers(draft: Draft) -> None:
    draft.columns.insert(0, Column(SERIAL, draft.rng.choice(("序号", "编号", "序", "No."))))
    for n, line in enumerate(draft.households, 1):
        line.cells[SERIAL] = Cell(n)


@feature(COLUMNS)
def without_owners(draft: Draft) -> None:
    draft.columns = [column for column in draft.columns if column.key != OWNER]
    draft.change(lambda one: replace(one, owners=()))


@feature(CELLS)
def payouts(draft: Draft) -> None:
    """Some storeys get something, in yuan or ten thousands of it."""
    draft.change(
        lambda one: replace(one, payout=(0, 1_500_000, 800_000, 50_000)[int(one.storey) % 4])
    )
    heading, form = draft.rng.choice((
        ("补偿", "{y}"), ("补偿（元）", "{y}"), ("补偿金额(元)", "{y}"), ("补偿（万元）", "{w}"), ("补偿/万元", "{w}"),
        ("补偿", "{w}万"), ("补偿款", "{w}万元"), ("补偿", "{y}元"), ("补偿", "{w} 万元"), ("补偿金额(万元)", "{w}"),
        ("补偿（单位：元）", "{y}"), ("补偿（单位:万元）", "{w}"), ("补偿", "¥{y}"), ("补偿(人民币元)", "{y}"),
    ))  # fmt: skip
    draft.columns.append(Column(PAYOUT, heading))
    draft.spelt(PAYOUT, lambda one: _payout(draft, form, one.payout))


def _payout(draft: Draft, form: str, fen: int) -> object:
    if not fen:
        return None
    text = form.format(y=f"{fen // 100}", w=f"{fen / 1_000_000:.4f}".rstrip("0").rstrip("."))
    return float(text) if draft.rng.random() < 0.5 and form in ("{y}", "{w}") else text


@feature(COLUMNS, "terms")
def fixed_sums(draft: Draft) -> None:
    """Some pay a fixed sum, or nothing; somebody pays by the rule."""
    sums = {id(line): draft.rng.choice((None, None, None, 50_000, 0)) for line in draft.households}
    heading, form, nothing = draft.rng.choice((
        ("定额", "{y}", "免交"), ("定额（元）", "{y}", "0"), ("每户定额", "{y}元", "免"), ("定额(万元)", "{w}", 0),
        ("固定金额", "¥{y}", "免交"), ("定额", "{w}万", "0"),
    ))  # fmt: skip
    draft.columns.append(Column(FIXED, heading))
    for line in draft.households:
        fen = None if line is draft.last else sums[id(line)]
        line.household = replace(line.household, fixed=fen)
        line.cells[FIXED] = Cell(nothing if fen == 0 else _payout(draft, form, fen or 0))


@feature(COLUMNS, "terms")
def weights_of_their_own(draft: Draft) -> None:
    heading = draft.rng.choice(("个别系数", "个别权重", "本户系数", "个别系数（选填）"))
    blank = draft.rng.choice((None, "—", "/", "无"))
    draft.columns.append(Column(OWN_WEIGHT, heading))
    for line in draft.households:
        own = draft.rng.choice((None, None, 15_000, 880_000, 0, 7_500))
        line.household = replace(line.household, own_weight=own)
        number = blank if own is None else own / 10_000
        line.cells[OWN_WEIGHT] = Cell(
            number if draft.rng.random() < 0.5 or own is None else str(number)
        )


@feature(COLUMNS, "terms")
def percentages_of_households(draft: Draft) -> None:
    heading = draft.rng.choice(
        ("本户百分比", "每户出资比例（%）", "各户百分比%", "本户百分比（必填）")
    )
    forms = [lambda n: f"{n}%", lambda n: n, lambda n: str(n), lambda n: f"{n}％"]
    if draft.needs(*WORKBOOKS):
        forms.append(lambda n: Cell(n / 100, "0%", f"{n:.0f}%"))
    form = draft.rng.choice(forms)
    draft.columns.append(Column(OWN_WEIGHT, heading))
    for line in draft.households:
        number = draft.rng.choice((20.5, 15, 1.5, 9, 0.25))
        line.household = replace(line.household, own_weight=round(number * 10_000))
        line.cells[OWN_WEIGHT] = (
            form(number) if isinstance(form(number), Cell) else Cell(form(number))
        )


@feature(COLUMNS)
def building_and_entrance_beside(draft: Draft) -> None:
    """Every line of a single stairwell says where it is."""
    if draft.column("楼号"):
        return
    place_columns(draft)


def place_columns(draft: Draft) -> None:
    """Columns for the building and the entrance."""
    forms = draft.rng.choice(
        (("{}", "{}"), ("{}", "{}单元"), ("{}幢", "{}单元"), ("{}号楼", "{}单元"))
    )
    for number, key in ((1, "单元"), (0, "楼号")):
        draft.columns.insert(0, Column(key, draft.rng.choice(HEADINGS[key])))
        for line in draft.households:
            text = forms[number].format(line.place[number])
            line.cells[key] = Cell(int(text) if text.isdigit() else text)


# ---------------------------------------------------------------- hidden columns


@feature(SHEET)
def hidden_columns(draft: Draft) -> None:
    """Columns that nobody needs are hidden."""
    if not draft.needs(*WORKBOOKS):
        return
    for column in draft.columns:
        column.hidden |= column.key == SERIAL or column.key in OTHERS


@feature(COLUMNS, must=EITHER)
def hidden_column_of_the_same_meaning(draft: Draft) -> None:
    if not draft.needs(*WORKBOOKS):
        return
    draft.columns.insert(0, Column("old area", "产权面积", hidden=True))
    draft.spelt("old area", lambda one: one.area / 100 + 5)
