"""补贴申请: one line a building, what is applied for at each level, sums, seal and signatures."""

from __future__ import annotations

from elevshare.collecting import pages
from elevshare.collecting.plan import SummaryPlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block

TITLE, ROLE = "补贴申请", "单据"
ABOUT = "加装电梯补贴申请汇总表：各级政府分列，一个单元一行，盖章上报；A4 横向"

_FIRST = 5
#: Widths in characters: number, households, cost and grant; what is left over goes to the others.
_NUMBER, _PEOPLE, _MONEY, _WHOLE = 5.0, 6.0, 13.0, 107.0
_WIDEST, _NAME = 12.0, 20.0
_PROMISE = (
    "以上各单元的补贴金额由各单元费用分摊簿汇总，簿子已逐本核对；未计入的单元不在本表。"
    "本单位对所报内容的真实性负责。"
)


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    columns = _columns(plan)
    last = len(columns)
    block = Block(TITLE, _FIRST, plan.lines, tuple(columns))
    grid.widths(*_widths(plan))
    grid.merge(1, 1, last, "加装电梯财政补贴申请汇总表", "单据-题")
    grid.put(2, 1, f"={plan.master}", "单据-小字")
    for left, right, words in ((1, 4, "申请单位："), (5, last, "申请日期：　　　　年　　月　　日")):
        grid.merge(3, left, right, words, "单据-表注")
    grid.row(4, 1, [head for head, _ in columns.values()], "单据-表头")
    for row, points in enumerate((pages.TITLE, pages.STATUS, pages.ASKED, pages.HEADS), 1):
        grid.height(row, points)
    for row in block.rows:
        _line(grid, plan, block, row)
    grid.frame(f"A{block.first}:{block.letter('rest')}{block.last}", f'$A{block.first}<>""')
    end = _foot(grid, plan, block, columns)
    grid.breaks([block.first - 1 + line for line in pages.breaks(plan.lines)])
    grid.page(f"A1:{block.letter('rest')}{end}", landscape=True, fit=False, title_rows="4:4")
    grid.sheet.page_margins.top = grid.sheet.page_margins.bottom = 0.6


def _columns(plan: SummaryPlan) -> dict[str, tuple[str, str]]:
    """Key → head and style of a line's cells."""
    levels = {
        key: (f"{name}（元）", "额") for key, name in zip(plan.level_keys, plan.levels, strict=True)
    }
    return {
        "n": ("序号", "号"),
        "name": ("小区、楼栋、单元", "左"),
        "households": ("户数", "号"),
        "cost": ("总费用（元）", "额"),
        "grant": ("申请补贴（元）", "额"),
        **levels,
        "rest": ("未分级别（元）" if levels else "其中未分级别（元）", "额"),
    }


def _widths(plan: SummaryPlan) -> list[float]:
    """The columns' widths; with many levels they are narrower, so that the page holds them."""
    rest = _WHOLE - _NUMBER - _PEOPLE - 2 * _MONEY
    count = len(plan.levels) + 1
    each = min(_WIDEST, (rest - _NAME) / count)
    name = min(44.0, rest - each * count)
    return [_NUMBER, name, _PEOPLE, _MONEY, _MONEY, *([each] * count)]


def _line(grid: Grid, plan: SummaryPlan, block: Block, row: int) -> None:
    """Write one line: formulas show the next building that is applied for, or nothing."""
    index, table = row - block.first, plan.table
    found = table.at("on_line", index)

    def of(column: str, tail: str = "") -> str:
        return f'=IF({found}=0,"",INDEX({table.all(column)},{found}){tail})'

    money = ("cost", "grant", *plan.level_keys, "rest")
    values = {
        "n": f'=IF({found}=0,"",{table.at("n", index)})',
        "name": of("name"),
        "households": of("households"),
        **{key: of(f"{key}_fen", "/100") for key in money},
    }
    for column, (key, (_, style)) in enumerate(_columns(plan).items(), 1):
        grid.put(row, column, values[key], f"单据-行{style}")
    grid.height(row, pages.LINE)


def _foot(grid: Grid, plan: SummaryPlan, block: Block, columns: dict[str, tuple[str, str]]) -> int:
    """Write sums, the amount in words, room for seal and signatures; gives the last row."""
    row, last = block.last + 1, len(columns)
    grid.merge(row, 1, 2, "合　计", "单据-表头")
    for column, (key, (_, style)) in enumerate(columns.items(), 1):
        if column > 2:
            grid.put(row, column, _sum(plan, key), f"单据-表{style}")
    grid.merge(row + 1, 1, 2, "申请补贴合计（大写）", "单据-表头")
    words = f'="人民币 "&{plan.capitals.at("upper", 0)}'
    grid.merge(row + 1, 3, last, words, "单据-大写")
    grid.merge(row + 2, 1, last, _PROMISE, "单据-说明")
    for line, (one, other) in enumerate(
        (("填表人", "负责人"), ("联系电话", "申请单位（盖章）")), row + 3
    ):
        grid.merge(line, 1, 2, one, "单据-标签")
        grid.merge(line, 3, 4, None, "单据-文字")
        grid.put(line, 5, other, "单据-标签")
        grid.merge(line, 6, last, None, "单据-文字") if last > 6 else grid.put(
            line, 6, None, "单据-文字"
        )
    counted = f'"共 "&{plan.figure("listed")}&" 个单元"'
    grid.merge(row + 5, 1, last, f"={counted}", "单据-小字")
    for offset, points in enumerate(pages.FOOT):
        grid.height(row + offset, points)
    return row + 5


def _sum(plan: SummaryPlan, key: str) -> str:
    """The sum of a column over all lines."""
    table = plan.table
    column = table.all("households" if key == "households" else f"{key}_fen")
    return f"=SUMIF({table.all('listed')},1,{column}){'' if key == 'households' else '/100'}"
