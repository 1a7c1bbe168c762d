"""Compare stored values, ignoring how programs write them."""

from __future__ import annotations

import re

from elevshare.opened import Value

#: Largest relative difference of equal numbers: programs keep 15 digits.
_CLOSE = 1e-9
#: Blanks at the ends of a text that say nothing.
_BLANKS = 3
#: A character that XML cannot hold, as Excel writes it.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def same_value(one: Value, other: Value) -> bool:
    """Return whether two values are equal; blank equals an empty text.

    >>> same_value(1, 1.0), same_value(None, ""), same_value("1", 1), same_value(True, 1)
    (True, True, True, True)
    >>> same_value(100.0, 100.01), same_value("", 0), same_value("a", "b")
    (False, False, False)
    """
    if one == other:
        return True
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _CLOSE * max(1.0, abs(one))
    mine, theirs = _text(one), _text(other)
    # Programs drop a blank at an end; many of them, or lines, push a text out of sight.
    near = abs(len(mine) - len(theirs)) <= _BLANKS
    near = near and abs(mine.count("\n") - theirs.count("\n")) <= 1
    return mine == theirs or (near and mine.strip() == theirs.strip())


def _text(value: Value) -> str:
    """Return a value as a text with one kind of line end."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return f"{value:.12g}"
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    return text.replace("\r\n", "\n").replace("\r", "\n")
