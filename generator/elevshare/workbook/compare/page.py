"""比较: the page for the owners' meeting, to be projected and printed on one A4 landscape."""

from __future__ import annotations

from elevshare.workbook.compare.gains import gains, others
from elevshare.workbook.compare.plan import ONE_PAGE, ComparePlan
from elevshare.workbook.grid import Grid

TITLE, ROLE = "比较", "单据"

_FIXED = (("房号", 11.0), ("楼层", 8.0), ("面积㎡", 12.0), ("参与", 8.0))
#: The width of the only difference leaves room for its head.
_DUE, _GAIN, _ALONE = 18.0, 20.0, 28.0
#: Rows of the heads, and of the sums below them.
_HEADS, _COST, _SUBSIDY, _SUM, _MORE, _LESS = 4, 6, 7, 8, 9, 10
_LINE = 23.0


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet: head, sums, then one line a household."""
    page, schemes = plan.page, len(plan.parts)
    gain = _GAIN if schemes > 2 else _ALONE
    grid.widths(*(width for _, width in _FIXED), *[_DUE] * schemes, *[gain] * (schemes - 1))
    _title(grid, plan)
    _heads(grid, plan)
    _sums(grid, plan)
    for index in range(plan.flats):
        _household(grid, plan, index)
    last = page.letter(page.columns[-1])
    _frames(grid, plan)
    grid.sheet.freeze_panes = f"B{_COST}"
    _set_up(grid, plan, f"A1:{last}{page.last}")


def _set_up(grid: Grid, plan: ComparePlan, area: str) -> None:
    """Print on one page if that stays readable, else repeat the heads on every page."""
    small = len(plan.project.flats) <= ONE_PAGE
    grid.page(area, landscape=True, title_rows="" if small else f"{_HEADS}:{_HEADS + 1}")
    grid.sheet.page_setup.fitToHeight = 1 if small else 0
    margins = grid.sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.bottom = 0.5


def _title(grid: Grid, plan: ComparePlan) -> None:
    """Write what is compared, the money concerned, and whether the book may be used."""
    p = plan.parameter
    keys = ("estate", "building", "entrance")
    place = "&".join(f'IF({p(key)}="","",{p(key)}&" ")' for key in keys)
    grid.put(1, 1, f'={place}&"加装电梯分摊方案比较"', "会议-题")
    grid.height(1, 36)
    grid.put(2, 1, f"={_about(plan)}", "会议-正文")
    grid.put(3, 1, f"={plan.master}&{_missing(plan)}", "会议-正文")
    last = plan.page.letter(plan.page.columns[-1])
    grid.redden(f"$A$3:${last}$3", 'OR(LEFT($A$3,1)="【",RIGHT($A$3,1)="数")')
    for row in (2, 3):
        grid.height(row, 22)


def _about(plan: ComparePlan) -> str:
    """A text: how many take part, which scheme is the base, and the compensation."""
    paid = f"FIXED({plan.figures.yuan('compensation')},2)"
    return (
        f'"共 "&SUM({plan.shares.all("valid")})&" 户，参与 "&{plan.figure("taking")}&" 户；"'
        f'&IF({plan.figure("compensation")}>0,"净额含补偿支出 "&{paid}&" 元；","")'
        f'&"基准是“"&{plan.parameter("base")}&"”，可在“参数”里换"'
    )


def _missing(plan: ComparePlan) -> str:
    """A text: the schemes that lack weights; empty if none does."""
    return "&".join(
        f'IF({part.figure("missing")}=0,"","；{part.mark}有 "&{part.figure("missing")}'
        f'&" 层系数还没有填，按 0 计，不作数")'
        for part in plan.parts
    )


def _heads(grid: Grid, plan: ComparePlan) -> None:
    """Write two lines of heads: groups, then columns."""
    page, parts = plan.page, plan.parts
    due, gain = page.column("s0"), page.column("o0")
    grid.merge(_HEADS, 1, 4, "住户", "会议-表头")
    grid.merge(_HEADS, due, due + len(parts) - 1, "每户应分摊（元）", "会议-表头")
    base = f'"与“"&{plan.parameter("base")}&"”相比（元）"'
    _over(grid, _HEADS, gain, len(parts) - 1, f"={base}")
    row = _HEADS + 1
    grid.row(row, 1, [head for head, _ in _FIXED], "会议-表头")
    grid.row(row, due, [part.head for part in parts], "会议-表头")
    grid.row(row, gain, [f"={others(plan).at('name', i)}" for i in range(others(plan).count)],
             "会议-表头")  # fmt: skip
    grid.height(_HEADS, 26 if len(parts) > 2 else 42)
    grid.height(row, plan.head_height)


def _over(grid: Grid, row: int, column: int, count: int, value: str) -> None:
    """Write a head over one or several columns."""
    if count > 1:
        grid.merge(row, column, column + count - 1, value, "会议-表头")
    else:
        grid.put(row, column, value, "会议-表头")


def _sums(grid: Grid, plan: ComparePlan) -> None:
    """Write the lines from cost to the sum paid, and how many pay more or less than the base."""
    page, beside = plan.page, range(others(plan).count)
    due, gain = page.column("s0"), page.column("o0")
    for row, key, label in ((_COST, "cost", "总费用"), (_SUBSIDY, "subsidy", "减：补贴")):
        grid.merge(row, 1, 4, label, "会议-标签")
        grid.row(row, due, [f"={part.figures.yuan(key)}" for part in plan.parts], "会议-合计")
        grid.row(row, gain, [None for _ in beside], "会议-合计")
    grid.merge(_SUM, 1, 4, "各户合计", "会议-标签")
    grid.row(_SUM, due, [f"={part.figure('total')}/100" for part in plan.parts], "会议-合计")
    grid.row(_SUM, gain, [f"={others(plan).at('sum', i)}/100" for i in beside], "会议-合计差")
    for row, key, label in (
        (_MORE, "more", "比基准多付的户数"),
        (_LESS, "less", "比基准少付的户数"),
    ):
        grid.merge(row, 1, gain - 1, label, "会议-标签")
        grid.row(row, gain, [f"={others(plan).at(key, i)}" for i in beside], "会议-户数")
    for row in range(_COST, page.first):
        grid.height(row, _LINE)


def _household(grid: Grid, plan: ComparePlan, index: int) -> None:
    """Write one household's line, which is empty without a household."""
    page, read = plan.page, plan.shares
    row = page.first + index
    valid = f"{read.at('valid', index)}=1"

    def put(key: str, formula: str, style: str) -> None:
        grid.put(row, page.column(key), f'=IF({valid},{formula},"")', style)

    put("room", read.at("room", index), "会议-文字")
    put("storey", read.at("storey_no", index), "会议-文字")
    put("area", f"{read.at('area_no', index)}/100", "会议-面积")
    put("taking", f'IF({read.at("take", index)}=1,"是","否")', "会议-文字")
    for part in plan.parts:
        put(f"s{part.index}", f"{part.shares.at('fen', index)}/100", "会议-金额")
    for other in range(others(plan).count):
        put(f"o{other}", f"{gains(plan).at(f'o{other}', index)}/100", "会议-差额")
    grid.height(row, _LINE)


def _frames(grid: Grid, plan: ComparePlan) -> None:
    """Frame the lines with a household; red where it pays more than the base, green where less."""
    page, count = plan.page, others(plan).count
    due, first, last = (page.letter(key) for key in (f"s{count}", "o0", f"o{count - 1}"))
    filled = f'$A{page.first}<>""'
    grid.frame(f"A{page.first}:{due}{page.last}", filled)
    area, cell = f"{first}{page.first}:{last}{page.last}", f"{first}{page.first}"
    # A text is larger than any number: a line without a household must not be red.
    grid.frame(area, f"AND({filled},{cell}>0)", "red")
    grid.frame(area, f"AND({filled},{cell}<0)", "green")
    grid.frame(area, filled)
