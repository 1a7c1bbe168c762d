"""The words people write in rosters, lists and bank statements: data (``words.toml``), not code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from elevshare.digits import half_width

#: The tables that are read.
ROSTER, LIST, STATEMENT = "名册", "清单", "流水"
#: The column of a table whose words are known but not used.
UNUSED = "不用"
#: Characters that nobody sees and that change nothing, and blanks of all kinds. Those that turn the
#: direction of what follows are none of them: they deceive, and are refused.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"\s+")
_PARTED = re.compile(r"\d\s+\d")
#: Texts whose folded form is kept: those of a table repeat, and each is asked for several times.
_KEPT = 8192


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """One column of a table.

    Attributes:
        column: its name in messages.
        names: its headings.
        kind: what it holds: area, areas, money, day, or empty for a text.
        instead: the column that it counts as where the table has no such column, or empty.
        beside: what may follow a slash in its heading, as in 所在层/总层数.
    """

    column: str
    names: tuple[str, ...]
    kind: str = ""
    instead: str = ""
    beside: tuple[str, ...] = ()


@cache
def _data() -> Mapping[str, Any]:
    """The file as it is."""
    text = Path(__file__).with_name("words.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def columns(table: str) -> Mapping[str, ColumnWords]:
    """The columns of a table of ``ROSTER``, ``LIST`` or ``STATEMENT``, in the order of the file."""
    return MappingProxyType({
        column: ColumnWords(
            column,
            tuple(about["names"]),
            about.get("kind", ""),
            about.get("instead", ""),
            tuple(about.get("beside", ())),
        )
        for column, about in _data()[table].items()
    })  # fmt: skip


@cache
def headings(table: str) -> Mapping[str, str]:
    """What a heading says (see ``folded``) → its column, for a table.

    >>> headings(ROSTER)["产权人"], headings(ROSTER)["套内面积"], headings(LIST)["层数"]
    ('业主', '不用', '层数')
    """
    return MappingProxyType({
        folded(name): words.column for words in columns(table).values() for name in words.names
    })  # fmt: skip


@cache
def words(topic: str, meaning: str) -> frozenset[str]:
    """The ways of writing a meaning, folded.

    >>> "☑" in words("参与", "是"), "顶楼" in words("楼层", "最高")
    (True, True)
    """
    return frozenset(folded(name) for name in listed(topic, meaning))


def listed(topic: str, meaning: str) -> tuple[str, ...]:
    """The ways of writing a meaning, as they stand in the file; those of the topic ``with`` first."""
    about = _data()[topic][meaning]
    more = listed(about["with"], meaning) if "with" in about else ()
    return (*more, *about["names"])


@cache
def units() -> Mapping[str, int]:
    """Unit of money, folded → yuan in it.

    >>> units()["万元"], units()["元"]
    (10000, 1)
    """
    about = _data()["单位"]
    return MappingProxyType({
        folded(name): part["times"]
        for part in about.values() if "times" in part for name in part["names"]
    })  # fmt: skip


@cache
def harmless() -> re.Pattern[str]:
    """What may stand in the brackets of a heading without changing its meaning."""
    return re.compile("|".join(_data()["栏名"]["无妨"]["patterns"]))


@lru_cache(_KEPT)
def folded(text: str) -> str:
    r"""A text in the form in which words are compared.

    Half width, small letters, no blanks, nothing unseen.

    >>> folded(" 建筑 面积（㎡）\u200b"), folded("Ｙｅｓ")
    ('建筑面积(m2)', 'yes')
    """
    return _BLANKS.sub("", visible(text)).casefold()


def visible(text: str) -> str:
    r"""A text in half width without characters that nobody sees.

    >>> visible("１０１\u200b"), visible("80㎡")
    ('101', '80m2')
    """
    return text if text.isascii() else half_width(without_unseen(text))


def without_unseen(text: str) -> str:
    """A text without characters that nobody sees."""
    return _UNSEEN.sub("", text)


def is_parted(text: str) -> bool:
    """Whether blanks stand between digits: that is two numbers, or nobody knows what.

    >>> is_parted("80 90"), is_parted("80 ㎡")
    (True, False)
    """
    return _PARTED.search(text) is not None


def sections() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every section of the file: topic, meaning, what it says."""
    for topic, parts in _data().items():
        for meaning, about in parts.items():
            yield topic, meaning, about
