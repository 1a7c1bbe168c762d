"""Read a TOML file strictly: every key is taken by name, the rest is refused with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from elevshare.digits import KEPT, is_cut
from elevshare.errors import InputError
from elevshare.money import scaled

_HEADER = re.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*("[^"]+"|'[^']+'|[\w-]+)\s*=""")
#: The years in which dates of books may lie.
FIRST_YEAR, LAST_YEAR = 2000, 2099
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
#: A key of a thousand parts takes ``tomllib`` minutes; ours have three.
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:"[^"\n]*"|'[^'\n]*'|[\w-]++)\s*+\.\s*+){16}""")
#: Most characters of a number: no amount is longer, and no message should be.
_MAX_DIGITS = 40
_TODO = "请检查引号、等号和方括号：文字要加引号，是和否写 true、false（小写），数字里没有逗号和单位"

Path = tuple[str | int, ...]


def parse(text: str, file: str) -> Table:
    """The root table of a TOML text; numbers with a point stay text, so that no float arises.

    Raises:
        InputError: the text is not TOML.

    >>> table = parse("[share]\\nvalue = 1.3\\nunit = '分'", "示例.toml").table("share")
    >>> table.number("value", 4), table.text("unit"), table.done()
    (13000, '分', None)
    >>> parse("[share]\\n\\nvaleu = 1", "示例.toml").table("share").done()
    Traceback (most recent call last):
    elevshare.errors.InputError: 示例.toml 第 3 行：不认识的项目「share.valeu」。请改正拼写或删去。
    """
    try:
        if _DEEP_KEY.search(text):
            raise ValueError
        data = tomllib.loads(text, parse_float=str)
    # TOMLDecodeError, a whole number of thousands of digits, brackets thousands deep
    except (ValueError, RecursionError) as error:
        place = re.search(r"line (\d+)", str(error))
        at_end = len(text.splitlines()) if "end of document" in str(error) else 0
        line = int(place[1]) if place else at_end
        where = f"{file} 第 {line} 行" if line else file
        raise InputError("不是合格的 TOML 文本", where=where, todo=_TODO) from None
    return Table(data, (), file, _lines(text))


