"""Texts from outside: what may go into a book, and how problems with them are told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from elevshare.errors import InputError

#: How many problems are told beside the first.
_MORE = 10
#: How many characters of a wrong text a message repeats.
_SHOWN = 40
_ROW = re.compile(r"(.*?)(第 \d+ 行)")
_BLANKS = " \u00a0\u3000"


def shown(text: str, limit: int = _SHOWN) -> str:
    r"""A text as a message may repeat it: short, in one line, and nothing hidden in it.

    >>> shown("张\u202e三"), shown("一" * 50) == "一" * 40 + "…"
    ('张<U+202E>三', True)
    >>> shown("80.5\n70.2")
    '80.5 70.2'
    """
    plain = " ".join(text[:limit].splitlines()) if "\n" in text else text[:limit]
    plain = "".join(f"<U+{ord(c):04X}>" if _hidden(c) else c for c in plain)
    return plain + ("…" if len(text) > limit else "")


def safe_text(text: str, *, what: str, limit: int, where: str = "") -> str:
    r"""A text without the blanks around it, if it is safe to write into a cell.

    What a spreadsheet would take for a formula is let pass: every writer writes it as a text.

    Args:
        text: the raw text; empty is let pass.
        what: what a message calls it.
        limit: most characters.
        where: file and line.

    Raises:
        InputError: it hides characters, or is too long.

    >>> safe_text(" 张三 ", what="业主", limit=50), safe_text("=1+1", what="业主", limit=50)
    ('张三', '=1+1')
    >>> safe_text("张\n三", what="业主", limit=50, where="第 3 行")
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 3 行：业主「张 三」含有换行。请删去后重新输入这一格。
    """
    plain = text.rstrip().lstrip(_BLANKS)
    about = f"{what}「{shown(plain)}」"
    if len(plain) > limit:
        raise InputError(f"{about}超过 {limit} 个字", where=where, todo="请缩短")
    # Printable texts, nearly all, hide nothing; the sign of a lost character counts as printable.
    for character in "" if plain.isprintable() and "\ufffd" not in plain else plain:
        if _hidden(character):
            raise InputError(
                f"{about}含有{_named(character)}", where=where, todo="请删去后重新输入这一格"
            )
    return plain


def _hidden(character: str) -> bool:
    """Controls, direction marks and what no cell can hold; rare characters of names are none."""
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return True
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or character == "\ufffd"


def _named(character: str) -> str:
    """A hidden character in words an accountant knows."""
    known = {"\n": "换行", "\r": "换行", "\t": "制表符", "\ufffd": "乱码"}
    return known.get(character, f"看不见的字符 U+{ord(character):04X}")


def storey_text(storey: float) -> str:
    """A storey as people read it; what lies below storey 1 and names none is 一层以下.

    >>> storey_text(5), storey_text(5.5), storey_text(-1), storey_text(0)
    ('5', '5.5', '-1', '一层以下')
    """
    return f"{storey:g}" if storey else "一层以下"


class noting:  # noqa: N801  # used like a function; a generator would take three times as long
    """Put an error aside, so that all of them can be told at once.

    >>> problems = []
    >>> with noting(problems):
    ...     raise InputError("房号是空的")
    >>> str(problems[0])
    '房号是空的。'
    """

    __slots__ = ("_problems",)

    def __init__(self, problems: list[InputError]) -> None:
        self._problems = problems

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        """Keep an input error; let others through."""
        if isinstance(error, InputError):
            self._problems.append(error)
            return True
        return False


def beside(place: str, other: str) -> str:
    """A place as a message at another place names it: the row alone where both are of one table.

    >>> beside("册.csv 第 2 行", "册.csv 第 5 行"), beside("甲.csv 第 2 行", "乙.csv 第 2 行")
    ('第 2 行', ' 甲.csv 第 2 行')
    """
    one, two = _ROW.fullmatch(place), _ROW.fullmatch(other)
    return one[2] if one and two and one[1] == two[1] else f" {place}"


def raise_all(problems: Sequence[InputError]) -> None:
    """Raise one error that tells all problems, a line each; nothing where there are none.

    What to do is told once where it is the same for several in a row.

    >>> raise_all([InputError("房号是空的", where="第 2 行"), InputError("面积是空的")])
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：房号是空的。
    面积是空的。
    """
    told = problems[: 1 + _MORE]
    lines = [str(problem) for problem in told[:1]]
    for before, problem in pairwise(told):
        todo = "" if problem.todo == before.todo else problem.todo
        lines.append(str(InputError(problem.what, where=problem.where, todo=todo)))
    if len(problems) > len(lines):
        lines.append(f"另有 {len(problems) - len(lines)} 处问题没有列出，请先改正以上各处。")
    if lines:
        raise InputError("\n".join(lines).removesuffix("。"))
