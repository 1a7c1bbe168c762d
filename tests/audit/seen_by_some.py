"""Files in which some programs see one thing and some another, and papers changed in rarer ways.

Each either is refused, for no program writes such a file, or is found. The rows are those of the book
``plain``: the amount of bill 1 in B22, its last day in D22, its account in B27.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from bookfile import BookFile
from seen_otherwise import ACCOUNT, AMOUNT, LABEL, STYLES, looked

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAST_DAY, CAPITALS = "D22", "B23"
BILL = "xl/worksheets/sheet5.xml"


class Case(NamedTuple):
    """A name, what is done to a file, and the book it is done to."""

    name: str
    do: Callable[[BookFile], object]
    base: str = "plain"


REFUSED: list[Case] = []
FOUND: list[Case] = []


def bill(
    pattern: str, new: str, base: str = "plain", title: str = "账单"
) -> Callable[[BookFile], object]:
    """Something else in the XML of the sheet with the bills."""
    return lambda file: file.sub(file.path(title), pattern, new)


def foreign(part: str, pattern: str, after: str) -> Callable[[BookFile], object]:
    """What the program wrote, as elements of nobody's namespace; ``after`` stands in its place."""

    def do(file: BookFile) -> None:
        root = "styleSheet" if part == STYLES else "workbook" if part == WORKBOOK else "worksheet"
        file.sub(part, f"<{root} ", f'<{root} xmlns:z="urn:z" xmlns:mc="{MC}" mc:Ignorable="z" ')
        found = re.search(pattern, file.text(part), re.DOTALL)[0]
        strange = re.sub(r"<(/?)(\w+)", r"<\1z:\2", found)
        file.change(part, found, after.format(own=found, strange=strange))

    return do


def pointed(
    kind: str, part: str, target: str, *, first: bool = False
) -> Callable[[BookFile], object]:
    """One more relation of the workbook, to a copy of a part."""

    def do(file: BookFile) -> None:
        file.parts[target] = file.parts[part]
        one = f'<Relationship Id="rIdX" Type="{kind}" Target="{target.removeprefix("xl/")}"/>'
        where, new = (
            (r"(<Relationships[^>]*>)", rf"\1{one}")
            if first
            else ("</Relationships>", f"{one}</Relationships>")
        )
        file.sub(RELATIONS, where, new)

    return do


# --- what only some programs find ----------------------------------------------------------------

REFUSED += [
    Case("two styles", pointed(f"{OFFICE}/styles", STYLES, "xl/styles9.xml", first=True)),
    Case("a target in code", lambda f: (f.parts.update({"xl/styl%65s.xml": f.parts[STYLES]}),
                                        f.sub(RELATIONS, "styles.xml", "styl%65s.xml"))),
    Case("a name twice", lambda f: f.sub(WORKBOOK, r'(<definedName name="_xlnm.Print_Area" localSheetId="4">[^<]*</definedName>)',
                                         r"\1<definedName name='_xlnm.print_area' localSheetId='4'>'账单'!$A$1:$B$20</definedName>")),
    Case("a cell in another's element", foreign(BILL, r'<c r="A27".*?</c>', "<z:x>{own}</z:x>")),
    Case("a cell to choose", foreign(BILL, r'<c r="A27".*?</c>',
                                     '<mc:AlternateContent><mc:Choice Requires="z">{own}</mc:Choice><mc:Fallback/></mc:AlternateContent>')),
    Case("columns to choose", foreign(BILL, "<cols>.*?</cols>",
                                      '<mc:AlternateContent><mc:Choice Requires="z">{own}</mc:Choice><mc:Fallback/></mc:AlternateContent>')),
    Case("a day that counts on", lambda f: f.change(WORKBOOK, "<workbookPr />", '<workbookPr date1904="on"/>')),
    *(Case(f"hidden={word!r}", bill('<row r="27" ', f'<row r="27" hidden="{word}" ')) for word in ("t", "on", "2", " 1", "01")),
    Case("fitted, on", bill("<pageSetUpPr ?/>", '<pageSetUpPr fitToPage="on"/>')),
    Case("a break, on", bill("<brk ", '<brk id="20" max="16383" man="on"/><brk ')),
    Case("a width as Python writes it", bill('<col width="20"', '<col width="2_0"')),
    Case("a height as Python writes it", bill('(<row r="27" )ht="[^"]*"', r'\1ht="1_9.5"')),
    Case("a style as Python writes it", lambda f: f.replace("账单", AMOUNT, re.sub(r's="(\d)(\d+)"', r's="\1_\2"', f.xml("账单", AMOUNT)))),
]  # fmt: skip

