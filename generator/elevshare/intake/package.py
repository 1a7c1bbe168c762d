"""Refuse, before it is read, what is no .xlsx or would unpack to far too much."""

from __future__ import annotations

import io
import zipfile

from elevshare.errors import InputError
from elevshare.intake.files import OLE_START, ZIP_START

#: Limits of a packed workbook: bytes unpacked, and parts.
_MAX_UNPACKED = 100 * 1024 * 1024
_MAX_PARTS = 2_000
SAVE_AS = "请在 Excel 或 WPS 中打开，另存为 .xlsx 再用"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def check_package(data: bytes, name: str, too_large: str) -> None:
    """Refuse what is no .xlsx, or would unpack to far more than a book of ours is.

    Args:
        data: the file's bytes.
        name: what messages call the file.
        too_large: what to do where it is too large.

    Raises:
        InputError: it is another kind of file, has a password, is damaged or too large.
    """
    if data.startswith(OLE_START):
        locked = _ENCRYPTED in data
        what = "设了打开密码" if locked else "其实是旧的 .xls 格式"
        todo = "请去掉密码，另存为不加密的 .xlsx 再用" if locked else SAVE_AS
        raise InputError(f"这个文件{what}", where=name, todo=todo)
    if not data.startswith(ZIP_START):
        raise InputError(
            "不是 Excel 工作簿，可能是 CSV 文本或网页改了扩展名" if data else "是空文件",
            where=name,
            todo=SAVE_AS,
        )
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:
        raise damaged(name) from error
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise InputError("工作簿解开后过大", where=name, todo=too_large)


def damaged(name: str) -> InputError:
    """An error about an .xlsx that cannot be read to its end."""
    return InputError("工作簿已损坏或不完整，无法读取", where=name, todo=SAVE_AS)
