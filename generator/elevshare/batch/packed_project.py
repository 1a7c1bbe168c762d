"""A project as bytes for another process, and the mark by which a later run recognises it."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from elevshare import __version__
from elevshare.project import Project


class _Pickler(pickle.Pickler):
    """A pickler that can also pickle read-only mappings."""

    def reducer_override(self, value: object) -> Any:
        """How to make a read-only mapping again; other values are pickled as usual."""
        if isinstance(value, MappingProxyType):
            return _frozen, (dict(value),)
        return NotImplemented


def _frozen(items: dict[Any, Any]) -> Mapping[Any, Any]:
    """The read-only mapping of some items."""
    return MappingProxyType(items)


def packed(project: Project) -> bytes:
    """A project as bytes, some 3 KB, for ``unpacked`` in another process."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(project)
    return buffer.getvalue()


def unpacked(data: bytes) -> Project:
    """The project in bytes of ``packed``. Never call it with bytes from elsewhere: they could run code."""
    project: Project = pickle.loads(data)
    return project


def mark_of(project: Project) -> str:
    """A hash of a project and of the program's version, equal on all machines: 64 hex digits."""
    return sha256(f"{__version__} {_canonical(project)}".encode()).hexdigest()


def _canonical(value: object) -> str:
    """A value as text that does not depend on the order of its sets and mappings."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if is_dataclass(value):
        inner = (f"{one.name}={_canonical(getattr(value, one.name))}" for one in fields(value))
        return f"{type(value).__name__}({','.join(inner)})"
    if isinstance(value, Mapping):
        return (
            f"{{{','.join(sorted(f'{_canonical(k)}:{_canonical(v)}' for k, v in value.items()))}}}"
        )
    if isinstance(value, set | frozenset):
        return f"{{{','.join(sorted(map(_canonical, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({','.join(map(_canonical, value))})"
    return repr(value)
