"""A process that answers like the one that Excel starts, and what a cell shows of its answers."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

#: What Excel hands over for an error cell, by the error's text.
ERRORS = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246,
}
MISSING = ("missing",)


def cells(rows):
    """A range of cells; the texts of errors stand for error cells."""
    return ("range", [[ERRORS.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in rows])  # fmt: skip


def column(*values):
    """A range of one column."""
    return cells([[value] for value in values])


def row(*values):
    """A range of one row."""
    return cells([values])


class Excel:
    """Calls functions through xlwings' real conversion, in a process of its own."""

    def __init__(self):
        server = Path(__file__).with_name("server.py")
        self._process = subprocess.Popen(
            [sys.executable, server],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def call(self, name, *arguments):
        """What ``CallUDF`` returns; an argument that is no range is a constant in the formula."""
        given = [one if isinstance(one, tuple) else ("value", one) for one in arguments]
        pickle.dump((name, given), self._process.stdin)
        self._process.stdin.flush()
        result = pickle.load(self._process.stdout)
        if isinstance(result, Exception):
            raise result
        return result

    def wrapper(self):
        """The VBA that xlwings writes for the functions."""
        return self.call("wrapper")

    def loaded(self):
        """The modules that the process has loaded."""
        return self.call("loaded")

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=10)
