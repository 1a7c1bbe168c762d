"""``elevshare schemes``: every scheme, what it states, its document and status."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from elevshare.commands.output import json_text, rows_text
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.index import SchemeEntry, entries, entry_of

if TYPE_CHECKING:
    from elevshare.schemes import Scheme


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print the list."""
    if options.json:
        from elevshare.schemes import load_all

        print(json_text([_record(scheme) for scheme in load_all()]))
        return 0
    heads = ("代号", "地区", "名称", "内容", "状态", "依据")
    print(rows_text([heads, *map(_row, entries())]))
    return 0


def _row(entry: SchemeEntry) -> tuple[str, ...]:
    """One scheme as a line of the table."""
    about = "、".join(CONTENTS[part] for part in entry.parts)
    return (entry.id, entry.city, entry.name, about, entry.status, entry.title)


def _record(scheme: Scheme) -> dict[str, object]:
    """One scheme as JSON."""
    document = scheme.document
    keys = ("title", "issuer", "number", "date", "article")
    return {
        "id": scheme.id,
        "city": scheme.city,
        "name": scheme.name,
        "family": scheme.family.value,
        "parts": entry_of(scheme).parts,
        "status": scheme.status,
        "summary": scheme.summary,
        "document": {key: getattr(document, key) for key in keys},
        "sources": [
            {key: getattr(source, key) for key in ("title", "publisher", "date", "kind")}
            for source in scheme.sources
        ],
    }
