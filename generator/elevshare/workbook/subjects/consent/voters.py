"""The households on 表决: the vote of each, and flats that belong to one person."""

from __future__ import annotations

from elevshare.workbook.field import YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import chosen_word
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

TITLE = "表决"
#: The texts of 提示, by number from 0.
SLIPS = ("", "← 同意须先填参与表决", "← 同一人各户填得不同")

#: The rows above have the result, the four tests and the two declarations.
_FIRST = 19


@once
def voters(plan: Plan) -> FormulaTable:
    """The households on 表决; a row that does not count has 0 in every column."""
    shares, typed = plan.shares, plan.households

    def marked(row: TableRow, key: str) -> str:
        return f'{shares.at(f"{key}_answer", row.index)}="{YES}"'

    return FormulaTable("三、各户（同一人的几户按一人计）", TITLE, _FIRST, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("area", "建筑面积（㎡）", "area", lambda r: f"{r.area_no}/100"),
        shown("person", "同一人", "any", lambda r: r.who),
        shown("vote", "参与表决", "any", beside(shares, "vote_answer")),
        shown("agree", "同意", "any", beside(shares, "agree_answer")),
        shown("head", "计为几人", "whole", lambda r: r.first),
        shown("votes", "参与人数", "whole", lambda r: r.vote_head),
        shown("agrees", "同意人数", "whole", lambda r: r.agree_head),
        Column("hint", "提示", "any", lambda r: chosen_word(r.slip, SLIPS)),
        *gaps("gap"),
        Column("counts", "计入（1/0）", "whole", beside(shares, "valid")),
        Column("area_no", "面积（0.01㎡）", "whole",
               lambda r: f"{shares.at('area_no', r.index)}*{r.counts}"),
        Column("vote_no", "参与（1/0）", "whole",
               lambda r: f"IF({marked(r, 'vote')},{r.counts},0)"),
        Column("agree_no", "同意（1/0）", "whole",
               lambda r: f"IF({marked(r, 'agree')},{r.vote_no},0)"),
        Column("who", "同一人（读作）", "any",
               lambda r: f'IF({r.counts}=1,{cleaned(typed.at("person", r.index))},"")'),
        Column("first", "此人第一户", "whole", _first),
        Column("mates", "此人户数", "whole", lambda r: _of_person(r, r.counts, "1")),
        Column("mates_vote", "此人参与户数", "whole",
               lambda r: _of_person(r, r.vote_no, r.column("vote_no"))),
        Column("mates_agree", "此人同意户数", "whole",
               lambda r: _of_person(r, r.agree_no, r.column("agree_no"))),
        Column("vote_area", "参与面积", "whole", lambda r: f"{r.area_no}*{r.vote_no}"),
        Column("agree_area", "同意面积", "whole", lambda r: f"{r.area_no}*{r.agree_no}"),
        Column("vote_head", "参与人数", "whole", lambda r: f"IF({r.mates_vote}>0,{r.first},0)"),
        Column("agree_head", "同意人数", "whole", lambda r: f"IF({r.mates_agree}>0,{r.first},0)"),
        Column("slip", "填写情况", "whole",
               lambda r: f"IF(AND({marked(r, 'agree')},{r.vote_no}=0),{r.counts},"
                         f"IF({_unlike(r)},2*{r.counts},0))"),
    ), lambda r: f"{r.counts}=1")  # fmt: skip


def _same(row: TableRow) -> str:
    """Which rows belong to the same person: those with the same text in 同一人."""
    return f"({row.column('who')}={row.who})"


def _first(row: TableRow) -> str:
    """1 for the first flat of a person; a blank 同一人 means a person with this flat alone."""
    earlier = f"SUMPRODUCT({_same(row)}*({row.column('n')}<{row.n}))"
    return f'IF({row.who}="",{row.counts},IF({earlier}=0,1,0))'


def _of_person(row: TableRow, alone: str, of: str) -> str:
    """The sum of a column over a person's flats."""
    return f'IF({row.who}="",{alone},SUMPRODUCT({_same(row)}*{of}))'


def _unlike(row: TableRow) -> str:
    """Whether a person's flats are marked differently."""
    counts = (row.mates_vote, row.mates_agree)
    return f"OR({','.join(f'{count}*({row.mates}-{count})>0' for count in counts)})"
