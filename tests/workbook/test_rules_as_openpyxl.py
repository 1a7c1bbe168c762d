"""What is written as text is what openpyxl would write: conditional formats, validations, styles."""

import re
from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.worksheet.datavalidation import DataValidationList

from elevshare.intake import project_from
from elevshare.schemes import find
from elevshare.workbook.book import draft
from elevshare.workbook.sheetxml import xml
from elevshare.workbook.subjects.sharing.plan import SharingPlan


@pytest.fixture(scope="module")
def parts():
    project = project_from(find("nanjing"), storeys="3", areas="80", cost="600000")
    with ZipFile(BytesIO(draft(SharingPlan(project)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def elements(parts, tag):
    found = [
        element
        for name, part in parts.items()
        if name.startswith("xl/worksheets/sheet")
        for element in re.findall(f"<{tag}[ >].*?</{tag}>", part, re.DOTALL)
    ]
    assert len(found) > 5
    return found


@pytest.mark.parametrize(
    ("tag", "kind"),
    [("conditionalFormatting", ConditionalFormatting), ("dataValidations", DataValidationList)],
)
def test_an_element_is_written_as_openpyxl_writes_it(parts, tag, kind):
    for element in elements(parts, tag):
        assert xml(kind.from_tree(fromstring(element))).decode() == element


def test_every_format_of_a_rule_is_among_the_styles_once(parts):
    known = [xml(one) for one in Stylesheet.from_tree(fromstring(parts["xl/styles.xml"])).dxfs]
    assert len(set(known)) == len(known)
    used = {int(one) for part in parts.values() for one in re.findall(r'dxfId="(\d+)"', part)}
    assert used == set(range(len(known)))


def test_rules_are_numbered_as_they_were_added(parts):
    for name, part in parts.items():
        found = [int(one) for one in re.findall(r'<cfRule [^>]*priority="(\d+)"', part)]
        assert sorted(found) == list(range(1, len(found) + 1)), name
