"""LibreOffice from the command line.

All tests of a process have one profile: to set one up takes as long as to print a small book. Books
that belong together are converted in one call, for starting takes longer than converting.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def need(program: str) -> None:
    """Fail with what to install: an engine that is missing must not pass for agreement."""
    assert shutil.which(program), f"{program} is missing: install what README lists"


def converted(
    files: Iterable[Path],
    kind: str,
    folder: Path,
    *,
    profile: Path | None = None,
    check: bool = True,
) -> None:
    """Convert files to another kind (``pdf``, ``xlsx``, or with a filter), into a folder.

    With ``check`` it is an error where LibreOffice says that it failed; ``profile`` is one of its own.
    """
    need("soffice")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(profile or _profile()).as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", folder, *files],
        check=check, capture_output=True, timeout=600,
    )  # fmt: skip


@cache
def _profile() -> Path:
    """The profile of this process, which goes when it ends."""
    folder = tempfile.mkdtemp(prefix="elevshare-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
