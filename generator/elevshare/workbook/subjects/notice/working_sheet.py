"""公示计算: days off, calendar, printed rows, sentences of 公示."""

from __future__ import annotations

from elevshare.schemes.holidays import known_years
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import lists, sentences, working_days
from elevshare.workbook.subjects.notice.lines import Lines

TITLE, ROLE = working_days.SHEET, "计算"
ABOUT = "公示到哪天为止（逐日数工作日），公示表各行印什么"

_RULE = (
    "工作日：星期一至五，去掉放假日（元旦、5 月 1—2 日、10 月 1—3 日已自动去掉），加上调休上班日；"
    "张贴当日不计"
)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the days, then what 公示 prints."""
    write_days(grid, plan)
    for table in (lists.items(plan), lists.storey_table(plan), lists.flats(plan)):
        table.write(grid)
    write_words(grid, sentences.lines(plan), "七")


def write_days(grid: Grid, plan: Inputs) -> None:
    """Write the calculation of the last day, in any family of books."""
    figures = working_days.figures(plan)
    grid.widths(10, 12, 14, 14, 14, 16, 14, 12, 12, 14, 14, 10)
    grid.put(1, 1, "公示计算：公示到哪天为止，公示表各行印什么（由公式得出）", "标题")
    grid.height(1, 28)
    years = "、".join(str(one.year) for one in known_years())
    grid.put(2, 1, f"{_RULE}；随簿填好的有 {years} 年的放假安排", "副标题")
    grid.put(figures.first_row - 2, 1, "一、止日", "节")
    figures.write(grid, "数")
    working_days.days_off(plan).write(grid)
    working_days.calendar(plan).write(grid)
    grid.sheet.freeze_panes = "A3"


def write_words(grid: Grid, lines: Lines, number: str) -> None:
    """Write the numbers of households and pages, and the sentences, one in each row."""
    counts, sentences = lines.counts, lines.sentences
    grid.put(counts.first_row - 2, 1, f"{number}、户数、页数和印在公示上的话", "节")
    counts.write(grid, "数、文字", 4)
    for row, sentence in enumerate(sentences.figures.values(), sentences.first_row):
        grid.row(row, 1, [sentence.label, None, None, None], "标签-长")
        grid.put(row, sentences.value, sentences.formula(sentence), "正文-不折行")
    lines.kinds.write(grid)
    grid.page(f"A1:L{sentences.last_row}", landscape=True)
