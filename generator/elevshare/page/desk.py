"""The desk of the page: files in, an answer and files out, nothing kept between two requests."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
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
_COMPARING, _KEPT = ("check", "seal", "collect", "collect-payments", "filled"), 3


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
        return 0, json.dumps(filled(next(iter(files)), scheme), ensure_ascii=False), {}


def _papers(files: Files, sheet: str = "") -> tuple[int, str, Files]:
    """The forms of a book's sheet, or what there is to choose from, as JSON."""
    from elevshare.page.papers import offered, papers_of

    ((name, data),) = files.items()
    said = papers_of(data, name, sheet) if sheet else offered(data, name)
    return 0, json.dumps(said, ensure_ascii=False), {}


def _zipped(files: Files, name: str) -> tuple[int, str, Files]:
    """All files in one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for one, data in files.items():
            archive.writestr(zipfile.ZipInfo(one, (2020, 1, 1, 0, 0, 0)), data)
    return 0, "", {name: packed.getvalue()}


#: Command that gives a record → the module of the page and the function that make it from its words.
_RECORDS = {
    "cities": ("offers", "cities"),
    "city": ("offers", "city"),
    "card": ("offers", "card"),
    "roster-read": ("households", "read_roster"),
    "building": ("households", "building"),
    "offered": ("offered", "offered"),
    "storeys": ("offered", "storeys"),
    "result": ("result", "result"),
    "beside": ("beside", "beside"),
    "rules": ("about", "rules"),
}


def _told(name: str) -> Callable[..., tuple[int, str, Files]]:
    """A command that gives a record as JSON, from its words and the files that these name."""

    def run(files: Files, *words: str) -> tuple[int, str, Files]:
        module, function = _RECORDS[name]
        tell = getattr(import_module(f"elevshare.page.{module}"), function)
        with _folder(files), contextlib.redirect_stdout(None), contextlib.redirect_stderr(None):
            record = tell([word for word in words if word != "--json"])
        return 0, json.dumps(record, ensure_ascii=False), {}

    return run


def _sha256(files: Files) -> tuple[int, str, Files]:
    """The SHA-256 of a file."""
    from elevshare.page.about import sha256

    ((_, data),) = files.items()
    return 0, sha256(data), {}


_OWN: dict[str, Callable[..., tuple[int, str, Files]]] = {
    "papers": _papers,
    "sha256": _sha256,
    "zip": _zipped,
    "filled": _filled,
    **{name: _told(name) for name in _RECORDS},
}
