"""公积金: what each household may draw, and who of one family draws how much."""

from __future__ import annotations

from elevshare.rules.fund import MAX_PERSONS
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.fund import tables as fund
from elevshare.workbook.subjects.fund.inputs import COLUMNS

TITLE, ROLE = fund.TITLE, "计算"
ABOUT = "各户可提取的公积金和谁先提"

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
    grid.page(f"A1:H{rows.end}")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the persons of the family and their balances, in the order of drawing."""
    block, given = fund.inputs(plan), plan.project.fund.persons

    def of(index: int) -> dict[str, Value]:
        usual = _RELATIONS[index] if index < len(_RELATIONS) else ""
        relation, balance = given[index] if index < len(given) else (usual, None)
        return {
            "relation": relation,
            "balance": None if balance is None else balance / 100,
            "hint": word_of(fund.persons(plan).at("problem", index), fund.PROBLEMS),
        }

    write_rows(grid, block, COLUMNS, of)
    grid.put(block.first, 4, f"最多 {MAX_PERSONS} 人", "注")
