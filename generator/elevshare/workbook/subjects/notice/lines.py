"""What the notices of all families share: lists without gaps, counts, sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.papers.masking import who
from elevshare.workbook.papers.posted import Pages
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.notice.working_days import SHEET
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, TableRow, numbered

#: What a line of the list shows: nothing, items and storeys, heads, totals; more: a household.
NOTHING, PANEL, HEADS, TOTALS = range(4)


@dataclass(frozen=True)
class Lines:
    """What a notice prints.

    Below the ``households`` stand the counts, then the sentences, then the ``kinds`` of the lines
    of its list, which begins with the panel (items, storeys).
    """

    households: FormulaTable
    counts: Figures
    sentences: Figures
    kinds: FormulaTable
    pages: Pages

    def kind(self, line: int) -> str:
        """The address of what a line (from 0) shows."""
        return self.kinds.at("kind", line)


def lines(
    plan: Accounts,
    households: FormulaTable,
    pages: Pages,
    panel: tuple[Block, ...],
    sentences: Mapping[str, Figure],
) -> Lines:
    """The counts and sentences of a notice whose list begins with these tables side by side."""
    counts = Figures(SHEET, households.last + 4, _counts(plan, pages, panel), 5)
    words = Figures(SHEET, counts.last_row + 1, sentences, 5)
    kinds = FormulaTable("列表各行印什么", SHEET, words.last_row + 4, pages.lines, (
        numbered(head="第几行"),
        Column("kind", "印什么", "whole", lambda r: _kind(r, counts)),
    ))  # fmt: skip
    return Lines(households, counts, words, kinds, pages)


def _kind(row: TableRow, counts: Figures) -> str:
    """What a line shows: see ``NOTHING``."""
    heads, last = (counts[key].split("!")[1] for key in ("heads", "lines"))
    panel = counts.panel.split("!")[1]
    below = f"IF(OR({row.n}<{heads},{row.n}>{last}),0,{row.n}-{heads}+{HEADS})"
    return f"IF({row.n}<={panel},1,{below})"


def _counts(plan: Accounts, pages: Pages, panel: tuple[Block, ...]) -> dict[str, Figure]:
    """The number of households, of lines, and of pages."""
    shares = plan.shares
    longest = ",".join(f"MAX({table.area('seat')})" for table in panel)

    def heads(f: Figures) -> str:
        below, alone = f"{f.panel}+1", f"AND({f.panel}<{f.first},{f.panel}+3>{f.first})"
        return f"IF({alone},{f.first}+1,{below})"

    return {
        "count": Figure("住户", "填写无误的户数", lambda f: f"SUM({shares.all('valid')})"),
        "taking": Figure("其中参与的户", None, lambda f: f"SUM({shares.all('take')})"),
        "hundredths": Figure("建筑面积（0.01㎡）", "填写无误的各户合计",
                             lambda f: f"SUMIF({shares.all('valid')},1,{shares.all('area_no')})"),
        "first": Figure("首页可印几行", "由纸张高度定", lambda f: pages.first),
        "more": Figure("续页可印几行", "由纸张高度定", lambda f: pages.more),
        "panel": Figure("住户以前印几行", "费用项目和各层左右并排", lambda f: f"MAX({longest})"),
        "heads": Figure("各户的表头在第几行", "首页底下放不下一户时从续页开始", heads),
        "lines": Figure("一共印几行", None, lambda f: f"{f.heads}+1+{f['count']}"),
        "pages": Figure("公示共几页", "打印时页码选 1 到这一页",
                        lambda f: f"1+INT((MAX({f.lines},{f.first})-{f.first}+{f.more}-1)/{f.more})"),
    }  # fmt: skip


def packed(source: Block, key: str) -> tuple[Column, ...]:
    """Columns that list rows without gaps: a row of the source above 0 in a column gets a line."""

    def seat(row: TableRow) -> str:
        this = source.at(key, row.index)
        return f'IF({this}>0,COUNTIF({source.at(key, 0)}:{this.split("!")[1]},">0"),0)'

    return (numbered(), Column("seat", "印在第几行", "whole", seat), _row())


def households_packed(plan: Accounts) -> tuple[Column, ...]:
    """The same for the households that count."""
    valid = plan.shares

    def seat(row: TableRow) -> str:
        this = valid.at("valid", row.index)
        return f"SUM({valid.at('valid', 0)}:{this.split('!')[1]})*{this}"

    return (numbered(), Column("seat", "印在第几行", "whole", seat), _row())


def _row() -> Column:
    """Which row of the source is on a line."""
    return Column("row", "本行印第几项", "whole",
                  lambda r: f"IFERROR(MATCH({r.n},{r.column('seat')},0),0)")  # fmt: skip


def seated(key: str, head: str, kind: str, formula: PartialFormula) -> Column:
    """A column that is blank on a line without a row of the source."""
    return Column(key, head, kind, lambda r: f'IF({r.row}=0,"",{formula(r)})')


def copied(source: FormulaTable, key: str, head: str, kind: str, of: str = "") -> Column:
    """A column of the source (by default with the same key), for the row on a line."""
    return seated(key, head, kind, lambda r: f"INDEX({source.all(of or key)},{r.row})")


def resident(plan: Accounts) -> Column:
    """Room and owner, whose name is hidden unless names are to be shown."""
    return seated("who", "房号、业主（印出的）", "any", lambda r: who(plan, r.row))
