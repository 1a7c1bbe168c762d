"""Where Excel and xlwings look on a Windows machine, as its environment variables say."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from elevshare.errors import InputError
from elevshare_addin.packing.modules import PROJECT


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one user, the Python that Excel is to start, and the ANSI code page."""

    appdata: Path
    profile: Path
    local: Path
    python: Path
    code_page: str

    @property
    def xlstart(self) -> Path:
        """The folder of which Excel opens every file when it starts."""
        return self.appdata / "Microsoft" / "Excel" / "XLSTART"

    @property
    def addin(self) -> Path:
        """The add-in file."""
        return self.xlstart / f"{PROJECT}.xlam"

    @property
    def home(self) -> Path:
        """Where xlwings looks for the configuration of an add-in of our name."""
        return self.profile / f".{PROJECT}"

    @property
    def config(self) -> Path:
        """The configuration that the VBA reads."""
        return self.home / f"{PROJECT}.conf"

    @property
    def backup(self) -> Path:
        """What was there before us; not in XLSTART, where Excel would open it."""
        return self.home / "backup"

    @property
    def record(self) -> Path:
        """What ``install`` wrote and what it found."""
        return self.home / "installed.json"


def here(environ: Mapping[str, str] | None = None) -> Places:
    """This machine.

    ``ELEVSHARE_CODE_PAGE`` stands for the ANSI code page where the system's own is another
    (a made-up Windows folder on Linux).

    Raises:
        InputError: this is no Windows machine.
    """
    given = os.environ if environ is None else environ
    for name in ("APPDATA", "USERPROFILE", "LOCALAPPDATA"):
        if not given.get(name):
            raise InputError(
                f"没有环境变量 {name}",
                todo="加载项只用于 Windows 版 Excel，请在装有 Excel 的 Windows 电脑上运行",
            )
    return Places(
        appdata=Path(given["APPDATA"]),
        profile=Path(given["USERPROFILE"]),
        local=Path(given["LOCALAPPDATA"]),
        python=Path(sys.executable),
        code_page=given.get("ELEVSHARE_CODE_PAGE") or locale.getencoding(),
    )
