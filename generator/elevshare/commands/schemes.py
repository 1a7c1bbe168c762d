"""``elevshare schemes``: every scheme in each version, what it states, its status; or a city's."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import TYPE_CHECKING

from elevshare.commands.output import json_text, rows_text
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.days import RUN_OUT, standing, today
from elevshare.schemes.index import Edition, SchemeEntry, entries, entry_of
from elevshare.schemes.status import STATUSES

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
    """Print the list, and below it how many of which status there are; or that of a city."""
    if options.city is None:
        listed = entries()
    else:
        from elevshare.schemes.choose import of_city

        listed = of_city(options.city)
    if options.json:
        from elevshare.schemes.load import shipped

        print(json_text([_record(shipped(entry.id)) for entry in listed]))
        return 0
    day = today()
    heads, row = (_HEADS, _row) if options.city is None else (_CITY_HEADS, _row_of_city)
    rows = [row(entry, one, day) for entry in listed for one in reversed(entry.editions)]
    print(rows_text([heads, *rows]))
    if options.city is None:
        print(f"\n{_summary(listed, day)}")
    return 0


def _row_of_city(entry: SchemeEntry, edition: Edition, day: str) -> tuple[str, ...]:
    """One version as a line of its city's table, with the words that choose it in a command."""
    from elevshare.schemes.choose import is_rule
    from elevshare.schemes.wording import contents_of, parts_taken, words_for

    at, status = _version_of(entry, edition), _status(edition, day)
    words = words_for(entry) if is_rule(entry) else ""
    alone = {"share", "lease"} & set(entry.parts)
    name = f"{entry.city} {words}" if words else entry.name
    how = f"{name}{at}" if alone else f"加 {parts_taken(entry)}{at}"
    return (f"{entry.id}{at}", f"{entry.name}{at}", contents_of(entry), status, how, edition.title)


def _version_of(entry: SchemeEntry, edition: Edition) -> str:
    """What names a version after the scheme's id or name; the newest one has the plain id."""
    return "" if edition is entry.editions[-1] else f"@{edition.label}"


def _status(edition: Edition, day: str) -> str:
    """The status of a version, and which parts do not hold on a day."""
    out = "、".join(f"{CONTENTS[part]}{said}" for part, said in _out_of_time(edition, day))
    return f"{edition.status}（{out}）" if out else edition.status


def _row(entry: SchemeEntry, edition: Edition, day: str) -> tuple[str, ...]:
    """One version of a scheme as a line of the table."""
    about = "、".join(CONTENTS[part] for part in entry.parts)
    at, status = _version_of(entry, edition), _status(edition, day)
    return (f"{entry.id}{at}", entry.city, f"{entry.name}{at}", about, status, edition.title)


def _out_of_time(edition: Edition, day: str) -> list[tuple[str, str]]:
    """Part of a version, and how it stands, of those that do not hold on a day."""
    found = ((part, standing(begins, ends, day)) for part, begins, ends in edition.terms)
    return [(part, said) for part, said in found if said]


def _summary(every: tuple[SchemeEntry, ...], day: str) -> str:
    """How many lines have each status, and which have run out."""
    editions = [(entry, edition) for entry in every for edition in entry.editions]
    counts = Counter(edition.status for _, edition in editions)
    out = sum((RUN_OUT in [said for _, said in _out_of_time(one, day)]) for _, one in editions)
    several = sum(len(entry.editions) > 1 for entry in every)
    heads = ("状态", *STATUSES, "合计", f"其中{RUN_OUT}")
    numbers = [counts[status] for status in STATUSES]
    row = ("项数", *map(str, (*numbers, sum(numbers), out)))
    about = (
        f"{len(every)} 个方案，其中 {several} 个有几版，每版一项；{RUN_OUT}的按今天（{day}）算："
    )
    return f"{about}\n{rows_text([heads, row], right=range(1, len(heads)))}"


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
        "versions": [_version(edition) for edition in entry_of(scheme).editions],
    }


def _version(edition: Edition) -> dict[str, object]:
    """One version as JSON: its name, status, and the first and last day of its parts."""
    times = {part: {"in_force": first, "expires": last} for part, first, last in edition.terms}
    return {"version": edition.label, "status": edition.status, "times": times}
