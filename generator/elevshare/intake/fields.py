"""The fields of one household, read from the texts people write."""

from __future__ import annotations

import re
import unicodedata

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, scaled, yuan
from elevshare.project import MAX_AREA, MAX_STOREYS
from elevshare.text import safe_text, shown

_ROOM_LIMIT, _OWNER_LIMIT = 20, 50
#: Decimals of an area in m².
_AREA_PLACES = 2

_YES = ("是", "true", "1", "√", "y")
_NO = ("否", "false", "0", "×", "n")
_WHOLE = re.compile(r"([0-9]+)\.0+")
_STOREY = re.compile(r"第?(-?[0-9]+)(?:\.0+)?(?:层|楼|F)?", re.IGNORECASE)
_AREA_UNIT = re.compile(r"(?:m2|平方米|平米|平方|平)$", re.IGNORECASE)
_DECIMAL = re.compile(r"-?[0-9,]*[0-9](?:\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")
_ERROR = re.compile(r"#(?:[A-Z_]+[!?]|N/A|DIV/0!|GETTING_DATA)")


def room_of(text: str, where: str = "") -> str:
    """A room number in half-width characters, so that a search for it succeeds.

    >>> room_of("１０１ "), room_of("101.0"), room_of("3-1")
    ('101', '101', '3-1')
    """
    _refuse_error(text, "房号", where)
    room = safe_text(_plain(text), what="房号", limit=_ROOM_LIMIT, where=where)
    if not room:
        raise InputError("房号是空的", where=where, todo="请填房号，或删去这一行")
    if _DATE.fullmatch(room):
        raise date_error("房号", room, where)
    return _WHOLE.sub(r"\1", room) if _WHOLE.fullmatch(room) else room


def owner_of(text: str, where: str = "") -> str:
    """The owner's name; it may be empty."""
    _refuse_error(text, "业主", where)
    return safe_text(text, what="业主", limit=_OWNER_LIMIT, where=where)


def person_of(text: str, where: str = "", *, what: str = "同一人") -> str:
    """The text that all flats of one owner have in common; it may be empty."""
    _refuse_error(text, what, where)
    return safe_text(text, what=what, limit=_OWNER_LIMIT, where=where)


def storey_of(text: str, where: str = "", *, what: str = "楼层", highest: int | None = None) -> int:
    """A storey from 1 to ``highest``, at most ``MAX_STOREYS``.

    >>> storey_of("3层"), storey_of("3.0"), storey_of("第３楼"), storey_of("3F")
    (3, 3, 3, 3)
    >>> storey_of("8", "第 2 行", highest=7)
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：楼层「8」超过总层数 7。请改正楼层或总层数。
    """
    _refuse_error(text, what, where)
    about = f"{what}「{shown(text)}」"
    if not text.strip():
        raise InputError(f"{what}是空的", where=where, todo="请每行都填整数，不要合并单元格")
    match = _STOREY.fullmatch(_plain(shown(text)))
    if not match:
        raise InputError(f"{about}不是整数", where=where, todo=f"请填 1 到 {MAX_STOREYS} 的整数")
    storey = int(match[1])
    if storey < 1:
        raise InputError(f"{about}是 0 或负数", where=where, todo="请从 1 起填，地下室不算层")
    if storey > MAX_STOREYS:
        raise InputError(
            f"{about}超过上限 {MAX_STOREYS}", where=where, todo=f"请填 1 到 {MAX_STOREYS} 的整数"
        )
    if highest is not None and storey > highest:
        raise InputError(f"{about}超过总层数 {highest}", where=where, todo="请改正楼层或总层数")
    return storey


def area_of(text: str, where: str = "", *, what: str = "建筑面积") -> int:
    """A building area in 0.01 m², above 0 and at most ``MAX_AREA``.

    >>> area_of("61.03"), area_of("80㎡"), area_of("80 平方米"), area_of("80m2")
    (6103, 8000, 8000, 8000)
    """
    _refuse_error(text, what, where)
    about = f"{what}「{shown(text)}」"
    if not text.strip():
        raise InputError(f"{what}是空的", where=where, todo="请填平方米数，如 61.03")
    number = _AREA_UNIT.sub("", _plain(shown(text))).rstrip()
    if not _DECIMAL.fullmatch(number):
        raise InputError(f"{about}不是数字", where=where, todo="请只填平方米数，如 61.03")
    area = scaled(number, _AREA_PLACES, where=where, what=what)
    if area <= 0:
        raise InputError(f"{about}不是正数", where=where, todo="请填大于 0 的平方米数")
    if area > MAX_AREA:
        raise InputError(
            f"{about}超过上限 {MAX_AREA // 100} 平方米", where=where, todo="请检查小数点"
        )
    return area


def taking_part_of(text: str, where: str = "") -> bool:
    """Whether a household takes part.

    >>> [taking_part_of(text) for text in ("是", "TRUE", "１", "√", "否", "n", "×")]
    [True, True, True, True, False, False, False]
    """
    truth = yes_no_of(text, where, what="参与")
    if truth is None:
        raise InputError("参与是空的", where=where, todo="参与分摊的填 是，不参与的填 否")
    return truth


def yes_no_of(text: str, where: str = "", *, what: str) -> bool | None:
    """Whether a text means 是 or 否, in any usual way of writing; ``None`` where it is empty.

    >>> yes_no_of("√", what="同意"), yes_no_of("", what="同意")
    (True, None)
    """
    _refuse_error(text, what, where)
    word = _plain(text).casefold()
    if not word:
        return None
    if word not in _YES + _NO:
        raise InputError(f"{what}「{shown(text)}」看不懂", where=where, todo="请填 是 或 否")
    return word in _YES


def date_error(what: str, text: str, where: str) -> InputError:
    """An error about a text that a spreadsheet has turned into a date, with what it probably was.

    >>> str(date_error("房号", "3月1日", "第 2 行")).split("。")[0]
    '第 2 行：房号是日期「3月1日」，可能是「3-1」被 Excel 改成了日期'
    """
    guess = "-".join(re.findall("[0-9]+", text))
    cause = f"，可能是「{guess}」被 Excel 改成了日期" if what == "房号" and "月" in text else ""
    return InputError(
        f"{what}是日期「{text}」{cause}", where=where, todo="请先把这一格设为文本格式，再重新输入"
    )


def _plain(text: str) -> str:
    """A text in half-width characters, without blanks around it; a leading tab is kept."""
    return unicodedata.normalize("NFKC", text).rstrip().lstrip(" ")


def _refuse_error(text: str, what: str, where: str) -> None:
    """Refuse the error value of a formula."""
    if _ERROR.fullmatch(text.strip()):
        raise InputError(
            f"{what}是错误值「{text.strip()}」", where=where, todo="请改正这一格的公式，或直接填写"
        )


def amount_of(fen: int, where: str, what: str) -> int:
    """The amount, in fen; a negative or too large one is refused.

    >>> amount_of(-1, "--cost", "总费用")
    Traceback (most recent call last):
    elevshare.errors.InputError: --cost：总费用 -0.01 元是负数。请填 0 或正数。
    """
    if fen < 0:
        raise InputError(f"{what} {yuan(fen)} 元是负数", where=where, todo="请填 0 或正数")
    if fen > MAX_FEN:
        raise InputError(
            f"{what} {yuan(fen)} 元超过上限 {yuan(MAX_FEN)} 元",
            where=where,
            todo="请检查是否多打了零或单位弄错",
        )
    return fen
