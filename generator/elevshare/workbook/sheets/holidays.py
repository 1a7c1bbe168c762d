"""The public holidays that a new book has, on 来源: where each was found, and whether 专项 has it."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project import Topic
from elevshare.schemes.holidays import HolidayYear, known_years
from elevshare.schemes.status import KINDS
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import day_number
from elevshare.workbook.grid import Grid
from elevshare.workbook.origin import ARTICLE, PUBLISHER
from elevshare.workbook.subjects.notice import working_days

_TITLE = "放假安排（随簿填在“专项”，只列周一至周五的放假日；没有列出的年份还没有录入）"
_HEADS = ("放假、调休", "来源中的天数", "现在的天数", "是否改动", "文件", "发布者与日期；在哪里看到", "第一天", "最后一天")  # fmt: skip


def write(grid: Grid, plan: Accounts, end: int) -> int:
    """Write the block below row ``end``; give its last row, ``end`` in a book without a notice."""
    if not plan.has(Topic.NOTICE):
        return end
    start = end + 2
    grid.breaks([end + 1])
    grid.put(start, 1, _TITLE, "节")
    grid.row(start + 1, 1, list(_HEADS), "表头")
    row = start + 1
    for row, (year, name, days, column) in enumerate(_lines(), start + 2):
        _line(grid, row, year, name, days)
        area = working_days.typed(plan).all(column)
        grid.put(row, 3, f"=SUMPRODUCT(({area}>=$G{row})*({area}<=$H{row}))", "计算-whole")
    grid.redden(f"$D${start + 2}:$D${row}", f'$D{start + 2}="已改动"')
    return row


def _lines() -> Iterator[tuple[HolidayYear, str, tuple[str, ...], str]]:
    """Year, name, days and column of every holiday, and of every exchange of days."""
    for year in known_years():
        for one in year.holidays:
            yield year, f"{year.year} 年{one.name}", one.weekdays, "off"
            if one.worked:
                yield year, f"{year.year} 年{one.name}调休上班", tuple(sorted(one.worked)), "on"


def _line(grid: Grid, row: int, year: HolidayYear, name: str, days: tuple[str, ...]) -> None:
    """Write one row, but for the number of days that are there now."""
    grid.put(row, 1, name, "标签")
    grid.put(row, 2, len(days), "计算-whole")
    grid.put(row, 4, f'=IF($C{row}=$B{row},"与来源一致","已改动")', "计算-any")
    document, publisher = (
        f"{year.title}（{year.number}）",
        f"{year.issuer}　{year.date}；{year.seen}",
    )
    publisher = f"{publisher}（{KINDS[year.kind]}）"
    grid.put(row, 5, document, "标签")
    grid.put(row, 6, publisher, "标签")
    grid.put(row, 7, day_number(days[0]), "计算-date")
    grid.put(row, 8, day_number(days[-1]), "计算-date")
    grid.height(row, 30)
    grid.fit(row, document, ARTICLE)
    grid.fit(row, publisher, PUBLISHER)
