"""Earlier names of labels, heads, sections and sheets, to find the inputs of older books.

Inputs of a book are found by these texts. Whoever changes such a text adds a line here: the present
name, then the earlier ones, the latest first.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Text of this version → what it was before.
FORMERLY: Mapping[str, tuple[str, ...]] = {}


def names_of(text: str) -> tuple[str, ...]:
    """A text and its earlier names.

    >>> names_of("房号")
    ('房号',)
    """
    return (text, *FORMERLY.get(text, ()))
