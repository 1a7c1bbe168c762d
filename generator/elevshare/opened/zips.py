"""Read the parts of a ZIP file, with limits on their number and size."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from elevshare.opened import limits
from elevshare.opened.limits import TooMuchError

#: Mark of an entry in the central directory; bytes of a local header before the name.
_ENTRY, _LOCAL = b"PK\x01\x02", 30
_CHUNK = 64 * 1024
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ODD = re.compile(r"^[/~]|[\\:\0]|(?:^|/)\.{1,2}(?:/|$)|//")
#: What ``zipfile`` raises on bytes that are not a correct ZIP file.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
          RuntimeError, LookupError, OverflowError)  # fmt: skip


class OddError(Exception):
    """The file is packed as no spreadsheet program does: it is made to deceive."""


class Zip:
    """The entries of a ZIP file in memory.

    Raises:
        TooMuchError: too many parts, or too large.
        OddError: names that lead out of the file or appear twice, entries that overlap.
        BROKEN: it is not a ZIP file.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > limits.PARTS:
            raise TooMuchError
        self._file = zipfile.ZipFile(io.BytesIO(data))
        entries = self._file.infolist()
        if sum(entry.file_size for entry in entries) > limits.UNPACKED:
            raise TooMuchError
        _check_names([entry.orig_filename for entry in entries])
        _check_places(data, entries, self._file.start_dir)
        self._entries = {entry.filename.casefold(): entry for entry in entries}
        self.sizes = {entry.filename: entry.file_size for entry in entries}

    def has(self, part: str) -> bool:
        """Return whether there is a part; case is ignored."""
        return part.casefold() in self._entries

    def size(self, part: str) -> int:
        """Return the size of a part in bytes, 0 if there is none; case is ignored."""
        entry = self._entries.get(part.casefold())
        return entry.file_size if entry else 0

    def chunks(self, part: str) -> Iterator[bytes]:
        """Return the bytes of a part, piece by piece; never more than its entry declares.

        Raises:
            KeyError: there is no such part.
            BROKEN: it is damaged, or larger than declared.
        """
        with self._file.open(self._entries[part.casefold()]) as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _check_names(names: Sequence[str]) -> None:
    """Refuse names that lead out of the file, have invisible characters or appear twice."""
    for name in names:
        hidden = any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in name)
        if len(name) > limits.PART_NAME or _ODD.search(name) or hidden or not name:
            raise OddError
    if len({name.casefold() for name in names}) < len(names):
        raise OddError


def _check_places(data: bytes, entries: Sequence[zipfile.ZipInfo], end: int) -> None:
    """Refuse entries that overlap, are encrypted, or are packed in an unusual way."""
    free = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.flag_bits & 0x1 or entry.compress_type not in _PACKED:
            raise OddError
        start = entry.header_offset
        head = data[start : start + _LOCAL]
        if len(head) < _LOCAL or start < 0:
            raise zipfile.BadZipFile
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        if start < free:
            raise OddError
        free = start + _LOCAL + names + entry.compress_size
    if free > end:
        raise OddError
