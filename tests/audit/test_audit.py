"""What an audit says of a book as a whole: its verdict, what it cannot compare, its words."""

from __future__ import annotations

import re
from pathlib import Path

import bases
import comparing
import pytest
from bookfile import BookFile
from sampling import BOOKS_KEPT

from elevshare import __version__
from elevshare.audit import original, report
from elevshare.audit.finding import KINDS, VERDICTS, Finding, Level
from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.returned import made, read_back
from elevshare.returned.version import Age
from elevshare.templates import EXAMPLE, ready_books
from elevshare.workbook.book import make_book
from elevshare.workbook.compare.book import draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.recipe import Recipe

#: Where 说明 tells the version.
VERSION = "L3"
MANUAL = Path(__file__).parents[2] / "docs" / "13-收回来的簿子.md"


def changed(*changes, base="plain"):
    """A book with texts of its parts replaced: (part or title, old, new)."""
    file = BookFile(bases.book(base))
    for part, old, new in changes:
        file.change(part if "/" in part else file.path(part), old, new)
    return file


def kinds(audit):
    """What was found."""
    return {one.kind for one in audit.findings}


def test_the_example_passes(audited):
    audit = audited(make_book(ready_books()[EXAMPLE]))
    assert (audit.verdict, audit.failed, audit.findings) == ("通过", 0, ())
    assert report.text(audit).startswith("簿.xlsx：通过（方案 南京，版本 ")


def test_a_caller_may_keep_fewer_books_as_they_were_made():
    one, two = Recipe("nanjing", flats=2, storeys=2), Recipe("nanjing", flats=3, storeys=3)
    try:
        made.keep(1)
        first = original.original_of(one)
        assert original.original_of(one) is first
        original.original_of(two)
        assert original.original_of(one) is not first
    finally:
        made.keep(BOOKS_KEPT)


def test_a_draft_is_told_and_passes(audited):
    audit = audited(bases.typed("plain", {("住户", "C5"): None}))
    assert (audit.verdict, audit.failed > 0) == ("通过", True)
    assert "草案" in report.text(audit).splitlines()[0]


def test_a_book_without_stored_results_is_computed(audited):
    file = BookFile(bases.book("plain"))
    path = file.path("分摊")
    for part in file.parts:
        if part.startswith("xl/worksheets/sheet"):
            file.parts[part] = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", file.parts[part])
    assert b"</f><v>" not in file.parts[path]
    audit = audited(file.data())
    assert (audit.verdict, kinds(audit)) == ("通过", {"values-missing"})


def test_what_replaces_a_formula_is_no_stored_result(audited):
    file = BookFile(bases.book("plain"))
    for part in file.parts:
        if part.startswith("xl/worksheets/sheet"):
            file.parts[part] = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", file.parts[part])
    path = file.path("分摊")
    number = rb"\g<1><v>7</v>"
    file.parts[path], found = re.subn(
        rb'(<c r="J25"[^>]*>)<f>[^<]*</f>', number, file.parts[path], count=1
    )
    assert found == 1
    said = kinds(audited(file.data()))
    assert {"values-missing", "formula-overwritten"} <= said and "value-stale" not in said


def test_a_version_that_the_papers_do_not_name_is_not_believed(audited):
    """Whoever writes an earlier version on 说明 does not get away with a milder audit."""
    file = changed(base="plain")
    file.words("说明", VERSION, "0.0.9")
    formula = file.formula("分摊", "J22").replace("&quot;", '"')
    value = re.search(r"<v>(.*?)</v>", file.xml("分摊", "J22"))[1]
    file.calculate("分摊", "J22", f"{formula}+0", value)
    file.number("分摊", "J23", 1)
    audit = audited(file.data())
    assert {"version-doubtful", "formula-edited", "formula-overwritten"} <= kinds(audit)
    assert audit.verdict == "不可信" and audit.age is Age.SAME


def of_version(version):
    """The plain book as if another version had made it, named wherever it names its own."""
    file = BookFile(bases.book("plain"))
    for part in file.parts:
        if part.startswith("xl/worksheets/sheet"):
            ours = f"加梯分摊 {__version__}"
            file.parts[part] = file.text(part).replace(ours, f"加梯分摊 {version}").encode()
    file.change("docProps/core.xml", f"加梯分摊 {__version__}", f"加梯分摊 {version}")
    file.words("说明", VERSION, version)
    return file


def test_a_book_of_a_later_version_is_not_judged(audited):
    file = of_version("99.0")
    file.number("分摊", "J22", 1)
    audit = audited(file.data())
    assert kinds(audit) == {"version-unknown"} and audit.failed is None
    assert (audit.verdict, audit.level) == ("未核对", Level.CHANGED)
    assert "没有核对，请用新版的软件核对" in report.text(audit)
    with pytest.raises(InputError, match="由更新的版本生成"):
        read_back(opened(file.data(), "簿.xlsx"))


def test_a_book_of_an_earlier_version_is_held_against_itself_and_the_rules(audited):
    file = of_version("0.0.9")
    audit = audited(file.data())
    assert (audit.verdict, audit.age) == ("通过", Age.OLDER)
    file.number("分摊", "J22", 1)
    found = {(one.kind, one.sheet, one.area) for one in audited(file.data()).findings}
    assert ("formula-overwritten", "分摊", "J22") in found
    assert ("amount-differs", "分摊", "J22") in found