def _lines(text: str) -> dict[Path, int]:
    """Line number of every header and key, by its path."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = ()
            names = [name.strip().strip("\"'") for name in header[2].split(".")]
            for depth, name in enumerate(names, 1):
                here = (*here, name)
                found.setdefault(here, number)
                if depth == len(names) and header[1] == "[[":
                    counts[here] = counts.get(here, -1) + 1
                if here in counts:
                    here = (*here, counts[here])
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault((*here, key[1].strip("\"'")), number)
    return found


class Table:
    """One table of a TOML file; what is not taken before ``done`` is refused."""

    def __init__(self, data: Mapping[str, Any], path: Path, file: str, lines: dict[Path, int]):
        self._left = dict(data)
        self._path, self._file, self._lines = path, file, lines

    def where(self, key: str | int | None = None) -> str:
        """File and line of a key of this table, or of the table itself."""
        path = self._path if key is None else (*self._path, key)
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self._file} 第 {self._lines[path]} 行" if path else self._file

    def name(self, key: str) -> str:
        """The dotted name of a key, as a user would look for it."""
        return ".".join(str(part) for part in (*self._path, key) if isinstance(part, str))

    def wrong(self, key: str, what: str, todo: str = "") -> InputError:
        """An error about one key, with its line."""
        return InputError(f"「{self.name(key)}」{what}", where=self.where(key), todo=todo)

    def has(self, key: str) -> bool:
        """Whether the key is there and has not been taken."""
        return key in self._left

    def is_list(self, key: str) -> bool:
        """Whether the key has several tables ``[[key]]`` and not one."""
        return isinstance(self._left.get(key), list)

    def keys(self) -> list[str]:
        """The keys not yet taken, in the order of the file."""
        return list(self._left)

    def _take(self, key: str, default: Any) -> Any:
        if key in self._left:
            return self._left.pop(key)
        if default is None:
            raise self.wrong(key, "没有填写", "请补上这一项")
        return default

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without ``default`` it must be there and not be empty."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, f"应是文字，现在是 {value}", "请加上引号")
        if default is None and not value.strip():
            raise self.wrong(key, "是空的", "请补上这一项")
        return value

    def number(self, key: str, places: int, default: int | None = None) -> int:
        """A decimal number as a whole number of ``10**-places``; text such as "60万" is read."""
        if key not in self._left and default is not None:
            return default
        text = self._written(key, self._take(key, None), "数字")
        return scaled(text, places, where=self.where(key), what=f"「{self.name(key)}」")

    def rate(self, key: str, default: int) -> int:
        """A rate in 1/10,000, written as 0.03 or as the text "3%"."""
        value = self._left.get(key)
        percent = value.strip() if isinstance(value, str) else ""
        if not percent.endswith(("%", "％")):
            return self.number(key, 4, default)
        text = self._written(key, self._take(key, None), "数字").strip()[:-1]
        return scaled(text, 2, where=self.where(key), what=f"「{self.name(key)}」")

    def _written(self, key: str, value: Any, wanted: str) -> str:
        """A text or a number as text."""
        if isinstance(value, dict):
            raise self.wrong(
                key, f"应是{wanted}，现在是一节", '键里有小数点的要加引号，如 "5.5" = 1.4'
            )
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise self.wrong(key, f"应是{wanted}，现在是 {value}", f"请改成{wanted}")
        if isinstance(value, int) and abs(value) >= 10**_MAX_DIGITS:
            raise self.wrong(key, "的数字太长", "请检查是否多打了零")
        if wanted == "数字" and len(str(value)) > _MAX_DIGITS:
            raise self.wrong(key, "太长，不是数字", "请改成数字")
        if wanted == "文字" and isinstance(value, str) and is_cut(value):
            raise self.wrong(
                key, f"是「{value}」，超过 {KEPT} 位的数字丢了末尾几位", "请照原件重打，并加上引号"
            )
        return str(value)

    def word(self, key: str, default: str | None = None) -> str:
        """A text, or a number as it was written: a room may be 101 or "101"."""
        return self._written(key, self._take(key, default), "文字")

    def items(self, key: str) -> list[str] | None:
        """The numbers of a list as they were written; ``None`` where the key has no list."""
        if not isinstance(self._left.get(key), list):
            return None
        return [self._written(key, value, "数字") for value in self._left.pop(key)]

    def day(self, key: str) -> str:
        """A date as yyyy-mm-dd, empty where it is missing; a text may state it too."""
        value = self._take(key, "")
        return "" if value == "" else self._in_time(key, self._date(key, value))

    def day_or_year(self, key: str) -> str:
        """A date as yyyy-mm-dd, or the text of a year; empty where it is missing."""
        value = self._take(key, "")
        if value == "" or (isinstance(value, str) and _YEAR.fullmatch(value)):
            return str(value)
        return self._date(key, value)

    def days(self, key: str) -> list[str]:
        """The dates of a list, each as yyyy-mm-dd; none where it is missing."""
        values = self._left.pop(key, [])
        if not isinstance(values, list):
            raise self.wrong(key, "应是一列日期", "请写成如 [2026-10-01, 2026-10-02] 的样子")
        return [self._date(key, value) for value in values]

    def _date(self, key: str, value: Any) -> str:
        """A date, or the text of one, as yyyy-mm-dd."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        try:
            if isinstance(value, str) and _DAY.fullmatch(value):
                return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        raise self.wrong(key, f"是「{value}」，不是日期", "请写成 2026-06-30 的样子")

    def _in_time(self, key: str, day: str) -> str:
        """A date within the years that books take."""
        if day and not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
            years = f"{FIRST_YEAR} 到 {LAST_YEAR} 年"
            raise self.wrong(key, f"是「{day}」，不在 {years}之间", "请改正年份")
        return day

    def flag(self, key: str, default: bool) -> bool:
        """A truth value: ``true``/``false`` or 是/否."""
        value = self._take(key, default)
        if value in ("是", "否"):
            return bool(value == "是")
        if not isinstance(value, bool):
            raise self.wrong(key, f"应是 是 或 否，现在是 {value}", "请改成 是 或 否")
        return value

    def choice(self, key: str, choices: Mapping[str, Any], default: str | None = None) -> Any:
        """One of a few words; gives what the word stands for."""
        value = self._take(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self.wrong(key, f"是「{value}」，不在可选之列", f"请选：{'、'.join(choices)}")
        return choices[value]

    def table(self, key: str) -> Table:
        """A table inside this one; an empty one where it is missing."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "应是一节", f"请写成 [{self.name(key)}]")
        return Table(value, (*self._path, key), self._file, self._lines)

    def tables(self, key: str) -> list[Table]:
        """The tables of a list ``[[key]]``, in order; none where it is missing."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, "应是若干节", f"请写成 [[{self.name(key)}]]")
        return [
            Table(item, (*self._path, key, index), self._file, self._lines)
            for index, item in enumerate(value)
        ]

    def several(self, key: str) -> list[Table]:
        """The versions of a section: one written ``[key]``, or any number ``[[key]]``, in order."""
        return self.tables(key) if isinstance(self._left.get(key), list) else [self.table(key)]

    def done(self) -> None:
        """Refuse what nobody asked for: a misspelt key must not be silently ignored."""
        for key in self._left:
            raise InputError(
                f"不认识的项目「{self.name(key)}」", where=self.where(key), todo="请改正拼写或删去"
            )
