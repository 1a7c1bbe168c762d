"""Errors that every field can have: an error value, a date."""

from __future__ import annotations

import re

from elevshare import vocabulary
from elevshare.digits import KEPT, RETYPE, is_cut
from elevshare.errors import InputError
from elevshare.opened.days import read_as_day
from elevshare.text import shown

_ERROR = re.compile(r"#(?:[A-Z_]+[!?]|N/A|DIV/0!|GETTING_DATA)")


#: What a spreadsheet takes for a date in a column: 3-1 of a room, 3/6 of a storey.
_SIGNS = {"房号": "-", "楼层": "/", "楼号": "-", "单元": "-"}
_AS_TEXT = "请先在 Excel 或 WPS 里把这一栏设为文本格式，再重新输入"
_AS_NUMBER = "请在 Excel 或 WPS 里把这一格的格式改成常规，看看数字对不对"


def refuse_error(text: str, what: str, where: str) -> None:
    """Refuse the error value of a formula.

    Raises:
        InputError: the text is one.
    """
    if "#" in text and _ERROR.fullmatch(text.strip()):
        raise InputError(
            f"{what}是错误值「{text.strip()}」", where=where, todo="请改正这一格的公式，或直接填写"
        )


def refuse_cut(value: object, what: str, where: str) -> None:
    """Refuse a number that stands where a text belongs and has lost digits, or shows itself so.

    Raises:
        InputError: the value is one.

    >>> refuse_cut("6.217E+18", "房号", "第 2 行")
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：房号「6.217E+18」是超过 15 位的数字，末尾几位已经丢了。请先把这一格设成文本，或在最前面打一个英文单引号 '，再照原件重打。
    """
    if is_cut(value):
        text = shown(str(value).strip())
        raise InputError(
            f"{what}「{text}」是超过 {KEPT} 位的数字，末尾几位已经丢了", where=where, todo=RETYPE
        )


def date_error(what: str, text: str, where: str) -> InputError:
    """An error about a text that a spreadsheet has turned into a date, with what it probably was.

    >>> str(date_error("房号", "3月1日", "第 2 行")).split("。")[0]
    '第 2 行：房号是日期「3月1日」，可能是「3-1」被 Excel 改成了日期'
    """
    day, sign = read_as_day(text), _SIGNS.get(what, "")
    cause = f"，可能是「{day.month}{sign}{day.day}」被 Excel 改成了日期" if day and sign else ""
    todo = _AS_NUMBER if _is_number(what) else _AS_TEXT
    return InputError(f"{what}是日期「{text}」{cause}", where=where, todo=todo)


def _is_number(what: str) -> bool:
    """Whether a column holds a number, which a date format only shows otherwise."""
    about = (vocabulary.columns(table).get(what) for table in (vocabulary.ROSTER, vocabulary.LIST))
    return any(one is not None and one.kind in ("area", "money") for one in about)
