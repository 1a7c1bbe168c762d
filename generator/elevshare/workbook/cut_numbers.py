"""Numbers in place of texts that have lost their last digits: a serial number, a telephone number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare.digits import KEPT, RETYPE
from elevshare.workbook import seal
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.check import CUT, NUMBERS_END, BookCheck
from elevshare.workbook.field import Section
from elevshare.workbook.table import Column, FormulaTable, Text, once


@once
def table(plan: Accounts) -> FormulaTable:
    """How many such numbers stand where users write texts; below the facts that are sealed.

    The account and 住户 have checks of their own.
    """
    rows = [(sheet, area) for sheet, sections in plan.sections.items()
            for section in sections for area in _areas(plan, sheet, section)]  # fmt: skip
    above = seal.facts(plan)

    def count(area: str) -> str:
        return f"SUMPRODUCT(({area}>={CUT})*({area}<{NUMBERS_END}))"

    return FormulaTable("填文字的格子里的长数字", above.sheet, above.last + 4, len(rows), (
        Column("sheet", "哪一页", "长", lambda r: Text(rows[r.index][0])),
        Column("count", f"超过 {KEPT} 位的（个）", "whole", lambda r: count(rows[r.index][1])),
    ))  # fmt: skip


def check(plan: Accounts) -> BookCheck:
    """The check that there is none; its state names the sheet of the first."""
    counts, sheets = table(plan).all("count"), table(plan).all("sheet")
    first = f"INDEX({sheets},MATCH(MAX({counts}),{counts},0))"
    state = f'IF(SUM({counts})=0,"没有","有 "&SUM({counts})&" 个，如“"&{first}&"”页")'
    return BookCheck("长号码按文本填写，没有丢位", f"SUM({counts})=0", state, RETYPE)


def _areas(plan: Accounts, sheet: str, section: Section) -> Iterator[str]:
    """The areas of a section in which users write texts of their own."""
    rows = [plan.parameters[one.key] for one in section.fields
            if one.kind == "text" and not one.choices and one.key != "account"]  # fmt: skip
    for first, last in _runs(rows):
        yield f"{sheet}!$B${first}:$B${last}"
    if section.columns:
        block = plan.table(section.key)
        for one in section.columns:
            if one.typed and one.kind == "text" and not one.words:
                yield block.all(one.key)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of rows that follow each other.

    >>> _runs([4, 5, 6, 9])
    [(4, 6), (9, 9)]
    """
    ends = [row for row in rows if row + 1 not in rows]
    return [(row, ends[n]) for n, row in enumerate(one for one in rows if one - 1 not in rows)]
