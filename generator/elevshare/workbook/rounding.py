"""The largest-remainder split as formulas: exact whole numbers in every spreadsheet program.

The quotient is calculated three digits at a time (long division in base 1,000), so that no product
comes near 1E+15, where INT and comparisons of spreadsheet programs go wrong. A row's rank is the
number of rows of its group with a larger remainder, or with an equal one higher up. If n units are
left over, the first n rows by rank get one unit more.
"""

from __future__ import annotations

from elevshare.workbook.table import Column, Formula, TableRow


def split(
    quota: Formula, part: Formula, total: Formula, group: Formula = lambda row: 1
) -> tuple[Column, ...]:
    """The columns of a split by largest remainder; the result is in ``units``.

    The table must number its rows in ``n``. For a row, ``group`` is the number of its group,
    ``quota`` the group's units, ``part`` the row's weight, and ``total`` the group's weight.
    """
    return (
        Column("group", "组", "whole", group),
        Column("quota", "组内应分份数", "whole", quota),
        Column("part", "本行权数", "whole", part),
        Column("sum", "组内权数和", "whole", total),
        *_WORKING,
    )


def _quotient(product: str, whole: str) -> str:
    """The whole quotient; 1 less if INT rounded up a quotient just below a whole number."""
    return (
        f"IF({whole}>0,INT({product}/{whole})-IF(INT({product}/{whole})*{whole}>{product},1,0),0)"
    )


def _middle(row: TableRow) -> str:
    """The remainder of the high digits, followed by the next three digits."""
    digits = f"(INT({row.quota}/1000)-INT({row.quota}/1000000)*1000)"
    return f"({row.high}-{row.high_q}*{row.sum})*1000+{digits}*{row.part}"


def _low(row: TableRow) -> str:
    """The remainder of the middle digits, followed by the last three digits."""
    digits = f"({row.quota}-INT({row.quota}/1000)*1000)"
    return f"({row.middle}-{row.middle_q}*{row.sum})*1000+{digits}*{row.part}"


def _rank(row: TableRow) -> str:
    """The number of rows of the group that come before this row."""
    group, remainder, n = (row.column(key) for key in ("group", "remainder", "n"))
    return (
        f"SUMPRODUCT(({group}={row.group})*(({remainder}>{row.remainder})"
        f"+({remainder}={row.remainder})*({n}<{row.n})))"
    )


def _left(row: TableRow) -> str:
    """The units of the group that are left after the whole quotients."""
    given = f"SUMIF({row.column('group')},{row.group},{row.column('whole_units')})"
    return f"IF({row.sum}>0,{row.quota}-{given},0)"


_WORKING = (
    Column("high", "高位积", "whole", lambda r: f"INT({r.quota}/1000000)*{r.part}"),
    Column("high_q", "高位商", "whole", lambda r: _quotient(r.high, r.sum)),
    Column("middle", "中位积", "whole", _middle),
    Column("middle_q", "中位商", "whole", lambda r: _quotient(r.middle, r.sum)),
    Column("low", "低位积", "whole", _low),
    Column("low_q", "低位商", "whole", lambda r: _quotient(r.low, r.sum)),
    Column("whole_units", "整份", "whole", lambda r: f"({r.high_q}*1000+{r.middle_q})*1000+{r.low_q}"),
    Column("remainder", "余数", "whole", lambda r: f"{r.low}-{r.low_q}*{r.sum}"),
    Column("rank", "余数名次", "whole", _rank),
    Column("left", "组内待补份", "whole", _left),
    Column("extra", "补一份", "whole", lambda r: f"IF({r.rank}<{r.left},1,0)"),
    Column("units", "份数", "whole", lambda r: f"{r.whole_units}+{r.extra}"),
)  # fmt: skip
