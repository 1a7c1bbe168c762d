"""The desk of the page: files in, an answer and files out, nothing kept between two requests."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from elevshare import cli
from elevshare.page.engine import Bridge, IronCalcEngine
from elevshare.workbook.engine.opening import use_engine


class Desk:
    """Runs the commands of the program on files in memory."""

    def __init__(self, bridge: Bridge) -> None:
        use_engine(lambda draft: IronCalcEngine(draft, bridge))

    def run(self, arguments: str, files: Mapping[str, bytes]) -> tuple[int, str, dict[str, bytes]]:
        """Run a command as it is typed.

        Args:
            arguments: its words, as a JSON list.
            files: name → bytes, of what it reads.

        Returns:
            its status, what it said, and the files that it wrote.
        """
        before, said = os.getcwd(), io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            sys.path.insert(0, "") if "" not in sys.path else None
            try:
                for name, data in files.items():
                    Path(name).write_bytes(bytes(data))
                with redirect_stdout(said), redirect_stderr(said):
                    status = cli.main(json.loads(arguments))
                wrote = {
                    str(path): path.read_bytes()
                    for path in Path().rglob("*")
                    if path.is_file() and str(path) not in files
                }
            finally:
                os.chdir(before)
        return status, said.getvalue(), wrote
