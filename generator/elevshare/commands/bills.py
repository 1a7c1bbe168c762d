"""``elevshare bills``: print the bills of a book that was filled in, as PDF."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.printing.job import PrintJob

#: Findings that follow where a book was not computed after the last input: what is printed is computed anew.
_ANEW = ("value-stale", "amount-differs", "sum-open", "account-shown")
#: What stands above every page of a book that is not to be trusted.
_MARK = "核对结果：不可信　不得据此收款"

#: What stands below every page, by ``Seal.state``.
_FEET = {
    "none": "封签 {}（簿子没有封，按它的内容算的）",
    "intact": "封签 {}",
    "void": "封签已作废，封后有改动",
}


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("book", metavar="簿子", help="填好的 .xlsx 簿子")
    parser.add_argument("-o", "--output", metavar="文件夹", required=True,
                        help="写到哪个文件夹；没有则新建")  # fmt: skip
    parser.add_argument("--sheet", metavar="页", help="打印哪一页，如 运维账单；不写则打印账单")
    parser.add_argument("--png", action="store_true",
                        help="每户另存一张图片，可以直接发到微信")  # fmt: skip
    parser.add_argument("--anyway", action="store_true",
                        help="核对结果是不可信也打印，每一页上面印明；只供查对，不能发")  # fmt: skip
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Print; 1 where checks of the book fail, so that the bills are drafts."""
    from elevshare.errors import InputError
    from elevshare.printing.current_book import CurrentBook
    from elevshare.printing.delivery import check_folder
    from elevshare.printing.job import chosen, planned
    from elevshare.printing.pdf import find_libreoffice
    from elevshare.printing.pictures import find_painter

    if not options.output.strip():
        raise InputError("文件夹的名称是空的", todo="请给出文件夹，当前文件夹是 .")
    folder = Path(options.output)
    check_folder(folder, (), force=options.force)
    program = find_libreoffice()
    painter = find_painter() if options.png else None
    source = CurrentBook(Path(options.book))
    title = chosen(source, options.sheet)
    mark, foot = _vouched(Path(options.book), anyway=options.anyway)
    job = planned(source, title, painter, mark, foot)
    check_folder(folder, job.names, force=options.force)
    _print(job, program, folder)
    *_, everything = job.files
    each = "一个 PDF 和图片" if options.png else "一个文件"
    print(f"已在 {folder} 写出 {job.households} 户的{title}，每户{each}；全部在 {everything}")
    return max(_report(source.failed()), int(bool(mark)))


def _vouched(path: Path, *, anyway: bool) -> tuple[str, str]:
    """Audit the book before it is printed.

    Returns:
        what stands above every page if the book is not to be trusted, and its seal, below every page.

    Raises:
        InputError: it is not to be trusted, and is not to be printed all the same.
    """
    from elevshare.audit.audited import audit_file
    from elevshare.audit.finding import Level
    from elevshare.audit.report import lines_of
    from elevshare.errors import InputError

    audit = audit_file(path)
    stale = any(one.kind == "value-stale" for one in audit.findings)
    grave = [
        one
        for one in audit.findings
        if one.level is Level.DISTRUST and not (stale and one.kind in _ANEW)
    ]
    # The amounts that are printed are not those that the seal of such a book is of.
    foot = "" if stale else _FEET[audit.seal.state].format(audit.seal.code)
    if not grave:
        return "", foot
    if anyway:
        return _MARK, foot
    raise InputError(
        "核对结果是“不可信”，没有打印：\n" + "\n".join(lines_of(grave)),
        where=audit.name,
        todo="请找交簿子的人核对以上各处，或用原来的簿子重填输入；只想看看，可以加 --anyway，每页会印明不可信",
    )


def _print(job: PrintJob, program: str, folder: Path) -> None:
    """Print, with a progress bar on a terminal."""
    from elevshare.commands.output import bar
    from elevshare.printing.job import print_all

    with bar(job.steps, f"生成 {len(job.files)} 个 PDF{'和图片' if job.painter else ''}") as shown:
        print_all(job, program, folder, shown.update)


def _report(failed: int | None) -> int:
    """Warn where ``failed`` checks make the bills drafts (``None``: unknown); gives the exit status."""
    if failed == 0:
        return 0
    number = "有的" if failed is None else f"有 {failed} 项"
    print(f"注意：{number}校验没有通过，这些单据是草案，不得据此收款；请看簿子里的“校验”",
          file=sys.stderr)  # fmt: skip
    return 1
