"""The named styles of every book, one for each purpose of a cell."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

FONT = "微软雅黑"
PAPER_FONT = "宋体"

#: Tab colour and Chinese word of each role a sheet can have.
ROLES = {
    "说明": "44546A",
    "输入": "BF9000",
    "计算": "2F75B5",
    "单据": "548235",
    "校验": "C00000",
    "来源": "7F7F7F",
}

_THIN = Side(style="thin", color="BFBFBF")
_DARK = Side(style="thin", color="404040")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_RULED = Border(top=_THIN, bottom=_THIN)
_FRAME = Border(left=_DARK, right=_DARK, top=_DARK, bottom=_DARK)
_INPUT = PatternFill("solid", fgColor="FFF2CC")
_HEAD = PatternFill("solid", fgColor="D9E2F3")
_BAND = PatternFill("solid", fgColor="EDEDED")

#: Room for one character at the end keeps a number clear of the line on its right; programs that
#: shrink a text ignore an indent.
MONEY = "#,##0.00_ "
_FORMATS = {
    "text": "@",
    "any": "General",
    "money": MONEY,
    "area": "#,##0.00_ ",
    "whole": "0_ ",
    "coef": "0.0###_ ;-0.0###_ ;0_ ",
    "fine": "0.0#####_ ;-0.0#####_ ;0_ ",
    "share": "0.00%_ ",
    "percent": "0.00%_ ",
    "date": "yyyy-mm-dd",
    "day": "yyyy-mm-dd_ ;;",
    "said": "0_ ;-0_ ;0_ ;@_ ",
    "page": '"第 "0" 张"',
    "papers": '"现在有 "0" 张";;"现在没有"',
    "row": '"“住户”第 "0" 户"',
    "line": '"“收缴”第 "0" 张"',
}
#: The end of the name of a style's twin without a frame, for forms that are framed where they are used.
BARE = "·无框"

#: Number formats of calculated cells that differ from inputs: no mark for texts, no day 0.
_SHOWN = {"text": "General", "date": "yyyy-mm-dd;;"}

_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
#: Text in a frame keeps clear of the line on its left.
_FRAMED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
#: The same for a text that shrinks instead of wrapping.
_SHRUNK = Alignment(horizontal="left", vertical="center", shrink_to_fit=True, indent=1)
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
#: A heading runs on over the empty cells beside it instead of wrapping in its own.
_RUN_ON = Alignment(horizontal="left", vertical="center")
_WORDS = ("text", "any", "date")


def default_font() -> Font:
    """The font in which column widths are measured; no cell uses it.

    A program without Calibri takes a font whose digits are a third wider, and a paper that fills
    the page there is narrow in Excel. Verdana's digits are as wide as those of its substitute
    DejaVu Sans, so column widths agree within a twentieth in all programs.
    """
    return Font(name="Verdana", size=11)


def named_styles() -> list[NamedStyle]:
    """Every style as a new object, because openpyxl binds a style to one workbook."""
    papers = [*_papers(), *_halves(), *_lines(), *_large()]
    return [*_plain(), *_cells(), *papers, *(_bare(one) for one in papers), *_meeting()]


def edge(style: str) -> str:
    """The frame of a paper's style: ``box``, ``band`` (a box on grey), ``cut`` (a dashed line above)."""
    return _EDGES[style]


def _bare(framed: NamedStyle) -> NamedStyle:
    """A style's twin without frame and ground."""
    shown = {"number_format": framed.number_format} if framed.number_format else {}
    return _style(framed.name + BARE, framed.font, framed.alignment, **shown)


def _style(name: str, font: Font, alignment: Alignment, **more: object) -> NamedStyle:
    """One style, locked unless ``protection`` is given."""
    style = NamedStyle(name=name, font=font, alignment=alignment)
    for key, value in more.items():
        setattr(style, key, value)
    return style


def _plain() -> list[NamedStyle]:
    """Headings, labels and notes."""
    grey = Font(name=FONT, size=10, color="595959")
    return [
        _style("标题", Font(name=FONT, size=18, bold=True, color="1F3864"), _RUN_ON),
        _style("副标题", Font(name=FONT, size=10, color="595959"), _RUN_ON),
        _style("节", Font(name=FONT, size=12, bold=True, color="1F3864"), _RUN_ON),
        _style("表头", Font(name=FONT, size=10, bold=True), _CENTER, fill=_HEAD, border=_GRID),
        _style("标签", Font(name=FONT, size=10), _FRAMED, border=_GRID),
        _style("标签-长", Font(name=FONT, size=10), _RUN_ON, border=_RULED),
        _style("计算-长", Font(name=FONT, size=10), _RUN_ON, border=_RULED),
        _style("正文", Font(name=FONT, size=10), _LEFT),
        _style("正文-不折行", Font(name=FONT, size=10), _RUN_ON),
        _style("警示", Font(name=FONT, size=10, bold=True, color="C00000"), _LEFT),
        _style("注", grey, _RUN_ON),
        _style("注-折行", grey, _LEFT),
        _style("警示-不折行", Font(name=FONT, size=9, bold=True, color="C00000"), _RUN_ON),
        _style("链接", Font(name=FONT, size=10, underline="single", color="0563C1"), _LEFT),
        _style(
            "链接-不折行", Font(name=FONT, size=10, underline="single", color="0563C1"), _RUN_ON
        ),
        _style("总校验", Font(name=FONT, size=12, bold=True), _RUN_ON, border=_RULED, fill=_BAND),
    ]


