"""A project on its way to another process, and the mark by which it is known again."""

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
    """Takes mappings that cannot be changed, too."""

    def reducer_override(self, value: object) -> Any:
        """How such a mapping is made again."""
        if isinstance(value, MappingProxyType):
            return _frozen, (dict(value),)
        return NotImplemented


def _frozen(items: dict[Any, Any]) -> Mapping[Any, Any]:
    """The packed mapping as it was."""
    return MappingProxyType(items)


def packed(project: Project) -> bytes:
    """A project as bytes, some 3 KB, for ``unpacked`` in another process."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(project)
    return buffer.getvalue()


def unpacked(data: bytes) -> Project:
    """The project that this program packed; bytes from elsewhere must never come here."""
    project: Project = pickle.loads(data)
    return project


def mark_of(project: Project) -> str:
    """What tells one project from another, the same on every day and machine: 64 hex digits."""
    return sha256(f"{__version__} {_canonical(project)}".encode()).hexdigest()


def _canonical(value: object) -> str:
    """A value as text, whatever order its sets and mappings happen to be in."""
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