def test_amounts_forged_all_through_the_book_are_told_by_the_rules(audited):
    """Formula, results and sums agree with each other, and yet are not what the rules give."""
    file = BookFile(bases.book("plain"))
    for row, fen in ((23, 1), (24, -1)):
        value = float(re.search(r"<v>(.*?)</v>", file.xml("分摊", f"J{row}"))[1])
        formula = file.formula("分摊", f"J{row}").replace("&quot;", '"')
        file.calculate("分摊", f"J{row}", f"{formula}+{fen / 100}", value + fen / 100)
    found = [one for one in audited(file.data()).findings if one.kind == "amount-differs"]
    assert [one.area for one in found] == ["J23", "J24"]
    assert "按规则应是" in found[0].text


def test_a_sum_that_does_not_close(audited):
    file = BookFile(bases.book("plain"))
    file.store("分摊", "J24", 1)
    (found,) = (one for one in audited(file.data()).findings if one.kind == "sum-open")
    assert (found.sheet, found.area) == ("分摊", "D7") and "差" in found.text


def test_a_number_of_ones_own_is_told_and_passes(audited):
    audit = audited(bases.typed("plain", {("参数", "B46"): 0.9}))
    (found,) = audit.findings
    assert (audit.verdict, found.kind, found.place) == ("通过", "number-own", "「参数」B46")
    assert found.text == "3 层系数用的是 0.9，方案的来源写的是 1"


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("比较.xlsx", lambda: comparison(), "是比较簿"),
        ("别的.xlsx", lambda: foreign(), "不是本工具生成的簿子"),
        ("坏的.xlsx", lambda: bases.book("plain")[:5000], "损坏"),
        ("文本.xlsx", lambda: b"a,b", "不是 Excel 工作簿"),
    ],
)
def test_what_is_no_book_of_households_is_refused(name, make, said, audited):
    with pytest.raises(InputError, match=said):
        audited(make(), name)


def comparison():
    """A comparison book."""
    return filled(draft(comparing.plan_of(comparing.filled(comparing.THREE, storeys=3))))


def foreign():
    """A workbook that is none of ours."""
    file = BookFile(bases.book("plain"))
    file.sub("xl/workbook.xml", r"<definedNames>.*</definedNames>", "")
    return file.data()


def test_only_the_first_findings_of_a_kind_on_a_sheet_are_told(audited):
    file = BookFile(bases.book("plain"))
    for row in range(22, 42, 2):
        file.words("分摊", f"CT{row}", "备注")
    audit = audited(file.data())
    assert len([one for one in audit.findings if one.kind == "typed-beside"]) == 10
    assert "「分摊」另有 4 处：表格以外多了内容" in report.text(audit)


def test_texts_of_a_book_steer_no_terminal(audited):
    file = BookFile(bases.book("plain"))
    file.words("分摊", "BT22", "\u202eabc\u200b")
    assert "<U+202E>abc<U+200B>" in report.text(audited(file.data()))


def test_the_manual_lists_every_kind_with_its_verdict():
    words = {Level.NOTE: "提示", Level.CHANGED: "有改动", Level.DISTRUST: "不可信"}
    rows = [f"| {key} | {words[level]} | {text} |" for key, (level, text) in KINDS.items()]
    assert "\n".join(rows) in MANUAL.read_text("utf-8")
    assert set(VERDICTS) == set(Level)


def test_every_kind_has_a_level():
    assert all(Finding(kind, "").level in VERDICTS for kind in KINDS)


def test_the_same_book_again_after_a_tampered_one(audited):
    """The engine of a recipe is used again: what was changed in one book must not stay."""
    tampered = BookFile(bases.book("plain"))
    tampered.number("分摊", "AO22", 5)
    tampered.words("住户", "B6", "999")
    assert audited(tampered.data()).verdict == "不可信"
    assert audited(bases.book("plain")).findings == ()


def test_a_number_stored_as_a_text_and_a_day_out_of_bounds(audited):
    file = BookFile(bases.book("usual"))
    file.words("住户", "D9", "80.17 左右")
    file.words("住户", "D10", "80.17 ㎡")
    file.number("台账", "B12", 99)
    said = [one.text for one in audited(file.data()).findings if one.kind == "input-out-of-range"]
    areas = [one for one in said if "80.17" in one]
    assert areas == ["填的是文字“80.17 左右”，限填 0.01 到 9999.99 的数字"]
    assert any(re.search(r"限填 \d{4}-\d\d-\d\d 到 \d{4}-\d\d-\d\d 的日期", one) for one in said)


def test_a_method_in_other_words_is_no_finding(audited):
    file = BookFile(bases.book("usual"))
    file.words("台账", "F12", "银行转账")
    assert "input-out-of-range" not in {one.kind for one in audited(file.data()).findings}
    file.words("台账", "B12", "三月")
    assert "input-out-of-range" in {one.kind for one in audited(file.data()).findings}
