"""IronCalc under Node.js, behind the bridge that the page has in a browser."""

from __future__ import annotations

import json
import subprocess
from functools import partial
from pathlib import Path

PAGE = Path(__file__).parents[1]


class NodeBridge:
    """A ``Bridge`` whose books are in a process of Node.js."""

    def __init__(self) -> None:
        if not (PAGE / "node_modules").is_dir():
            subprocess.run(["npm", "ci", "--silent"], cwd=PAGE, check=True)
        self._process = subprocess.Popen(
            ["node", Path(__file__).with_name("bridge_server.mjs"), PAGE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __getattr__(self, method: str):
        return partial(self._ask, method)

    def _ask(self, *asked: object) -> object:
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait(10)