def _cells() -> list[NamedStyle]:
    """Cells for inputs and calculated values, one style for every kind of number."""
    styles = []
    for kind, number_format in _FORMATS.items():
        align = _CENTER if kind in _WORDS else _RIGHT
        font = Font(name=FONT, size=10)
        styles.append(
            _style(f"输入-{kind}", font, align, number_format=number_format, border=_GRID,
                   fill=_INPUT, protection=Protection(locked=False))
        )  # fmt: skip
        shown = _SHOWN.get(kind, number_format)
        styles.append(_style(f"计算-{kind}", font, align, number_format=shown, border=_GRID))
    return styles


def _papers() -> list[NamedStyle]:
    """Printed papers: black on white, larger, framed."""
    plain, bold = Font(name=PAPER_FONT, size=11), Font(name=PAPER_FONT, size=11, bold=True)
    small = Font(name=PAPER_FONT, size=9)
    title = Font(name=PAPER_FONT, size=18, bold=True)
    beside = Font(name=FONT, size=9, color="595959")
    draft = Font(name=FONT, size=14, bold=True, color="C00000")
    top = Border(top=Side(style="dashed", color="404040"))
    return [
        _style("单据-题", title, _CENTER),
        _style("单据-草案", draft, _CENTER),
        _style("单据-小字", small, _RUN_ON),
        _style("单据-页", beside, _RUN_ON, number_format=_FORMATS["page"]),
        _style("单据-张数", beside, _RUN_ON, number_format=_FORMATS["papers"]),
        _style("单据-户", beside, _RUN_ON, number_format=_FORMATS["row"]),
        _style("单据-行", beside, _RUN_ON, number_format=_FORMATS["line"]),
        _style("单据-节", bold, _LEFT, border=_FRAME, fill=_BAND),
        _style("单据-标签", plain, _CENTER, border=_FRAME),
        _style("单据-文字", plain, _FRAMED, border=_FRAME),
        _style("单据-短文", plain, _SHRUNK, border=_FRAME),
        _style("单据-说明", Font(name=PAPER_FONT, size=10), _FRAMED, border=_FRAME),
        _style("单据-金额", plain, _RIGHT, border=_FRAME, number_format=MONEY),
        _style("单据-面积", plain, _RIGHT, border=_FRAME, number_format=_FORMATS["area"]),
        _style("单据-系数", plain, _RIGHT, border=_FRAME, number_format=_FORMATS["fine"]),
        _style("单据-日期", plain, _FRAMED, border=_FRAME, number_format=_FORMATS["date"]),
        _style("单据-应缴", Font(name=PAPER_FONT, size=13, bold=True), _RIGHT, border=_FRAME,
               number_format='"¥"#,##0.00_ '),
        _style("单据-大写", Font(name=PAPER_FONT, size=12, bold=True), _FRAMED, border=_FRAME),
        _style("单据-裁线", small, _CENTER, border=top),
    ]  # fmt: skip


def _lines() -> list[NamedStyle]:
    """Tables on paper, in lines of 15 points; a text that is too long shrinks.

    Styles named 表 always have a frame, those named 行 only where a row is filled.
    """
    plain, bold = Font(name=PAPER_FONT, size=10), Font(name=PAPER_FONT, size=10, bold=True)
    left, center, right = (
        Alignment(horizontal=side, vertical="center", shrink_to_fit=True)
        for side in ("left", "center", "right")
    )
    kinds = {
        "文": (center, "General"),
        "号": (center, "0"),
        "左": (_SHRUNK, "General"),
        "额": (right, MONEY),
        "积": (right, _FORMATS["area"]),
        "系数": (right, _FORMATS["fine"]),
        # Of lists whose heads stand in the lines: a text keeps clear of the line too.
        "列额": (right, f"{MONEY};-{MONEY};{MONEY};@_ "),
        "列系数": (right, f"{_FORMATS['fine']};@_ "),
        "列左": (left, "0;-0;0;_ @"),
        "列折": (Alignment(horizontal="left", vertical="center", wrap_text=True), "0;-0;0;_ @"),
        "列注": (Alignment(horizontal="left", vertical="center", wrap_text=True), "General"),
    }
    styles = [
        _style("单据-表注", bold, left),
        _style("单据-表头", bold, center, border=_FRAME),
        _style("单据-行头", bold, center),
        _style("单据-表节", bold, left, border=_FRAME, fill=_BAND),
    ]
    for word, more in (("表", {"border": _FRAME}), ("行", {})):
        for key, (align, shown) in kinds.items():
            name = f"单据-{word}{key}"
            styles.append(_style(name, plain, align, number_format=shown, **more))
    return styles


