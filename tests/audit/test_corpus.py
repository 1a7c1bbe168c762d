"""Every way of tampering is found where it was done; no honest saving is taken for tampering."""

from __future__ import annotations

import subprocess

import bases
import pytest
from bookfile import BookFile
from harmless import HARMLESS, parts_reversed, saved_by_openpyxl
from honest_forms import FORMS, as_sheetjs_saves
from office import converted, need
from sampling import some, whole
from seen_otherwise import SEEN_OTHERWISE
from tampering import TAMPERINGS

from elevshare.audit.finding import KINDS, Level

#: The books that other programs save again.
RESAVED = some(("plain", "percent", "lease", "prepaid"), 4)


def wrong(audit):
    """What an audit finds that is more than a note."""
    return [(one.kind, one.place, one.text) for one in audit.findings if one.level > Level.NOTE]


def test_every_tampering_is_found_at_its_place(audited, record_property):
    missed, every = [], [*TAMPERINGS, *SEEN_OTHERWISE]
    tried = some(every, 9)
    for one in tried:
        file = BookFile(bases.book(one.base))
        one.do(file)
        audit = audited(file.data())
        found = {(each.kind, each.sheet, each.area) for each in audit.findings}
        grave = KINDS[one.kind][0] <= audit.level and audit.level > Level.NOTE
        if (one.kind, one.sheet, one.area) not in found or not grave:
            missed.append((one.name, sorted(found)[:5]))
    record_property("figure", f"篡改 {len(tried)} 种，找到 {len(tried) - len(missed)} 种")
    assert missed == []
    assert len(every) >= 250 and len({one.name for one in every}) == len(every)
    assert len(SEEN_OTHERWISE) >= max(125, len(every) / 2)


def test_no_honest_saving_is_reported(audited, tmp_path, record_property):
    saved = dict(by_other_programs(tmp_path))
    forms = [*HARMLESS, *FORMS]
    for do in some(forms, 6):
        file = BookFile(bases.book("plain"))
        do(file)
        saved[do.__name__] = file.data()
    found = {name: wrong(audited(data)) for name, data in saved.items()}
    false = {name: every for name, every in found.items() if every}
    record_property("figure", f"无害另存 {len(saved)} 种，误报 {len(false)} 种")
    assert false == {}
    assert len(saved) >= (60 if whole() else 5) and len(forms) >= 60


def test_what_sheetjs_drops_is_a_change_and_no_fraud(audited):
    file = BookFile(bases.book("plain"))
    as_sheetjs_saves(file)
    audit = audited(file.data())
    kinds = {one.kind for one in audit.findings}
    assert audit.verdict == "有改动", wrong(audit)[:9]
    assert {"protection-off", "validation-changed", "look-changed", "look-slight"} <= kinds


def by_other_programs(folder):
    """Name → bytes of what LibreOffice, Gnumeric, openpyxl and packers make of the books."""
    for name in RESAVED:
        (folder / f"{name}.xlsx").write_bytes(bases.book(name))
    files = [folder / f"{name}.xlsx" for name in RESAVED]
    need("ssconvert")
    converted(files, "xlsx", folder / "lo")
    for file in files:
        target = folder / f"gnumeric-{file.name}"
        subprocess.run(["ssconvert", file, target], check=True, capture_output=True)
        yield f"gnumeric {file.stem}", target.read_bytes()
        yield f"libreoffice {file.stem}", (folder / "lo" / file.name).read_bytes()
    for kind, of in (("ods", folder / "plain.xlsx"), ("xlsx", folder / "ods" / "plain.ods")):
        converted([of], kind, folder / "ods")
    yield "libreoffice by way of ods", (folder / "ods" / "plain.xlsx").read_bytes()
    for name in some(("plain", "lease"), 2):
        yield f"openpyxl {name}", saved_by_openpyxl(bases.book(name))
    yield "packed anew", parts_reversed(bases.book("prepaid"))
    yield "typed into", bases.typed("usual", TYPED)
    yield "emptied", bases.typed("usual", EMPTIED)


#: Every kind of input, filled in as users do.
TYPED = {
    ("参数", "B4"): "安苑东里一区", ("参数", "B8"): 46_100, ("参数", "A13"): "监理",
    ("参数", "B13"): 3000.5, ("参数", "C13"): "否", ("参数", "B24"): "手工填写",
    ("参数", "B25"): 200_000, ("参数", "B37"): "按户", ("参数", "B40"): "元",
    ("住户", "B11"): "401", ("住户", "C11"): 3, ("住户", "D11"): 61.03, ("住户", "F11"): "是",
    ("住户", "E11"): "=1+1", ("住户", "H6"): 100.25, ("住户", "J6"): "困难户",
    ("台账", "A12"): 2, ("台账", "A13"): 1,
    ("台账", "B12"): 46_200, ("台账", "C12"): "201", ("台账", "E12"): 1234.56,
    ("台账", "F12"): "转账",
}  # fmt: skip
EMPTIED = {("住户", f"{column}{row}"): None for row in range(5, 11) for column in "BCDEF"}


@pytest.mark.parametrize("name", bases.PROJECTS)
def test_a_book_as_it_was_made_passes(name, audited):
    audit = audited(bases.book(name))
    assert wrong(audit) == [] and audit.verdict == "通过"
    assert {one.kind for one in audit.findings} <= {"draft", "amounts-refused", "number-own"}
