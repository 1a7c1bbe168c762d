"""Compare formulas, ignoring what spreadsheet programs change when they save."""

from __future__ import annotations

import re
from functools import lru_cache

_PREFIX = re.compile(r"^(?:_xlfn\.|_xlws\.|_xludf\.|COM\.MICROSOFT\.|ORG\.[A-Z.]+\.)+", re.I)
_QUOTED = re.compile(r"^'((?:[^']|'')*)'!")
#: Quotes around a plain title, and the brackets of a constant.
_NEEDLESS = re.compile(r"'([^\W\d]\w*)'(?=!)|(?<=\bTRUE)\(\)|(?<=\bFALSE)\(\)")
#: A decimal with more digits than a cell keeps.
_LONG = re.compile(r"\d+\.\d{12,}")
#: Constants that LibreOffice writes as functions.
_CONSTANTS = ("TRUE", "FALSE")


def same_formula(one: str, other: str) -> bool:
    """Return whether two formulas (without ``=``) are equal but for spelling.

    >>> same_formula("IF('住户'!$B$5=\\"\\", TRUE(), 1.0)", "if(住户!$B$5=\\"\\",TRUE,1)")
    True
    >>> same_formula("SUM(A1:A9)", "SUM(A1:A8)")
    False
    """
    return one == other or _quick(one) == _quick(other) or canonical(one) == canonical(other)


def _quick(formula: str) -> str:
    """Remove the common additions of Gnumeric and LibreOffice: faster than reading all tokens."""
    plain = _NEEDLESS.sub(lambda match: match[1] or "", formula)
    return _LONG.sub(lambda match: f"{float(match[0]):.15g}", plain)


@lru_cache(maxsize=20_000)
def canonical(formula: str) -> str:
    """Return a formula in one spelling: no blanks, capitals, plain names, short numbers.

    >>> canonical("_xlfn.iferror( 'a b'!a1 , 1E+02)")
    "IFERROR('a b'!A1,100)"
    """
    from openpyxl.formula import Tokenizer

    try:
        tokens = Tokenizer("=" + formula).items
    except Exception:  # a formula that cannot be read is compared as it is
        return formula
    text = "".join(_plain(token.value, token.type, token.subtype) for token in tokens)
    for word in _CONSTANTS:
        text = text.replace(f"{word}()", word)
    return text


def _plain(value: str, kind: str, subtype: str) -> str:
    """Return one token (value, type, subtype of openpyxl) in the one spelling."""
    if kind == "WHITE-SPACE":
        return ""
    if kind == "FUNC":
        return _PREFIX.sub("", value).upper()
    if kind != "OPERAND":
        return value
    if subtype == "NUMBER":
        return f"{float(value):.15g}"
    return _reference(value) if subtype == "RANGE" else _upper_if(value, subtype)


def _upper_if(value: str, subtype: str) -> str:
    """Logical values and errors in capitals, texts as they are."""
    return value if subtype == "TEXT" else value.upper()


def _reference(value: str) -> str:
    """Return an address or name without needless quotes, its sheet named once."""
    value = value.removeprefix("[0]!")
    parts = [_unquoted(part) for part in _split(value)]
    sheet = parts[0].rpartition("!")[0]
    tail = [p.removeprefix(f"{sheet}!") if sheet else p for p in parts[1:]]
    if len(tail) == 1 and tail[0] == parts[0].removeprefix(f"{sheet}!"):
        return parts[0]  # Gnumeric writes one cell where we write a range of one
    return ":".join([parts[0], *tail])


def _split(value: str) -> list[str]:
    """Split a range at its colon; a colon inside quotes belongs to a sheet's title."""
    if "'" not in value:
        return value.split(":")
    return re.findall(r"(?:'(?:[^']|'')*'|[^:'])+", value)


def _unquoted(part: str) -> str:
    """Return one end of a range: sheet without needless quotes, address in capitals."""
    if match := _QUOTED.match(part):
        title = match[1].replace("''", "'")
        plain = title if re.fullmatch(r"\w+", title) and not title[0].isdigit() else f"'{match[1]}'"
        return f"{plain}!{part[match.end() :].upper()}"
    sheet, mark, address = part.rpartition("!")
    return f"{sheet}{mark}{address.upper()}" if _ADDRESS.fullmatch(address) else part


_ADDRESS = re.compile(r"\$?[A-Za-z]{0,3}\$?\d*")