def _large() -> list[NamedStyle]:
    """A paper that is read from some steps away: on A3, in large type."""
    plain = Font(name=PAPER_FONT, size=18)
    bold = Font(name=PAPER_FONT, size=18, bold=True)
    large = Font(name=PAPER_FONT, size=20)
    left, center, right = (
        Alignment(horizontal=side, vertical="center", shrink_to_fit=True)
        for side in ("left", "center", "right")
    )
    return [
        _style("大字-题", Font(name=PAPER_FONT, size=36, bold=True), _CENTER),
        _style("大字-草案", Font(name=FONT, size=22, bold=True, color="C00000"), _CENTER),
        _style("大字-居中", Font(name=PAPER_FONT, size=22), center),
        _style("大字-文", plain, _LEFT),
        _style("大字-表头", bold, center, border=_FRAME),
        _style("大字-行头", bold, center),
        _style("大字-行文", large, left, number_format="0;-0;0;_ @"),
        _style("大字-行额", large, right, number_format=MONEY),
    ]


def _halves() -> list[NamedStyle]:
    """Papers of which two go on a page: smaller; a text that is too long shrinks."""
    plain, small = Font(name=PAPER_FONT, size=10), Font(name=PAPER_FONT, size=9)
    left, center, right = (
        Alignment(horizontal=where, vertical="center", shrink_to_fit=True, indent=indent)
        for where, indent in (("left", 1), ("center", 0), ("right", 0))
    )
    top = Border(top=Side(style="dashed", color="404040"))
    return [
        _style("半页-题", Font(name=PAPER_FONT, size=15, bold=True), _CENTER),
        _style("半页-草案", Font(name=FONT, size=11, bold=True, color="C00000"), _CENTER),
        _style("半页-小字", small, _RUN_ON),
        _style("半页-标签", plain, center, border=_FRAME),
        _style("半页-文字", plain, left, border=_FRAME),
        _style("半页-短文", plain, left, border=_FRAME),
        _style("半页-说明", small, _FRAMED, border=_FRAME),
        _style("半页-金额", plain, right, border=_FRAME, number_format=MONEY),
        _style("半页-面积", plain, right, border=_FRAME, number_format=_FORMATS["area"]),
        _style("半页-系数", plain, right, border=_FRAME, number_format=_FORMATS["fine"]),
        _style("半页-日期", plain, left, border=_FRAME, number_format=_FORMATS["date"]),
        _style("半页-应缴", Font(name=PAPER_FONT, size=12, bold=True), right, border=_FRAME,
               number_format='"¥"#,##0.00_ '),
        _style("半页-大写", Font(name=PAPER_FONT, size=11, bold=True), left, border=_FRAME),
        _style("半页-裁线", small, _CENTER, border=top),
    ]  # fmt: skip


def _meeting() -> list[NamedStyle]:
    """Pages to be read from the back of a room: large, sans serif."""
    large, bold = Font(name=FONT, size=16), Font(name=FONT, size=14, bold=True)
    gain = f'"多 "{MONEY};"少 "{MONEY};"不变"'
    return [
        _style("会议-题", Font(name=FONT, size=22, bold=True, color="1F3864"), _RUN_ON),
        _style("会议-正文", Font(name=FONT, size=12), _RUN_ON),
        _style("会议-表头", bold, _CENTER, fill=_HEAD, border=_FRAME),
        _style("会议-标签", bold, _FRAMED, fill=_BAND, border=_FRAME),
        _style("会议-合计", bold, _RIGHT, fill=_BAND, border=_FRAME, number_format=MONEY),
        _style("会议-合计差", bold, _RIGHT, fill=_BAND, border=_FRAME, number_format=gain),
        _style("会议-户数", bold, _RIGHT, fill=_BAND, border=_FRAME, number_format='0" 户"'),
        _style("会议-层", large, _CENTER, border=_FRAME),
        _style("会议-层金额", large, _RIGHT, border=_FRAME, number_format=MONEY),
        # A line is framed only where there is a household.
        _style("会议-文字", large, _CENTER),
        _style("会议-面积", large, _RIGHT, number_format=_FORMATS["area"]),
        _style("会议-金额", large, _RIGHT, number_format=MONEY),
        _style("会议-差额", large, _RIGHT, number_format=gain),
    ]


def _edge(style: NamedStyle) -> str:
    """The word for a style's frame, see ``edge``."""
    border = style.border
    left, top = (
        (side and side.style for side in (border.left, border.top)) if border else (None, None)
    )
    if left:
        return "band" if getattr(style.fill, "fill_type", None) else "box"
    return "cut" if top else ""


#: Paper style → its frame.
_EDGES = {one.name: _edge(one) for one in (*_papers(), *_halves(), *_lines(), *_large())}
