"""公示计算: the working of 公示: days off, a calendar, what each row prints, the sentences."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import lists as notice
from elevshare.workbook.subjects.notice import sentences as notice_words
from elevshare.workbook.subjects.notice import working_days
from elevshare.workbook.subjects.notice.lines import COUNTS, Lines, count_formulas
from elevshare.workbook.subjects.notice.pages import Pages, pages_of
from elevshare.workbook.table import write_table

TITLE, ROLE = working_days.SHEET, "计算"
ABOUT = "公示到哪天为止（逐日数工作日），公示表各行印什么"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: first the days, then what is printed."""
    write_days(grid, plan)
    for block, title, heads, of in (
        (notice.items(plan), "四、费用项目", notice.ITEM_HEADS, notice.item_formulas),
        (notice.floors(plan), "五、有住户的楼层", notice.FLOOR_HEADS, notice.floor_formulas),
        (notice.flats(plan), "六、住户", notice.FLAT_HEADS, notice.flat_formulas),
    ):
        write_table(grid, block, title, heads, lambda row, of=of: of(plan, row))  # type: ignore[misc]
    write_words(grid, plan, notice_words.lines(plan), pages_of(plan), "七",
                notice_words.sentence_formulas(plan))  # fmt: skip


def write_days(grid: Grid, plan: Inputs) -> None:
    """When the notice ends, worked out day by day, in a book of any family."""
    grid.widths(10, 12, 14, 14, 14, 16, 14, 12, 12, 14, 14, 10)
    grid.put(1, 1, "公示计算：公示到哪天为止，公示表各行印什么（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(
        2,
        1,
        "工作日：星期一至五，去掉放假日（元旦、5 月 1—2 日、10 月 1—3 日已自动去掉），加上调休上班日；张贴当日不计",
        "副标题",
    )
    first, formulas = working_days.FIRST, working_days.figure_formulas(plan)
    grid.put(first - 2, 1, "一、止日", "节")
    grid.row(first - 1, 1, ["项目", None, None, "数", "说明"], "表头")
    for row, (key, (label, kind, note)) in enumerate(working_days.FIGURES.items(), first):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, formulas[key], f"计算-{kind}")
        grid.put(row, 5, note, "注")
    write_table(grid, working_days.days_off(plan), "二、放假安排的读数", working_days.OFF_HEADS,
                lambda row: working_days.off_formulas(plan, row))  # fmt: skip
    write_table(grid, working_days.calendar(plan), "三、逐日", working_days.DAY_HEADS,
                lambda row: working_days.day_formulas(plan, row))  # fmt: skip
    grid.sheet.freeze_panes = "A3"


def write_words(
    grid: Grid,
    plan: Accounts,
    lines: Lines,
    pages: Pages,
    number: str,
    formulas: Mapping[str, str],
) -> None:
    """How many households there are, on how many pages, and the sentences, one a row."""
    first, counts = (
        lines.first,
        count_formulas(plan, lines, pages.first, pages.more, pages.before),
    )
    grid.put(first - 2, 1, f"{number}、户数、页数和印在公示上的话", "节")
    grid.row(first - 1, 1, ["项目", None, None, None, "数、文字", "说明"], "表头")
    for row, (key, (label, note)) in enumerate(COUNTS.items(), first):
        grid.row(row, 1, [label, None, None, None], "标签-长")
        grid.put(row, 5, counts[key], "计算-whole")
        grid.put(row, 6, note or None, "注")
    for row, (key, label) in enumerate(lines.sentences.items(), first + len(COUNTS)):
        grid.row(row, 1, [label, None, None, None], "标签-长")
        grid.put(row, 5, formulas[key], "正文-不折行")
    grid.page(f"A1:L{lines.last}", landscape=True)
