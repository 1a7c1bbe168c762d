"""Chinese in and out of a command, whatever language the system speaks."""

from __future__ import annotations

import os
import sys


def prepare() -> None:
    """Make arguments, file names and messages Chinese; to be called before anything else.

    Under ``LC_ALL=C`` and its like Python may take what is typed for ASCII. A started Python
    cannot change its mind about file names, so it starts itself once more, in UTF-8.
    """
    if not _knows_chinese(sys.getfilesystemencoding()) and sys.executable:
        again = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]  # the first -X utf8 counts
        os.execv(sys.executable, again)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a GBK console must not stop the work


def _knows_chinese(encoding: str) -> bool:
    """Whether an encoding has Chinese characters.

    >>> [_knows_chinese(one) for one in ("utf-8", "gbk", "ascii", "iso8859-1")]
    [True, True, False, False]
    """
    try:
        "加梯".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
