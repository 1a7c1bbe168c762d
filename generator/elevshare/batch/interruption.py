"""Steps that Ctrl-C must not cut in two."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def interruption_held() -> Iterator[None]:
    """Hold back Ctrl-C while the block runs; it takes effect when the block has ended."""
    if current_thread() is not main_thread():  # no other thread is ever interrupted
        yield
        return
    came = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)
