"""Which formulas the engine computes as Excel does: those of functions that were compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elevshare.text import shown

_TEXT, _SHEET = re.compile(r'"(?:[^"]|"")*"'), re.compile(r"'(?:[^']|'')*'")
_CALL = re.compile(r"([^\W\d][\w.]*)\(")
#: ``TEXT`` with zeros alone; of other formats the engine knows too few.
_PLAIN_TEXT, _ANY_TEXT = re.compile(r',\s*"0+(?:\.0+)?"\s*\)'), re.compile(r"\bTEXT\(", re.I)
KNOWN = frozenset(
    "ABS AND AVERAGE CEILING CHOOSE COLUMN CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE "
    "DAY EDATE EXACT FALSE FIND FLOOR HLOOKUP IF IFERROR IFNA INDEX INT ISBLANK ISERR ISERROR ISNA "
    "ISNUMBER ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MEDIAN MID MIN MOD MONTH N NOT OR PRODUCT "
    "RANK REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SMALL SUBSTITUTE SUM SUMIF SUMIFS "
    "SUMPRODUCT TEXT TRIM TRUE TRUNC UPPER VALUE VLOOKUP YEAR".split()
)
#: The engine reads fewer texts as numbers than Excel; these would hide the errors that follow.
_HIDING = frozenset("IFERROR IFNA ISERR ISERROR ISNA ISNUMBER".split())
_READING = "VALUE"


def functions(formula: str) -> list[str]:
    r"""Return the functions of a formula, in capitals, in their order; newer ones by their names.

    >>> functions("Sum(A1:B2)+'A(1)'!C1&\"IF(\"&_xlfn.LET(x,1,x)")
    ['SUM', 'LET']
    """
    calls = _CALL.findall(_SHEET.sub("", _TEXT.sub("", formula)))
    return [name.upper().removeprefix("_XLFN.") for name in calls]


def obstacle(formula: str) -> str:
    """Return in Chinese why a formula cannot be computed; empty if it can.

    >>> obstacle("ROUND(F2*1.15,2)"), obstacle("[1]Sheet1!A1+1"), obstacle('TEXT(A1,"[DBNum2]")')
    ('', '引用了别的文件或“表”', '用了函数 TEXT')
    """
    if "[" in _TEXT.sub("", formula):
        return "引用了别的文件或“表”"
    used = functions(formula)
    odd = next((name for name in used if name not in KNOWN), None)
    if odd is None and len(_PLAIN_TEXT.findall(formula)) < len(_ANY_TEXT.findall(formula)):
        odd = "TEXT"
    return f"用了函数 {shown(odd)}" if odd else ""


def hides_differences(formulas: Iterable[str]) -> bool:
    """Return whether formulas together may hide where the engine differs from Excel.

    >>> hides_differences(["VALUE(A1)", "IFERROR(B1,0)"]), hides_differences(["VALUE(A1)"])
    (True, False)
    """
    used = {name for formula in formulas for name in functions(formula)}
    return _READING in used and bool(used & _HIDING)
