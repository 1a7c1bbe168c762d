"""``elevshare roster``: show what is understood of rosters."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from elevshare.commands.building import add_choices, choices_from

if TYPE_CHECKING:
    from elevshare.intake.tables.choices import TableChoices
    from elevshare.intake.tables.report import TableReport
    from elevshare.rules.share import Flat

_REFUSED = 2


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("files", metavar="名册", nargs="+", help="住户名册（.xlsx 或 .csv）")
    add_choices(parser)
    parser.add_argument("--storeys", metavar="层数", help="总层数，如 7")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(options: Namespace) -> int:
    """Print what is understood; 1 where there is something to look at, 2 where one is refused."""
    from elevshare.commands.output import json_text
    from elevshare.errors import InputError

    choices, worst, records = choices_from(options), 0, []
    for file in options.files:
        try:
            report, flats = _understood(file, choices, options.storeys)
        except InputError as error:
            worst = _REFUSED
            records.append({"file": file, "error": str(error)})
            print(f"错误：{error}", file=sys.stderr)
            continue
        worst = max(worst, bool(report.remarks))
        records.append(record_of(file, report, flats))
        if not options.json:
            _show(report, flats)
    if options.json:
        print(json_text(records))
    return worst


def _understood(
    file: str, choices: TableChoices, storeys: str | None
) -> tuple[TableReport, tuple[Flat, ...]]:
    """The report of a roster, and its households."""
    from elevshare.intake import roster_flats
    from elevshare.intake.fields import stated_storey_of

    highest = stated_storey_of(storeys, "--storeys", what="总层数") if storeys else None
    return roster_flats(file, choices, highest)


def _show(report: TableReport, flats: tuple[Flat, ...]) -> None:
    """Print the report and a table of the households."""
    from elevshare.commands.households import terms_text, with_reasons
    from elevshare.commands.output import rows_text
    from elevshare.commands.understood import full
    from elevshare.text import storey_text

    rows: list[tuple[str, ...]] = [("房号", "楼层", "面积㎡", "业主", "参与")]
    rows += [
        (flat.room, storey_text(flat.storey), _area(flat), flat.owner, _yes(flat.taking_part))
        for flat in flats
    ]
    terms = [terms_text(flat, percent=report.by_household) for flat in flats]
    if any(terms):
        pairs = zip(rows, ["系数或定额", *terms], strict=True)
        rows = with_reasons([(*row, own) for row, own in pairs], flats)
    print("\n".join(full(report)))
    print(rows_text(rows, right=(1, 2)))


def _yes(answer: bool) -> str:
    """是 or 否."""
    return "是" if answer else "否"


def _area(flat: Flat) -> str:
    """An area in m², empty where there is none."""
    return f"{flat.area // 100}.{flat.area % 100:02d}" if flat.area else ""


def record_of(file: str, report: TableReport, flats: tuple[Flat, ...]) -> dict[str, Any]:
    """The report for programs."""
    from elevshare.commands.households import terms_record

    return {
        "file": file,
        "source": report.source,
        "heading_rows": report.heading,
        "columns": [one._asdict() for one in report.columns],
        "columns_left_alone": report.alone,
        "rows_left_out": [one._asdict() for one in report.left_out],
        "translated": [one._asdict() for one in report.translated],
        "remarks": report.remarks,
        "doubts": [one._asdict() for one in report.doubts],
        "stairwell": report.stairwell,
        "households": report.households,
        "taking_part": report.taking,
        "area_m2": report.area / 100,
        "by_household": report.by_household,
        "flats": [
            {
                "at": place,
                "room": flat.room,
                "storey": flat.storey,
                "area_m2": flat.area / 100,
                "owner": flat.owner,
                "taking_part": flat.taking_part,
                **terms_record(flat),
            }
            for place, flat in zip(report.places, flats, strict=True)
        ],
    }
