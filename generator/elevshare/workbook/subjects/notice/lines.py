"""What the notices of all families share: lists without gaps, counts, places of the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import NO
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.notice.working_days import SHEET

#: Columns of every list: whether a row of the source is printed, where, and which one is here.
PACKED_HEADS = {
    "n": ("序号", "whole"),
    "listed": ("要印（1/0）", "whole"),
    "seat": ("印在第几行", "whole"),
    "row": ("本行印第几项", "whole"),
}
#: Counts: key → label, note.
COUNTS = {
    "count": ("住户", "填写无误的户数"),
    "taking": ("其中参与的户", ""),
    "hundredths": ("建筑面积（0.01㎡）", "填写无误的各户合计"),
    "first": ("首页可印几户", "由纸张高度定"),
    "more": ("续页可印几户", "由纸张高度定"),
    "before": ("住户表以前的整页", "楼层很多时首页排不下住户表"),
    "pages": ("公示共几页", "打印时页码选 1 到这一页"),
}


@dataclass(frozen=True)
class Lines:
    """Where the counts and then the sentences of a notice stand, below its ``households``."""

    households: Block
    sentences: Mapping[str, str]

    @property
    def first(self) -> int:
        """The row of the first count."""
        return self.households.last + 4

    @property
    def last(self) -> int:
        """The row of the last sentence."""
        return self.first + len(COUNTS) + len(self.sentences) - 1

    def count(self, key: str) -> str:
        """Address of a count."""
        return f"{SHEET}!$E${self.first + list(COUNTS).index(key)}"

    def sentence(self, key: str) -> str:
        """Address of a sentence."""
        return f"{SHEET}!$E${self.first + len(COUNTS) + list(self.sentences).index(key)}"


def count_formulas(
    plan: Accounts, lines: Lines, first: int, more: int, before: int
) -> dict[str, str | int]:
    """The counts, given how many households go on the first and on each further page."""
    shares = plan.shares
    people, start, rest = (lines.count(key) for key in ("count", "first", "more"))
    return {
        "count": f"=SUM({shares.all('valid')})",
        "taking": f"=SUM({shares.all('take')})",
        "hundredths": f"=SUMIF({shares.all('valid')},1,{shares.all('area_no')})",
        "first": first,
        "more": more,
        "before": before,
        "pages": f"={lines.count('before')}+1+IF({people}>{start},INT(({people}-{start}+{rest}-1)/{rest}),0)",
    }


def packed(block: Block, row: int, printed: str) -> dict[str, str | int]:
    """A row of the source gets the next seat if it is printed; who sits in this one."""
    here, listed = block.on(row), block.letter("listed")
    return {
        "n": row - block.first + 1,
        "listed": f"=IF({printed},1,0)",
        "seat": f"=SUM(${listed}${block.first}:${listed}{row})*{here('listed')}",
        "row": f"=IFERROR(MATCH({here('n')},{block.area('seat')},0),0)",
    }


def copied(
    block: Block, row: int, source: Block, columns: Mapping[str, str]
) -> dict[str, str | int]:
    """The columns of a source, for whoever sits in this row."""
    at = block.here("row", row)
    return {key: shown(block, row, f"INDEX({source.all(of)},{at})") for key, of in columns.items()}


def owner(plan: Accounts, block: Block, row: int) -> str:
    """The owner of a row, behind the first character unless names are to be seen."""
    name = f"INDEX({plan.shares.all('owner')},{block.here('row', row)})"
    open_ = f'OR({name}="",{plan.parameter("notice_mask")}="{NO}")'
    return shown(block, row, f'IF({open_},{name},LEFT({name},1)&"**")')


def shown(block: Block, row: int, formula: str) -> str:
    """Nothing in a row where nobody sits."""
    return f'=IF({block.here("row", row)}=0,"",{formula})'
