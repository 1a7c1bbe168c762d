"""The licences of all that is inside the page: who made it, of which version, and the texts."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE / "licences"
#: The licence of the project itself lies where everybody looks for it.
OWN = {"elevshare": HERE.parents[1] / "LICENSE"}


def own_version() -> str:
    """The version of this program, as its source says."""
    source = (HERE.parent / "elevshare/__init__.py").read_text("utf-8")
    return source.partition('__version__ = "')[2].partition('"')[0]


def entries() -> list[dict[str, Any]]:
    """What is inside, in order: ``pip`` or ``npm`` names the package whose version it is."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "list.json").read_text("utf-8"))
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    for one in found:
        if one.get("pip") == "elevshare":
            one["version"] = own_version()
        elif "pip" in one:
            one["version"] = importlib.metadata.version(one["pip"])
        elif "npm" in one:
            one["version"] = locked[f"node_modules/{one['npm']}"]["version"]
    return found


def licences() -> bytes:
    """The list and its texts as JSON, for the page's 许可."""
    listed = entries()
    texts = {name: _text(name) for one in listed for name in one["texts"]}
    return json.dumps({"list": listed, "texts": texts}, ensure_ascii=False).encode()


def _text(name: str) -> str:
    return OWN.get(name, FOLDER / f"{name}.txt").read_text("utf-8").strip()
