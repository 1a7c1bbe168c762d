"""参数: inputs that all schemes share, then form, subsidy and weights for each scheme."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from elevshare.project import MAX_COSTS, SubsidyMode, granted
from elevshare.rules.share import WEIGHT_SCALE
from elevshare.workbook.compare.part import ComparedScheme
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.field import AMOUNT_HINT, MAX_COEFFICIENT, MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.inputs import put_input, write_sections
from elevshare.workbook.subjects.sharing.inputs import FORMS, WITHIN

TITLE, ROLE = "参数", "输入"

#: The texts about an invalid weight, by number from 1.
_FLAWS = ("待填", "应填 0 或正数", f"不能超过 {MAX_COEFFICIENT}", "最多四位小数",
          "低于区间", "高于区间", "区间待填")  # fmt: skip
_SAME = "补贴随电梯所在城市，与怎么分摊无关，通常各方案填同一数；没有则空着"
_BY_RULE = "按各方案的规则算得；改了费用请核对"


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(22, *[20] * len(plan.parts), 60)
    grid.put(1, 1, "参数：黄色格子可以填，其余由公式计算", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    _costs(grid, plan)
    _choices(grid, plan)
    _weights(grid, plan)
    if any(part.bounded for part in plan.parts):
        _intervals(grid, plan)
    last = plan.last_row(TITLE) - 1
    right = get_column_letter(plan.weights.column("hint"))
    grid.redden(f"$C$3:$C${plan.costs.last}", 'LEFT($C3,1)="←"')
    first = plan.choices_by_scheme.first
    grid.redden(f"${right}${first}:${right}${last}", f'LEFT(${right}{first},1)="←"')
    shared = (plan.parameters["shared"], plan.parameters["schemes"] - 1)
    grid.redden(f"$C${shared[0]}:$C${shared[1]}", f'LEFT($C{shared[0]},1)="←"')
    grid.sheet.freeze_panes = "B2"
    grid.page(f"A1:{right}{last}", title_rows="1:1")


def _costs(grid: Grid, plan: ComparePlan) -> None:
    """The cost items."""
    block, items = plan.costs, plan.project.costs
    grid.row(block.first - 1, 1, ["项目", "金额（元）", "提示"], "表头")
    for index, row in enumerate(block.rows):
        item = items[index] if index < len(items) else None
        grid.text(row, 1, item.name if item else "", "输入-text")
        grid.put(row, 2, item.fen / 100 if item else None, "输入-money")
        wrong = f"{plan.items.at('problem', index)}=1"
        hint = f"最多 {MAX_COSTS} 项；如设计、设备、土建、监理、检测" if index == 0 else ""
        grid.put(row, 3, f'=IF({wrong},"← 应填 0 或正数，最多两位小数","{hint}")', "注")
    grid.limit(block.area("yuan"), "decimal", "0", MAX_YUAN, "金额", AMOUNT_HINT)


def _head(grid: Grid, plan: ComparePlan, row: int, label: str) -> None:
    """The schemes' names above their columns."""
    heads = [label, *(part.head for part in plan.parts)]
    grid.row(row, 1, heads, "表头")
    grid.height(row, 30)


def _area(plan: ComparePlan, row: int) -> str:
    """The area of one row: a cell for each scheme."""
    table = plan.choices_by_scheme
    return f"{table.letter('s0')}{row}:{table.letter(f's{len(plan.parts) - 1}')}{row}"


def _choices(grid: Grid, plan: ComparePlan) -> None:
    """Form, measure and subsidy of every scheme."""
    block = plan.choices_by_scheme
    form, within, subsidy = block.rows
    _head(grid, plan, block.first - 1, "项目")
    for part in plan.parts:
        _of_scheme(grid, part, block.column(f"s{part.index}"), (form, within, subsidy))
    chosen = plan.schemes.all("wrong_choice")
    wrong = f'=IF(SUM({chosen})=0,"先分楼层：净额按系数分到各层，再在层内分","← 请从下拉中选")'
    right = block.column("hint")
    for row, label, words in ((form, "分摊方式", FORMS), (within, "面积还是户", WITHIN)):
        grid.put(row, 1, label, "标签")
        grid.choose(_area(plan, row), ",".join(words.values()), label)
    grid.put(form, right, wrong, "注")
    grid.put(within, right, "按面积：用建筑面积作权数；按户：每户相同", "注")
    grid.put(subsidy, 1, "补贴（元）", "标签")
    by_rule = plan.project.subsidy.mode is SubsidyMode.RULE
    note = f'=IF(SUM({plan.schemes.all("problem")})=0,"{_BY_RULE if by_rule else _SAME}",' \
           '"← 应填 0 或正数，最多两位小数")'  # fmt: skip
    grid.put(subsidy, right, note, "注")
    grid.limit(_area(plan, subsidy), "decimal", "0", MAX_YUAN, "补贴", "请填 0 或正数（元）")


def _of_scheme(grid: Grid, part: ComparedScheme, column: int, rows: tuple[int, int, int]) -> None:
    """The inputs of one scheme."""
    method, amount = part.project.method, granted(part.project).building
    put_input(grid, rows[0], column, FORMS[method.form], "text")
    put_input(grid, rows[1], column, WITHIN[method.within], "text")
    put_input(grid, rows[2], column, amount / 100 if amount else None, "money")


def _weights(grid: Grid, plan: ComparePlan) -> None:
    """The weight of every storey under every scheme."""
    block = plan.weights
    _head(grid, plan, block.first - 1, "楼层")
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "计算-whole")
        for part in plan.parts:
            weight = part.project.weight(index + 1)
            value = None if weight is None else weight / WEIGHT_SCALE
            grid.put(row, block.column(f"s{part.index}"), value, "输入-coef")
        grid.put(row, block.column("hint"), _hint(plan, index), "注")
    last = block.letter(f"s{len(plan.parts) - 1}")
    grid.limit(f"{block.letter('s0')}{block.first}:{last}{block.last}", "decimal", "0",
               MAX_COEFFICIENT, "系数", f"请填 0 到 {MAX_COEFFICIENT} 的数，最多四位小数")  # fmt: skip


def _intervals(grid: Grid, plan: ComparePlan) -> None:
    """The ends of the intervals, for the schemes with intervals."""
    for end, block in enumerate((plan.lows, plan.highs)):
        _head(grid, plan, block.first - 1, "楼层")
        for storey, row in enumerate(block.rows, 1):
            grid.put(row, 1, storey, "计算-whole")
            for part in plan.parts:
                ends = part.project.interval(storey) if part.bounded else None
                value = ends[end] / WEIGHT_SCALE if ends else None
                style = "输入-coef" if part.bounded else "计算-any"
                grid.put(row, block.column(f"s{part.index}"), value, style)
        for part in plan.parts:
            if part.bounded:
                grid.limit(block.area(f"s{part.index}"), "decimal", "0", "100", "区间",
                           "请填 0 到 100 的百分数，如 28")  # fmt: skip


def _hint(plan: ComparePlan, index: int) -> str:
    """The weights of a storey that are invalid, as text."""
    flaws = {part.mark: part.storey_table.at("flaw", index) for part in plan.parts}
    words = ",".join(f'"{word}"' for word in _FLAWS)
    each = "&".join(
        f'IF({cell}=0,""," {mark}"&CHOOSE({cell},{words}))' for mark, cell in flaws.items()
    )
    return f'=IF({"+".join(flaws.values())}=0,"","←"&{each})'
