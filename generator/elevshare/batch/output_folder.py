"""The folder that a batch writes to: every book is whole, and no user's file is overwritten.

A project always makes the same bytes, so a file that is there already is judged by its bytes.
The record in the folder ``.elevshare-batch`` spares making a book only to compare it. It may be
lost, copied or cut short without harm. The temporary files are in that folder, too.
"""

from __future__ import annotations

import json
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from elevshare.errors import InputError
from elevshare.files import put

_INNER, _RECORD, _LOCK = ".elevshare-batch", "record.jsonl", "lock"


class Delivery(StrEnum):
    """What became of a book."""

    NEW = "已生成"
    SAME = "原来就有，没有变化"
    OTHER = "清单改过，与原来生成的不同"
    EDITED = "已有同名文件，内容不同，可能填过或改过"


class OutputFolder:
    """A folder for books, locked for one run at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._inner = folder, folder / _INNER
        self._lock = FileLock(self._inner / _LOCK)
        self._made: dict[str, tuple[str, str]] = {}

    def __enter__(self) -> Self:
        """Lock the folder, delete temporary files of a killed run, read the record.

        Raises:
            InputError: another run is writing there.
            OSError: the folder cannot be made or written.
        """
        self._inner.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            raise InputError(
                "另一个 batch 正在写这个文件夹", where=str(self.folder), todo="请等它做完"
            ) from None
        except NotImplementedError:
            pass  # a network disk without locks
        for left in self._inner.glob("*.tmp"):
            left.unlink(missing_ok=True)
        self._read()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Unlock the folder."""
        self._lock.release()

    def holds(self, name: str, mark: str) -> bool:
        """Whether the book of the project with this mark is there, unchanged since it was made."""
        made = self._made.get(name)
        return made is not None and made == (mark, self._hash(name))

    def deliver(self, name: str, mark: str, book: bytes, *, force: bool) -> Delivery:
        """Write a book under its name. A file with other contents stays, unless ``force``.

        Raises:
            OSError: it cannot be written.
        """
        digest = sha256(book).hexdigest()
        try:
            put(self.folder / name, book, new=True, within=self._inner)
        except FileExistsError:
            there = self._hash(name)
            if there != digest and not force:
                made = self._made.get(name, ("", ""))[1] == there
                return Delivery.OTHER if made else Delivery.EDITED
            if there != digest:
                put(self.folder / name, book, within=self._inner)
            self._note(name, mark, digest)
            return Delivery.SAME if there == digest else Delivery.NEW
        self._note(name, mark, digest)
        return Delivery.NEW

    def untouched(self, name: str) -> bool:
        """Whether a file is there, unchanged since a batch wrote it."""
        return name in self._made and self._made[name][1] == self._hash(name)

    def remove(self, name: str) -> None:
        """Delete a file if it is unchanged since a batch wrote it."""
        if self.untouched(name):
            with suppress(OSError):
                (self.folder / name).unlink()

    def _hash(self, name: str) -> str:
        """SHA-256 of a file, empty where it is missing or cannot be read."""
        try:
            return sha256((self.folder / name).read_bytes()).hexdigest()
        except OSError:
            return ""

    def _read(self) -> None:
        """Read the record; a line that a kill has cut short is ignored."""
        with suppress(OSError, UnicodeDecodeError):
            for line in (self._inner / _RECORD).read_text("utf-8").splitlines():
                with suppress(ValueError, TypeError):
                    name, mark, digest = json.loads(line)
                    self._made[name] = (mark, digest)

    def _note(self, name: str, mark: str, digest: str) -> None:
        """Put a book on record. After a kill before this, the next run makes the book once more."""
        if self._made.get(name) == (mark, digest):
            return
        self._made[name] = (mark, digest)
        line = json.dumps([name, mark, digest], ensure_ascii=False)
        with (self._inner / _RECORD).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}")  # begins anew also after a line that was cut short
