"""The last step of every book: cached values in all formula cells, and reproducible bytes.

Without cached values a phone preview, a mail preview or Protected View shows blanks.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import formualizer

_EPOCH = (2020, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def finish(draft: bytes) -> bytes:
    """Fill the cached values, fix the dates, compress."""
    return _settle(formualizer.recalculate_xlsx_bytes(draft)["bytes"])


def _settle(data: bytes) -> bytes:
    """Write every part again with fixed times, so that the same input gives the same bytes."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _DATES.sub(rb"\g<1>2020-01-01T00:00:00Z", part)
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(info, part)
    return buffer.getvalue()
