"""The desk of the page: files in, an answer and files out, nothing kept between two requests."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from elevshare import cli
from elevshare.errors import InputError
from elevshare.opened import OpenedBook
from elevshare.opened.areas import Area
from elevshare.opened.recalculation import use_calculator
from elevshare.page.engine import Bridge, IronCalcEngine
from elevshare.workbook.engine.opening import use_engine

Files = dict[str, bytes]
#: Commands that read books that came back, and how many made books are kept to compare them with.
_COMPARING, _KEPT = ("check", "collect", "collect-payments", "filled"), 3


class Desk:
    """Runs the commands of the program on files in memory, and some that only the page has."""

    def __init__(self, bridge: Bridge) -> None:
        def load(draft: bytes) -> IronCalcEngine:
            return IronCalcEngine(draft, bridge)

        def values(
            book: OpenedBook, copy: bytes, areas: Mapping[str, Sequence[Area]]
        ) -> dict[str, list[list[list[object]]]]:
            engine = load(copy)
            engine.calculate()
            return {
                sheet: [engine.read(sheet, one) for one in some] for sheet, some in areas.items()
            }

        use_engine(load)
        use_calculator(values)
        self._is_frugal = False

    def run(self, words: str, files: Mapping[str, bytes]) -> tuple[int, str, Files]:
        """Run a command as it is typed.

        Args:
            words: its words, as a JSON list.
            files: name → bytes, of what it reads.

        Returns:
            its status, what it said, and the files that it wrote.
        """
        command, *given = json.loads(words)
        if (command in _COMPARING or "--from" in given) and not self._is_frugal:
            self._is_frugal = True
            _frugal()
        own = {name: bytes(data) for name, data in files.items()}
        if command in _OWN:
            try:
                return _OWN[command](own, *given)
            except InputError as error:
                return 2, f"错误：{error}", {}
        return _typed([command, *given], own)


def _frugal() -> None:
    """Keep fewer books in memory than a machine does: a tab of a browser has less of it."""
    from elevshare.returned import made

    made.keep(_KEPT)


def _typed(words: list[str], files: Files) -> tuple[int, str, Files]:
    """Run a command of the program in a folder of its own."""
    said = io.StringIO()
    with _folder(files):
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = cli.main(words)
        wrote = {
            str(path): path.read_bytes()
            for path in Path().rglob("*")
            if path.is_file() and str(path) not in files
        }
    return status, said.getvalue(), wrote


@contextlib.contextmanager
def _folder(files: Files) -> Iterator[None]:
    """A folder of its own with the files in it, to work in."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        if "" not in sys.path:
            sys.path.insert(0, "")
        for name, data in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(data)
        yield


def _filled(files: Files, scheme: str = "") -> tuple[int, str, Files]:
    """What a filled-in book is, as JSON."""
    from elevshare.page.filled import filled

    with _folder(files):
        return 0, json.dumps(filled(*files, scheme=scheme), ensure_ascii=False), {}


def _papers(files: Files, sheet: str = "") -> tuple[int, str, Files]:
    """The forms of a book's sheet, as JSON."""
    from elevshare.page.papers import papers_of

    ((name, data),) = files.items()
    return 0, json.dumps(papers_of(data, name, sheet), ensure_ascii=False), {}


def _zipped(files: Files, name: str) -> tuple[int, str, Files]:
    """All files in one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for one, data in files.items():
            archive.writestr(zipfile.ZipInfo(one, (2020, 1, 1, 0, 0, 0)), data)
    return 0, "", {name: packed.getvalue()}


_OWN: dict[str, Callable[..., tuple[int, str, Files]]] = {
    "papers": _papers,
    "zip": _zipped,
    "filled": _filled,
}
