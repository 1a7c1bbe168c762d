"""What labels, heads, titles of sections and sheets were called in earlier versions.

Inputs of an older book are found by what they are called; where a later version calls one otherwise,
its earlier names stand here, the latest first. Whoever changes such a text adds a line.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Text of this version → what it was before.
FORMERLY: Mapping[str, tuple[str, ...]] = {}


def names_of(text: str) -> tuple[str, ...]:
    """A text and what it was called before.

    >>> names_of("房号")
    ('房号',)
    """
    return (text, *FORMERLY.get(text, ()))
