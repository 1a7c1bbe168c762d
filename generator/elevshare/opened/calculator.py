"""Compute the values of a book's formulas: a small separate program, so that it can be stopped.

``calculator.py MEGABYTES SECONDS`` reads a book from stdin and writes it to stdout, or names the
formula that it cannot compute on stderr. The system stops it when it has taken the megabytes (on
top of what it starts with) or the seconds. It does not import ``elevshare``, to start fast.
With a third argument, ``values``, a line comes before the book: sheet → areas (first row, first
column, last row, last column) as JSON; it writes sheet → area → rows of values instead, also of
books with more formulas than can be written again (about 100,000).
"""

import json
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


def _book(data: bytes) -> bytes:
    """The book with all its formulas computed."""
    import formualizer

    return bytes(formualizer.recalculate_xlsx_bytes(data)["bytes"])


def _values(data: bytes, areas: dict[str, list[list[int]]]) -> bytes:
    """The values of some areas of a book, row by row; an error is a mapping."""
    import formualizer

    settings = formualizer.EvaluationConfig()
    settings.enable_parallel = False
    config = formualizer.WorkbookConfig(
        mode=formualizer.WorkbookMode.Interactive, eval_config=settings, enable_changelog=False
    )
    book = formualizer.Workbook.from_bytes(data, config=config)
    book.set_temporal_egress("serial")
    book.evaluate_all()
    address = formualizer.RangeAddress
    found = {
        sheet: [book.sheet(sheet).get_values(address(sheet, *area)) for area in some]
        for sheet, some in areas.items()
    }
    return json.dumps(found).encode()


def main() -> int:
    """Compute the book on stdin; return 3 if it cannot be computed."""
    import formualizer  # noqa: F401  # what it takes by itself does not count

    areas = sys.stdin.buffer.readline() if sys.argv[3:] else b""
    data = sys.stdin.buffer.read()
    _bound(*map(int, sys.argv[1:3]))
    try:
        sys.stdout.buffer.write(_values(data, json.loads(areas)) if areas else _book(data))
        sys.stdout.buffer.flush()
    except BaseException as error:  # a panic of the engine is no Exception
        sys.stderr.buffer.write(str(error)[:500].encode())
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