_WHITE = '<font><color rgb="FFFFFFFF"/></font>'


def _white_fonts(text: str) -> str:
    """Fonts of which none can be seen."""
    return re.sub(r"<color [^>]*/>", "", text).replace("</font>", '<color rgb="FFFFFFFF"/></font>')


def fonts_in_front(file: BookFile) -> None:
    """Good fonts in nobody's namespace, white ones behind."""
    foreign(STYLES, "<fonts.*?</fonts>", "{strange}{own}")(file)
    own = re.search("<fonts.*?</fonts>", file.text(STYLES), re.DOTALL)[0]
    file.change(STYLES, own, _white_fonts(own))


def beside(
    element: str, strange: str, part: str, place: str = AMOUNT
) -> Callable[[BookFile], object]:
    """An element of a cell's look, and one in nobody's namespace that says the opposite."""

    def do(file: BookFile) -> None:
        file.sub(STYLES, "<styleSheet ", '<styleSheet xmlns:z="urn:z" ')
        looked(file, "账单", place, **{part: f"{element}{strange}"})

    return do


FOUND += [
    Case("fonts in front", fonts_in_front),
    Case("another colour", beside('<color rgb="FFFFFFFF"/>', '<z:color rgb="FF000000"/>', "font")),
    Case("another line through", beside("<strike/>", '<z:strike val="0"/>', "font")),
    Case("columns in front", foreign(BILL, "<cols>.*?</cols>", '{strange}<cols><col min="1" max="4" width="3" customWidth="1"/></cols>')),
    Case("merges", foreign(BILL, "<mergeCells.*?</mergeCells>", "{strange}")),
    Case("protection", foreign(BILL, "<sheetProtection[^>]*/>", "{strange}")),
    Case("scaled", foreign(BILL, "<pageSetup [^>]*/>", '{strange}<pageSetup orientation="portrait" paperSize="9" scale="10"/>')),
    Case("days from 1904", foreign(WORKBOOK, "<workbookPr />", '<workbookPr date1904="1"/>{strange}')),
    Case("styles of another kind", lambda f: (pointed("urn:x/styles", STYLES, "xl/styles9.xml")(f), looked(f, "账单", AMOUNT, font='<color rgb="FFFFFFFF"/>'))),
]  # fmt: skip

# --- number formats and colours ------------------------------------------------------------------

_TEXT = "General;-General;General;&quot;6217 0000 1111 2222&quot;"
#: Cell → formats.
CODES = {
    AMOUNT: (
        "&quot;¥&quot;#,##0\\.00_ ", "&quot;¥&quot;#,##0&quot;.&quot;00_ ", "&quot;¥#,##0.00&quot;",
        "*9&quot;¥&quot;#,##0.00_ ", "&quot;¥&quot;#,##0.00_ ;;", "[$-1E000804]&quot;¥&quot;#,##0.00_ ", "[object Object]",
    ),
    ACCOUNT: ("*6@", _TEXT), LABEL: (_TEXT,), CAPITALS: (_TEXT,),
    LAST_DAY: (
        "yyyy-dd-mm", "yy-dd-mm", "yyyy-mm", "hh:mm", "[$-107041E]yyyy-mm-dd",
        "&quot;yyyy-mm-&quot;dd", "*9yyyy-mm-dd",
    ),
}  # fmt: skip
FOUND += [
    Case(f"{place} {code}", partial(looked, sheet="账单", place=place, code=code))
    for place, codes in CODES.items() for code in codes
]  # fmt: skip
FOUND += [
    Case(f"{place} {code}", partial(looked, sheet=sheet, place=place, code=code))
    for sheet, place, code in (
        ("参数", "B51", _TEXT),
        ("参数", "B51", "*6@"),
        ("住户", "E5", _TEXT),
    )
]


def themed(colour: str) -> Callable[[BookFile], object]:
    """A number in the theme's ink, and another ink in the theme."""

    def do(file: BookFile) -> None:
        looked(file, "账单", AMOUNT, font='<color theme="1"/>')
        file.sub("xl/theme/theme1.xml", r"(<a:dk1>).*?(</a:dk1>)", rf"\1{colour}\2")

    return do


def palette(file: BookFile) -> None:
    """A palette in which black is white."""
    looked(file, "账单", AMOUNT, font='<color indexed="8"/>')
    every = "".join(f'<rgbColor rgb="00{"FFFFFF" if n == 8 else "000000"}"/>' for n in range(64))
    text = re.sub("<colors>.*?</colors>", "", file.text(STYLES), flags=re.DOTALL)
    colours = f"<colors><indexedColors>{every}</indexedColors></colors></styleSheet>"
    file.parts[STYLES] = text.replace("</styleSheet>", colours).encode()


