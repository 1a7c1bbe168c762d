"""Change papers at random, print them, and see whether `check` says so wherever the picture differs.

    python tests/audit/pictures/many_changes.py 1000              # seeds 1 to 1000
    python tests/audit/pictures/many_changes.py 200 --from 5000 --keep FOLDER
    python tests/audit/pictures/many_changes.py --again FOLDER/seen.txt   # only `check`, on what was seen

``--keep`` leaves the printed books that were missed, before-….pdf beside them, and ``seen.txt``:
every change with whether the picture changed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [
    str(ROOT / one)
    for one in ("generator", "tests", "tests/audit", "tests/workbook", "tests/audit/pictures")
]

import page_pictures  # noqa: E402
from bookfile import BookFile  # noqa: E402
from picture_book import PAPERS, book, for_print  # noqa: E402
from random_changes import Change, drawn  # noqa: E402

from elevshare.audit.audited import audit  # noqa: E402
from elevshare.audit.finding import Level  # noqa: E402
from elevshare.errors import InputError  # noqa: E402
from elevshare.opened import opened  # noqa: E402

_AT_ONCE = 40
_SEEN = {True: "seen", False: "unseen", None: "not printed"}
RECORDED = Path(__file__).with_name("recorded.txt")


def changed(change: Change) -> bytes:
    """The book with a change."""
    file = BookFile(book())
    change.apply(file)
    return file.data()


def said(data: bytes) -> dict[str, str]:
    """What `check` says: kind → message, or that it cannot read the book."""
    try:
        findings = audit(opened(data, "簿.xlsx")).findings
    except InputError as error:
        return {"unread": str(error)}
    return {one.kind: f"{one.level.name} {one.place} {one.text}" for one in findings}


def new(found: dict[str, str], usual: dict[str, str]) -> dict[str, str]:
    """What is said of a changed book, and not of the book as it was made."""
    return {kind: text for kind, text in found.items() if usual.get(kind) != text}


def seen(changes: dict[int, Change], folder: Path) -> Iterator[tuple[int, bool | None]]:
    """Seed → whether the picture changes; ``None``: LibreOffice prints nothing."""
    usual = {_usual(only): for_print(book(), only) for only in ("", *PAPERS)}
    before = page_pictures.printed(usual, folder)
    seeds = list(changes)
    for at in range(0, len(seeds), _AT_ONCE):
        only = {str(one): _only(changes[one]) for one in seeds[at : at + _AT_ONCE]}
        books = {one: for_print(changed(changes[int(one)]), only[one]) for one in only}
        for name, pages in page_pictures.printed(books, folder).items():
            differs = page_pictures.differ(before[_usual(only[name])], pages) if pages else None
            yield int(name), differs


def _only(change: Change) -> str:
    """The paper that a change is about; empty where it may be about all."""
    return change.part if change.part in PAPERS else ""


def _usual(only: str) -> str:
    """The name of the print of the book as it was made, or of one of its papers."""
    return f"before-{('', *PAPERS).index(only)}"


def recorded(file: Path) -> Iterator[tuple[int, Change, bool | None]]:
    """The lines of a file of changes: seed, whether the picture changed, change."""
    for line in file.read_text(encoding="utf-8").splitlines():
        seed, whether, rest = line.split(" ", 2)
        yield int(seed), Change.of(rest), {"yes": True, "no": False}.get(whether)


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        if options.again:
            found = [(seed, change, it) for seed, change, it in recorded(options.again)]
        else:
            file = BookFile(book())
            seeds = range(options.first, options.first + options.count)
            changes = {seed: drawn(file, seed) for seed in seeds}
            found = []
            words = {True: "yes", False: "no", None: "none"}
            with (folder / "seen.txt").open("w", encoding="utf-8") as log:
                for seed, it in seen(changes, folder):
                    found.append((seed, changes[seed], it))
                    log.write(f"{seed} {words[it]} {changes[seed].line()}\n")
                    log.flush()
        return _report(found, folder, bool(options.keep) and not options.again)


def _report(found: list[tuple[int, Change, bool | None]], folder: Path, kept: bool) -> int:
    """Print misses and alarms about what is printed alike, and count them all."""
    counts, usual = Counter[str](), said(book())
    for seed, change, differs in found:
        heard = new(said(changed(change)), usual)
        loud = {kind: text for kind, text in heard.items() if not text.startswith(Level.NOTE.name)}
        word = "found" if loud else "noted" if heard else "silent"
        counts[f"{_SEEN[differs]}, {word}"] += 1
        if differs and not heard:
            _miss(seed, change, folder, kept)
            continue
        if differs is False and loud:
            print(f"ALARM seed {seed}: {change.line()} → {next(iter(loud.items()))}")
        elif differs and not loud:
            print(f"NOTE  seed {seed}: {change.line()} → {next(iter(heard.items()))}")
        for kind in ("pdf", "xlsx"):
            (folder / f"{seed}.{kind}").unlink(missing_ok=True)
    shutil.rmtree(folder / "profile", ignore_errors=True)
    print(*(f"{count:5} {word}" for word, count in sorted(counts.items())), sep="\n")
    return 1 if counts["seen, silent"] else 0


def _miss(seed: int, change: Change, folder: Path, kept: bool) -> None:
    """Print a miss, and how to look at it."""
    print(f"MISS  seed {seed}: {change.line()}")
    if kept:
        print(f"      look: {folder}/{_usual(_only(change))}.pdf {folder}/{seed}.pdf")
    else:
        print(f"      look: many_changes.py 1 --from {seed} --keep FOLDER")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--again", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
