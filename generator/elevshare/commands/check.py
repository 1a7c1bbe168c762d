"""``elevshare check``: the audit of books that came back."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

_SEAL = "单据上印的封签，或封好时拍下的：看和簿子是不是一份；不符则退出码为 1"


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("books", metavar="簿子", nargs="+", help="收回来的 .xlsx 簿子，可以有几本")
    parser.add_argument("--against", metavar="原簿",
                        help="发出去的那一本：对照填写的内容，先说收款账户有没有变")  # fmt: skip
    parser.add_argument("--seal", metavar="封签", help=_SEAL)
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Audit each book; 0 where all pass, 1 where one was changed, 2 where one cannot be read."""
    from elevshare.audit import report
    from elevshare.audit.audited import audit_file
    from elevshare.commands.output import json_text
    from elevshare.commands.wildcards import expanded
    from elevshare.errors import InputError
    from elevshare.sealing import parsed_code

    asked = parsed_code(options.seal) if options.seal is not None else ""
    records: list[dict[str, object]] = []
    status = 0
    for name in expanded(options.books):
        try:
            audit = audit_file(
                Path(name), Path(options.against) if options.against is not None else None
            )
        except InputError as error:
            status = 2
            records.append({"file": Path(name).name, "verdict": "unreadable", "error": str(error)})
            if not options.json:
                print(f"错误：{error}", file=sys.stderr)
            continue
        status = max(status, 1 if audit.level else 0)
        records.append(report.record(audit))
        if not options.json:
            print(report.text(audit))
        if asked:
            agrees = asked == audit.seal.code
            status = max(status, 0 if agrees else 1)
            records[-1]["seal_asked"] = {"code": asked, "agrees": agrees}
            if not options.json:
                print(f"{report.AGREES if agrees else report.DIFFERS}：{asked}")
    if options.json:
        print(json_text({"books": records}))
    return status
