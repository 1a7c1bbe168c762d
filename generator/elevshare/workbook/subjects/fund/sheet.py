"""公积金: what each household may draw, and who of one family draws how much."""

from __future__ import annotations

from elevshare.rules.fund import MAX_PERSONS
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.rounding import HEADS as SPLIT_HEADS
from elevshare.workbook.sheets.inputs import write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.fund import certificates
from elevshare.workbook.subjects.fund import tables as fund
from elevshare.workbook.subjects.fund.inputs import COLUMNS
from elevshare.workbook.table import write_table

TITLE, ROLE = "公积金", "计算"
ABOUT = "各户可提取的公积金和谁先提"

_SPLIT = {key: (head, "whole") for key, head in SPLIT_HEADS.items()}
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
    grid.row(5, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas = fund.figure_formulas(plan)
    for row, (key, (label, money, note)) in enumerate(fund.FIGURES.items(), 6):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, _yuan(row, key) if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    family, rows = fund.persons(plan), fund.households(plan)
    write_table(grid, family, "一、测算的一户：家里谁提多少", {**_SPLIT, **fund.PERSON_HEADS},
                lambda row: fund.person_formulas(plan, row))  # fmt: skip
    grid.row(family.last + 1, 1, ["合计", None], "标签-长")
    for key, formula in fund.total_formulas(plan).items():
        grid.put(family.last + 1, family.column(key), formula, "计算-money")
    write_table(grid, rows, "二、各户限额", {**fund.HEADS, **certificates.HEADS},
                lambda row: {**fund.household_formulas(plan, row),
                             **certificates.formulas(plan, row)})  # fmt: skip
    note = rows.here("note", rows.first)
    grid.redden(rows.area("note"), f'{note}<>""')
    grid.sheet.freeze_panes = "A5"
    grid.page(f"A1:H{rows.last}")


def _yuan(row: int, key: str) -> str:
    """A figure in yuan; without a household to work out, the unit alone."""
    return f"=$E{row}/100" if key == "unit" else f'=IF({fund.figure("found")}=0,"",$E{row}/100)'


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The persons of the family and their balances, in the order in which they may draw."""
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
