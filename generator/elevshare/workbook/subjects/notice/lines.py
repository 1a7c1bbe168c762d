"""What the notices of all families share: lists without gaps, counts, sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import NO
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.subjects.notice.pages import Pages
from elevshare.workbook.subjects.notice.working_days import SHEET
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, TableRow, numbered


@dataclass(frozen=True)
class Lines:
    """The printed ``households`` of a notice; below them its counts, then its sentences."""

    households: FormulaTable
    counts: Figures
    sentences: Figures


def lines(
    plan: Accounts, households: FormulaTable, pages: Pages, sentences: Mapping[str, Figure]
) -> Lines:
    """The counts and sentences of a notice whose pages hold this many households."""
    counts = Figures(SHEET, households.last + 4, _counts(plan, pages))
    return Lines(households, counts, Figures(SHEET, counts.last_row + 1, sentences))


def _counts(plan: Accounts, pages: Pages) -> dict[str, Figure]:
    """The number of households, and of pages."""
    shares = plan.shares

    def whole(f: Figures) -> str:
        more = f"INT(({f['count']}-{f['first']}+{f.more}-1)/{f.more})"
        return f"{f.before}+1+IF({f['count']}>{f['first']},{more},0)"

    return {
        "count": Figure("住户", "填写无误的户数", lambda f: f"SUM({shares.all('valid')})"),
        "taking": Figure("其中参与的户", None, lambda f: f"SUM({shares.all('take')})"),
        "hundredths": Figure("建筑面积（0.01㎡）", "填写无误的各户合计",
                             lambda f: f"SUMIF({shares.all('valid')},1,{shares.all('area_no')})"),
        "first": Figure("首页可印几户", "由纸张高度定", lambda f: pages.first),
        "more": Figure("续页可印几户", "由纸张高度定", lambda f: pages.more),
        "before": Figure("住户表以前的整页", "楼层很多时首页排不下住户表", lambda f: pages.before),
        "pages": Figure("公示共几页", "打印时页码选 1 到这一页", whole),
    }  # fmt: skip


def packed(printed: PartialFormula) -> tuple[Column, ...]:
    """Columns that list rows without gaps: a row of the source that is ``printed`` gets a line."""
    return (
        numbered(),
        Column("listed", "要印（1/0）", "whole", lambda r: f"IF({printed(r)},1,0)"),
        Column("seat", "印在第几行", "whole", lambda r: f"SUM({r.down_to('listed')})*{r.listed}"),
        Column("row", "本行印第几项", "whole",
               lambda r: f"IFERROR(MATCH({r.n},{r.column('seat')},0),0)"),
    )  # fmt: skip


def seated(key: str, head: str, kind: str, formula: PartialFormula) -> Column:
    """A column that is blank on a line without a row of the source."""
    return Column(key, head, kind, lambda r: f'IF({r.row}=0,"",{formula(r)})')


def copied(source: FormulaTable, key: str, head: str, kind: str, of: str = "") -> Column:
    """A column of the source (by default with the same key), for the row on a line."""
    return seated(key, head, kind, lambda r: f"INDEX({source.all(of or key)},{r.row})")


def owner(plan: Accounts) -> Column:
    """The owner, reduced to the first character unless names are to be shown."""

    def formula(row: TableRow) -> str:
        name = f"INDEX({plan.shares.all('owner')},{row.row})"
        open_ = f'OR({name}="",{plan.parameter("notice_mask")}="{NO}")'
        return f'IF({open_},{name},LEFT({name},1)&"**")'

    return seated("owner", "业主（印出的）", "any", formula)
