"""What every book is made of, whatever its family: rules that a finished file must keep.

Each takes the file's bytes, or the book as openpyxl loads it.
"""

from __future__ import annotations

import io
import re
import zipfile

from editing import names, sheets
from engines import cached, formula_cells

#: What was measured right in every program.
SAFE = set(
    """IF IFERROR AND OR NOT SUM MIN MAX ABS INT LARGE SMALL RANK INDEX MATCH VLOOKUP COUNTIF SUMIF
    CHOOSE DATE EDATE YEAR MONTH DAY SUMIFS COUNTIFS LEFT RIGHT MID LEN SUBSTITUTE VALUE PMT REPT ROUND TEXT SUMPRODUCT FALSE""".split()
)


def cells(loaded, titles=None):
    """Every cell with a style."""
    for title in loaded.sheetnames if titles is None else titles:
        for row in loaded[title].iter_rows():
            yield from (cell for cell in row if cell.has_style)


def formulas(loaded):
    """Every formula cell."""
    return [cell for cell in cells(loaded) if cell.data_type == "f"]


def is_input(cell):
    """Whether a cell looks like an input."""
    return cell.style.startswith("输入-")


def assert_nothing_hidden(loaded):
    assert all(sheet.sheet_state == "visible" for sheet in loaded)
    assert not any(
        dimension.hidden
        for sheet in loaded
        for dimensions in (sheet.column_dimensions, sheet.row_dimensions)
        for dimension in dimensions.values()
    )


def assert_safe_functions(loaded):
    used = {
        name
        for cell in formulas(loaded)
        for name in re.findall(r"([A-Z][A-Z.]+)\(", re.sub(r'"[^"]*"', '""', cell.value))
    }
    assert used <= SAFE


def assert_plain_patterns(loaded):
    patterns = {
        pattern
        for cell in formulas(loaded)
        for pattern in re.findall(r'TEXT\([^"]*,"([^"]+)"\)', cell.value)
    }
    assert patterns <= {"0.00", "00000000", "yyyy-mm-dd"}


def assert_formulas_fit(loaded):
    """Formulas and the texts in them are as short as Excel 2007 takes."""
    found = [cell.value for cell in formulas(loaded)]
    assert max(map(len, found)) < 1_000
    assert not any("--" in formula for formula in found)
    texts = (text for formula in found for text in re.findall(r'"([^"]*)"', formula))
    assert max(map(len, texts)) <= 255


def assert_plain_sumproducts(loaded):
    """No function over a range stands inside SUMPRODUCT."""
    for cell in formulas(loaded):
        for inside in re.findall(r"SUMPRODUCT\(([^\"]*)", cell.value):
            depth, body = 1, ""
            for mark in inside:
                depth += (mark == "(") - (mark == ")")
                if not depth:
                    break
                body += mark
            assert not re.search(r"[A-Z]{2,}\(", body), (cell.coordinate, cell.value)


def assert_cached(data):
    """Every formula cell has its value, and none is an error."""
    for xml in sheets(data).values():
        assert xml.count("<f>") == len(re.findall(r"</f><v>|</f><v/>", xml))
        numbers = re.findall(r'<c r="([A-Z]+\d+)" s="\d+"><f>[^<]*</f><v/>', xml)
        assert numbers == []  # only a text may be empty
        assert 't="e"' not in xml
    assert formula_cells(data)
    assert not any(str(value).startswith("#") for value in cached(data).values())


#: The inputs that stand on no sheet of inputs: which paper is shown, outside of what is printed.
SELECTORS = {("单户", "G1")}


def assert_only_inputs_unlocked(loaded, titles):
    """Inputs are unlocked constants on the sheets ``titles`` (and in the key of the colours)."""
    for title in loaded.sheetnames:
        for cell in cells(loaded, [title]):
            assert cell.protection.locked != is_input(cell), cell.coordinate
            if is_input(cell):
                placed = title in (*titles, "说明") or (title, cell.coordinate) in SELECTORS
                assert placed and cell.data_type != "f"
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in loaded)


def assert_validated(loaded, titles):
    """Every input that is not free text has a validation, whose message is Chinese."""
    for title in titles:
        rules = loaded[title].data_validations.dataValidation
        assert all(re.search("[\u4e00-\u9fff]", rule.error) for rule in rules)
        lists = [rule.formula1 for rule in rules if rule.type == "list"]
        assert all(len(one) <= 255 for one in lists)
        for cell in cells(loaded, [title]):
            if is_input(cell) and cell.style != "输入-text":
                assert any(cell.coordinate in rule.sqref for rule in rules), cell.coordinate


def assert_prints_on_a4(loaded):
    for sheet in loaded:
        assert sheet.page_setup.paperSize == 9 and sheet.print_area, sheet.title
        assert len(sheet.conditional_formatting) < 100


def assert_self_contained(data):
    """Nothing in the file comes from outside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [n for n in archive.namelist() if re.search("external|vba|embed|macro", n)]
        rels = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]
        assert not any("External" in rel for rel in rels)


def assert_links_lead(loaded, at_least):
    links = [cell for cell in cells(loaded, ["说明"]) if cell.hyperlink]
    assert len(links) >= at_least
    assert all(cell.hyperlink.location == f"{cell.value}!A1" for cell in links)
    assert {cell.value for cell in links} <= set(loaded.sheetnames)


def assert_sources_agree(data):
    """Every row of 来源 agrees with the parameter it speaks of."""
    found = [value for (sheet, cell), value in cached(data).items()
             if sheet == "来源" and cell[0] == "D" and value in ("与来源一致", "已改动")]  # fmt: skip
    assert found and set(found) == {"与来源一致"}


def assert_names(data, expected):
    """The defined names, all workbook-level and ASCII."""
    assert sorted(names(data)) == sorted(expected)
    assert all(name.isascii() for name in names(data))
