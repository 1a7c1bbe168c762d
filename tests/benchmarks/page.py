"""How fast 加梯分摊.html is beside the command, at full speed and on a computer four times as slow.

Run:  python tests/benchmarks/page.py [PAGE.html]     (ten minutes; needs chromium and the extra ``test``)

* page: what a user waits for, in a real Chromium; ``processor`` is what the browser's process used meanwhile,
  which other programs on this machine do not lengthen.
* command: the same work by this machine's Python in a process that has done such work before.
* a quarter: Chromium slows the main thread of a page only, and the work is in a worker; so its processes are
  stopped for three quarters of the time, in turns of 40 ms.

Memory is that of the browser's process; of it the WebAssembly of Python and of IronCalc, and the heap of the
worker's JavaScript. Books that come back are audited again and again: the memory must not grow.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from slowing import Slowed, Watched

sys.path.insert(0, str(Path(__file__).parent.parent / "page"))
from chromium import launched
from random_books import OUT, Case, made

ROOT = Path(__file__).parents[2]

AUDITS = 200
_HOUSE = ("make", "南京", "--cost", "600000", "-o", OUT)
#: What is timed one after another: name → words; a name in brackets is checked.
BOOKS = {
    "first book, 14 households": (*_HOUSE, "--storeys", "7", "--areas", "80,100"),
    "the same shape": (*_HOUSE, "--storeys", "7", "--areas", "81,99.5"),
    "another shape, 15 households": (*_HOUSE, "--storeys", "5", "--areas", "80,100,120"),
    "every sheet": (*_HOUSE, "--storeys", "7", "--areas", "80,100", "--with", "全部"),
    "blank, 40 households": ("make", "南京", "-o", OUT),
}
CHECKS = ("first check", "second check")
#: Gives a book's bytes to the worker and waits for the answer.
RUN = """async ([words, bytes]) => {
  const files = bytes ? { "簿.xlsx": Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0)) } : {};
  const { status, files: wrote } = await window.elevshare.run(words, files);
  return [status, Object.values(wrote).map((one) => one.length)];
}"""


def shapes() -> list[bytes]:
    """Books of four shapes, as they come back."""
    sizes = (("3", "80"), ("4", "80,100"), ("5", "80,90"), ("6", "70,80"))
    return [
        made(Case("", (*_HOUSE, "--storeys", one, "--areas", two), {}))[2] for one, two in sizes
    ]


def by_command() -> dict[str, float]:
    """Seconds of every work by the command, warm."""
    times = {}
    for name, words in BOOKS.items():
        made(Case("", words, {}))
        start = perf_counter()
        data = made(Case("", words, {}))[2]
        times[name] = perf_counter() - start
        if name == "first book, 14 households":
            book = data
    for name in CHECKS:
        start = perf_counter()
        made(Case("", ("check", OUT), {OUT: book}))
        times[name] = perf_counter() - start
    return times


def by_page(browser, page: Path, slow: bool) -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Seconds, and seconds of the processor, of every work in the page; what memory it takes."""
    book = b64encode(made(Case("", BOOKS["first book, 14 households"], {}))[2]).decode()
    watched = Watched(browser)
    times: dict[str, tuple[float, float]] = {}

    def timed(name, work) -> None:
        start, used = perf_counter(), watched.processor()
        work()
        times[name] = perf_counter() - start, watched.processor() - used

    with Slowed(watched.process, slow):
        timed("open until ready", lambda: watched.open(page))
        for name, words in BOOKS.items():
            timed(name, lambda words=words: watched.page.evaluate(RUN, [words, None]))
        for name in CHECKS:
            timed(name, lambda: watched.page.evaluate(RUN, [["check", OUT], book]))
    memory = [f"after these: {watched.memory()}"]
    if not slow:
        memory += audits(watched)
    watched.close()
    return times, memory


def audits(watched: Watched) -> list[str]:
    """Memory after more and more audits of four shapes in turn."""
    said, start = [], perf_counter()
    books = cycle(b64encode(one).decode() for one in shapes())
    for number, book in zip(range(1, AUDITS + 1), books, strict=False):
        watched.page.evaluate(RUN, [["check", OUT], book])
        if number in (4, 40, AUDITS // 2, AUDITS):
            said.append(f"after {number} audits: {watched.memory()}")
    each = (perf_counter() - start) / AUDITS
    return [*said, f"an audit took {each:.2f} s"]


def show(page: Path, command, full, quarter) -> None:
    """One table: seconds, and ratios to the command."""
    print(f"{page.name}: {page.stat().st_size / 1e6:.2f} MB")
    heads = ("", "command", "page", "processor", "page/command", "at a quarter", "processor")
    print("{:30} {:>8} {:>8} {:>10} {:>13} {:>13} {:>10}".format(*heads))
    for name, (wall, used) in full.items():
        here = command.get(name)
        parts = (f"{here:.2f}", f"{wall / here:.1f}") if here else ("", "")
        slow, slowly = quarter[name]
        print(f"{name:30} {parts[0]:>8} {wall:8.2f} {used:10.2f} {parts[1]:>13} {slow:13.2f} {slowly:10.2f}")  # fmt: skip


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        page = Path(sys.argv[1]) if sys.argv[1:] else Path(folder, "加梯分摊.html")
        if not sys.argv[1:]:
            build = ROOT / "generator/page/build.py"
            subprocess.run([sys.executable, build, "-o", page], check=True, capture_output=True)
        command = by_command()
        with launched() as browser:
            full, memory = by_page(browser, page, slow=False)
        with launched() as browser:
            quarter, _ = by_page(browser, page, slow=True)
        show(page, command, full, quarter)
        print(*memory, sep="\n")
        print(json.dumps({"load of this machine": Path("/proc/loadavg").read_text().split()[:3]}))


if __name__ == "__main__":
    main()
