"""Ways to change what the eye sees of a paper, nothing of what its cells hold.

The rows are those of the book ``plain`` in ``bases``: bill 1 in rows 1 to 34 of 账单, its amount in
B22, its account in B27.
"""

from __future__ import annotations

import re
from functools import partial

from bookfile import BookFile
from tampering import Tampering, _relate

STYLES = "xl/styles.xml"
AMOUNT, ACCOUNT, LABEL = "B22", "B27", "A27"
SEEN_OTHERWISE: list[Tampering] = []


def looked(file: BookFile, sheet: str, place: str, *, font="", fill="", align="", code="") -> None:
    """Give a cell a style of its own; what is given is put into its font, fill, alignment, or is its format."""
    text = file.text(STYLES)
    head, body, tail = re.search(
        r"^(.*<cellXfs[^>]*>)(.*?)(</cellXfs>.*)$", text, re.DOTALL
    ).groups()
    every = re.findall(r"<xf [^>]*?/>|<xf .*?</xf>", body, re.DOTALL)
    number = int(re.search(r's="(\d+)"', file.xml(sheet, place))[1])
    own = every[number]
    if font:
        fonts = re.findall(r"<font>.*?</font>", head, re.DOTALL)
        old = fonts[int(re.search(r'fontId="(\d+)"', own)[1])]
        kind = re.match(r"<(\w+)", font)[1]
        new = re.sub(f"<{kind} [^>]*/>", "", old).replace("</font>", f"{font}</font>")
        head = head.replace("</fonts>", f"{new}</fonts>")
        own = re.sub(r'fontId="\d+"', f'fontId="{len(fonts)}"', own)
    if fill:
        fills = re.findall(r"<fill>.*?</fill>", head, re.DOTALL)
        head = head.replace("</fills>", f"<fill>{fill}</fill></fills>")
        own = re.sub(r'fillId="\d+"', f'fillId="{len(fills)}"', own)
    if code:
        head = head.replace("</numFmts>", f'<numFmt numFmtId="999" formatCode="{code}"/></numFmts>')
        own = re.sub(r'numFmtId="\d+"', 'numFmtId="999"', own)
    if align:
        own = re.sub(r"<alignment [^>]*/>", f"<alignment {align}/>", own)
        assert align in own
    file.parts[STYLES] = (head + body + own + tail).encode()
    file.replace(sheet, place, re.sub(r's="\d+"', f's="{len(every)}"', file.xml(sheet, place)))


def _add(name, do, kind, area="", sheet="账单", base="plain"):
    SEEN_OTHERWISE.append(Tampering(name, do, kind, sheet, area, base))


#: Formats that show an amount of money otherwise than it is.
CODES = (
    "9#,##0.00", "1#,##0.00", "#,##0.00 9", "0/100", "0.00E+00", "[$USD]#,##0.00", "-#,##0.00",
    "#,##0.009", "#,##0.00,", "0.00%", "#,##0", "&quot;2&quot;#,##0.00", "#,##0.00\\0", "[&gt;1]&quot;0.00&quot;;0.00",
    "yyyy-mm-dd", "#,##0.00;#,##0.00;0.00;@", ";;;", "[DBNum1]0", "0.0", "#&quot;,&quot;##0.00",
    "&quot;¥&quot;#,##0.00&quot;万&quot;", "mm:ss", "#,##0.00_ ;-#,##0.00_ ;&quot;5,000.00&quot;", "# ?/?", "00#,##0.00",
)  # fmt: skip
for number, code in enumerate(CODES):
    _add(
        f"amount_shown_as_{number}",
        lambda f, c=code: looked(f, "账单", AMOUNT, code=c),
        "format-misleading",
        AMOUNT,
    )
for number, code in enumerate(
    ("6@", "@/1", "&quot;6217&quot;@", "0;0;0;&quot;6217000&quot;", "@@", "@ 9")
):
    _add(
        f"account_shown_as_{number}",
        lambda f, c=code: looked(f, "账单", ACCOUNT, code=c),
        "format-misleading",
        ACCOUNT,
    )

