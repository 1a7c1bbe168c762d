"""Fill the values of a book's formulas: a small program of its own, which can be stopped.

It reads a book from its input and writes it to its output; a formula that it cannot compute it names
on its error stream. It must not import ``elevshare``: it starts many times.
"""

import sys
from contextlib import suppress

#: Bytes that computing may take besides the program itself, and seconds.
MEMORY, SECONDS = 240 * 1024 * 1024, 5


def _bound() -> None:
    """Ask the system to stop this program where it takes too much; Windows has no such thing."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm") as file:  # noqa: PTH123
            used = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY,) * 2)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def main() -> int:
    """Compute; 3 where the book cannot be computed."""
    import formualizer

    data = sys.stdin.buffer.read()
    _bound()
    try:
        sys.stdout.buffer.write(bytes(formualizer.recalculate_xlsx_bytes(data)["bytes"]))
        sys.stdout.buffer.flush()
    except BaseException as error:  # a panic of the engine is no Exception
        sys.stderr.buffer.write(str(error)[:500].encode())
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