FOUND += [
    Case("two colours in one", partial(looked, sheet="账单", place=AMOUNT, font='<color rgb="FF000000" theme="0"/>')),
    Case("a format twice", lambda f: f.sub(STYLES, r'(<numFmt numFmtId="177")[^>]*>', r'\1 formatCode="&quot;¥9&quot;#,##0.00_ "/>\g<0>')),
    Case("a palette", palette),
    *(Case(f"theme {one}", themed(one)) for one in (
        '<a:sysClr val="window" lastClr="000000"/>', '<a:prstClr val="white"/>', '<a:hslClr hue="0" sat="0" lum="100000"/>',
        '<a:srgbClr val="000000"><a:lumMod val="0"/><a:lumOff val="100000"/></a:srgbClr>',
    )),
    Case("a theme's font of signs", lambda f: (
        looked(f, "账单", AMOUNT, font='<scheme val="minor"/>'),
        f.sub("xl/theme/theme1.xml", r'(<a:minorFont>\s*<a:latin typeface=)"[^"]*"', r'\1"Wingdings"'))),
]  # fmt: skip

# --- looks of the conditional formats that are ours ----------------------------------------------

#: The conditional look that every filled bill has.
_FILLED = 7


def dressed(new: str) -> Callable[[BookFile], object]:
    """Something more in that look."""

    def do(file: BookFile) -> None:
        every = re.findall(r"<dxf>.*?</dxf>", file.text(STYLES), re.DOTALL)
        every[_FILLED] = every[_FILLED].replace("</dxf>", f"{new}</dxf>")
        file.sub(
            STYLES, r"(<dxfs[^>]*>).*?(</dxfs>)", lambda found: found[1] + "".join(every) + found[2]
        )

    return do


_FORMAT = '<numFmt numFmtId="998" formatCode="{}"/>'
FOUND += [
    Case(f"dxf {new}", dressed(new)) for new in (
        *(_FORMAT.format(code) for code in ("&quot;&quot;", "_ ", "\\ ", "[object Object]")),
        '<fill><patternFill patternType="darkGrid"/></fill>',
        '<fill><gradientFill><stop position="0"><color rgb="FF000000"/></stop></gradientFill></fill>',
        '<fill><patternFill patternType="solid"><fgColor auto="1"/><bgColor indexed="64"/></patternFill></fill>',
        '<font><sz val="72"/></font>', "<font><outline/></font>",
        '<border diagonalUp="1"><diagonal style="thick"><color rgb="FF000000"/></diagonal></border>',
    )
]  # fmt: skip

# --- pages, lines, texts -------------------------------------------------------------------------

_AREA = r'(<definedName name="_xlnm.Print_Area" localSheetId="4">)'


def titled(lines: str) -> Callable[[BookFile], object]:
    """Lines that are printed on every page."""
    new = rf"<definedName name='_xlnm.Print_Titles' localSheetId='4'>{lines}</definedName>\1"
    return lambda file: file.sub(WORKBOOK, _AREA, new)


def folded(file: BookFile) -> None:
    """The rows of the account in a group that is folded up."""
    for row in (25, 26, 27):
        file.sub(file.path("账单"), f'<row r="{row}" ', f'<row r="{row}" outlineLevel="1" ')
    file.sub(file.path("账单"), '<row r="28" ', '<row r="28" collapsed="1" ')


def pushed(place: str, text: str, into: str) -> Callable[[BookFile], object]:
    """Lines or blanks that push a text out of its cell."""
    return lambda file: file.replace("账单", place, file.xml("账单", place).replace(text, into))


