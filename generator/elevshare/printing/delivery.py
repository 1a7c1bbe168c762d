"""Put files into a folder: all or none, and none is overwritten unasked."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from elevshare.errors import InputError
from elevshare.files import refused


def check_folder(folder: Path, names: Sequence[str], *, force: bool) -> None:
    """Refuse a folder that files cannot or must not be written to. It may be missing.

    Raises:
        InputError: it is a file, cannot be made, or has one of the files and ``force`` is not
            given.
    """
    where = str(folder)
    try:
        if "\0" in where:
            raise ValueError
        above = folder.absolute()
        while not above.exists() and not above.is_symlink():
            above = above.parent
        there = [name for name in names if (folder / name).exists()]
        if not above.is_dir() or any((folder / name).is_dir() for name in there):
            raise InputError("不是文件夹，或被文件夹占了文件名", where=where, todo="请换一个文件夹")
        if not os.access(above, os.W_OK):
            raise InputError("没有写入的权限", where=where, todo="请换一个文件夹")
    except (OSError, ValueError) as error:
        raise InputError("不能用这个文件夹", where=where, todo="请换一个文件夹") from error
    if there and not force:
        raise InputError(
            f"里面已经有 {there[0]}{f' 等 {len(there)} 个文件' if there[1:] else ''}",
            where=where,
            todo="请换一个文件夹，或加 --force 覆盖",
        )


def deliver(files: Mapping[str, Path], folder: Path) -> None:
    """Copy files (name → where it is now) into a folder, which is made if missing.

    All are copied to a folder in it first and then moved, so that a full disk leaves nothing.

    Raises:
        InputError: the system refuses it.
    """
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".elevshare-") as staging:
            for name, path in files.items():
                shutil.copyfile(path, Path(staging, name))
            for name in files:
                Path(staging, name).replace(folder / name)
    except OSError as error:
        if new:
            with suppress(OSError):
                folder.rmdir()
        raise refused(folder, error) from None
