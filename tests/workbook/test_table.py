"""Tables and figures: each column and each figure is stated once, and knows its place."""

import pytest

from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    Text,
    beside,
    gaps,
    numbered,
    once,
    shown,
    summed,
)
from elevshare.workbook.template_cache.recording_grid import Formula, RecordingGrid

TYPED = FormulaTable("", "填", 3, 2, (Column("given"),), left=4)
TABLE = FormulaTable("标题", "算", 5, 2, (
    numbered(),
    shown("yuan", "金额（元）", "money", lambda r: f"{r.fen}/100"),
    *gaps("gap"),
    Column("fen", "金额（分）", "whole", beside(TYPED, "given")),
    Column("sum", "合计", "whole", summed("fen")),
    Column("so_far", "累计", "whole", lambda r: f"SUM({r.down_to('fen')})"),
    Column("step", "比上一行", "whole", lambda r: f"{r.fen}-{r.previous('fen')}" if r.index else 0),
    Column("word", "文字", "any", lambda r: Text("不是公式")),
    Column("blank", "空", "any", lambda r: None),
), lambda r: f"{r['fen']}>0", left=2)  # fmt: skip


def written(what):
    grid = RecordingGrid()
    what.write(grid)
    return grid


def test_every_column_stands_at_its_place_with_its_head_and_its_kind():
    cells = written(TABLE).cells
    assert cells[3, 2].value == "标题" and cells[3, 2].style == "节"
    assert [cells[4, c].value for c in (2, 3, 5, 6)] == ["序号", "金额（元）", "金额（分）", "合计"]
    assert (4, 4) not in cells and (5, 4) not in cells  # the gap
    assert {row for row, _ in cells} == {3, 4, 5, 6}
    assert [cells[6, c].style for c in (2, 3, 9)] == ["计算-whole", "计算-money", "计算-any"]


def test_a_formula_names_the_cells_of_its_own_row():
    cells = written(TABLE).cells
    assert [cells[row, 2].value for row in (5, 6)] == [1, 2]
    assert [cells[row, 5].value for row in (5, 6)] == ["=填!$D$3", "=填!$D$4"]
    assert [cells[row, 6].value for row in (5, 6)] == ["=SUM($E$5:$E$6)"] * 2
    assert [cells[row, 7].value for row in (5, 6)] == ["=SUM($E$5:$E5)", "=SUM($E$5:$E6)"]
    assert [cells[row, 8].value for row in (5, 6)] == [0, "=$E6-$E5"]


def test_a_shown_column_is_blank_where_a_row_does_not_count():
    cells = written(TABLE).cells
    assert [cells[row, 3].value for row in (5, 6)] == [
        '=IF($E5>0,$E5/100,"")',
        '=IF($E6>0,$E6/100,"")',
    ]


def test_a_constant_text_is_no_formula_and_nothing_is_a_blank_cell():
    cells = written(TABLE).cells
    assert (cells[5, 9].value, cells[5, 9].kind) == ("不是公式", str)
    assert cells[5, 10].value is None
    assert cells[5, 8].kind is int and cells[6, 8].kind is Formula


@pytest.mark.parametrize("key", ["index", "line", "table", "column", "previous", "down_to"])
def test_no_column_takes_the_name_of_something_that_every_row_has(key):
    assert hasattr(TableRow(TABLE, 5), key)
    with pytest.raises(ValueError, match="name"):
        FormulaTable("", "算", 3, 1, gaps(key))


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(ValueError, match="same key"):
        FormulaTable("", "算", 3, 1, gaps("pad", "pad"))


def test_a_cell_of_no_column_is_an_error():
    with pytest.raises(AttributeError):
        _ = TableRow(TABLE, 5).nothing


class Plan:
    """Stands for the plan of a book."""


@once
def made(plan):
    return FormulaTable("", "算", 3, 1, ())


def test_a_table_is_made_once_a_plan():
    one, other = Plan(), Plan()
    assert made(one) is made(one)
    assert made(one) is not made(other)


FIGURES = Figures("算", 4, {
    "cost": money("总费用", "各项之和", lambda f: "SUM(填!$D$3:$D$4)"),
    "units": Figure("份数", None, lambda f: f"INT({f.cost}/{f['unit']})"),
    "unit": Figure("单位", lambda f: f.unit, lambda f: "100", kind="fine"),
})  # fmt: skip


def test_figures_know_their_places_and_those_of_the_others():
    assert (FIGURES.cost, FIGURES["unit"], FIGURES.yuan("cost")) == (
        "算!$T$4",
        "算!$D$6",
        "算!$D$4",
    )
    assert FIGURES.noted("unit") == "算!$E$6"
    assert (FIGURES.row("units"), FIGURES.first_row, FIGURES.last_row) == (5, 4, 6)


def test_figures_are_written_one_a_row():
    cells = written(FIGURES).cells
    whole = 20  # apart from what is printed
    assert [cells[3, c].value for c in (1, 4, 5, whole)] == [
        "项目",
        "金额（元）、数",
        "说明",
        "整数（分）",
    ]
    assert [cells[4, c].value for c in (1, 4, 5, whole)] == [
        "总费用",
        "=$T4/100",
        "各项之和",
        "=SUM(填!$D$3:$D$4)",
    ]
    assert [cells[5, c].value for c in (4, 5)] == ["=INT(算!$T$4/算!$D$6)", None]
    assert (5, whole) not in cells
    assert cells[6, 4].style == "计算-fine" and cells[6, 5].value == "=算!$D$6"


def test_figures_beside_others_have_labels_and_numbers_only():
    grid, figures = (
        RecordingGrid(),
        Figures("算", 4, {"on": Figure("开（1/0）", None, lambda f: "1")}, 17),
    )
    figures.write_beside(grid, 13)
    assert {place: cell.value for place, cell in grid.cells.items()} == {
        (4, 13): "开（1/0）",
        (4, 17): "=1",
    }


@pytest.mark.parametrize("key", ["row", "write", "yuan", "noted", "figures", "value", "last_row"])
def test_no_figure_takes_the_name_of_something_that_all_figures_have(key):
    assert hasattr(FIGURES, key)
    with pytest.raises(ValueError, match="name"):
        Figures("算", 4, {key: FIGURES.figures["cost"]})
