"""``elevshare templates``: write all ready books."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("folder", metavar="文件夹", help="写到哪个文件夹；没有则新建")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write a blank template for each scheme, and a filled example."""
    from elevshare.errors import InputError
    from elevshare.files import check_target, write_whole
    from elevshare.templates import ready_books
    from elevshare.workbook.template_cache import book_of

    if not options.folder.strip():
        raise InputError("文件夹的名称是空的", todo="请给出文件夹，当前文件夹是 .")
    folder = Path(options.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise InputError("不能建立这个文件夹", where=str(folder), todo="请换一个位置") from None
    books = ready_books()
    for name in books:
        check_target(folder / name, force=options.force)
    for name, project in books.items():
        write_whole(folder / name, book_of(project))
    print(f"已在 {folder} 写出 {len(books)} 本")
    return 0
