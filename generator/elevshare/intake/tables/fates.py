"""Tell the rows of a table apart: households or buildings, totals, repeated headings, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from elevshare import vocabulary
from elevshare.intake.tables.headings import meaning
from elevshare.intake.tables.seen import SeenCell
from elevshare.vocabulary import folded

TOTAL, REPEATED, NOTE, HIDDEN, UNSAID = "合计", "重复的标题", "表尾或说明", "隐藏", "没有住户"
_BRACKETS = re.compile(r"\([^()]*\)")
#: A note may follow: 制表人：…, 注：…, 注1：…, 第 1 页, 电话 13800000000; 第1层 and 附101 are none.
_AFTER = r"(?:\d+页|(?:人|单位|时间|日期|说明|明|员|者|章|处)?(?:\d{0,2}[:：、.。(]|$|\d{6}))"
_COUNT = re.compile(r"\d+户")
_SENTENCE = re.compile("[，。；！]")
_LONG = 12
_SECTION = re.compile(r"(?:(.{1,8}?)(?:幢|栋|号楼|座))?(.{1,8}?)(?:单元|门栋|门洞)")
_BUILDING = re.compile(
    r"第?([0-9a-z]{1,4}|[一二三四五六七八九十]{1,3}|[甲乙丙丁])(?:幢|栋|号楼|座)"
)


@cache
def _totals() -> re.Pattern[str]:
    """What a cell of a total says: 合计, 本层小计, 合计12户, 共12户, 总 计(元):."""
    words = "|".join(sorted(vocabulary.words("行", "合计"), key=len, reverse=True))
    scope = r"(?:本|每|第?.{1,3}?)?(?:页|层|单元|栋|幢|楼|梯)?"
    count = r"(?:户|套|间|笔|人|页|栋|幢|部|台)"
    return re.compile(rf"{scope}(?:{words}):?\d*{count}?|共\d+(?:{count}|个?单元|个|梯)")


@cache
def _notes() -> re.Pattern[str]:
    """How a note below a table begins."""
    words = "|".join(sorted(vocabulary.words("行", "表尾"), key=len, reverse=True))
    return re.compile(f"(?:{words}){_AFTER}")


def says_total(text: str) -> bool:
    """Whether a cell says that its row is a total.

    >>> [says_total(text) for text in ("合 计", "总计：", "合计12户", "本层小计", "共 12 户", "101")]
    [True, True, True, True, True, False]
    """
    plain = _BRACKETS.sub("", folded(text)).rstrip(":：。")
    return _totals().fullmatch(plain) is not None


def says_count(text: str) -> bool:
    """Whether a cell only counts households, as in a total.

    >>> says_count("12 户"), says_count("12幢")
    (True, False)
    """
    return _COUNT.fullmatch(folded(text)) is not None


def says_note(texts: Sequence[str]) -> bool:
    """Whether the texts of a row are a note below or inside the table.

    >>> says_note(["制表：王会计", "审核：李主任"]), says_note(["注：以房产证为准"])
    (True, True)
    >>> says_note(["第 1 页 共 2 页"])
    True
    >>> says_note(["301"]), says_note(["第1层", "101"]), says_note(["附101", "1"])
    (False, False, False)
    """
    first = folded(texts[0]) if texts else ""
    if len(texts) == 1 and (_SENTENCE.search(texts[0]) or len(first) > 2 * _LONG):
        return True
    return _notes().match(first) is not None


def section_of(texts: Sequence[str]) -> tuple[str, str] | None:
    """Building and entrance (or empty), of a row that is the title of a stairwell's rows.

    >>> section_of(["12幢3单元"]), section_of(["二单元"]), section_of(["12号楼"]), section_of(["301"])
    (('12', '3'), ('', '二'), ('12', ''), None)
    """
    if len(set(texts)) != 1:
        return None
    plain = _BRACKETS.sub("", folded(texts[0])).rstrip(":：。、")
    if building := _BUILDING.fullmatch(plain):
        return building[1], ""
    match = _SECTION.fullmatch(plain)
    return (match[1] or "", match[2].removeprefix("第")) if match else None


def is_heading_again(table: str, key: str, cells: Mapping[str, SeenCell]) -> bool:
    """Whether a row repeats the heading: at least two of its cells name their own columns."""
    if key in cells and meaning(table, cells[key].text).column != key:
        return False
    same = sum(meaning(table, cell.text).column == column for column, cell in cells.items())
    return same >= min(2, len(cells))
