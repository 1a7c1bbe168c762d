"""Small rosters as files, for the tests of what people hand in."""

from __future__ import annotations

import openpyxl
import pytest
from small_roster import HEADING, LINES, text, workbook


@pytest.fixture(params=["xlsx", "csv"])
def write(request, tmp_path):
    """Write rows as a workbook, and as a text."""
    kind = {"xlsx": workbook, "csv": text}[request.param]
    return lambda rows: kind(tmp_path / f"名册.{request.param}", rows)


@pytest.fixture
def book(tmp_path):
    """A plain roster; what ``change`` does to its sheet and workbook is saved."""

    def changed(change):
        made = openpyxl.Workbook()
        for row in [HEADING, *LINES]:
            made.active.append(row)
        change(made.active, made)
        made.save(tmp_path / "名册.xlsx")
        return tmp_path / "名册.xlsx"

    return changed
