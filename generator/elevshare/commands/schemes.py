"""``elevshare schemes``: every scheme with its document and status."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from elevshare.commands.output import json_text, rows_text
from elevshare.schemes import Scheme, load_all


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print the list."""
    if options.json:
        print(json_text([_record(scheme) for scheme in load_all()]))
        return 0
    heads = ("代号", "地区", "名称", "状态", "依据")
    rows = [(s.id, s.city, s.name, s.status, s.document.title) for s in load_all()]
    print(rows_text([heads, *rows]))
    return 0


def _record(scheme: Scheme) -> dict[str, object]:
    """One scheme as JSON."""
    document = scheme.document
    keys = ("title", "issuer", "number", "date", "article")
    return {
        "id": scheme.id,
        "city": scheme.city,
        "name": scheme.name,
        "status": scheme.status,
        "summary": scheme.summary,
        "document": {key: getattr(document, key) for key in keys},
        "sources": [
            {key: getattr(source, key) for key in ("title", "publisher", "date", "kind")}
            for source in scheme.sources
        ],
    }
