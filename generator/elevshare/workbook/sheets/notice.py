"""公示: the whole plan on paper for the board, with every household's amount."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import Topic
from elevshare.workbook.calc import notice, notice_words
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import notice_pages as pages
from elevshare.workbook.sheets.notice_inputs import write_inputs as write_inputs
from elevshare.workbook.sheetxml import Value

TITLE, ROLE = "公示", "单据"
TOPIC = Topic.NOTICE
ABOUT = "出资方案公示表：费用、算法、各户应分摊、公示期；打印张贴"

_WIDTHS = (6, 8, 10, 5, 9, 5, 10, 13, 6)
_RIGHT = len(_WIDTHS)
#: Heads of the households, and the style of each column.
_COLUMNS = {
    "n": ("序号", "单据-表号"),
    "room": ("房号", "单据-表文"),
    "owner": ("业主", "单据-表文"),
    "storey": ("楼层", "单据-表文"),
    "area": ("面积㎡", "单据-表积"),
    "taking": ("参与", "单据-表文"),
    "coefficient": ("计入系数", "单据-表系数"),
    "due": ("应分摊（元）", "单据-表额"),
    "tail": ("尾差", "单据-表文"),
}
#: First and last column of what stands side by side: items and amounts, storeys to amounts.
_ITEM, _YUAN, _STOREY, _COEFFICIENT, _AMOUNT = (1, 3), (4, 5), (6, 6), (7, 7), (8, 9)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet, top down; the households go on over the pages that they need."""
    grid.widths(*_WIDTHS)
    layout = pages.pages_of(plan)
    row = _panels(grid, plan, _head(grid, plan, 1))
    breaks = [row - 1] * layout.before
    row = _words(grid, plan, row)
    titles = f"{row}:{row + 1}"
    row = _households(grid, plan, range(layout.first), _totals(grid, plan, row))
    row = write_foot(grid, plan, row)
    last, there = row - 1, len(plan.project.flats) or plan.flats
    for start in layout.starts(plan.flats):
        breaks.append(row - 1)
        seats = range(start, min(plan.flats, start + layout.more))
        row = _households(grid, plan, seats, _again(grid, plan, row, start))
        last = row - 1 if start < there else last
    grid.breaks(breaks)
    grid.page(f"A1:I{last}", fit=False, numbered=False, title_rows=titles)
    # How many pages there are depends on the households; the title of their table tells.
    grid.sheet.oddFooter.center.text = "第 &P 页"  # type: ignore[union-attr]
    # Printed with the sheets before it, the notice still begins with page 1.
    grid.sheet.page_setup.firstPageNumber, grid.sheet.page_setup.useFirstPageNumber = 1, True


def _wide(
    grid: Grid, row: int, columns: tuple[int, int], value: Value, style: str = "单据-表文"
) -> None:
    """One value over a few columns."""
    grid.merge(row, *columns, value, style) if columns[0] < columns[1] else grid.put(
        row, columns[0], value, style
    )


def _head(grid: Grid, plan: Plan, row: int) -> int:
    """Title, master check, building, and from the cost to the net; gives the next row."""
    money, scheme = plan.figure_yuan, plan.project.scheme.name
    grid.merge(row, 1, _RIGHT, "加装电梯出资方案公示表", "单据-题")
    grid.merge(row + 1, 1, _RIGHT, f"={plan.master}", "单据-表注")
    grid.merge(row + 2, 1, 6, f"={notice_words.sentence(plan, 'place')}", "单据-表左")
    grid.merge(row + 2, 7, _RIGHT, f"方案：{scheme}", "单据-表左")
    for line, pair in enumerate(
        (
            ("总费用", "cost", "减：补贴", "subsidy"),
            ("加：补偿支出", "compensation", "应分摊净额", "net"),
        ),
        row + 3,
    ):
        grid.merge(line, 1, 2, pair[0], "单据-表文")
        grid.merge(line, 3, 5, f"={money(pair[1])}", "单据-表额")
        grid.merge(line, 6, 7, pair[2], "单据-表文")
        grid.merge(line, 8, _RIGHT, f"={money(pair[3])}", "单据-表额")
    return _heights(grid, row, pages.HEAD[:-1])


def _panels(grid: Grid, plan: Plan, row: int) -> int:
    """Cost items on the left, storeys on the right."""
    heads = ("费用项目", "金额（元）", "楼层", "计入系数", "本层金额（元）")
    places = (_ITEM, _YUAN, _STOREY, _COEFFICIENT, _AMOUNT)
    for columns, head in zip(places, heads, strict=True):
        _wide(grid, row, columns, head, "单据-表头")
    items, floors = notice.items(plan), notice.floors(plan)
    lines = pages.lines_of(plan)
    _list(grid, items, row + 1, {"item": (_ITEM, "单据-行左"), "yuan": (_YUAN, "单据-行额")})
    _list(grid, floors, row + 1, {"storey": (_STOREY, "单据-行文"), "coefficient": (_COEFFICIENT, "单据-行系数"),
                                  "amount": (_AMOUNT, "单据-行额")})  # fmt: skip
    return _heights(grid, row, (pages.HEAD[-1], *[pages.LINE] * lines))


