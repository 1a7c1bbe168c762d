"""公积金: what each household may draw, and who of one family draws how much."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.fund import MAX_PERSONS
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.subjects.fund import tables as fund

TITLE, ROLE = fund.TITLE, "计算"
ABOUT = "各户可提取的公积金和谁先提"
TOPIC = Topic.FUND

_NO_RULE = "方案没有录入公积金的规定；限额按净分摊额计，办法以当地公积金中心为准"
_RELATIONS = ("业主本人", "配偶", "直系亲属")


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(7, 12, 14, 15, 15, 15, 15, 26, 3, *([11] * 22))
    grid.put(1, 1, "公积金：每户最多提多少，家里谁提多少（由公式得出）", "标题")
    grid.height(1, 28)
    rule = plan.project.scheme.fund
    grid.put(2, 1, fund.rule_words(plan), "副标题")
    grid.text(3, 1, f"{rule.status}：{rule.note}" if rule else _NO_RULE, "副标题")
    grid.put(4, 1, fund.family_words(plan), "副标题")
    family, rows = fund.persons(plan), fund.households(plan)
    fund.figures(plan).write(grid)
    family.write(grid)
    family.write_totals(grid, ["合计", None], fund.totals(plan))
    rows.write(grid)
    note = rows.here("note", rows.first)
    grid.redden(rows.area("note"), f'{note}<>""')
    grid.sheet.freeze_panes = "A5"
    grid.page(f"A1:H{rows.last}")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The persons of the family and their balances, in the order in which they may draw."""
    block, given = fund.inputs(plan), plan.project.fund.persons
    grid.row(block.first - 1, 1, ["关系（按提取次序）", "余额（元）", "提示"], "表头")
    for index, row in enumerate(block.rows):
        usual = _RELATIONS[index] if index < len(_RELATIONS) else ""
        relation, balance = given[index] if index < len(given) else (usual, None)
        grid.text(row, 1, relation, "输入-text")
        grid.put(row, 2, None if balance is None else balance / 100, "输入-money")
        problem = fund.persons(plan).at("problem", index)
        grid.put(row, 3, word_of(problem, fund.PROBLEMS), "计算-any")
    grid.put(block.first, 4, f"最多 {MAX_PERSONS} 人", "注")
    grid.limit(block.area("balance"), "decimal", "0", MAX_YUAN, "余额", "请填 0 或正数（元）")
