"""``elevshare bills``: print the bills of a book that was filled in, as PDF."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.printing.job import PrintJob


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("book", metavar="簿子", help="填好的 .xlsx 簿子")
    parser.add_argument("-o", "--output", metavar="文件夹", required=True,
                        help="写到哪个文件夹；没有则新建")  # fmt: skip
    parser.add_argument("--sheet", metavar="页", help="打印哪一页，如 运维账单；不写则打印账单")
    parser.add_argument("--png", action="store_true",
                        help="每户另存一张图片，可以直接发到微信")  # fmt: skip
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
    job = planned(source, title, painter)
    check_folder(folder, job.names, force=options.force)
    _print(job, program, folder)
    *_, everything = job.files
    each = "一个 PDF 和图片" if options.png else "一个文件"
    print(f"已在 {folder} 写出 {job.households} 户的{title}，每户{each}；全部在 {everything}")
    return _report(source.failed())


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
