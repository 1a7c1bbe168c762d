"""The ``[notice]`` of a project file."""

from __future__ import annotations

from elevshare.rules.notice import MAX_DAYS, MAX_OFF, MIN_DAYS, OwnersNotice
from elevshare.text import safe_text
from elevshare.toml_table import Table

_TEXT_LIMIT = 50


def read(table: Table) -> OwnersNotice:
    """The section; every key may be missing."""
    notice = OwnersNotice(
        start=table.day("start"),
        days=_days(table),
        mask=table.flag("mask", True),
        place=_text(table, "place"),
        contact=_text(table, "contact"),
        holidays=_dates(table, "holidays"),
        workdays=_dates(table, "workdays"),
    )
    both = sorted(set(notice.holidays) & set(notice.workdays))
    if both:
        raise table.wrong(
            "workdays", f"的 {both[0]} 也在 holidays 中", "一天不能既放假又上班，请改正"
        )
    table.done()
    return notice


def _days(table: Table) -> int:
    """Working days."""
    days = table.number("days", 0, MIN_DAYS)
    if not MIN_DAYS <= days <= MAX_DAYS:
        todo = f"请填 {MIN_DAYS} 到 {MAX_DAYS} 之间的整数"
        raise table.wrong("days", f"是 {days} 个工作日，不合理", todo)
    return days


def _text(table: Table, key: str) -> str:
    """A text that may go into a cell."""
    name = f"「{table.name(key)}」"
    return safe_text(table.word(key, ""), what=name, limit=_TEXT_LIMIT, where=table.where(key))


def _dates(table: Table, key: str) -> tuple[str, ...]:
    """Dates, none of them twice."""
    found = table.days(key)
    twice = sorted({day for day in found if found.count(day) > 1})
    if twice:
        raise table.wrong(key, f"有两个 {twice[0]}", "请删去重复的")
    if len(found) > MAX_OFF:
        raise table.wrong(key, f"超过 {MAX_OFF} 天", "只填公示期前后的日子")
    return tuple(found)
