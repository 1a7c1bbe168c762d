"""Archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

#: The first day that a zip file can state.
_DAY = (1980, 1, 1, 0, 0, 0)
#: As if made on Unix, by a user whose files others may read.
_UNIX, _RIGHTS = 3, 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip file of files by their paths, sorted; Chinese names are marked as UTF-8.

    Books are compressed already, so that nothing would come of doing it again.

    >>> archive({"乙": b"2", "甲": b"1"}) == archive({"甲": b"1", "乙": b"2"})
    True
    """
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as target:
        for path in sorted(files):
            entry = ZipInfo(path, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS
            target.writestr(entry, files[path])
    return buffer.getvalue()
