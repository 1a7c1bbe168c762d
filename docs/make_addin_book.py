"""Make the example workbook of the add-in: its formulas, with the functions' own answers stored.

Run ``python docs/make_addin_book.py`` after a change of a function or of a page. A program that
has no add-in shows the stored answers, as long as it does not calculate anew.
"""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from addin_examples import SHOWN
from addin_formulas import read, rows
from addin_pages import Page, pages
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from elevshare import __version__
from elevshare.workbook.style import ROLES, default_font, named_styles
from elevshare_addin.catalogue import answer

BOOK = Path(__file__).parent / "示例" / "加载项示例.xlsx"
_EPOCH = (2020, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
#: Excel 2019's own: it calculates a book anew that an older one has calculated last.
_ENGINE = 191029
_CELL = re.compile(
    r'<c r="([A-Z]+\d+)"((?: s="\d+")?)(?: t="\w+")?\s*(?:/>|>(<f.*?(?:/>|</f>))?<v\s*/>(?:</v>)?</c>)'
)
_ERRORS = ("#VALUE!", "#N/A", "#NUM!")

_ABOUT = (
    "这本簿子是什么",
    "加梯分摊的 Excel 加载项有十五个函数，这里每个都用到。黄色的格子是输入，可以改；白色的是公式算出来的。",
    "没有装加载项也能看：每个公式格里存着加载项算好的数（版本 {version}）。存着的数不会跟着输入变。",
    "表右边“存着的数”是同样的结果，写成普通的数：装好加载项、重新计算以后，两边应当一样。",
    "没有加载项时改了黄色格子，或者让 Excel 重新计算，公式会显示 #NAME?：关掉、不保存就行。LibreOffice 一打开就这样，请看右边。",
    "怎么得到加载项",
    '在 Windows 上装 Python 和桌面版 Excel，照手册“12 加载项安装”做：pip install "elevshare[addin]"，再 elevshare-addin install。',
    "装好以后打开这本簿子，按 Ctrl+Alt+F9 全部重算；还显示 #NAME? 的，点进那一格的编辑栏按回车（几格一起的按 Ctrl+Shift+Enter）。",
    "从邮件或网上来的文件，Excel 在“受保护的视图”里打开，看到的是存着的数；点“启用编辑”以后才会算。",
    "WPS 用另一个加载项，函数名前面要加 ELEV.，所以在 WPS 里这本簿子只能看。",
    "没有在真的 Excel 里打开过；存着的数由函数自己算出，逐格核对过。",
)


def make() -> bytes:
    """The workbook; the same sources give the same bytes."""
    book = Workbook()
    book.remove(book.active)
    book._fonts[0] = default_font()
    for style in named_styles():
        book.add_named_style(style)
    every = pages()
    _cover(book.create_sheet("说明"), every)
    for page in every:
        _worked_out(page)
        _draw(book.create_sheet(page.title), page)
    book.calculation = CalcProperties(calcId=_ENGINE, fullCalcOnLoad=False)
    book.properties.creator, book.properties.title = "elevshare", "加梯分摊加载项示例"
    buffer = BytesIO()
    book.save(buffer)
    return _settled(buffer.getvalue(), [{}, *(page.answers for page in every)])


def _worked_out(page: Page) -> None:
    """Answer every formula of a page."""
    for area in page.formulas:
        if _cells(area)[0][0] not in page.answers:
            _work(page, area)


def _work(page: Page, area: str) -> None:
    """Answer one formula, after those that it needs."""

    def value_of(other: str) -> Any:
        found = [[_value(page, cell) for cell in line] for line in _cells(other)]
        return found if ":" in other else found[0][0]

    name, given = read(page.formulas[area][0], value_of)
    found = _sum(given[0]) if name == "SUM" else answer(name, given)
    for line, values in zip(_cells(area), rows(found), strict=True):
        page.answers.update(zip(line, values, strict=True))


def _value(page: Page, cell: str) -> Any:
    """What stands in a cell: typed, or answered."""
    if cell in page.cells:
        typed = page.cells[cell][0]
        return float(typed) if isinstance(typed, int) else typed
    if cell not in page.answers:
        _work(page, next(a for a in page.formulas if any(cell in line for line in _cells(a))))
    return page.answers[cell]


def _sum(cells: list[list[Any]]) -> float:
    """A sum of amounts, in whole hundredths."""
    return sum(round(cell * 100) for line in cells for cell in line) / 100


def _cells(area: str) -> list[list[str]]:
    """The references of a range, row by row."""
    left, top, right, bottom = range_boundaries(area)
    return [
        [f"{get_column_letter(column)}{row}" for column in range(left, right + 1)]
        for row in range(top, bottom + 1)
    ]


def _draw(sheet: Worksheet, page: Page) -> None:
    """Titles, inputs, formulas, and in words which formula fills which cells."""
    _face(sheet, page.title, page.about, page.widths)
    for cell, (value, style) in page.cells.items():
        sheet[cell].value, sheet[cell].style = value, style
    for area, (formula, style) in page.formulas.items():
        _formula(sheet, area, formula, style)
    for cell, style in page.styles.items():
        sheet[cell].style = style
    _kept(sheet, page)
    below = sheet.max_row + 2
    sheet.cell(below, 1, "本页的公式").style = "节"
    for row, (area, (formula, _)) in enumerate(page.formulas.items(), below + 1):
        sheet.cell(row, 1, area).style = "正文-不折行"
        sheet.cell(row, 2, f" {formula}").style = "正文-不折行"


def _kept(sheet: Worksheet, page: Page) -> None:
    """A copy of what the formulas of several cells answer, beside the table, as plain values."""
    column = len(page.widths) + 2
    for area, (_, style) in page.formulas.items():
        if ":" not in area:
            continue
        sheet.cell(_top(area) - 2, len(page.widths) + 2, "存着的数").style = "副标题"
        for cells in zip(*_cells(area), strict=True):
            head = page.cells[f"{cells[0].rstrip('0123456789')}{_top(area) - 1}"][0]
            sheet.cell(_top(area) - 1, column, head).style = "表头"
            for row, cell in enumerate(cells, _top(area)):
                sheet.cell(row, column, page.answers[cell]).style = page.styles.get(cell, style)
            width = sheet.column_dimensions[cells[0][0]].width
            sheet.column_dimensions[get_column_letter(column)].width = width
            column += 1


def _top(area: str) -> int:
    """The first row of a range."""
    return range_boundaries(area)[1]  # type: ignore[no-any-return]


def _formula(sheet: Worksheet, area: str, formula: str, style: str) -> None:
    """A formula in one cell, or one for all the cells of a range."""
    for line in _cells(area):
        for cell in line:
            sheet[cell].style = style
    single = ":" not in area
    sheet[_cells(area)[0][0]].value = formula if single else ArrayFormula(area, formula)


def _cover(sheet: Worksheet, every: list[Page]) -> None:
    """The first page: what this is, how to get the add-in, where each function is."""
    _face(sheet, "加梯分摊加载项：示例", "十五个函数，各用一次", (18, 14, 26, 60), role="说明")
    for row, text in enumerate(_ABOUT, 3):
        heading = len(text) < 10
        sheet.cell(row, 1, text.replace("{version}", __version__)).style = (
            "节" if heading else "正文"
        )
        if not heading:
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
            sheet.row_dimensions[row].height = 17 if _wide(text) <= 105 else 34
    top = len(_ABOUT) + 4
    for column, text in enumerate(("函数", "在哪一页", "做什么", "这里的公式"), 1):
        sheet.cell(top, column, text).style = "表头"
    for row, (name, one) in enumerate(SHOWN.items(), top + 1):
        page, formula = next(
            (page.title, formula)
            for page in every
            for formula, _ in page.formulas.values()
            if formula.startswith(f"={name}(")
        )
        for column, text in enumerate((name, page, one.title, f" {formula}"), 1):
            sheet.cell(row, column, text).style = "标签"
        sheet.cell(row, 2).hyperlink = f"#'{page}'!A1"


def _wide(text: str) -> int:
    """Width in figures; a Chinese character is as wide as two."""
    return sum(1 if ord(character) < 256 else 2 for character in text)


def _face(
    sheet: Worksheet, title: str, about: str, widths: tuple[float, ...], role: str = "计算"
) -> None:
    """Title, widths, tab and paper."""
    sheet["A1"], sheet["A2"] = title, about
    sheet["A1"].style, sheet["A2"].style = "标题", "副标题"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.sheet_properties.tabColor = ROLES[role]
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def _settled(data: bytes, answers: list[dict[str, Any]]) -> bytes:
    """Write the answers into the sheets, and every part again with fixed times."""
    buffer = BytesIO()
    sheets = {f"xl/worksheets/sheet{n}.xml": found for n, found in enumerate(answers, 1)}
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = _DATES.sub(rb"\g<1>2020-01-01T00:00:00Z", source.read(name))
            if name in sheets:
                part = _answered(part.decode(), sheets[name]).encode()
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(info, part)
    return buffer.getvalue()


def _answered(xml: str, answers: dict[str, Any]) -> str:
    """A sheet with what its formulas answer."""
    left = dict(answers)

    def cell(match: re.Match[str]) -> str:
        where, style, formula = match[1], match[2], match[3] or ""
        if where not in answers:
            return match[0]
        kind, value = _stored(left.pop(where))
        return f'<c r="{where}"{style}{kind}>{formula}<v>{value}</v></c>'

    found = _CELL.sub(cell, xml)
    assert not left, left
    return found


def _stored(value: Any) -> tuple[str, str]:
    """Type and text of a stored answer."""
    if isinstance(value, float):
        return "", f"{value:.15g}"
    return (' t="e"' if value in _ERRORS else ' t="str"'), escape(value or "", quote=False)


if __name__ == "__main__":
    BOOK.write_bytes(make())
