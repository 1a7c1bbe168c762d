"""What was understood of a roster: in full for ``roster``, in short for the other commands."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from elevshare.intake.tables.report import TableReport

#: How many translations of a column, and rows of a kind, are listed.
_MOST = 8


def say(report: TableReport, stream: TextIO) -> None:
    """Print the short report of a roster, if one was read; what to look at goes to stderr."""
    if report.source:
        print("\n".join(short(report)), file=stream)
    for remark in report.remarks:
        print(f"注意：{remark}", file=sys.stderr)


def say_list(report: TableReport) -> None:
    """Print what was understood of a list of buildings; what to look at is for ``BatchPlan``."""
    for text in _translated(report):
        print(f"清单里看作：{text}")
    for text in _left_out(report):
        print(f"清单没有列入{text}")
    if report.unclear:
        print(f"注意：清单里这些栏看不懂，没有用：{''.join(report.unclear)}", file=sys.stderr)


def say_rosters(rosters: Sequence[tuple[str, TableReport]], read: int) -> None:
    """Print a line for each roster of a batch: the book, and what was understood in few words.

    ``read`` is how many rosters were read; only some of them are in ``rosters``.
    """
    for name, report in rosters:
        out = f"；没有列入 {len(report.left_out)} 行" if report.left_out else ""
        seen = f"；换了写法 {len(report.translated)} 处" if report.translated else ""
        print(f"{name}：{_counted(report)}{out}{seen}")
    if rosters:
        more = f"其余 {read - len(rosters)} 份没有列出；" if read > len(rosters) else ""
        print(f"{more}哪一份读得怎样，用 elevshare roster 看")


def short(report: TableReport) -> list[str]:
    """A few lines: which sheet, what was taken as what, how many households, what was left out."""
    from elevshare.intake.tables.fates import HIDDEN, UNSAID

    lines = [f"名册 {report.source}：{_taken(report)}", _counted(report)]
    if translated := _translated(report):
        lines.append(f"看作：{'；'.join(translated)}")
    if left_out := _left_out(report, besides=(HIDDEN, UNSAID)):
        lines.append(f"没有列入{'；'.join(left_out)}")
    return lines


def full(report: TableReport) -> list[str]:
    """The whole report."""
    lines = [f"{report.source}：第 {report.heading} 行是栏名", f"  用的栏：{_taken(report)}"]
    if report.alone:
        lines.append(f"  没有用的栏：{'、'.join(report.alone)}")
    lines += [f"  看作：{text}" for text in _translated(report)]
    lines += [f"  没有列入{text}" for text in _left_out(report)]
    lines += [f"  请看一看：{remark}" for remark in report.remarks]
    return [*lines, f"  共 {_counted(report)}"]


def _taken(report: TableReport) -> str:
    """The columns with their headings; those of tables side by side have several places."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in report.columns:
        places.setdefault((one.column, one.heading, one.unit), []).append(one.at)
    parts = []
    for (column, heading, unit), at in places.items():
        named = column if heading == column else f"{column}=“{heading}”"
        parts.append(f"{named}（{'、'.join(at)}{f'，按{unit}' if unit else ''}）")
    return "、".join(parts)


def _counted(report: TableReport) -> str:
    """How many households there are, their area, their own terms, and what they are paid."""
    from elevshare.money import yuan

    stairwell = f"，{report.stairwell} 单元" if report.stairwell else ""
    area = f"{report.area // 100}.{report.area % 100:02d}"
    payout = f"，补偿合计 {yuan(report.payout)} 元" if report.payout else ""
    what = "本户百分比" if report.by_household else "个别系数"
    own = f"，{what} {report.weighed} 户" if report.weighed else ""
    if report.fixed_ones:
        own += f"，定额 {report.fixed_ones} 户合计 {yuan(report.fixed)} 元"
    households = f"{report.households} 户，参与 {report.taking} 户"
    return f"{households}，面积合计 {area} 平方米{own}{payout}{stairwell}"


def _translated(report: TableReport) -> list[str]:
    """A line for each column: what was written, and what it was taken for."""
    counts = Counter((one.column, one.before, one.after) for one in report.translated)
    columns = dict.fromkeys(column for column, _, _ in counts)
    lines = []
    for column in columns:
        pairs = [
            (before, after, n) for (name, before, after), n in counts.items() if name == column
        ]
        texts = [f"{_one_line(before)}→{after}" for before, after, _ in pairs[:_MOST]]
        number = sum(n for _, _, n in pairs)
        more = "等" if len(pairs) > _MOST else ""
        lines.append(f"{column} {'、'.join(texts)}{more}（{number} 处）")
    return lines


def _left_out(report: TableReport, besides: Container[str] = ()) -> list[str]:
    """A line for each reason that is not in ``besides``: the rows that were left out."""
    lines = []
    for why in dict.fromkeys(one.why for one in report.left_out if one.why not in besides):
        rows = [one for one in report.left_out if one.why == why]
        texts = [f"第 {one.row} 行「{_one_line(one.text)}」" for one in rows[:_MOST]]
        more = f"等 {len(rows)} 行" if len(rows) > _MOST else ""
        lines.append(f"（{why}）：{'、'.join(texts)}{more}")
    return lines


def _one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())