FOUND += [
    *(Case(f"paper {paper}", bill(r'(<pageSetup [^>]*)paperSize="9"', rf"\1{paper}")) for paper in (
        'paperSize="43"', 'paperSize="37"', 'paperSize="9" paperWidth="60mm" paperHeight="60mm"')),
    Case("the other way round", bill('orientation="portrait"', 'orientation="landscape"')),
    *(Case(f"area {area}", lambda f, area=area: f.sub(WORKBOOK, rf"{_AREA}[^<]*", rf"\1{area}")) for area in (
        "'账单'!$A$1:INDEX('账单'!$B:$B,20)", "#REF!")),
    *(Case(f"titles {lines}", titled(lines)) for lines in ("'账单'!$1:$28", "'账单'!$A:$B,'账单'!$20:$27")),
    Case("a page wide and pressed on one", lambda f: (
        f.sub(WORKBOOK, rf"{_AREA}[^<]*", r"\1'账单'!$A$1:$AZ$400"), f.sub(BILL, "<pageSetUpPr ?/>", '<pageSetUpPr fitToPage="1"/>'))),
    Case("rows folded", folded),
    Case("a column folded", bill('<col (width="12"[^>]*/>)', r'<col collapsed="1" \1')),
    *(Case(f"above {code}", bill("<oddHeader />", f"<oddHeader>&amp;{code}</oddHeader>", title="公示"), "usual") for code in "FAZD"),
    Case("a label pushed down", pushed(LABEL, "收款账号", "&#10;&#10;&#10;&#10;收款账号")),
    Case("a label pushed aside", pushed(LABEL, "收款账号", "收款账号" + 60 * "\u3000")),
    Case("a number as a text", bill(r'(<c r="B22" s="\d+")>(<f>.*?</f>)<v>600000</v>', r'\1 t="str">\2<v>600000</v>')),
]  # fmt: skip

# --- drawings ------------------------------------------------------------------------------------

_VML = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">{}</xml>'
_WHERE = "position:absolute;margin-left:96pt;margin-top:500pt;width:300pt;height:20pt"
_NOTE = ('<v:shape id="n" style="{}" {}><x:ClientData ObjectType="Note"><x:Row>26</x:Row><x:Column>1</x:Column>'
         "</x:ClientData></v:shape>")  # fmt: skip
_BOX = ('<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor>'
        '<xdr:sp macro=""/><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')  # fmt: skip


def drawn(data: bytes, kind: str, name: str, element: str) -> Callable[[BookFile], object]:
    """Something drawn over the bills."""

    def do(file: BookFile) -> None:
        rels = file.path("账单").replace("worksheets/", "worksheets/_rels/") + ".rels"
        one = f'<Relationship Id="rId9" Type="{kind}" Target="../drawings/{name}"/>'
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        file.parts[rels] = f'<Relationships xmlns="{space}">{one}</Relationships>'.encode()
        file.parts[f"xl/drawings/{name}"] = data
        file.change(
            file.path("账单"),
            "</worksheet>",
            f'<{element} xmlns:r="{OFFICE}" r:id="rId9"/></worksheet>',
        )

    return do


def old(inside: str, kind: str = f"{OFFICE}/vmlDrawing") -> Callable[[BookFile], object]:
    """Something drawn in the older way."""
    return drawn(_VML.format(inside).encode(), kind, "vmlDrawing9.vml", "legacyDrawing")


FOUND += [
    Case("a box in another code", drawn(f'<?xml version="1.0" encoding="UTF-16"?>{_BOX}'.encode("utf-16"), f"{OFFICE}/drawing", "drawing9.xml", "drawing")),
    *(Case(f"a box by {kind}", drawn(_BOX.encode(), kind, "drawing9.xml", "drawing")) for kind in ("urn:x/foo", f"{OFFICE}/Drawing", f"{OFFICE}/printerSettings")),
    *(Case(f"an older {word}", old(f'<v:{word} id="r" style="{_WHERE}" fillcolor="#000000"/>')) for word in ("rect", "oval", "line", "group", "shape")),
    Case("a comment that says it is hidden", old(_NOTE.format(_WHERE, 'alt="visibility:hidden"'))),
    Case("a seen comment by another kind", old(_NOTE.format(_WHERE, ""), "urn:x/foo")),
    Case("a hint on a link", lambda f: f.change(BILL, "<hyperlinks>", '<hyperlinks><hyperlink ref="A27" location="账单!A1" tooltip="请改付 6217"/>')),
    Case("comments are printed", bill("<pageSetup ", '<pageSetup cellComments="atEnd" ')),
    Case("charts pressed flat", lambda f: f.sub("xl/drawings/drawing1.xml", r"<(\w*:?)row>\d+</", r"<\1row>0</", 0), "every"),
    Case("bars not drawn", lambda f: f.sub("xl/charts/chart1.xml", r"<(c:)?ser>(.*?)<(c:)?spPr>.*?</(c:)?spPr>",
                                           r'<\1ser>\2<\3spPr><a:noFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></\3spPr>'), "every"),
]  # fmt: skip
#: What people and programs do, and harms nothing: a comment, a smaller paper for a smaller print.
HONEST = [
    Case("a hidden comment", old(_NOTE.format(f"{_WHERE};visibility:hidden", ""))),
    Case("A5 at 71 %", bill(r'(<pageSetup [^>]*)paperSize="9"', r'\1paperSize="11" scale="71"')),
]
