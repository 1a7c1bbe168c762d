"""One edit of the record on 来源: it is told there, first, and nothing else is."""

import re

import bases
from bookfile import BookFile

from elevshare.audit import report
from elevshare.audit.audited import Audit
from elevshare.audit.finding import Finding
from elevshare.returned.version import Age

#: What of the record is replaced by what; by default one more storey, which moves the fewest lines.
EDITS = (
    ("层数 3", "层数 4"),
    ("层数 3", "层数 40"),
    ("户数 6", "户数 60"),
    ("nanjing", "xianyang"),
)


def pytest_generate_tests(metafunc):
    """Every edit makes another book to compare with: one by default."""
    if "edit" in metafunc.fixturenames:
        metafunc.parametrize("edit", EDITS if metafunc.config.getoption("--all") else EDITS[:1])


def test_an_edited_record_is_told_at_its_cell(audited, edit):
    file = BookFile(bases.book("plain"))
    text = re.search(r"<t[^>]*>(.*?)</t>", file.xml("来源", "B9"))[1]
    assert edit[0] in text
    file.words("来源", "B9", text.replace(*edit))
    found = audited(file.data()).findings
    first, *more = [(one.kind, one.sheet, one.area) for one in found if one.kind != "draft"]
    assert first == ("recipe-changed", "来源", "B9")
    assert more == [("label-changed", "来源", "B9")]


def test_a_flood_of_findings_is_cut_short():
    many = tuple(Finding("formula-edited", "…", f"页{n}", "A1") for n in range(300))
    lines = report.text(Audit("簿", "", "", Age.SAME, None, many)).splitlines()
    assert len(lines) < 50 and "另有 260 行没有印出" in lines[-2]
