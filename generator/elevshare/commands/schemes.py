"""``elevshare schemes``: every scheme, what it states, its document and status; or a city's."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from elevshare.commands.output import json_text, rows_text
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.index import SchemeEntry, entries, entry_of

if TYPE_CHECKING:
    from elevshare.schemes import Scheme

_HEADS = ("代号", "地区", "名称", "内容", "状态", "依据")
_CITY_HEADS = ("代号", "名称", "内容", "状态", "命令里写", "依据")


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("city", metavar="城市", nargs="?",
                        help="只看这个城市的，并列出命令里怎么写，如 上海")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print the list."""
    if options.city is None:
        listed, heads, row = entries(), _HEADS, _row
    else:
        from elevshare.schemes.choose import of_city

        listed, heads, row = of_city(options.city), _CITY_HEADS, _row_of_city
    if options.json:
        from elevshare.schemes.load import shipped

        print(json_text([_record(shipped(entry.id)) for entry in listed]))
        return 0
    print(rows_text([heads, *map(row, listed)]))
    return 0


def _row_of_city(entry: SchemeEntry) -> tuple[str, ...]:
    """One scheme as a line of its city's table, with the words that choose it in a command."""
    from elevshare.schemes.choose import is_rule
    from elevshare.schemes.wording import contents_of, parts_taken, words_for

    words = words_for(entry) if is_rule(entry) else ""
    alone = {"share", "lease"} & set(entry.parts)
    name = f"{entry.city} {words}" if words else entry.name
    how = name if alone else f"加 {parts_taken(entry)}"
    return (entry.id, entry.name, contents_of(entry), entry.status, how, entry.title)


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
