"""Work for workers that is quick, or goes wrong; the packed text says how. No book is made."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from elevshare.batch.task import Answer, Task


def task(text, shape="甲"):
    """A task whose packed project is a text."""
    return Task(f"{text}.xlsx", f"第 {text} 行", "", shape, text.encode())


def work(packed):
    """``die`` dies; ``once PATH`` dies unless the file is there; ``half`` dies while it answers."""
    word, _, rest = packed.decode().partition(" ")
    if word == "die":
        die()
    if word == "once" and not Path(rest).exists():
        Path(rest).touch()
        die()
    if word == "half":
        threading.Timer(0.005, die).start()
        return Answer(b"x" * 100_000_000)
    if word == "interrupt":
        os.kill(os.getpid(), signal.SIGINT)
        return Answer(
            f"was {signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])}".encode()
        )
    if word == "slow":
        time.sleep(float(rest.split()[0]))
    if word == "wrong":
        return Answer(problem="不行。")
    return Answer(f"{os.getpid()} {packed.decode()}".encode())


def die():
    """As the system ends a process when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)
