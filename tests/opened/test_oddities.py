"""What WPS and libraries write in ways of their own is read as what it means."""

from handmade import book, worksheet

from elevshare.opened import opened

X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
X12 = 'xmlns:x12ac="http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac"'
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="D3"><v>2</v></c></row>'


def sheet(rows=ROWS, after="", before=""):
    return opened(book(sheet=worksheet(rows, after, before)), "名册.xlsx").sheets[0]


def validations(after):
    return [(one.cells, one.kind, one.formula1) for one in sheet(after=after).validations]


def test_the_size_that_a_sheet_states_counts_for_nothing():
    for size in ('<dimension ref="A1"/>', "<dimension/>", '<dimension ref="A1:XFD1048576"/>', ""):
        assert [cell.value for cell in sheet(before=size).cells.values()] == [1, 2]


def test_lists_in_every_form():
    plain = (
        '<dataValidations count="9"><dataValidation type="list" allowBlank="1" sqref="E2 E3 E4:E1048576">'
        '<formula1>"是,否"</formula1><formula2/></dataValidation></dataValidations>'
    )
    assert validations(plain) == [("E2 E3 E4:E1048576", "list", '"是,否"')]
    long = (
        f'<dataValidations {MC} {X12}><dataValidation type="list" sqref="E2"><mc:AlternateContent>'
        '<mc:Choice Requires="x12ac"><x12ac:list>是,"不,是"</x12ac:list></mc:Choice><mc:Fallback>'
        '<formula1>"是,不"</formula1></mc:Fallback></mc:AlternateContent></dataValidation></dataValidations>'
    )
    assert validations(long) == [("E2", "list", '"是,不"')]
    beside = (
        f'<extLst><ext {X14}><x14:dataValidations {XM}><x14:dataValidation type="list">'
        "<x14:formula1><xm:f>选项!$A$1:$A$2</xm:f></x14:formula1><x14:formula2/>"
        "<xm:sqref>E2:E9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    assert validations(plain + beside)[1:] == [("E2:E9", "list", "选项!$A$1:$A$2")]
    bare = '<dataValidations><dataValidation sqref="A1"/><dataValidation type="list"/></dataValidations>'
    assert validations(bare) == [("A1", "none", ""), ("", "list", "")]


def test_marks_of_other_programs_are_passed_over():
    own = 'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
    after = f'<extLst><ext uri="{{x}}" {own}><etc:anything a="1"><etc:b>text</etc:b></etc:anything></ext></extLst>'
    rows = f'<row r="1" spans="1:4" ht="14.25" customHeight="1" {own} etc:x="1"><c r="A1" etc:y="1"><v>1</v></c></row>'
    assert sheet(rows, after).cells[1, 1].value == 1
