"""``elevshare templates --all``: the blank books of every city, in folders or in archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.commands.output import bar

if TYPE_CHECKING:
    from elevshare.project import Project

_STEM = "加梯分摊空白簿子"


def write_cities(folder: Path, city: str | None, jobs: int, *, packed: bool, force: bool) -> int:
    """Write the books of one city or of all, in a folder or an archive for each city.

    Raises:
        InputError: there is no such city, or a file cannot or must not be written.
    """
    from elevshare.errors import InputError
    from elevshare.files import check_target, new_folder
    from elevshare.templates.cities import city_books

    if city is not None and not city.strip():
        raise InputError("城市是空的", where="--city", todo="请写城市，如 --city 南京")
    books = city_books(city or "")
    targets = _archives(folder, books) if packed else _files(folder, books)
    for target in targets:
        if target.parent.exists():
            check_target(target, force=force, suffix=target.suffix)
    for parent in sorted({target.parent for target in targets}):
        new_folder(parent)
    made = _made(books, jobs)
    count = (_write_archives if packed else _write_files)(folder, made)
    print(f"已在 {folder} 写出 {len(books)} 个城市的 {sum(map(len, books.values()))} 本{count}")
    return 0


def _files(folder: Path, books: Mapping[str, Mapping[str, Project]]) -> list[Path]:
    """The files of all books, and the one in each folder that says which to take."""
    from elevshare.templates.cities import WHICH

    return [folder / city / name for city, named in books.items() for name in (*named, WHICH)]


def _archives(folder: Path, books: Mapping[str, object]) -> list[Path]:
    """The archive of every city, and the one of all where there are several."""
    whole = [_whole(folder)] if len(books) > 1 else []
    return [*(_archive(folder, city) for city in books), *whole]


def _archive(folder: Path, city: str) -> Path:
    """The archive of a city."""
    return folder / f"{_STEM}-{city}.zip"


def _whole(folder: Path) -> Path:
    """The archive of all cities."""
    return folder / f"{_STEM}-全部城市.zip"


def _made(
    books: Mapping[str, Mapping[str, Project]], jobs: int
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield every city with its files, as soon as the last of them is made."""
    from elevshare.batch.making import answer
    from elevshare.batch.packed_project import packed
    from elevshare.batch.task import Task
    from elevshare.batch.workers import made_here
    from elevshare.errors import InputError
    from elevshare.templates.cities import WHICH, which

    tasks = [
        Task(name, city, "", name, packed(project))
        for city, named in books.items()
        for name, project in named.items()
    ]
    done: dict[str, dict[str, bytes]] = {city: {} for city in books}
    with bar(len(tasks), "生成模板") as shown, closing(made_here(tasks, jobs, answer)) as results:
        for task, found in results:
            if found.problem:
                raise InputError(f"{task.name}没有做成：{found.problem}", todo="请再运行一次")
            done[task.place][task.name] = found.book
            shown.update(1)
            if len(done[task.place]) == len(books[task.place]):
                files = done.pop(task.place)
                yield task.place, {**files, WHICH: which(task.place, [*books[task.place]])}


def _write_files(folder: Path, made: Iterator[tuple[str, dict[str, bytes]]]) -> str:
    """Write a folder for each city."""
    from elevshare.files import write_whole

    for city, files in made:
        for name, data in files.items():
            write_whole(folder / city / name, data)
    return ""


def _write_archives(folder: Path, made: Iterator[tuple[str, dict[str, bytes]]]) -> str:
    """Write an archive for each city, and one of all where there are several."""
    from elevshare.files import write_whole
    from elevshare.templates.archive import archive

    whole: dict[str, dict[str, bytes]] = {}
    for city, files in made:
        whole[city] = {f"{city}/{name}": data for name, data in files.items()}
        write_whole(_archive(folder, city), archive(whole[city]))
    if len(whole) == 1:
        return "，合为 1 个压缩包"
    inside = {path: data for files in whole.values() for path, data in files.items()}
    write_whole(_whole(folder), archive(inside))
    return f"，每个城市一个压缩包，另有一个全部的，共 {len(whole) + 1} 个"
