"""IronCalc, and the page's Python with it, under Node.js, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = ROOT / "generator/page"


def fetched() -> None:
    """npm's packages are there; one of the test processes fetches them, once."""
    with FileLock(Path(tempfile.gettempdir()) / "elevshare-npm.lock"):
        if not (
            PAGE / "node_modules/.package-lock.json"
        ).is_file():  # written by npm when it is done
            subprocess.run(["npm", "ci", "--silent"], cwd=PAGE, check=True, timeout=300)


class NodeProcess:
    """A program of Node.js: a line of JSON in, and one out."""

    def __init__(self, program: str) -> None:
        fetched()
        self._process = subprocess.Popen(
            ["node", HERE / program, PAGE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, *asked: object) -> object:
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait(10)


class NodeBridge(NodeProcess):
    """A ``Bridge`` whose books are in a process of Node.js."""

    def __init__(self) -> None:
        super().__init__("bridge_server.mjs")

    def __getattr__(self, method: str):
        return partial(self.ask, method)


class PageDesk(NodeProcess):
    """The page's desk: commands on files in memory, run by the Python that the page holds."""

    def __init__(self) -> None:
        super().__init__("desk_server.mjs")

    def run(self, *words: str, **files: bytes) -> tuple[int, str, dict[str, bytes]]:
        """Status, what was said, and the files written."""
        return self.run_on(files, *words)

    def run_on(self, files: dict[str, bytes], *words: str) -> tuple[int, str, dict[str, bytes]]:
        """The same, for files of any name."""
        given = {name: data.hex() for name, data in files.items()}
        status, said, wrote = self.ask(words, given)
        return status, said, {name: bytes.fromhex(data) for name, data in wrote.items()}

    def memory(self) -> tuple[int, int]:
        """How many bytes the memories of Python and of IronCalc have grown to."""
        python, ironcalc = self.ask(["memory"], {})
        return python, ironcalc
