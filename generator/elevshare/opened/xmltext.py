"""Texts as XML.

``xml.sax.saxutils`` of the standard library does the same, but loads a web client, which takes longer
than a book of one page.
"""

from __future__ import annotations

from collections.abc import Mapping

_BLANKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str, more: Mapping[str, str] | None = None) -> str:
    """A text between tags; ``more`` is what else to replace.

    >>> escape("1<2 & 3>2")
    '1&lt;2 &amp; 3&gt;2'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for mark, entity in (more or {}).items():
        text = text.replace(mark, entity)
    return text


def quoteattr(text: str) -> str:
    """The value of an attribute, with its quotation marks.

    >>> quoteattr("a&b"), quoteattr('"'), quoteattr("\\"'")
    ('"a&amp;b"', '\\'"\\'', '"&quot;\\'"')
    """
    text = escape(text, _BLANKS)
    if '"' not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else f'"{text.replace(chr(34), "&quot;")}"'
