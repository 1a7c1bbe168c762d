"""Compute the values of a book's formulas: a small separate program, so that it can be stopped.

``calculator.py MEGABYTES SECONDS`` reads a book from stdin and writes it to stdout, or names the
formula that it cannot compute on stderr. The system stops it when it has taken the megabytes (on
top of what it starts with) or the seconds. It does not import ``elevshare``, to start fast.
"""

import sys
from contextlib import suppress

#: Field of /proc/self/statm with the pages of data.
_DATA = 5


def _bound(megabytes: int, seconds: int) -> None:
    """Limit the memory and CPU time of this program; Windows has no such limits."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        with open("/proc/self/statm") as file:  # noqa: PTH123
            used = int(file.read().split()[_DATA]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (used + megabytes * 1024 * 1024,) * 2)


def main() -> int:
    """Compute the book on stdin; return 3 if it cannot be computed."""
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
