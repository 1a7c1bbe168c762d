"""The built WPS add-in in a Node process: calls in, answers out."""

import json
import subprocess
from pathlib import Path

import build

PAGE = Path(__file__).parent / "wps_page.cjs"


class Wps:
    """The add-in as built into a folder."""

    def __init__(self, folder):
        self.folder = build.write_folder(folder)

    def answers(self, calls, script=None):
        """The answers to many calls, each (function, arguments), of one process."""
        lines = "".join(json.dumps(call) + "\n" for call in calls)
        command = ["node", PAGE, script or self.folder / "main.js"]
        done = subprocess.run(
            command, input=lines, capture_output=True, encoding="utf-8", timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def reasons(self, calls):
        """What ELEVCHECK says of many calls."""
        return self.answers([("ELEVCHECK", [name, *given]) for name, given in calls])


def shown(result):
    """A result as the add-in gives it to WPS: what is empty is an empty text."""
    if not isinstance(result, list):
        return result
    return [["" if cell is None else cell for cell in row] for row in result]


def in_cells(value):
    """An argument as WPS hands over any: rows of cells, a number where one is missing."""
    if value is None:
        return {"missing": True}
    return value if isinstance(value, list) else [[value]]


def as_range(value):
    """An argument as the range itself; the values of a single cell are no rows."""
    return {"missing": True} if value is None else {"range": value}


def with_empty_texts(value):
    """An argument whose empty cells are empty texts."""
    if not isinstance(value, list):
        return value
    return [["" if cell is None else cell for cell in row] for row in value]
