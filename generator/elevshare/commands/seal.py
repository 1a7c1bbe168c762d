"""``elevshare seal``: a copy of a filled-in book that bears the code of all its inputs and amounts."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.carrying.sealing import Sealed
    from elevshare.carrying.source import FilledBook

#: What a seal is good for; docs/13 tells what it does not prove.
_COVERS = "它管着簿子里填的每一格（住户、费用、收款账户、台账……）和各户的金额，改一格就不是它了。"
_NEXT = (
    "怎么用：\n"
    "  1. 收款就用这本封好的；公示、账单上都印着封签。\n"
    "  2. 打印、张贴以前，把封签发到业主群里，或拍照留底：以后改了簿子再封，封签就和大家手里的不一样。\n"
    "  3. 核对：elevshare check 簿子 --seal 单据上的封签；网页的“收回来”里也可以。\n"
    "  4. 记了收款、改了任何一格，旧封签就作废，下次发单据以前再封一次。"
)


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("book", metavar="簿子", help="填好的簿子；它不会被改动")
    parser.add_argument("-o", "--output", metavar="文件", required=True,
                        help="封好的簿子写到哪个 .xlsx 文件")  # fmt: skip
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Write the sealed book; 1 where it is a draft, or something was not carried as it was."""
    from elevshare.carrying.sealing import RESEALED, sealed
    from elevshare.carrying.source import source_of
    from elevshare.commands import carried
    from elevshare.commands.output import json_text
    from elevshare.files import check_target, write_whole

    book, target = Path(options.book), Path(options.output)
    carried.apart(target, book)
    check_target(target, force=options.force)
    source = source_of(book, force=False, ignored=RESEALED)
    found = sealed(source)
    write_whole(target, found.carried.data)
    if options.json:
        print(json_text(_record(found, source, target)))
    else:
        _say(found, source, target)
    return 1 if found.carried.failed or found.carried.lost else 0


def _record(found: Sealed, source: FilledBook, target: Path) -> dict[str, object]:
    """The seal, and what there is to look at, for programs."""
    before = source.judged.seal
    return {
        "book": str(target),
        "seal": found.seal.code,
        "before": {"written": before.written, "state": before.state, "altered": before.altered},
        "failed_checks": found.carried.failed,
        "lost": found.carried.lost,
    }


def _say(found: Sealed, source: FilledBook, target: Path) -> None:
    """Print the seal, what it covers and what to do with it; then what there is to look at."""
    print(f"已封好 {target}\n封签 {found.seal.code}\n{_COVERS}\n{_NEXT}")
    before = source.judged.seal
    if before.is_removed:
        print("注意：原来封过，封签被删掉了，那个封签作废", file=sys.stderr)
    elif before.state == "void" and not before.is_own:
        print(f"注意：原来封过一次（{before.written}），封后改过，那个封签作废", file=sys.stderr)
        for name, was, now in before.altered:
            print(f"  {name}：封时是 {was or '空'}，现在是 {now or '空'}", file=sys.stderr)
    for line in found.carried.lost:
        print(f"注意：封好的簿子里没有这一处：{line}", file=sys.stderr)
    if found.carried.failed:
        print(
            f"注意：簿子还是草案：自己的校验有 {found.carried.failed} 项没有通过；改好以后要再封一次",
            file=sys.stderr,
        )
