"""Which engine computes: that of this machine, unless the process has been given another one."""

from __future__ import annotations

from elevshare.workbook.engine.protocol import Engine, Opener


def open_engine(draft: bytes) -> Engine:
    """A drafted book, or a finished one, loaded in an engine; nothing is calculated yet."""
    return _opener(draft)


def use_engine(opener: Opener) -> Opener:
    """Let another engine compute from now on; gives the one that did until now."""
    global _opener
    before, _opener = _opener, opener
    return before


def _native(draft: bytes) -> Engine:
    """The engine of this machine, imported only once it is needed."""
    from elevshare.workbook.engine.native import NativeEngine

    return NativeEngine(draft)


_opener: Opener = _native
