"""What ``install`` wrote and what it found, so that ``remove`` can undo it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from elevshare.errors import InputError
from elevshare.files import write_whole


@dataclass(slots=True)
class Record:
    """The installs since the last ``remove``.

    ``written`` are digests of all files that we wrote; ``kept`` is file name → backup of what
    was there before the first install; ``folders`` are those that we made.
    """

    written: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def wrote(self, data: bytes) -> bool:
        """Whether a file is as one of ours was written."""
        return digest(data) in self.written

    def save(self, path: Path) -> None:
        """Write it.

        Raises:
            InputError: the folder cannot be written.
        """
        write_whole(path, json.dumps(asdict(self), ensure_ascii=True, indent=1).encode())


def load(path: Path) -> Record | None:
    """The record, or ``None`` where nothing is installed.

    Raises:
        InputError: it is not as we wrote it.
    """
    try:
        return Record(**json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        raise InputError(
            "安装记录坏了", where=str(path), todo="请删去这个文件，再运行 elevshare-addin install"
        ) from None


def digest(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.sha256(data).hexdigest()
