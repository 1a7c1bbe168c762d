"""What is wrong in a row of 住户, as texts that say what stands there and what to do.

Every text ends in ；, so that those of a row can be joined; the formulas have no ``=``.
"""

from __future__ import annotations

from elevshare.digits import KEPT
from elevshare.project import MAX_AREA
from elevshare.workbook.check import CUT, NUMBERS_END
from elevshare.workbook.field import MAX_COEFFICIENT, MAX_YUAN, NO, YES
from elevshare.workbook.spelling.formulas import BLANK, IS_NUMBER
from elevshare.workbook.spelling.meaning import DATES, TRUTHS
from elevshare.workbook.table import TableRow

#: The kinds of flaws, each a column, and the number that says which is the first of a row. From
#: ``STILL_COUNTS`` on the household counts nevertheless.
KINDS = {"room_flaw": 2, "storey_flaw": 4, "area_flaw": 5, "taking_flaw": 6, "more_flaw": 7}
RIGHT, STILL_COUNTS = 1, 7
#: As many characters of an input as a text repeats.
_REPEATED = 12
_MOST_AREA = f"{MAX_AREA / 100:.2f}"
_NO_AREA = "（没有面积，按 0 计）"
_AS_TEXT = "：把这一格设为文本格式再重填"


def room(cell: str, row: TableRow) -> str:
    """The room is missing, was made a date, is no room at all, or is doubled."""
    low, high = DATES
    truth = ",".join(f'{row.room}="{word}"' for word in TRUTHS)
    date = (
        f'IF(ISNUMBER({cell}),IF(AND({cell}>={low},{cell}<={high}),"房号 "&{cell}&'
        f'" 像是日期（如 2-1 变成了日期）{_AS_TEXT}；",""),'
        f'IF(OR({truth}),"房号 "&{row.room}&" 是对错值，不是房号{_AS_TEXT}；",""))&{cut("房号", cell)}'
    )
    doubled = (
        f'IF(SUMPRODUCT(({row.column("room")}={row.room})*1)>1,"房号 "&{row.room}&" 重复；","")'
    )
    return f'IF({row.room}="","缺房号；",{date}&{doubled})'


def cut(name: str, cell: str) -> str:
    """A number in place of a text has lost its last digits."""
    long = f"AND({cell}>={CUT},{cell}<{NUMBERS_END})"
    return f'IF({long},"{name} 是超过 {KEPT} 位的数字，丢了末尾几位{_AS_TEXT}；","")'


def storey(cell: str, row: TableRow, top: str, stops: str = "", lowest: int = 1) -> str:
    """The storey is missing, none of the building's, or above the top.

    It is a whole number from 1 on; with ``stops``, one of those cells; with a ``lowest`` below 1,
    also a number below 1 (a text that is no number counts as one, too, and is refused).
    """
    number, known = row.storey_as, '""'
    coarse, level = f"{number}<>INT({number})", number
    if stops:
        coarse, level = f"{number}*2<>INT({number}*2)", f"INT({number})"
        known = f'IF(ISNUMBER(MATCH({number},{stops},0)),"","楼层 "&{number}&" 不在“参数”第五节；")'
    found = (
        f"IF(OR({number}<1,{coarse}),"
        f'{_quoted("楼层", cell)}&"：只填整数，如 3；",IF({level}>{top},'
        f'"楼层 "&{number}&" 超过总层数 "&{top}&"；",{known}))'
    )
    if lowest < 1:
        below = f'{row.storey_text}="{IS_NUMBER}",{number}<1,{number}>={lowest}'
        found = f'IF(AND({below},{number}=INT({number})),"",{found})'
    return f'IF({row.storey_text}="{BLANK}","缺楼层；",{found})'


def area(cell: str, row: TableRow, spared: str) -> str:
    """The area is no number, too large or too fine, or missing where it is needed."""
    number, whole, said = row.area_as, row.area_no, f'"面积 "&{_short(cell)}'
    return (
        f'IF({number}<0,{_quoted("面积", cell)}&"：只留数字，如 80.5；",'
        f'IF({whole}>{MAX_AREA},{said}&" 太大：最多 {_MOST_AREA}；",'
        f'IF({_coarse(number)},{said}&"：最多两位小数；",IF({whole}>0,"",IF({spared},"",'
        f'IF({row.area_text}="{BLANK}","缺面积；","面积是 0：填平方米数，如 80.5；"))))))'
    )


def taking(cell: str, answer: str) -> str:
    """Whether the household takes part is missing, or cannot be understood."""
    return f'IF({answer}="","缺参与：填 {YES} 或 {NO}；",{word("参与", cell, answer)})'


def amount(name: str, cell: str, number: str) -> str:
    """An amount is no number of at least 0 in whole fen."""
    return (
        f"IF(OR({number}<0,{number}>{MAX_YUAN},{_coarse(number)}),"
        f'{_quoted(name, cell)}&"：只填数字，最多两位小数；","")'
    )


def coefficient(cell: str, number: str) -> str:
    """A household's own coefficient is no number from 0 on, too large or too fine."""
    fine = f"ABS({number}*10000-ROUND({number}*10000,0))>0.0001"
    return (
        f"IF(OR({number}<0,{number}>{MAX_COEFFICIENT},{fine}),"
        f'{_quoted("个别系数", cell)}&"：填 0 到 {MAX_COEFFICIENT} 的数，最多四位小数；","")'
    )


def word(name: str, cell: str, answer: str) -> str:
    """An answer cannot be understood."""
    return f'IF({answer}="？",{_quoted(name, cell)}&"：填 {YES} 或 {NO}；","")'


def problem(row: TableRow) -> str:
    """The number of the first flaw of a row, ``RIGHT`` without any, 0 for an empty row."""
    found = str(RIGHT)
    for key, number in reversed(KINDS.items()):
        found = f'IF({row[key]}<>"",{number},{found})'
    return f"IF({row.filled}=0,0,{found})"


def hint(row: TableRow, remark: bool) -> str:
    """All flaws of a row; √ without any, perhaps with the remark that the area is missing."""
    every = "&".join(row[key] for key in KINDS)
    right = f'"√"&IF({row.area_no}=0,"{_NO_AREA}","")' if remark else '"√"'
    return f'IF({row.problem}=0,"",IF({row.problem}={RIGHT},{right},LEFT({every},LEN({every})-1)))'


def _coarse(number: str) -> str:
    """Whether a number has more than two decimals."""
    return f"ABS({number}*100-ROUND({number}*100,0))>0.0001"


def _short(cell: str) -> str:
    return f"LEFT({cell},{_REPEATED})"


def _quoted(name: str, cell: str) -> str:
    """The name of a column and what stands there, as text."""
    return f'"{name}「"&{_short(cell)}&"」"'