#: What hides a text: the part of its font, its fill or its alignment.
HIDING = {
    "white": {"font": '<color rgb="FFFFFFFF"/>'},
    "nearly_white": {"font": '<color rgb="FFF8F8F8"/>'},
    "of_the_theme": {"font": '<color theme="0"/>'},
    "of_the_palette": {"font": '<color indexed="9"/>'},
    "tinted_white": {"font": '<color theme="1" tint="0.98"/>'},
    "size_one": {"font": '<sz val="1"/>'},
    "size_four": {"font": '<sz val="4"/>'},
    "huge": {"font": '<sz val="72"/>'},
    "wingdings": {"font": '<name val="Wingdings"/>'},
    "webdings": {"font": '<name val="Webdings"/>'},
    "symbol": {"font": '<name val="Symbol"/>'},
    "struck": {"font": '<strike val="1"/>'},
    "superscript": {"font": '<vertAlign val="superscript"/>'},
    "subscript": {"font": '<vertAlign val="subscript"/>'},
    "black_behind": {
        "fill": '<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>'
    },
    "dark_behind": {"fill": '<patternFill patternType="solid"><fgColor theme="1"/></patternFill>'},
    "patterned": {"fill": '<patternFill patternType="darkGrid"/>'},
    "graded": {
        "fill": '<gradientFill><stop position="0"><color rgb="FF000000"/></stop></gradientFill>'
    },
    "filling": {"align": 'horizontal="fill"'},
    "upright": {"align": 'textRotation="90"'},
    "stacked": {"align": 'textRotation="255"'},
    "slanted": {"align": 'textRotation="45"'},
    "pushed_out": {"align": 'horizontal="left" indent="40"'},
    "pulled_apart": {"align": 'horizontal="distributed"'},
    "backwards": {"align": 'readingOrder="2"'},
}
for name, how in HIDING.items():
    for what, place in (("amount", AMOUNT), ("account", ACCOUNT)):
        _add(
            f"{what}_{name}",
            lambda f, p=place, h=how: looked(f, "账单", p, **h),
            "look-hidden",
            place,
        )
#: What changes a look and hides nothing.
CHANGING = {
    "red": {"font": '<color rgb="FFFF0000"/>'},
    "in_a_font_of_somebody": {"font": '<name val="MyDigits"/>'},
    "underlined": {"font": '<u val="double"/>'},
    "larger": {"font": '<sz val="14"/>'},
    "yellow_behind": {
        "fill": '<patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill>'
    },
}
for name, how in CHANGING.items():
    _add(
        f"account_{name}", lambda f, h=how: looked(f, "账单", ACCOUNT, **h), "look-changed", ACCOUNT
    )
_add(
    "notice_white",
    lambda f: looked(f, "公示", "B20", font='<color rgb="FFFFFFFF"/>'),
    "look-hidden",
    "B20",
    "公示",
    "usual",
)
_add(
    "input_white",
    lambda f: looked(f, "参数", "B54", font='<color rgb="FFFFFFFF"/>'),
    "look-changed",
    "B54",
    "参数",
)
_add(
    "input_shown_as_another",
    lambda f: looked(f, "参数", "B12", code="9#,##0.00"),
    "format-misleading",
    "B12",
    "参数",
)
_add(
    "area_shown_as_another",
    lambda f: looked(f, "住户", "D5", code="0.00&quot;9&quot;"),
    "format-misleading",
    "D5",
    "住户",
)


# --- texts of which a part has a font of its own ------------------------------------------------


def _run(file: BookFile, font: str, shared: bool = False) -> None:
    """Give the second half of the label before the account a font of its own."""
    cell = file.xml("账单", LABEL)
    text = re.search(r"<t[^>]*>(.*?)</t>", cell)[1]
    runs = f"<r><t>{text[:2]}</t></r><r><rPr>{font}</rPr><t>{text[2:]}</t></r>"
    if not shared:
        file.replace("账单", LABEL, re.sub(r"<is>.*?</is>", f"<is>{runs}</is>", cell))
        return
    _relate_strings(file, runs)
    cell = re.sub(r"<is>.*?</is>", "<v>0</v>", cell).replace('t="inlineStr"', 't="s"')
    file.replace("账单", LABEL, cell)


