"""Kill a batch again and again, at random and just when it writes; count what is broken after.

``python tests/faults/kills.py [KILLS]`` kills 200 times and prints what was found.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

#: Small buildings, each quickly made, of two shapes.
ROWS = [f"楼{number},{3 + number % 2},100,{100_000 + number}" for number in range(6)]
LIST = "\n".join(["文件名,层数,每层面积,总费用", *ROWS])
#: Seconds after which a run of six books is taken to hang.
_LONGEST = 300


def command(listing: Path, folder: Path, *more: str) -> list[str]:
    """A batch with two processes."""
    words = ("batch", str(listing), "-o", str(folder), "--scheme", "南京", "--jobs", "2", *more)
    return [sys.executable, "-X", "faulthandler", "-m", "elevshare.cli", *words]


def hashes(folder: Path) -> dict[str, str]:
    """Every book that carries its name, with the hash of its bytes."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.xlsx")}


def whole_run(listing: Path, folder: Path) -> dict[str, str]:
    """The books of a run that nobody disturbs.

    Raises:
        AssertionError: it did not do all its work; where it hung, the message says at what.
    """
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command(listing, folder), **pipes)
    try:
        _, errors = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)
        _, errors = process.communicate()
    assert process.returncode == 0, errors.decode()
    assert not [*folder.rglob("*.tmp")], "temporary files were left"
    return hashes(folder)


def kill_often(place: Path, kills: int, seed: int) -> Counter[str]:
    """Kill a batch so often; how many books were broken after a kill, and missing in the end.

    Before each start a third of the books is taken away, so that there is always work.
    """
    dice = random.Random(seed)
    listing = place / "清单.csv"
    listing.write_text(LIST, "utf-8")
    start = time.perf_counter()
    right = whole_run(listing, place / "一次做完")
    length = time.perf_counter() - start
    folder, found = place / "出", Counter(kills=0, writing=0, finished=0, broken=0)
    folder.mkdir()
    for number in range(1, kills + 1):
        for path in dice.sample(there := sorted(folder.glob("*.xlsx")), len(there) // 3):
            path.unlink()
        found[_killed(command(listing, folder), folder, dice, length)] += 1
        found["broken"] += sum(right.get(name) != one for name, one in hashes(folder).items())
        if number % 20 == 0:
            print(f"{number:>4} kills, {found['broken']} broken", flush=True)
    end = whole_run(listing, folder)
    found["broken"] += sum(right.get(name) != one for name, one in end.items())
    found["missing"] = len(right.keys() - end.keys())
    return found


def _killed(words: list[str], folder: Path, dice: random.Random, length: float) -> str:
    """Start a batch and kill all its processes: after some time, or when it begins to write."""
    process = subprocess.Popen(
        words, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if dice.random() < 0.5:
        time.sleep(dice.uniform(0, length))
        how = "kills"
    else:
        delay = dice.uniform(0, 0.01)
        how = "writing" if any(_writing(process, folder)) else "finished"
        time.sleep(delay)
    if process.poll() is not None:
        how = "finished"
    os.killpg(process.pid, signal.SIGKILL) if how != "finished" else None
    process.wait()
    return how


def _writing(process: subprocess.Popen[bytes], folder: Path) -> Iterator[bool]:
    """Look until a temporary file is seen that was not there, or the process has ended."""
    inner = folder / ".elevshare-batch"
    before = set(inner.glob("*.tmp"))
    while process.poll() is None:
        yield bool(set(inner.glob("*.tmp")) - before)
        time.sleep(0.001)


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as where:
        begun = time.perf_counter()
        for what, count in kill_often(Path(where), number, seed=2).items():
            print(f"{what:<10}{count:>6}")
        print(f"{'seconds':<10}{time.perf_counter() - begun:>6.0f}")
