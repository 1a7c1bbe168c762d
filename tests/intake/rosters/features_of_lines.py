"""What stands around the households: totals, feet, lines that wait, titles, the place on the sheet."""

from __future__ import annotations

from dataclasses import replace

from drawn_sheet import Cell
from features import EITHER, LINES, SHEET, feature
from features_of_cells import WORKBOOKS
from roster_draft import Draft, Line
from wording import AREA, FOOTS, OWNER, PART, RARE_FOOTS, ROOM, SERIAL, STOREY, TITLES, TOTALS

# ---------------------------------------------------------------- lines


def _sum(lines: list[Line]) -> Cell:
    return Cell(sum(line.household.area for line in lines if line.household) / 100)


def _total(draft: Draft, lines: list[Line], words: tuple[str, ...]) -> Line:
    """A line whose word stands in any column but that of the areas, often merged."""
    keys = [column.key for column in draft.columns if column.key in (SERIAL, ROOM, STOREY, OWNER)]
    key = draft.rng.choice(keys)
    line = Line({AREA: _sum(lines), key: Cell(draft.rng.choice(words))})
    if (width := draft.rng.choice((1, 1, 1, 2, 3))) > 1:
        line.wide = (key, width)
    if draft.rng.random() < 0.3:
        line.cells[PART] = Cell(f"{len(lines)}户")
    return line


@feature(LINES, "subtotals", "beside")
def subtotals(draft: Draft) -> None:
    word = draft.rng.choice(("小计", "小 计", "小计：", "本层小计", "合计"))
    found: list[Line] = []
    storey: list[Line] = []
    for line, after in zip(draft.lines, [*draft.lines[1:], None], strict=True):
        found.append(line)
        storey.append(line)
        if after is None or _storey(after) != _storey(line):
            found.append(_total(draft, storey, (word,)))
            storey = []
    draft.lines = found


def _storey(line: Line) -> object:
    return line.household and (line.place, line.household.storey)


@feature(LINES, "beside", "headings again")
def headings_again(draft: Draft) -> None:
    size = draft.rng.randint(2, 9)
    for place in range(len(draft.lines) - 1, 0, -1):
        if place % size == 0:
            draft.lines.insert(place, Line(heading=True))


@feature(LINES, "blank lines", "beside")
def blank_lines(draft: Draft) -> None:
    for _ in range(draft.rng.randint(1, 4)):
        draft.lines.insert(draft.rng.randint(0, len(draft.lines)), Line())


@feature(LINES)
def prefilled_lines(draft: Draft) -> None:
    """Rows that wait for households: numbered, with a 是, or formulas that give nothing."""
    kind = draft.rng.choice(("part", "serial", "both", "zero", "nothing"))
    if kind in ("zero", "nothing") and not draft.needs("xlsxwriter"):
        kind = "part"
    count = draft.rng.randint(1, 30)
    for n in range(count):
        line = Line()
        if kind in ("part", "both"):
            line.cells[PART] = Cell("是")
        if kind in ("serial", "both"):
            line.cells[SERIAL] = Cell(len(draft.households) + n + 1)
        if kind == "zero":
            line.cells |= {STOREY: Cell(0, formula="0*1"), AREA: Cell(0, formula="0*2")}
        if kind == "nothing":
            line.cells |= {key: Cell("", formula='""') for key in (ROOM, STOREY, AREA, PART)}
        draft.lines.append(line)


@feature(LINES)
def total(draft: Draft) -> None:
    if draft.rng.random() < 0.3:
        draft.lines.append(Line())
    draft.lines.append(_total(draft, draft.households, TOTALS))


@feature(LINES, "foot", "beside")
def foot(draft: Draft) -> None:
    _foot(draft, FOOTS)


@feature(LINES, "foot", "beside", must=EITHER)
def rare_foot(draft: Draft) -> None:
    _foot(draft, RARE_FOOTS)


def _foot(draft: Draft, words: tuple[str, ...]) -> None:
    if draft.rng.random() < 0.5:
        draft.lines.append(Line())
    for _ in range(draft.rng.randint(1, 2)):
        keys = [column.key for column in draft.columns]
        line = Line({keys[0]: Cell(draft.rng.choice(words))})
        if draft.rng.random() < 0.3:
            line.cells[keys[-1]] = Cell(draft.rng.choice(words))
        elif draft.rng.random() < 0.5:
            line.wide = (keys[0], len(keys))
        draft.lines.append(line)


@feature(LINES, "beside", must=EITHER)
def hidden_lines(draft: Draft) -> None:
    """Old tenants that a filter hides: they are not to be billed unasked."""
    if not draft.needs(*WORKBOOKS):
        return
    draft.said = ("隐藏", "筛选")
    for n in range(draft.rng.randint(1, 3)):
        place = draft.rng.randint(0, len(draft.lines))
        model = draft.rng.choice(draft.households)
        old = replace(model.household, room=f"6{n:02}9", area=4000, taking_part=True)
        cells = model.cells | {ROOM: Cell(old.room), AREA: Cell(40)}
        draft.lines.insert(place, Line(cells, old, model.place, hidden=True))


@feature(LINES, "cellar")
def cellars_that_take_no_part(draft: Draft) -> None:
    """They are below the first storey, and no household of the stairwell."""
    word = draft.rng.choice(
        ("地下室", "车库", "-1", "负一层", "储藏室", "B1", "半地下室", "地下一层")
    )
    model = draft.last
    for n in range(draft.rng.randint(1, 2)):
        cells = model.cells | {ROOM: Cell(f"00{n}"), STOREY: Cell(word), PART: Cell("否")}
        place = draft.rng.choice((0, len(draft.lines)))
        draft.lines.insert(place, Line(cells, None, model.place))


@feature(LINES, "basement")
def a_cellar_takes_part(draft: Draft) -> None:
    """It has no storey's weight."""
    word, storey = draft.rng.choice(
        (("地下室", 0), ("车库", 0), ("-1", -1), ("负一层", -1), ("半地下室", 0), ("B1", -1))
    )
    model = draft.last
    cells = model.cells | {ROOM: Cell("001"), STOREY: Cell(word)}
    cellar = replace(model.household, room="001", storey=storey)
    draft.lines.insert(0, Line(cells, cellar, model.place, model.counts))


# ---------------------------------------------------------------- the sheet


@feature(SHEET)
def titles(draft: Draft) -> None:
    for _ in range(draft.rng.randint(1, 3)):
        draft.titles.append({0: draft.rng.choice(TITLES)})
    if draft.rng.random() < 0.3:
        draft.titles.append({})


@feature(SHEET, "titles in pairs")
def labels_above(draft: Draft) -> None:
    """小区, 楼号 and the like above the table, each beside its value."""
    draft.titles.append({0: "小区：", 1: "幸福里", 3: draft.rng.choice(("单位：㎡", "楼号：12幢"))})


@feature(SHEET)
def beginning_far_off(draft: Draft) -> None:
    draft.top, draft.left = draft.rng.randint(1, 40), draft.rng.randint(1, 12)


@feature(SHEET, "beside")
def two_tables_beside(draft: Draft) -> None:
    draft.beside = True
