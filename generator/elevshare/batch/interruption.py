"""Steps that Ctrl-C must not cut in two."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def interruption_held() -> Iterator[None]:
    """What is done inside is done to its end; a Ctrl-C that comes meanwhile takes effect after it."""
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
