"""Put the add-in where Excel loads it, and take it away again."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from pathlib import Path

from elevshare.files import refused, write_whole
from elevshare_addin.packing.package import build
from elevshare_addin.windows.config import content
from elevshare_addin.windows.places import Places
from elevshare_addin.windows.record import Record, digest, load


def install(places: Places) -> list[str]:
    """Write the add-in and its configuration; lines that say what was done.

    What was there before is copied first; the record of it is written before anything is
    replaced, so that ``remove`` can undo even an install that was cut short.

    Raises:
        InputError: a file cannot be written (Excel is open), or the add-in cannot be built.
    """
    wanted = {places.addin: build(), places.config: content(places)}
    record = load(places.record) or Record()
    for folder in (places.xlstart, places.home):
        _make(folder, record)
    said = [_keep(path, places, record) for path in wanted]
    record.written += [digest(data) for data in wanted.values()]
    record.save(places.record)
    for path, data in wanted.items():
        write_whole(path, data)
        said.append(f"已写入：{path}")
    return [line for line in said if line]


def remove(places: Places) -> list[str]:
    """Undo ``install``; lines that say what was done.

    Raises:
        InputError: a file cannot be removed (Excel is open); calling it again goes on.
    """
    record = load(places.record)
    if record is None:
        return ["没有安装记录，什么也没有动。"]
    said = []
    for path in (places.addin, places.config):
        try:
            said += _undo(path, places, record)
        except OSError as error:
            raise refused(path, error) from None
    places.record.unlink()
    for folder in (places.backup, *map(Path, reversed(record.folders))):
        with suppress(OSError):
            folder.rmdir()  # only where it is empty
    return said


def _make(folder: Path, record: Record) -> None:
    """Make a folder with those above it, and remember them."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(folder, error) from None
    record.folders += [str(one) for one in reversed(missing)]


def _keep(path: Path, places: Places, record: Record) -> str:
    """Copy a file that we did not write; the first copy is what ``remove`` puts back."""
    if not path.exists() or record.wrote(data := path.read_bytes()):
        return ""
    copy = _copy(path, data, places)
    record.kept.setdefault(path.name, str(copy))
    return f"原有的文件备份在：{copy}"


def _copy(path: Path, data: bytes, places: Places) -> Path:
    """A copy in the backup folder under a name that is free."""
    places.backup.mkdir(parents=True, exist_ok=True)
    names = (places.backup / f"{path.name}.{n}" for n in count(1))
    copy = next(name for name in names if not name.exists())
    write_whole(copy, data)
    return copy


def _undo(path: Path, places: Places, record: Record) -> list[str]:
    """Take one file away and put back what was there; what somebody changed is kept."""
    said = []
    before = Path(record.kept[path.name]) if path.name in record.kept else None
    if before is not None and not before.exists():
        return []  # an earlier call came this far
    if path.exists():
        data = path.read_bytes()
        if not record.wrote(data) and (before is None or before.read_bytes() != data):
            said.append(f"安装后改过的文件留在：{_copy(path, data, places)}")
    if before is not None:
        before.replace(path)
        return [*said, f"已恢复：{path}"]
    path.unlink(missing_ok=True)
    return [*said, f"已删除：{path}"]
