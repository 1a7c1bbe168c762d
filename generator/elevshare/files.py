"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from elevshare.errors import InputError

#: What the system says in English, and how we say it.
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "文件夹不存在",
    errno.ENAMETOOLONG: "文件名太长",
}
#: What a disk says that has no links.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def check_target(path: Path, *, force: bool, suffix: str = ".xlsx") -> None:
    """Refuse a file name that cannot or must not be written, before any work is done.

    Raises:
        InputError: wrong ending, the folder is missing or not writable, or the file is there
            and ``force`` is not given.
    """
    try:
        _check_place(path, force, suffix)
    except OSError as error:  # the name is too long, or a folder may not be looked into
        raise refused(path, error) from None


def _check_place(path: Path, force: bool, suffix: str) -> None:
    """What ``check_target`` refuses."""
    where = str(path)
    if path.suffix.lower() != suffix:
        raise InputError(f"文件名应以 {suffix} 结尾", where=where, todo=f"请改成如 分摊{suffix}")
    if path.is_dir():
        raise InputError("这是一个文件夹，不是文件", where=where, todo="请给出文件名")
    if not path.parent.is_dir():
        raise InputError("文件夹不存在", where=str(path.parent), todo="请先建好文件夹，或改到别处")
    if path.exists() and not force:
        raise InputError("文件已经存在", where=where, todo="请换一个文件名，或加 --force 覆盖")
    if not os.access(path.parent, os.W_OK):
        raise InputError("文件夹不能写入", where=str(path.parent), todo="请换一个有权限的文件夹")


def new_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there.

    Raises:
        InputError: a file has its name, or it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise InputError("不能建立这个文件夹", where=str(folder), todo="请换一个位置") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary file beside ``path``, then give it its name in one step.

    Raises:
        InputError: the folder cannot be written, the disk is full, or the file is open
            elsewhere; nothing is left behind.
    """
    try:
        put(path, data)
    except OSError as error:
        raise refused(path, error) from None


def put(path: Path, data: bytes, *, new: bool = False, within: Path | None = None) -> None:
    """Write a file whole or not at all, and leave it to the caller what to say of an error.

    Args:
        path: the file.
        data: its bytes.
        new: whether a file that is there must stay as it is, whoever made it and whenever.
        within: the folder for the temporary file, of the same disk; else it is beside ``path``.

    Raises:
        FileExistsError: ``new``, and the file is there.
        OSError: it cannot be written; nothing is left behind.
    """
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=within or path.parent, prefix=".elevshare-", suffix=".tmp", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is private; a book is as open as other new files.
        temporary.chmod(0o666 & ~_umask())
        if new:
            _name_anew(temporary, path)
        else:
            temporary.replace(path)
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)  # there is none left where all went well


def _name_anew(temporary: Path, path: Path) -> None:
    """Give a file its name unless another has it, in one step wherever the disk can do that."""
    if os.name == "nt":
        temporary.rename(path)  # Windows never overwrites with it
        return
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
        temporary.replace(path)  # a memory stick has no links


def refused(path: Path, error: OSError) -> InputError:
    """What the system has against a file or folder, in Chinese."""
    return InputError(
        f"写不进去（{_REASONS.get(error.errno or 0, f'系统错误 {error.errno}')}）",
        where=str(path),
        todo="请检查文件名、磁盘空间和权限；如果正在 Excel 或 WPS 中打开，请先关闭",
    )


def _umask() -> int:
    """The permissions that new files are not given."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
