"""Whether two stored values are the same, however programs write them."""

from __future__ import annotations

import re

from elevshare.opened import Value

#: Numbers within this part of their size are the same: programs keep 15 digits.
_CLOSE = 1e-9
#: How a character that XML cannot carry is written.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def same_value(one: Value, other: Value) -> bool:
    """Whether two values are the same; blank is the same as an empty text.

    >>> same_value(1, 1.0), same_value(None, ""), same_value("1", 1), same_value(True, 1)
    (True, True, True, True)
    >>> same_value(100.0, 100.01), same_value("", 0), same_value("a", "b")
    (False, False, False)
    """
    if one == other:
        return True
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _CLOSE * max(1.0, abs(one))
    return _text(one) == _text(other)


def _text(value: Value) -> str:
    """A value as a text; blanks at its ends and kinds of line ends do not count."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return f"{value:.12g}"
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
