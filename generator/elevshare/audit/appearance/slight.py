"""What is seen otherwise and hides nothing: gathered by sheet, reported as one note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.appearance.colours import BLACK
from elevshare.audit.appearance.looks import Look
from elevshare.audit.finding import Finding
from elevshare.opened.built_in_formats import GENERAL
from elevshare.opened.places import Place, reference

_QUOTES = re.compile(r'["\\]|\[\$-[0-9A-Fa-f]+\]')
#: Of how many kinds of differences a note speaks.
_NAMED = 4
#: Sizes (points) differ by rounding when programs save.
_ROUNDED = 0.2


class Slight:
    """The small differences of one sheet: in words, each with the first place and how often."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, int]] = {}

    def add(self, words: str, place: Place | None = None) -> None:
        """Add a difference, of a cell if that is given."""
        first, count = self._found.get(words, (reference(*place) if place else "", 0))
        self._found[words] = first, count + 1

    def text(self) -> str:
        """What differs in words; empty where nothing was added."""
        named = [
            f"{words}（{first} 等 {count} 格）"
            if count > 1 and first
            else f"{words}（{first}）"
            if first
            else words
            for words, (first, count) in list(self._found.items())[:_NAMED]
        ]
        return "、".join(named) + ("等" if len(self._found) > _NAMED else "")

    def kinds(self) -> tuple[str, ...]:
        """What differs, without where."""
        return tuple(sorted(self._found))


class Notes:
    """The small differences of all sheets: those that differ alike are told once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def add(self, title: str, slight: Slight) -> None:
        """Add what was found on a sheet."""
        if slight.kinds():
            self._found.setdefault(slight.kinds(), []).append((title, slight.text()))

    def findings(self) -> Iterator[Finding]:
        """One note for all sheets that differ alike."""
        for sheets in self._found.values():
            title, text = sheets[0]
            others = "、".join(one for one, _ in sheets[1:])
            also = f"；{others}也一样" if others else ""
            words = f"样子与做好时稍有不同，内容都还看得见：{text}{also}"
            yield Finding("look-slight", words, title, count=len(sheets))


def slightly(was: Look, now: Look, value: object) -> str:
    """Return in words how a look differs where nothing is hidden; empty where it does not.

    >>> slightly(Look(), Look(down="top"), "字"), slightly(Look(), Look(across="right"), 1)
    ('上下的位置', '')
    """
    if (now.font or was.font) != was.font:
        return f"字体 {now.font}"
    if abs((now.size or 11) - (was.size or 11)) > _ROUNDED:
        return "字号"
    if _lies(now, value) != _lies(was, value) or now.indent != was.indent:
        return "左右的位置"
    if now.down != was.down:
        return "上下的位置"
    if now.wraps != was.wraps and isinstance(value, str):
        return "自动换行"
    if now.lines != was.lines:
        return "格子的边框"
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and _spelled(now.code) != _spelled(was.code):
        return "显示格式的空白或写法"
    return ""


def _spelled(code: str | None) -> str:
    """A number format without quotes and escapes, which programs set in their own ways."""
    return _QUOTES.sub("", code or GENERAL).casefold()


def font_of(look: Look) -> tuple[object, ...]:
    """All that is said of a font; what is not said is plain."""
    plain = bool(look.bold), bool(look.italic), bool(look.struck), look.drawn
    return look.font, look.size or 11, look.underline or "none", look.ink or BLACK, *plain


def _lies(look: Look, value: object) -> str:
    """Where a content lies: what is not told comes of its kind."""
    if look.across not in ("general", ""):
        return look.across
    if isinstance(value, bool):
        return "center"
    return "left" if isinstance(value, str) else "right"
