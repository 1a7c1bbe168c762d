"""Read a user's file as bytes or text; every failure becomes a Chinese message."""

from __future__ import annotations

import errno
from pathlib import Path

from elevshare.errors import InputError
from elevshare.text import shown

_MB = 1024 * 1024
#: The largest file that is read, in bytes: a workbook, a table as text, a project file.
MAX_BYTES, MAX_TABLE, MAX_PROJECT = 20 * _MB, 4 * _MB, _MB
ZIP_START, OLE_START = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Read a file of at most ``most`` bytes.

    Links are followed; a device or a pipe is never opened.

    Raises:
        InputError: it is missing, a folder, too large or cannot be read.
    """
    where = shown(path.name or str(path))
    try:
        if path.is_dir():
            raise InputError("是文件夹，不是文件", where=where, todo="请给出文件名")
        if not path.exists():
            raise InputError("找不到这个文件", where=where, todo="请检查文件名和所在文件夹")
        if not path.is_file():
            raise InputError("不是普通文件", where=where, todo="请先存成文件")
        with path.open("rb") as file:
            data = file.read(most + 1)  # the size that the system states may be wrong
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ENAMETOOLONG:
            raise InputError(
                "文件名太长", where=where, todo="请检查有没有写错；没有，就改一个短的名字"
            ) from error
        raise InputError(
            "无法读取", where=where, todo="请先在其他软件中关闭这个文件，并检查访问权限"
        ) from error
    if len(data) > most:
        raise InputError(
            f"文件太大，超过 {most // _MB} MB",
            where=where,
            todo="请把需要的内容复制到新的文件中保存",
        )
    return data


def decoded(data: bytes, where: str) -> str:
    """Decode a text in one of the encodings that Excel, WPS and Notepad write.

    Raises:
        InputError: it is not a text; ``where`` is the name of the file.

    >>> [decoded("房号".encode(name), "名册.csv") for name in ("gb18030", "utf-8-sig", "utf-16")]
    ['房号', '房号', '房号']
    """
    marked = next((name for bom, name in _BOMS.items() if data.startswith(bom)), None)
    if marked or b"\0" not in data:
        for encoding in (marked,) if marked else ("utf-8", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise InputError("不是文本文件，或编码无法识别", where=where, todo="请另存为 UTF-8 编码的文本")
