"""``elevshare collect-payments``: the payments of a bank's statement in the 台账 of a new book."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.intake.tables.report import TableReport
    from elevshare.payments.booking import Collected
    from elevshare.payments.matching import Match

_BANK = "银行流水，或微信、支付宝的账单（.xlsx 或 .csv）"
_COLUMNS = "流水的哪一栏当作什么，如 收入金额=进账,付款人=来款方；右边写栏名，或栏的字母"
#: So many households are shown that a payment may be for.
_MOST = 8
_FORCE = "文件已存在时覆盖；不可信的簿子也用"


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("book", metavar="簿子", help="填好的、有“台账”的簿子；它不会被改动")
    parser.add_argument("--bank", metavar="流水", required=True, help=_BANK)
    parser.add_argument("--sheet", metavar="工作表", help="流水在哪一张工作表")
    parser.add_argument("--columns", metavar="栏", help=_COLUMNS)
    parser.add_argument("--rows", metavar="行", help="只读流水的哪几行，如 3-40")
    parser.add_argument(
        "-o", "--output", metavar="文件", required=True, help="新簿子写到哪个 .xlsx 文件"
    )
    parser.add_argument("--force", action="store_true", help=_FORCE)
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Write the new book; 1 where a row is doubtful or hidden, or the book was not carried as it was."""
    from elevshare.carrying.source import source_of
    from elevshare.commands import carried
    from elevshare.commands.output import json_text
    from elevshare.files import check_target, write_whole
    from elevshare.intake.tables.choices import choices_of
    from elevshare.intake.tables.report import TableReport
    from elevshare.payments.booking import collect
    from elevshare.payments.matching import Kind
    from elevshare.payments.reading import read_statement
    from elevshare.vocabulary import STATEMENT

    target, book, bank = (Path(one) for one in (options.output, options.book, options.bank))
    carried.apart(target, book, bank)
    check_target(target, force=options.force)
    report = TableReport()
    chosen = choices_of(options.columns, options.sheet, options.rows, table=STATEMENT)
    statement = read_statement(bank, chosen, report)
    source = source_of(book, force=options.force)
    found = collect(source, statement)
    write_whole(target, found.carried.data)
    status = 1 if found.of(Kind.DOUBTFUL) or _hidden(report) else 0
    if options.json:
        print(
            json_text({"book": str(target), **_record(found, report, carried.is_unsealed(source))})
        )
        return max(status, carried.status(source, found.carried))
    print(f"已生成 {target}：从 {source.book.name} 带入，新记 {len(found.of(Kind.CERTAIN))} 笔")
    _listed(found)
    _left_out(report)
    return max(status, carried.report(source, found.carried))


def _listed(found: Collected) -> None:
    """Print every row of the statement under what became of it, with the sums."""
    from elevshare.money import yuan
    from elevshare.payments.matching import Kind

    for kind in Kind:
        if matches := found.of(kind):
            print(f"\n{kind.value} {len(matches)} 笔，{yuan(found.sum(kind))} 元：")
            for match in matches:
                print(f"  {_line(match)}")
                for one in match.candidates[:_MOST]:
                    print(f"      可能是 {one.said}")
                if (more := len(match.candidates) - _MOST) > 0:
                    print(f"      另有 {more} 户也可能是")
    parts = " ＋ ".join(
        f"{kind.value} {yuan(found.sum(kind))}" for kind in Kind if kind is not Kind.OUT
    )
    print(f"\n流水收入合计 {yuan(found.statement.credits)} 元 ＝ {parts}")


def _line(match: Match) -> str:
    """One row of the statement: place, day, amount, household, payer, remark, reason."""
    from elevshare.money import yuan
    from elevshare.text import shown

    row = match.row
    room = f" → {match.room}" if match.room else ""
    said = " ".join(shown(text) for text in (row.payer, row.remark) if text)
    return f"{row.where} {row.day} {yuan(row.fen)} 元{room} {said}：{match.reason}"


def _left_out(report: TableReport) -> None:
    """Print which rows of the file were no payments, and what to look at."""
    hidden = _hidden(report)
    others = [
        f"第 {one.row} 行（{one.why}）" for one in report.left_out if str(one.row) not in hidden
    ]
    if others:
        print(f"没有当作收支的行：{'、'.join(others)}")
    if hidden:
        print(f"注意：流水里隐藏的行没有看：第 {'、'.join(hidden)} 行", file=sys.stderr)
    for remark in report.remarks:
        print(f"注意：{remark}", file=sys.stderr)


def _hidden(report: TableReport) -> list[str]:
    """The hidden rows of the statement, which were not read."""
    from elevshare.intake.tables.fates import HIDDEN

    return [str(one.row) for one in report.left_out if one.why == HIDDEN]


def _record(found: Collected, report: TableReport, unsealed: bool) -> dict[str, object]:
    """The rows of the statement for programs, amounts in fen."""
    from elevshare.payments.matching import Kind

    rows = [
        {
            "where": match.row.where, "kind": match.kind.name.lower(), "day": match.row.day,
            "fen": match.row.fen, "payer": match.row.payer, "remark": match.row.remark,
            "serial": match.row.serial, "room": match.room, "reason": match.reason,
            "candidates": [
                {"room": one.room, "owner": one.owner, "left_fen": one.left}
                for one in match.candidates
            ],
        }
        for match in found.matches
    ]  # fmt: skip
    return {
        "method": found.statement.method,
        "credits_fen": found.statement.credits,
        "sums_fen": {kind.name.lower(): found.sum(kind) for kind in Kind},
        "failed_checks": found.carried.failed,
        "lost": found.carried.lost,
        "unsealed": unsealed,
        "rows": rows,
        "left_out": [one._asdict() for one in report.left_out],
        "remarks": report.remarks,
    }
