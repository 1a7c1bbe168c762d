"""The parts of an .xlsx file; other files and oversized ones are refused before they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elevshare.errors import InputError
from elevshare.opened.limits import TooMuchError
from elevshare.opened.user_file import OLE_START, ZIP_START
from elevshare.opened.zips import BROKEN, OddError, Zip

SAVE_AS = "请在 Excel 或 WPS 中打开，另存为 .xlsx 再用"
TOO_LARGE = "请另存一份，删去后来加进去的图片、工作表和多余的内容"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of an .xlsx file in memory.

    Args:
        data: the file's bytes.
        name: what messages call the file.
        too_large: advice for a file that is too large.

    Raises:
        InputError: it is another kind of file, has a password, is damaged, too large, or packed
            to deceive.
    """

    def __init__(self, data: bytes, name: str, too_large: str = TOO_LARGE) -> None:
        _check_start(data, name)
        self.data, self.name, self._too_large = data, name, too_large
        try:
            self._zip = Zip(data)
        except TooMuchError:
            raise self.too_large() from None
        except OddError:
            raise self.deceiving("压缩方式") from None
        except BROKEN as error:
            raise damaged(name) from error

    @property
    def parts(self) -> Mapping[str, int]:
        """Name → bytes of every part."""
        return self._zip.sizes

    def has(self, part: str) -> bool:
        """Return whether there is a part; case is ignored."""
        return self._zip.has(part)

    def size(self, part: str) -> int:
        """Return the size of a part in bytes, 0 if there is none; case is ignored."""
        return self._zip.size(part)

    def chunks(self, part: str) -> Iterator[bytes]:
        """Return the bytes of a part, piece by piece.

        Raises:
            InputError: it is missing or damaged.
        """
        try:
            yield from self._zip.chunks(part)
        except (KeyError, *BROKEN) as error:
            raise damaged(self.name) from error

    def read(self, part: str) -> bytes:
        """Return all bytes of a part."""
        return b"".join(self.chunks(part))

    def too_large(self, what: str = "工作簿解开后过大", where: str = "") -> InputError:
        """Return the error for a book, or the sheet ``where``, that is too large."""
        return InputError(what, where=where or self.name, todo=self._too_large)

    def deceiving(self, what: str) -> InputError:
        """Return the error for a book that no spreadsheet program has written."""
        return InputError(
            f"工作簿的{what}不正常，不像是表格软件保存的，没有读取",
            where=self.name,
            todo="请向发来的人核实；确实要用的，在 Excel 或 WPS 中打开，另存为 .xlsx",
        )

    def wrong_kind(self, what: str, todo: str = SAVE_AS) -> InputError:
        """Return the error for another file format named .xlsx."""
        return InputError(what, where=self.name, todo=todo)


def _check_start(data: bytes, name: str) -> None:
    """Refuse data whose first bytes are not those of an .xlsx."""
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


def damaged(name: str) -> InputError:
    """Return the error for a damaged .xlsx."""
    return InputError("工作簿已损坏或不完整，无法读取", where=name, todo=SAVE_AS)
