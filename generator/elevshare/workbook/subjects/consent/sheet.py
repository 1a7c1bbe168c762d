"""表决: whether enough owners vote and agree, how many are missing, each one's vote."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.schemes.parts.consent import MAX_TERM
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import put_input
from elevshare.workbook.subjects.consent import decision as consent
from elevshare.workbook.subjects.consent import rules as majority
from elevshare.workbook.subjects.consent import voters
from elevshare.workbook.subjects.consent.inputs import HINT_LABEL, ROWS, RULES, SOURCE_LABEL
from elevshare.workbook.subjects.merged import tables as merged

TITLE, ROLE = voters.TITLE, "计算"
ABOUT = "参与和同意的面积、人数够不够"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: result, tests, declarations, households."""
    grid.widths(6, 10, 14, 14, 14, 14, 14, 14, 14, 16, 24, 3, *([11] * 14))
    grid.put(1, 1, "表决：够不够，还差多少（按“专项”所选规则，由公式得出）", "标题")
    grid.height(1, 28)
    result = consent.result_formulas(plan)
    grid.put(2, 1, result["conclusion"], "总校验")
    grid.row(2, 2, [None] * 10, "总校验")
    grid.redden("$A$2:$K$2", f"AND({majority.picked(plan, 'n')}>0,{consent.PASSED}=0)")
    grid.put(3, 1, result["figures"], "副标题")
    grid.put(3, 13, "通过（1/0）", "注")
    grid.put(3, 14, result["passed"], "计算-whole")
    _hurdles(grid, plan)
    declared, households = consent.declarations(plan), voters.voters(plan)
    declared.write(grid)
    grid.row(declared.first - 1, 2, [None, None], "表头")
    households.write(grid)
    grid.redden(households.area("hint"), f'LEFT({households.here("hint", households.first)},1)="←"')
    majority.rules(plan).write(grid)
    majority.chosen(plan).write_rows(grid)
    if plan.has(Topic.MERGED):
        merged.owners(plan).write(grid)
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:K{households.last}", landscape=True)


def _hurdles(grid: Grid, plan: Plan) -> None:
    """Write the four tests, and the meaning of their least numbers."""
    block = consent.hurdles(plan)
    block.write(grid)
    grid.row(block.first - 1, 2, [None, None], "表头")
    note = "“至少要”是参与表决够数以后的最少数；比较用整数，不受显示的百分比影响"
    grid.put(block.first - 2, 4, note, "注")
    grid.redden(block.area("result"), f'{block.here("result", block.first)}="不通过"')


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the table of rules on 专项: a column for each rule, its source at the bottom."""
    block = majority.table(plan)
    grid.row(block.first - 1, 1, ["规则", *(rule.name for rule in RULES)], "表头")
    for row, (_, label, words) in zip(block.rows, ROWS, strict=False):
        grid.put(row, 1, label, "标签")
        _attribute(grid, block, row, words)
    source, hint = block.last - 1, block.last
    grid.put(source, 1, SOURCE_LABEL, "标签")
    grid.put(hint, 1, HINT_LABEL, "标签")
    grid.height(source, 96)
    grid.height(hint, 48)
    for index, rule in enumerate(RULES):
        if rule.source:
            grid.put(source, index + 2, rule.source, "注-折行")
        else:
            grid.text(source, index + 2, "", "输入-text")
        problem = majority.rules(plan).at("problem", index)
        grid.put(hint, index + 2, word_of(problem, majority.PROBLEMS), "注-折行")
    hints = f"$B${hint}:{block.here(f'rule{len(RULES) - 1}', hint)}"
    grid.redden(hints, f'LEFT(B${hint},1)="←"')


def _attribute(grid: Grid, block: Block, row: int, words: tuple[str, ...]) -> None:
    """Write one row of the table: the value of every rule, and the valid entries."""
    for index, rule in enumerate(RULES):
        kind = "text" if words else "whole"
        put_input(grid, row, index + 2, rule.values[row - block.first], kind)
    area = f"{block.here('rule0', row)}:{block.here(f'rule{len(RULES) - 1}', row)}"
    if words:
        grid.choose(area, ",".join(words), "表决规则")
    else:
        hint = f"请填 1 到 {MAX_TERM} 的整数；参与没有要求则分子分母都空着"
        grid.limit(area, "whole", "1", str(MAX_TERM), "表决规则", hint)
