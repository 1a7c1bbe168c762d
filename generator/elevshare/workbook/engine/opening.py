"""Choose the engine: that of this machine, or one that the process was given."""

from __future__ import annotations

from elevshare.workbook.engine.protocol import Engine, Opener


def open_engine(draft: bytes) -> Engine:
    """Load a drafted or finished book in an engine, without calculating it."""
    return _opener(draft)


def use_engine(opener: Opener) -> Opener:
    """Use another engine from now on; give the function that opened the previous one."""
    global _opener
    before, _opener = _opener, opener
    return before


def _native(draft: bytes) -> Engine:
    """The engine of this machine, imported on first use."""
    from elevshare.workbook.engine.native import NativeEngine

    return NativeEngine(draft)


_opener: Opener = _native