def _relate_strings(file: BookFile, runs: str) -> None:
    """Add a list of shared strings with one text."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    file.parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}"><si>{runs}</si></sst>'.encode()
    file.change("xl/_rels/workbook.xml.rels", "</Relationships>",
                f'<Relationship Id="rId98" Type="{kind}" Target="sharedStrings.xml"/></Relationships>')  # fmt: skip


for name, font, kind in (
    ("white", '<color rgb="FFFFFFFF"/>', "look-hidden"),
    ("tiny", '<sz val="1"/>', "look-hidden"),
    ("of_signs", '<rFont val="Wingdings"/>', "look-hidden"),
    ("struck", "<strike/>", "look-hidden"),
    ("unreadable", '<sz val="x"/>', "look-hidden"),
    ("red", '<color rgb="FFFF0000"/>', "look-changed"),
):
    _add(f"half_a_label_{name}", lambda f, x=font: _run(f, x), kind, LABEL)
_add(
    "half_a_shared_label_white",
    lambda f: _run(f, '<color rgb="FFFFFFFF"/>', shared=True),
    "look-hidden",
    LABEL,
)

# --- lines, empty cells, the order of conditions, charts ----------------------------------------


def _lined(file: BookFile, place: str, border: str) -> None:
    """Give a cell of a bill a border of its own."""
    text = file.text(STYLES)
    number = len(re.findall(r"<border(?: [^>]*)?/?>", text.partition("</borders>")[0]))
    file.parts[STYLES] = text.replace("</borders>", f"{border}</borders>").encode()
    looked(file, "账单", place, align='horizontal="left"')
    style = file.style("账单", place)
    every = list(re.finditer(r"<xf ", file.text(STYLES).partition("<cellXfs")[2]))
    at = file.text(STYLES).index("<cellXfs") + len("<cellXfs") + every[int(style)].start()
    text = file.text(STYLES)
    tail = re.sub(r'borderId="\d+"', f'borderId="{number}"', text[at:], count=1)
    file.parts[STYLES] = (text[:at] + tail).encode()


_add(
    "the_account_crossed_out",
    lambda f: _lined(f, ACCOUNT, '<border diagonalUp="1"><diagonal style="thick"/></border>'),
    "look-hidden",
    ACCOUNT,
)
_add(
    "an_account_shrunk_to_fit",
    lambda f: looked(
        f, "账单", ACCOUNT, align='horizontal="left" vertical="center" shrinkToFit="1"'
    ),
    "look-changed",
    ACCOUNT,
)
_add(
    "an_account_in_outlines",
    lambda f: looked(f, "账单", ACCOUNT, font="<outline/>"),
    "look-changed",
    ACCOUNT,
)
_add(
    "an_account_in_a_character_set_of_signs",
    lambda f: looked(f, "账单", ACCOUNT, font='<charset val="2"/>'),
    "look-hidden",
    ACCOUNT,
)
_add(
    "a_solid_fill_of_no_colour",
    lambda f: looked(f, "账单", ACCOUNT, fill='<patternFill patternType="solid"/>'),
    "look-hidden",
    ACCOUNT,
)
_add(
    "an_account_in_the_colour_of_the_ground",
    lambda f: looked(f, "账单", ACCOUNT, font='<color indexed="65"/>'),
    "look-hidden",
    ACCOUNT,
)
_add(
    "a_draft_that_looks_final",
    lambda f: f.sub(
        f.path("账单"),
        r'priority="4"( dxfId="\d+" stopIfTrue="1"><formula>AND)',
        r'priority="9999"\1',
    ),
    "condition-changed",
    "A4:D4",
)
_add(
    "margins_that_leave_no_room",
    lambda f: f.sub(f.path("账单"), 'left="0.3" right="0.3"', 'left="3" right="3"'),
    "paper-cut",
)


def _chart(file: BookFile, pattern: str, new: str) -> None:
    """Change the first chart of a book that has one."""
    file.sub(next(one for one in file.parts if one.startswith("xl/charts/chart")), pattern, new)


for name, pattern, new in (
    ("of_other_cells", r"(<f>[^<]*!\$M\$)\d+", r"\g<1>9"),
    ("with_another_title", r"<a:t>[^<]*</a:t>", "<a:t>免缴</a:t>"),
    ("upside_down", 'val="maxMin"', 'val="minMax"'),
    ("of_another_scale", '<min val="0"', '<min val="200000"'),
):
    _add(
        f"a_chart_{name}",
        lambda f, p=pattern, n=new: _chart(f, p, n),
        "chart-changed",
        "",
        "图表",
        "every",
    )


# --- conditional formats ----------------------------------------------------------------------


def conditional(file: BookFile, sheet: str, area: str, rule: str, look: str = "") -> None:
    """Add a conditional format; ``{}`` in the rule is the number of its look."""
    text = file.text(STYLES)
    number = len(re.findall(r"<dxf>", text))
    file.parts[STYLES] = text.replace("</dxfs>", f"<dxf>{look}</dxf></dxfs>").encode()
    added = f'<conditionalFormatting sqref="{area}">{rule.replace("{}", str(number))}</conditionalFormatting>'
    path = file.path(sheet)
    file.sub(
        path,
        r"<conditionalFormatting|<dataValidations|<printOptions|<pageMargins",
        lambda m: added + m[0],
    )


ALWAYS = '<cfRule type="expression" dxfId="{}" priority="999"><formula>TRUE</formula></cfRule>'
CONDITIONS = {
    "white_always": (ALWAYS, '<font><color rgb="FFFFFFFF"/></font>'),
    "struck_always": (ALWAYS, "<font><strike/></font>"),
    "black_behind_always": (ALWAYS, '<fill><patternFill patternType="solid"><bgColor rgb="FF000000"/></patternFill></fill>'),
    "digits_added": (ALWAYS, '<numFmt numFmtId="998" formatCode="9#,##0.00"/>'),
    "hidden": (ALWAYS, '<numFmt numFmtId="998" formatCode=";;;"/>'),
    "for_one_value": ('<cfRule type="cellIs" dxfId="{}" priority="999" operator="greaterThan"><formula>1</formula></cfRule>', '<font><color rgb="FFFFFFFF"/></font>'),
    "by_the_day": ('<cfRule type="expression" dxfId="{}" priority="999"><formula>TODAY()&gt;1</formula></cfRule>', '<font><color rgb="FFFFFFFF"/></font>'),
    "data_bar": ('<cfRule type="dataBar" priority="999"><dataBar showValue="0"><cfvo type="min"/><cfvo type="max"/><color rgb="FF000000"/></dataBar></cfRule>', ""),
    "icons": ('<cfRule type="iconSet" priority="999"><iconSet showValue="0"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule>', ""),
    "scale": ('<cfRule type="colorScale" priority="999"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FF000000"/><color rgb="FF000000"/></colorScale></cfRule>', ""),
}  # fmt: skip
for name, (rule, look) in CONDITIONS.items():
    for what, place in (("amount", AMOUNT), ("account", ACCOUNT)):
        _add(
            f"{what}_{name}",
            lambda f, p=place, r=rule, k=look: conditional(f, "账单", p, r, k),
            "format-misleading" if "numFmt" in look else "condition-added",
            place,
        )
_add(
    "a_conditional_format_of_ours_elsewhere",
    lambda f: f.sub(f.path("账单"), 'formatting sqref="|Formatting sqref="', r"\g<0>A200 "),
    "condition-added",
    "A200",
)
_add(
    "conditional_formats_gone",
    lambda f: f.sub(f.path("账单"), r"<conditionalFormatting .*?</conditionalFormatting>", "", 0),
    "condition-changed",
    "A1:D1",
)


# --- lines, pages, views ----------------------------------------------------------------------

PAGE = {
    "a_column_narrowed": (r'<col ([^>]*)width="20"', r'<col \1width="3"', "B:B"),
    "a_column_to_nothing": (r'<col ([^>]*)width="20"', r'<col \1width="0.5"', "B:B"),
    "a_row_lowered": (r'(<row r="27" )ht="[\d.]+"', r'\1ht="5"', "27:27"),
    "scaled_to_ten": (r"<pageSetup ", '<pageSetup scale="10" ', ""),
    "scaled_to_four_hundred": (r"<pageSetup ", '<pageSetup scale="400" ', ""),
    "all_on_one_page": (r"<pageSetUpPr ?/>", '<pageSetUpPr fitToPage="1"/>', ""),
    "rows_hidden_by_default": (r"<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" ', ""),
    "formulas_shown": (r"<sheetView ", '<sheetView showFormulas="1" ', ""),
    "zeros_not_shown": (r"<sheetView ", '<sheetView showZeros="0" ', ""),
    "from_right_to_left": (r"<sheetView ", '<sheetView rightToLeft="1" ', ""),
    "a_filter": (r"</sheetData>", '</sheetData><autoFilter ref="A1:D200"/>', ""),
    "a_break_inside_a_bill": (r"<brk ", '<brk id="20" max="16383" man="1"/><brk ', ""),
    "a_break_between_columns": (r"</rowBreaks>", '</rowBreaks><colBreaks count="1"><brk id="2" max="9999" man="1"/></colBreaks>', ""),
    "a_pane_that_hides_rows": (r"<sheetView ([^>]*)>(?:<pane[^>]*/>)?", r'<sheetView topLeftCell="A30" \1><pane ySplit="2" topLeftCell="A40" state="frozen"/>', ""),
}  # fmt: skip
for name, (pattern, new, area) in PAGE.items():
    _add(name, lambda f, p=pattern, n=new: f.sub(f.path("账单"), p, n), "paper-cut", area)


def _print_area(file, area):
    file.sub("xl/workbook.xml", r"('?账单'?!)\$A\$1:\$D\$\d+", rf"\g<1>{area}")


for number, area in enumerate(("$A$1:$D$20", "$A$1:$B$204", "$A$5:$D$204", "$C$1:$D$204")):
    _add(
        f"print_area_{number}", partial(_print_area, area=area), "paper-cut", area.replace("$", "")
    )
for attribute, new in (("firstSheet", "3"), ("showSheetTabs", "0"), ("visibility", "hidden")):
    _add(
        f"tabs_by_{attribute}",
        lambda f, a=attribute, n=new: f.sub("xl/workbook.xml", rf'({a})="\w+"', rf'\1="{n}"'),
        "tabs-hidden",
        sheet="",
    )


# --- what lies over the cells -----------------------------------------------------------------

SHAPE = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape {}>{}</v:shape></xml>'
NOTE = '<x:ClientData ObjectType="Note">{}</x:ClientData>'
OVER = {
    "a_comment_that_stays": SHAPE.format('style="position:absolute"', NOTE.format("<x:Visible/>")),
    "a_comment_not_hidden": SHAPE.format('style="position:absolute"', NOTE.format("")),
    "a_button": SHAPE.format("", '<x:ClientData ObjectType="Button"/>'),
    "a_check_box": SHAPE.format("", '<x:ClientData ObjectType="Checkbox"/>'),
    "a_label": SHAPE.format("", '<x:ClientData ObjectType="Label"/>'),
    "a_picture_in_the_header": SHAPE.format("", "<v:imagedata/>"),
    "an_old_text_box": SHAPE.format("", "<v:textbox>6217</v:textbox>"),
}


def _over(file, text):
    _relate(file, "账单", "vmlDrawing", "../drawings/vmlDrawing9.vml")
    file.parts["xl/drawings/vmlDrawing9.vml"] = text.encode()


def _drawing(file, shape):
    _relate(file, "账单", "drawing", "../drawings/drawing9.xml")
    file.parts["xl/drawings/drawing9.xml"] = (
        f'<xdr:wsDr xmlns:xdr="urn:x">{shape}</xdr:wsDr>'.encode()
    )


def _behind(file):
    _relate(file, "账单", "image", "../media/image9.png")
    file.parts["xl/media/image9.png"] = b"\x89PNG"


for name, text in OVER.items():
    _add(name, partial(_over, text=text), "covered")
for name in ("sp", "pic", "cxnSp"):
    _add(
        f"a_drawn_{name}",
        partial(
            _drawing, shape=f"<xdr:oneCellAnchor><xdr:{name}></xdr:{name}></xdr:oneCellAnchor>"
        ),
        "covered",
    )
_add("a_picture_behind_the_cells", _behind, "covered")
_add(
    "a_picture_in_a_cell",
    lambda f: f.replace("账单", AMOUNT, f.xml("账单", AMOUNT).replace("<c ", '<c vm="1" ')),
    "covered",
    AMOUNT,
)
_add(
    "a_hint_printed_above_a_label",
    lambda f: f.replace(
        "账单",
        LABEL,
        f.xml("账单", LABEL)
        .replace("<c ", '<c ph="1" ')
        .replace("</is>", '<rPh sb="0" eb="1"><t>请改汇</t></rPh></is>'),
    ),
    "covered",
    LABEL,
)
_add(
    "pictures_in_cells_of_wps",
    lambda f: f.parts.update({"xl/cellimages.xml": b"<a/>"}),
    "picture-added",
    sheet="",
)


# --- inputs, names, words ---------------------------------------------------------------------

for number, formula in enumerate(("TODAY()", "RAND()*9", "NOW()", 'CELL("row")', 'INDIRECT("A1")')):
    _add(
        f"an_input_that_changes_{number}",
        lambda f, x=formula: f.calculate("参数", "B12", x, 600000),
        "input-volatile",
        "B12",
        "参数",
    )
for number, mark in enumerate("\u202e\u200f\u2066"):
    _add(
        f"an_input_turned_{number}",
        lambda f, m=mark: f.words("参数", "B53", f"6222{m}0001"),
        "input-turned",
        "B53",
        "参数",
    )
_add(
    "a_macro_that_runs_by_its_name",
    lambda f: f.change(
        "xl/workbook.xml",
        "</definedNames>",
        '<definedName name="_xlnm.Auto_Open">账单!$A$1</definedName></definedNames>',
    ),
    "macro",
    sheet="",
)
_add(
    "a_prompt_beside_the_account",
    lambda f: f.sub(f.path("参数"), r'prompt="最多 100 个字"', 'prompt="请付到 6217"'),
    "prompt-changed",
    "B4",
    "参数",
)
_add(
    "a_zero_where_nothing_is",
    lambda f: f.replace(
        "账单",
        "F2",
        re.sub(r' t="str"|<v>.*?</v>|<v ?/>', "", f.xml("账单", "F2")).replace(
            "</f>", "</f><v>0</v>"
        ),
    ),
    "value-stale",
    "F2",
)
