"""Macros are what a file has, not what its content types say of parts that are not there."""

import pytest
from handmade import packed, parts, relations, types

from elevshare.errors import InputError
from elevshare.opened import opened

VBA, ENABLED = (
    "application/vnd.ms-office.vbaProject",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)
#: What SheetJS writes into every file.
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


def default(ending, kind):
    return types().replace(">", f'><Default Extension="{ending}" ContentType="{kind}"/>', 1)


def override(part, kind):
    return types().replace(
        "</Types>", f'<Override PartName="{part}" ContentType="{kind}"/></Types>'
    )


def read(content, **more):
    return opened(packed(parts("<row><c><v>1</v></c></row>", **more) | content), "名册.xlsx")


@pytest.mark.parametrize("kind", [BINARY, VBA])
def test_a_type_for_an_ending_that_no_part_has_is_no_macro(kind):
    assert read({}, types=default("bin", kind)).sheets[0].cells[1, 1].value == 1


def test_printer_settings_that_say_what_they_are_are_no_macro():
    settings = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"
    part = "xl/printerSettings/printerSettings1.bin"
    said = default("bin", VBA).replace(
        "</Types>", f'<Override PartName="/{part}" ContentType="{settings}"/></Types>'
    )
    assert read({part: b"\0"}, types=said).sheets


ROOT = types().replace('<Override PartName="/xl/workbook.xml"', "<Override PartName='/other.xml'")
UNSAID = ROOT.replace('Default Extension="xml" ContentType="application/xml"',
                      f'Default Extension="xml" ContentType="{ENABLED}"')  # fmt: skip
POINTING = relations(("worksheet", "worksheets/sheet1.xml"), ("vbaProject", "harmless.dat"))


@pytest.mark.parametrize(
    ("content", "more"),
    [
        ({"xl/vbaProject.bin": b"\xcc\x61"}, {}),
        ({"xl/other/VBAPROJECT.BIN": b"\xcc\x61"}, {}),
        ({"xl/harmless.bin": b"\xcc\x61"}, {"types": default("bin", VBA)}),
        ({"xl/harmless.BIN": b"\xcc\x61"}, {"types": default("Bin", VBA.upper())}),
        ({"xl/harmless.bin": b"\xcc\x61"}, {"types": default("bin", BINARY)}),
        ({"xl/harmless.dat": b"\xcc\x61"}, {"types": override("/xl/harmless.dat", VBA)}),
        ({}, {"types": override("/xl/nowhere.xml", ENABLED)}),
        ({}, {"types": UNSAID}),
        ({"xl/harmless.dat": b"\xcc\x61"}, {"rels": POINTING}),
    ],
)
def test_true_macros_are_refused(content, more):
    with pytest.raises(InputError, match=r"带有宏（.xlsm）。.*不要启用宏"):
        read(content, **more)
