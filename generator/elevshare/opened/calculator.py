"""Fill the values of a book's formulas: a small program of its own, which can be stopped.

``calculator.py MEGABYTES SECONDS`` reads a book from its input and writes it to its output; a formula
that it cannot compute it names on its error stream. It may take the megabytes besides its own, and
the seconds. It must not import ``elevshare``: it starts many times.
"""

import sys
from contextlib import suppress

#: Where /proc/self/statm tells the pages of data.
_DATA = 5


def _bound(megabytes: int, seconds: int) -> None:
    """Ask the system to stop this program where it takes too much; Windows has no such thing."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        with open("/proc/self/statm") as file:  # noqa: PTH123
            used = int(file.read().split()[_DATA]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (used + megabytes * 1024 * 1024,) * 2)


def main() -> int:
    """Compute; 3 where the book cannot be computed."""
    import formualizer

    data = sys.stdin.buffer.read()
    _bound(*map(int, sys.argv[1:]))
    try:
        sys.stdout.buffer.write(bytes(formualizer.recalculate_xlsx_bytes(data)["bytes"]))
        sys.stdout.buffer.flush()
    except BaseException as error:  # a panic of the engine is no Exception
        sys.stderr.buffer.write(str(error)[:500].encode())
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
