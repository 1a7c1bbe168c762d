"""Workbooks to PDF, through the LibreOffice of this computer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from elevshare.errors import InputError

#: How many files one run converts.
_BATCH = 50
#: How long one file may take, the start of LibreOffice included, in seconds.
_PATIENCE = 180
_PAUSE = 0.1
#: Where LibreOffice stands that is on no search path.
_PLACES = {
    "win32": tuple(
        f"{os.environ.get(folder, '')}\\LibreOffice\\program\\soffice.com"
        for folder in ("ProgramFiles", "ProgramFiles(x86)")
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}


def find_libreoffice() -> str:
    """The path of LibreOffice.

    Raises:
        InputError: LibreOffice is not installed.
    """
    for name in ("soffice", "libreoffice", *_PLACES.get(sys.platform, ())):
        if found := shutil.which(name):
            return found
    raise InputError(
        "没有找到 LibreOffice，不能生成 PDF",
        todo="请先安装 LibreOffice（免费，www.libreoffice.org）再试；"
        "也可以在 Excel 或 WPS 中打开簿子，直接打印或输出为 PDF",
    )


def convert(
    program: str, books: Sequence[Path], folder: Path, progress: Callable[[int], object]
) -> list[Path]:
    """The PDF of each workbook, in ``folder``, which nothing else writes to.

    Args:
        program: what ``find_libreoffice`` found.
        books: .xlsx files with plain names, all different.
        folder: it also holds LibreOffice's own settings for this run.
        progress: called with how many more files are done.

    Raises:
        InputError: LibreOffice failed, or took far too long.
    """
    done = 0
    for first in range(0, len(books), _BATCH):
        process = _started(program, books[first : first + _BATCH], folder)
        try:
            for count in _counts(process, folder, done):
                progress(count - done)
                done = count
        finally:
            _stop(process)
    made = [folder / f"{book.stem}.pdf" for book in books]
    if not all(path.is_file() and path.stat().st_size for path in made):
        raise _failed("没有全部完成")
    return made


def _started(program: str, books: Sequence[Path], folder: Path) -> subprocess.Popen[bytes]:
    """Start LibreOffice with settings of its own, so that an open LibreOffice does no harm."""
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "pdf"]
    try:
        return subprocess.Popen(
            [*command, "--outdir", str(folder), *map(str, books)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it has children, which are stopped with it
        )
    except OSError as error:
        raise _failed("启动不了") from error


def _counts(process: subprocess.Popen[bytes], folder: Path, count: int) -> Iterator[int]:
    """Yield the number of PDF files whenever it has grown, until the run has ended."""
    since, running = time.monotonic(), True
    while running:
        running = process.poll() is None
        if (now := len(list(folder.glob("*.pdf")))) > count:
            count, since = now, time.monotonic()
            yield count
        elif time.monotonic() - since > _PATIENCE:
            raise _failed("太久没有反应")
        elif running:
            time.sleep(_PAUSE)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a run and its children, where it has not ended by itself."""
    if process.poll() is None:
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _failed(what: str) -> InputError:
    """An error about a LibreOffice that fails."""
    return InputError(
        f"LibreOffice {what}，没有写出文件",
        todo="请关闭已打开的 LibreOffice 后再试一次；仍不行就在 Excel 或 WPS 中打印",
    )
