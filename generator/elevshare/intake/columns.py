"""Find the header of a roster, and the meaning of each column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from elevshare.errors import InputError
from elevshare.text import shown

ROOM, STOREY, AREA, OWNER, TAKING_PART = "房号", "楼层", "建筑面积", "业主", "参与"
#: Columns that a roster may have besides.
VOTE, AGREES, PERSON, EXEMPT, PAYOUT = MORE = "参与表决", "同意", "同一人", "免运维", "补偿"

#: What people call each column, after ``_cleaned``.
_NAMES: Mapping[str, tuple[str, ...]] = {
    ROOM: ("房号", "室号", "房间号", "门牌号"),
    STOREY: ("楼层", "层", "所在楼层"),
    AREA: ("建筑面积", "面积", "房屋建筑面积", "产权面积", "房屋面积"),
    OWNER: ("业主", "业主姓名", "姓名", "户主", "户主姓名"),
    TAKING_PART: ("参与", "是否参与", "参与分摊", "是否参与分摊"),
    VOTE: ("参与表决", "是否参与表决"),
    AGREES: ("同意", "是否同意"),
    PERSON: ("同一人",),
    EXEMPT: ("免运维", "免交运维"),
    PAYOUT: ("补偿", "补偿金额"),
}
#: What a header says, after ``meaning`` has cleaned it → the column.
Words = Mapping[str, str]


def words_of(names: Mapping[str, tuple[str, ...]]) -> Words:
    """Header text → column, from the names that people give each column.

    >>> words_of({"楼层": ("楼层", "层")})
    {'楼层': '楼层', '层': '楼层'}
    """
    return {name: column for column, called in names.items() for name in called}


#: The headers of a roster.
ROSTER = words_of(_NAMES)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NOISE = re.compile(r"[\s*:]|m2$|平方米$|平米$", re.IGNORECASE)
#: How many headers a message repeats.
_SHOWN = 12


def meaning(header: str, words: Words = ROSTER) -> str | None:
    """The column that a header names, or ``None``.

    >>> meaning("建筑面积（㎡）"), meaning(" 室 号 "), meaning("参与(是/否)"), meaning("备注")
    ('建筑面积', '房号', '参与', None)
    """
    plain = unicodedata.normalize("NFKC", header)
    return words.get(_NOISE.sub("", _BRACKETS.sub("", plain)))


def is_header(texts: Sequence[str]) -> bool:
    """Whether a row names the room column."""
    return ROOM in map(meaning, texts)


def known(texts: Sequence[str], words: Words = ROSTER) -> int:
    """How many cells of a row are known headers."""
    return sum(meaning(text, words) is not None for text in texts)


def columns_of(texts: Sequence[str], where: str) -> dict[str, int]:
    """Position of each column of a roster.

    Raises:
        InputError: a column is there twice, or one that is needed is missing.

    >>> columns_of(["楼层", "房号", "备注", "面积", "参与"], "第 1 行")
    {'楼层': 0, '房号': 1, '建筑面积': 3, '参与': 4}
    """
    found = positions(texts, where, ROSTER)
    missing = [column for column in _NAMES if column not in (OWNER, *MORE, *found)]
    if missing:
        raise InputError(
            f"缺少{listed(missing)}栏，现有{listed(texts)}",
            where=where,
            todo="请补上缺少的栏，或改正栏名",
        )
    return found


def positions(texts: Sequence[str], where: str, words: Words) -> dict[str, int]:
    """Position of each column that has a meaning.

    Raises:
        InputError: a column is there twice.
    """
    found: dict[str, int] = {}
    for position, text in enumerate(texts):
        column = meaning(text, words)
        if column in found:
            other = texts[found[column]]
            raise InputError(
                f"「{shown(other.strip())}」和「{shown(text.strip())}」两栏都是{column}",
                where=where,
                todo="请只留一栏，或把另一栏改名",
            )
        if column:
            found[column] = position
    return found


def listed(texts: Sequence[str]) -> str:
    """The header texts that are not empty, as one line.

    >>> listed(["房号", "", "楼层"])
    '「房号」「楼层」'
    """
    some = [f"「{shown(text.strip())}」" for text in texts if text.strip()]
    return "".join(some[:_SHOWN]) + ("等" if len(some) > _SHOWN else "")
