"""Whether a number format shows the numbers of a cell as the original one does."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from elevshare.opened.displayed import displayed
from elevshare.opened.styles import is_date_format

#: Numbers that tell formats apart: their signs, their decimals, their thousands.
_PROBES = (0, 1, -1, 6, 0.05, 12.345, 1234567.891, -98765.4321)
#: What says nothing: a blank as wide as a character or up to the edge, a language, red for minus.
_SILENT = re.compile(r"_.|\*[ \u3000]|\[\$-[0-9A-Fa-f]{1,4}\]|\[(?:red|红色?)\]|\s", re.IGNORECASE)
#: A text in a format, and an escaped character.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)', re.DOTALL)
#: Characters that are shown as they are without quotes; others are marked where they are quoted.
_BARE = re.compile(r"[^0-9#?.,%@*_;A-Za-z\[\]/\\\"\s]")
#: What fills a cell up to its edge with a character that is seen.
_FILLED = re.compile(r"\*[^ \u3000]")
#: Sections of a format; a semicolon in quotes or behind a mark parts nothing.
_SECTIONS = re.compile(r'(?:"[^"]*"|[\\_*!].|[^;])+|(?<=;)(?=;|$)', re.DOTALL)
#: The section that texts are shown by, counted from 0.
_FOR_TEXTS = 3
#: What stands beside a number and is no part of one.
_WORDS = re.compile(r"[^\d.,%+\-()]")
#: A day as people here read it: year, month, day.
_DATE = re.compile(r"y{2,4}[-/.年]m{1,2}[-/.月]d{1,2}日?(?:;@)?", re.IGNORECASE)
#: What ExcelJS writes for the format of a conditional look that it does not understand.
LOST = "[object Object]"


@lru_cache(maxsize=4096)
def shows_the_same(original: str, now: str, value: float | None = None) -> bool:
    """Return whether a format shows numbers as the original one does, or as they are.

    Args:
        original: the code as the program wrote it.
        now: the code now.
        value: the number that the cell holds, if it holds one.

    >>> shows_the_same("#,##0.00_ ", "#,##0.00"), shows_the_same("0.0###_ ;-0.0###_ ;0_ ", "General")
    (True, True)
    >>> [shows_the_same("#,##0.00_ ", code) for code in ("9#,##0.00", "#,##0.00 9", "0/100", "0.00E+00")]
    [False, False, False, False]
    >>> [shows_the_same("#,##0.00_ ", code) for code in ("[$USD]#,##0.00", "-#,##0.00", "0.00,", "#,##0.009")]
    [False, False, False, False]
    >>> shows_the_same("@", "6@"), shows_the_same("@", "General"), shows_the_same("@", "@/1")
    (False, True, False)
    """
    if plain(original) == plain(now):
        return True
    if is_date_format(original):
        # LibreOffice writes one more section that shows nothing behind those that there are.
        empty = plain(original).rstrip(";") == plain(now).rstrip(";") and ";" in original
        return is_date_format(now) and (empty or _is_day(now))
    if is_date_format(now) or not _text_is_plain(original, now) or _fills(now):
        return False
    probes = _PROBES if value is None else (*_PROBES, value)
    return all(_alike(one, original, now) for one in probes)


@lru_cache(maxsize=4096)
def shows_truly(code: str, value: float | None) -> bool:
    """Return whether a format shows a number as it is, but for decimals, and texts as they are.

    >>> shows_truly("0", 61.03), shows_truly("0/100", 61.03), shows_truly('"9"0', 61.03)
    (True, False, False)
    >>> shows_truly("6@", None), shows_truly("@", None), shows_truly("yyyy/m/d", 46000)
    (False, True, True)
    """
    if is_date_format(code):
        return _is_day(code)
    if not _text_is_plain("", code) or _fills(code):
        return False
    if value is None:
        return True
    shown = displayed(value, code)
    if value == 0 and shown is not None and not any(one.isdigit() for one in shown):
        return True  # such as "现在没有"
    found = None if shown is None else _number(_WORDS.sub("", shown))
    return found is not None and _rounded(value, found)


def _rounded(value: float, found: Decimal) -> bool:
    """Return whether what is shown is the number, rounded to as many decimals as are shown."""
    return abs(found - Decimal(repr(value))) <= Decimal(1).scaleb(-_decimals(found)) / 2


def plain(code: str) -> str:
    """A code without what says nothing; quoted characters that would mean something are marked.

    >>> plain('"¥"#,##0.00_ ') == plain(r"\\¥#,##0.00"), plain(r"0\\.00") == plain("0.00")
    (True, False)
    """
    marked = _LITERAL.sub(_unquoted, code)
    return _SILENT.sub("", marked).casefold().removesuffix(";@")


def _unquoted(found: re.Match[str]) -> str:
    """A text in quotes without them."""
    text = found[1] if found[1] is not None else found[2]
    return "".join(
        one if _BARE.fullmatch(one) else f"\x01{ord(one):x}\x02"
        for one in text if not one.isspace()
    )  # fmt: skip


def _is_day(code: str) -> bool:
    """Whether a format shows a day as year, month and day, in whatever calendar people here use."""
    return _DATE.fullmatch(plain(code)) is not None


def _fills(code: str) -> bool:
    """Whether a format fills the cell with a character that is seen."""
    return bool(_FILLED.search(_LITERAL.sub("", code)))


def _text_is_plain(original: str, now: str) -> bool:
    """Return whether texts are shown as they are, or as the original shows them.

    Texts are shown by the section with ``@``, and by the fourth whatever it holds.
    """
    mine, theirs = (
        [
            plain(one)
            for at, one in enumerate(_SECTIONS.findall(code))
            if "@" in plain(one) or at == _FOR_TEXTS
        ]
        for code in (original, now)
    )
    return all(one in ("@", "general") or one in mine for one in theirs)


def _alike(value: float, original: str, now: str) -> bool:
    """Return whether one number is shown as it was, or truly and no less exactly."""
    was, shown = displayed(value, original), displayed(value, now)
    if was is None or shown is None:
        return False
    was, shown = "".join(was.split()), "".join(shown.split())
    if was == shown:
        return True
    before, after = _number(was), _number(shown)
    if before is None or after is None:
        return False
    if after == before:
        return True
    exact = _rounded(value, after) and _rounded(value, before)
    return exact and _decimals(after) >= _decimals(before)


def _decimals(found: Decimal) -> int:
    """How many decimals are shown."""
    return len(f"{found:f}".partition(".")[2])


def _number(text: str) -> Decimal | None:
    """The number that a text says, if it says nothing else."""
    try:
        found = Decimal(text.replace(",", "").rstrip("%"))
    except InvalidOperation:
        return None
    return found / 100 if text.endswith("%") else found
