"""What the doctor says of a cause."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

REINSTALL = "请关闭 Excel，运行 elevshare-addin install"


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """A cause of failure and what to do; ``fatal`` where the add-in cannot work with it."""

    what: str
    todo: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"【{'故障' if self.fatal else '提醒'}】{self.what}。\n　　怎么办：{self.todo}。"


def blocked(file: Path) -> bool:
    """Whether Windows marked a file as coming from the internet (its stream Zone.Identifier)."""
    try:
        mark = file.with_name(f"{file.name}:Zone.Identifier").read_text(errors="replace")
    except (OSError, ValueError):
        return False
    return any(line.strip() in ("ZoneId=3", "ZoneId=4") for line in mark.splitlines())
