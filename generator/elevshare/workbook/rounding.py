"""The largest-remainder split as formulas: exact whole numbers in every spreadsheet program.

The due is divided digit group by digit group (long division in base 1,000), so that no product
comes near 1E+15, where INT and comparisons of spreadsheet programs go wrong. A row's rank is
the number of rows of its group with a larger remainder, or an equal one higher up; the rows
ranked before the number of units left over get one unit more.
"""

from __future__ import annotations

from elevshare.workbook.places import Block

#: The columns of a split. ``quota``, ``part`` (own weight) and ``sum`` (weight of the group) are
#: its inputs; ``units`` is the result.
SPLIT = (
    "quota", "part", "sum", "high", "high_q", "middle", "middle_q", "low", "low_q", "whole_units",
    "remainder", "rank", "left", "extra", "units",
)  # fmt: skip

HEADS = {
    "quota": "组内应分份数",
    "part": "本行权数",
    "sum": "组内权数和",
    "high": "高位积",
    "high_q": "高位商",
    "middle": "中位积",
    "middle_q": "中位商",
    "low": "低位积",
    "low_q": "低位商",
    "whole_units": "整份",
    "remainder": "余数",
    "rank": "余数名次",
    "left": "组内待补份",
    "extra": "补一份",
    "units": "份数",
}


def split_formulas(block: Block, row: int) -> dict[str, str]:
    """Formulas of one row of a split, all but its three inputs.

    The block must have the columns of ``SPLIT``, ``n`` (row number) and ``group``.
    """
    at = {key: block.here(key, row) for key in (*SPLIT, "n", "group")}
    group, n = block.area("group"), block.area("n")
    same = f"({group}={at['group']})"
    remainder = block.area("remainder")
    return {
        "high": f"=INT({at['quota']}/1000000)*{at['part']}",
        "high_q": _quotient(at["high"], at["sum"]),
        "middle": f"=({at['high']}-{at['high_q']}*{at['sum']})*1000"
        f"+(INT({at['quota']}/1000)-INT({at['quota']}/1000000)*1000)*{at['part']}",
        "middle_q": _quotient(at["middle"], at["sum"]),
        "low": f"=({at['middle']}-{at['middle_q']}*{at['sum']})*1000"
        f"+({at['quota']}-INT({at['quota']}/1000)*1000)*{at['part']}",
        "low_q": _quotient(at["low"], at["sum"]),
        "whole_units": f"=({at['high_q']}*1000+{at['middle_q']})*1000+{at['low_q']}",
        "remainder": f"={at['low']}-{at['low_q']}*{at['sum']}",
        "rank": f"=SUMPRODUCT({same}*(({remainder}>{at['remainder']})"
        f"+({remainder}={at['remainder']})*({n}<{at['n']})))",
        "left": f"=IF({at['sum']}>0,{at['quota']}-SUMIF({group},{at['group']},"
        f"{block.area('whole_units')}),0)",
        "extra": f"=IF({at['rank']}<{at['left']},1,0)",
        "units": f"={at['whole_units']}+{at['extra']}",
    }


def _quotient(product: str, whole: str) -> str:
    """Whole quotient; one less where INT was fooled by a quotient just below a whole number."""
    return (
        f"=IF({whole}>0,INT({product}/{whole})-IF(INT({product}/{whole})*{whole}>{product},1,0),0)"
    )
