"""``elevshare templates``: write all ready books, or the blank books of every city."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("folder", metavar="文件夹", help="写到哪个文件夹；没有则新建")
    parser.add_argument(
        "--all",
        action="store_true",
        help="每个城市一个文件夹：40 户、40 户全部页、80 户、40 户全部页一页两户",
    )
    parser.add_argument("--city", metavar="城市", help="只写这个城市的，如 南京")
    parser.add_argument(
        "--zip", action="store_true", help="每个城市一个压缩包，几个城市的再合成一个"
    )
    parser.add_argument("--jobs", metavar="个数", help="同时用几个进程（默认与处理器核数相同）")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write a blank template for each scheme, and a filled example; or what is asked for."""
    from elevshare.commands.city_templates import write_cities
    from elevshare.commands.jobs import jobs_of
    from elevshare.errors import InputError

    folder, jobs = Path(options.folder), jobs_of(options.jobs)
    if not options.folder.strip():
        raise InputError("文件夹的名称是空的", todo="请给出文件夹，当前文件夹是 .")
    if options.all and options.city is not None:
        raise InputError(
            "--all 和 --city 不能一起用", todo="全部城市写 --all；一个城市写 --city 南京"
        )
    if options.all or options.city is not None:
        return write_cities(folder, options.city, jobs, packed=options.zip, force=options.force)
    if options.zip:
        raise InputError("--zip 要和 --all 或 --city 一起用", todo="请加上 --all，或 --city 南京")
    return _ready(folder, force=options.force)


def _ready(folder: Path, *, force: bool) -> int:
    """Write the ready books."""
    from elevshare.files import check_target, new_folder, write_whole
    from elevshare.templates import ready_books
    from elevshare.workbook.template_cache import book_of

    new_folder(folder)
    books = ready_books()
    for name in books:
        check_target(folder / name, force=force)
    for name, project in books.items():
        write_whole(folder / name, book_of(project))
    print(f"已在 {folder} 写出 {len(books)} 本")
    return 0
