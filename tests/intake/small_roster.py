"""A small roster in rows, written as a workbook or a text, and what has to come of it."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.intake.tables.choices import choices_of
from elevshare.intake.tables.report import TableReport
from elevshare.schemes import find

HEADING = ["房号", "楼层", "建筑面积", "业主", "参与"]
LINES = [
    ["101", 1, 61.03, "张三", "否"],
    ["102", 1, 80.5, "李四", "是"],
    ["201", 2, 61.03, "王五", "是"],
    ["202", 2, 80.5, "赵六", "是"],
]
#: The building of them all, as (room, storey, area in 0.01 m², owner, taking part).
FOUR = [
    ("101", 1, 6103, "张三", False),
    ("102", 1, 8050, "李四", True),
    ("201", 2, 6103, "王五", True),
    ("202", 2, 8050, "赵六", True),
]


def flats(path, report=None, **chosen):
    """The flats of a roster; ``chosen`` has options such as entrance="2"."""
    return project_from(
        find("通用-按面积"),
        roster=str(path),
        cost="60万",
        report=report,
        choices=choices_of(**chosen),
    ).flats


def read(path):
    return [
        (flat.room, flat.storey, flat.area, flat.owner, flat.taking_part) for flat in flats(path)
    ]


def remarks(path):
    """What the reader wants to be looked at."""
    flats(path, report := TableReport())
    return "\n".join(report.remarks)


def refusal(path):
    with pytest.raises(InputError) as caught:
        read(path)
    return str(caught.value)


def right_or_refused(path, right, *words):
    """What is read is right, or the refusal says one of the words."""
    try:
        assert read(path) == right
    except InputError as error:
        assert any(word in str(error) for word in words), str(error)


def workbook(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def text(path, rows, encoding="gb18030"):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def with_column(heading, values, at=5):
    """The plain roster with one more column."""
    rows = zip([HEADING, *LINES], [heading, *values], strict=True)
    return [[*row[:at], value, *row[at:]] for row, value in rows]


def changed(column, values):
    """The plain roster with other cells in one column."""
    rows = zip(LINES, values, strict=True)
    return [HEADING, *([*row[:column], value, *row[column + 1 :]] for row, value in rows)]
