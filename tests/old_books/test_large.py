"""The largest book there can be, when it is old: every household, every sheet."""

from dataclasses import replace

import pytest
from buildings import EVERY, project
from growing import grown

from elevshare.audit.audited import audit_file
from elevshare.returned.version import Age
from elevshare.workbook.book import make_book


@pytest.mark.sampled(0)
def test_two_hundred_households_with_every_sheet_pass(tmp_path):
    """More formulas than can be written again, names of 204 rows."""
    one = replace(project(storeys=20, areas=(8000,) * 10), topics=EVERY)
    path = tmp_path / "簿.xlsx"
    path.write_bytes(make_book(one))
    with grown():
        audit = audit_file(path)
    assert (audit.verdict, audit.age) == ("通过", Age.OLDER), audit.findings
