"""``elevshare schemes``: every scheme, what it states, its document and status."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from elevshare.commands.output import json_text, rows_text
from elevshare.schemes import Scheme, load_all

#: Part of a scheme → what it is about, in a word.
PARTS = {
    "share": "分摊",
    "subsidy": "补贴",
    "compensation": "补偿",
    "lease": "租赁",
    "rides": "刷卡",
    "upkeep": "运维",
    "fund": "公积金",
    "consent": "表决",
}


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print the list."""
    if options.json:
        print(json_text([_record(scheme) for scheme in load_all()]))
        return 0
    heads = ("代号", "地区", "名称", "内容", "状态", "依据")
    rows = [_row(scheme) for scheme in load_all()]
    print(rows_text([heads, *rows]))
    return 0


def _parts(scheme: Scheme) -> list[str]:
    """The parts that a scheme states."""
    return [part for part in PARTS if getattr(scheme, part)]


def _row(scheme: Scheme) -> tuple[str, ...]:
    """One scheme as a line of the table."""
    about = "、".join(PARTS[part] for part in _parts(scheme))
    return (scheme.id, scheme.city, scheme.name, about, scheme.status, scheme.document.title)


def _record(scheme: Scheme) -> dict[str, object]:
    """One scheme as JSON."""
    document = scheme.document
    keys = ("title", "issuer", "number", "date", "article")
    return {
        "id": scheme.id,
        "city": scheme.city,
        "name": scheme.name,
        "family": scheme.family.value,
        "parts": _parts(scheme),
        "status": scheme.status,
        "summary": scheme.summary,
        "document": {key: getattr(document, key) for key in keys},
        "sources": [
            {key: getattr(source, key) for key in ("title", "publisher", "date", "kind")}
            for source in scheme.sources
        ],
    }