def _list(
    grid: Grid, block: Block, row: int, columns: dict[str, tuple[tuple[int, int], str]]
) -> None:
    """A list of the working, one line each; a line is framed only where there is something."""
    for line, index in enumerate(range(block.count), row):
        for key, (at, style) in columns.items():
            _wide(grid, line, at, f"={block.at(key, index)}", style)
    edges = [at for at, _ in columns.values()]
    left, right = (chr(64 + end) for end in (edges[0][0], edges[-1][1]))
    grid.frame(f"{left}{row}:{right}{row + block.count - 1}", f'${left}{row}<>""')


def _words(grid: Grid, plan: Plan, row: int) -> int:
    """What the plan rests on, how an amount comes about, and where the tail went."""
    sentences = (
        ("依据", plan.basis),
        ("算法", notice_words.sentence(plan, "method")),
        ("尾差", notice_words.sentence(plan, "tail")),
    )
    for line, (label, address) in enumerate(sentences, row):
        grid.put(line, 1, label, "单据-表文")
        grid.merge(line, 2, _RIGHT, f"={address}", "单据-说明")
    return _heights(grid, row, pages.WORDS)


def _totals(grid: Grid, plan: Plan, row: int) -> int:
    """Title and heads of the households, which every page repeats, and their totals."""
    grid.merge(row, 1, _RIGHT, f"={notice_words.sentence(plan, 'bar')}", "单据-表节")
    grid.row(row + 1, 1, [head for head, _ in _COLUMNS.values()], "单据-表头")

    def count(key: str, unit: str) -> str:
        return f'={notice_words.count(plan, key)}&"{unit}"'

    total = {
        "room": "合计",
        "owner": count("count", " 户"),
        "area": f"={notice_words.count(plan, 'hundredths')}/100",
        "taking": count("taking", " 户"),
        "due": f"=SUM({notice.flats(plan).all('due')})",
    }
    for column, (key, (_, style)) in enumerate(_COLUMNS.items(), 1):
        grid.put(row + 2, column, total.get(key), style)
    return _heights(grid, row, (*pages.TITLES, pages.TOTAL))


def _households(grid: Grid, plan: Plan, seats: Sequence[int], row: int) -> int:
    """The households from one seat to another."""
    block, first = notice.flats(plan), row
    for row, seat in enumerate(seats, first):
        for column, (key, (_, style)) in enumerate(_COLUMNS.items(), 1):
            number = f'=IF({block.at("row", seat)}=0,"",{block.at("n", seat)})'
            value = number if key == "n" else f"={block.at(key, seat)}"
            grid.put(row, column, value, style.replace("表", "行"))
        grid.height(row, pages.LINE)
    grid.frame(f"A{first}:I{row}", f'$A{first}<>""')
    return row + 1


def _again(grid: Grid, plan: Plan, row: int, start: int) -> int:
    """The line at the head of a further page."""
    people = notice_words.count(plan, "count")
    words = f'=IF({people}>{start},"（接上页）","本页没有住户，不用打印")'
    grid.merge(row, 1, _RIGHT, words, "单据-小字")
    grid.height(row, pages.AGAIN)
    return row + 1


def write_foot(grid: Grid, plan: Plan, row: int) -> int:
    """Period, objections, signatures and seal; gives the next row."""
    day = plan.number("made_on")
    for line, (label, key) in enumerate((("公示期", "period"), ("异议", "objection")), row):
        grid.put(line, 1, label, "单据-表文")
        grid.merge(line, 2, _RIGHT, f"={notice_words.sentence(plan, key)}", "单据-说明")
    for line, words in enumerate((("经办", "复核"), ("公示单位（盖章）", "张贴日期")), row + 2):
        for left, word in zip((1, 6), words, strict=True):
            grid.merge(line, left, left + 1, word, "单据-表文")
        grid.merge(line, 3, 5, None, "单据-表文")
        grid.merge(line, 8, _RIGHT, None, "单据-表文")
    made = f'IF({day}=0,"","编制日期 "&TEXT({day},"yyyy-mm-dd")&"　")'
    grid.merge(row + 4, 1, _RIGHT, f'={made}&"{plan.version}"', "单据-小字")
    return _heights(grid, row, pages.FOOT)


def _heights(grid: Grid, row: int, heights: Sequence[float]) -> int:
    """Heights from a row on; gives the next row."""
    for line, points in enumerate(heights, row):
        grid.height(line, points)
    return row + len(heights)
