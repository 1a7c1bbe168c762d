"""读数: what was typed, read as numbers once for all schemes."""

from __future__ import annotations

from collections.abc import Iterable

from elevshare.rules.share import OptOut
from elevshare.workbook.compare.plan import SHARED, ComparePlan
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import NUMBER_HEADS, reading_formulas, wrong_number
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing.flats import HEADS as FLAT_HEADS
from elevshare.workbook.subjects.sharing.flats import reading
from elevshare.workbook.subjects.sharing.inputs import FORMS, OPT_OUT, WITHIN
from elevshare.workbook.table import write_table

TITLE, ROLE = "读数", "计算"

_LABELS = {
    "cost": ("总费用", "各项建设费用之和"),
    "compensation": ("补偿支出", "付给低层住户"),
    "unit": ("计算单位", "参数所选单位合多少分"),
    "to_all": ("全体分担（1/0）", "退出份额由全体分担为 1"),
    "top": ("最高楼层", "楼层不能高于它"),
    "base": ("基准是第几个方案", "在“参数”第三节选"),
    "households": ("有填写的户数", ""),
    "taking": ("参与的户数", ""),
}
_MONEY = ("cost", "compensation")
_ITEM_HEADS = {
    "n": ("序号", "whole"),
    "fen": ("金额（分）", "whole"),
    "problem": ("有误（1/0）", "whole"),
}
_SCHEME_HEADS = {
    "mark": ("代称", "any"),
    "name": ("方案", "长"),
    "shown": ("方案与状态", "长"),
    "subsidy": ("补贴（分）", "whole"),
    "problem": ("补贴有误（1/0）", "whole"),
    "wrong_choice": ("办法选错（1/0）", "whole"),
}


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(8, 14, 22, 14, 14, 12, 10, 12, 14, 14)
    grid.put(1, 1, "读数：把填写的内容读成数字（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas = _figures(plan)
    for row, key in enumerate(SHARED, 4):
        label, note = _LABELS[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if key in _MONEY else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note or None, "注")
    write_table(grid, plan.shares, "一、住户", FLAT_HEADS, lambda row: reading(plan, row))
    write_table(grid, plan.items, "二、建设费用", _ITEM_HEADS, lambda row: _item(plan, row))
    write_table(grid, plan.schemes, "三、各方案", _SCHEME_HEADS, lambda row: _scheme(plan, row))
    write_table(grid, plan.readings, "四、参数", NUMBER_HEADS, lambda row: _reading(plan, row))
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:J{plan.readings.last}", landscape=True)


def _figures(plan: ComparePlan) -> dict[str, str]:
    """Formulas of what all schemes share, by key."""
    unit, storeys = plan.parameter("unit"), plan.number("storeys")
    choice = OPT_OUT[OptOut.ALL]
    return {
        "cost": f"=SUM({plan.items.all('fen')})",
        "compensation": f"=ROUND({plan.number('compensation')}*100,0)",
        "unit": f'=IF({unit}="百元",10000,IF({unit}="元",100,IF({unit}="角",10,1)))',
        "to_all": f'=IF({plan.parameter("opt_out")}="{choice}",1,0)',
        "top": f"=IF({storeys}=0,MAX({plan.weights.all('storey')}),{storeys})",
        "base": f"=IFERROR(MATCH({plan.parameter('base')},{plan.schemes.all('name')},0),1)",
        "households": f"=SUM({plan.shares.all('filled')})",
        "taking": f"=SUM({plan.shares.all('take')})",
    }


def _amount(cell: str, problem: str) -> str:
    """Fen of an amount in yuan, nothing where it cannot be meant."""
    return f"=IF({problem}=1,0,ROUND(IFERROR({cell}*1,0)*100,0))"


def _item(plan: ComparePlan, row: int) -> dict[str, Value]:
    """One cost item's row."""
    index = row - plan.items.first
    cell = plan.costs.at("yuan", index)
    return {
        "n": index + 1,
        "fen": _amount(cell, plan.items.here("problem", row)),
        "problem": f"={wrong_number(cell, '0', MAX_YUAN, 100)}",
    }


def _scheme(plan: ComparePlan, row: int) -> dict[str, Value]:
    """One scheme's row."""
    part = plan.parts[row - plan.schemes.first]
    cell = part.choice("subsidy")
    right = (_is_one(part.choice("form"), FORMS.values()),
             _is_one(part.choice("within"), WITHIN.values()))  # fmt: skip
    return {
        "mark": part.mark,
        "name": part.project.scheme.name,
        "shown": part.name,
        "subsidy": _amount(cell, plan.schemes.here("problem", row)),
        "problem": f"={wrong_number(cell, '0', MAX_YUAN, 100)}",
        "wrong_choice": f"=IF(AND({','.join(right)}),0,1)",
    }


def _is_one(cell: str, words: Iterable[str]) -> str:
    """Whether a cell holds one of a few words."""
    return "OR(" + ",".join(f'{cell}="{word}"' for word in words) + ")"


def _reading(plan: ComparePlan, row: int) -> dict[str, str | None]:
    """One single input's row."""
    field = (*plan.numbers, *plan.choices)[row - plan.readings.first]
    return reading_formulas(plan, field, row)
