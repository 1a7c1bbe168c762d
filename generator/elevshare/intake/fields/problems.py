"""Errors that every field can have: an error value, a date."""

from __future__ import annotations

import re

from elevshare.errors import InputError
from elevshare.opened.days import read_as_day

_ERROR = re.compile(r"#(?:[A-Z_]+[!?]|N/A|DIV/0!|GETTING_DATA)")


def refuse_error(text: str, what: str, where: str) -> None:
    """Refuse the error value of a formula.

    Raises:
        InputError: the text is one.
    """
    if "#" in text and _ERROR.fullmatch(text.strip()):
        raise InputError(
            f"{what}是错误值「{text.strip()}」", where=where, todo="请改正这一格的公式，或直接填写"
        )


def date_error(what: str, text: str, where: str) -> InputError:
    """An error about a text that a spreadsheet has turned into a date, with what it probably was.

    >>> str(date_error("房号", "3月1日", "第 2 行")).split("。")[0]
    '第 2 行：房号是日期「3月1日」，可能是「3-1」被 Excel 改成了日期'
    """
    day = read_as_day(text) if what == "房号" else None
    cause = f"，可能是「{day.month}-{day.day}」被 Excel 改成了日期" if day else ""
    return InputError(
        f"{what}是日期「{text}」{cause}",
        where=where,
        todo="请先在 Excel 或 WPS 里把这一栏设为文本格式，再重新输入",
    )
