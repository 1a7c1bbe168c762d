"""分摊甲, 分摊乙 …: the exact split under one scheme, the same rules as in a contribution book."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.rules.share import Form, Within
from elevshare.workbook import rounding
from elevshare.workbook.compare.part import FIGURES, Part
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing import flats
from elevshare.workbook.subjects.sharing import storeys as floors
from elevshare.workbook.subjects.sharing.inputs import FORMS, WITHIN
from elevshare.workbook.table import write_table

ROLE = "计算"

_LABELS = {
    "cost": ("总费用", "各方案相同"),
    "subsidy": ("减：补贴", "在“参数”第四节填写"),
    "compensation": ("加：补偿支出", "各方案相同"),
    "net": ("应分摊净额", "总费用－补贴＋补偿支出"),
    "unit": ("计算单位", "合多少分"),
    "units": ("应分份数", "净额含多少个整单位"),
    "rest": ("不足一个单位的余额", "归入应缴最多的第一户，合计不差一分"),
    "by_floor": ("先分楼层（1/0）", "否则全梯统算"),
    "by_area": ("按面积（1/0）", "否则按户"),
    "to_all": ("全体分担（1/0）", "退出份额"),
    "scale": ("系数换算倍数", ""),
    "rest_row": ("余额归入第几户", ""),
    "missing": ("系数待填的层数", "有住户而没有系数的层，暂按 0 计"),
    "flawed": ("系数有误的层数", ""),
    "chosen": ("系数合计×10000", "按百分比分摊的，应为 1000000"),
    "apart": ("区间外的层数", "没有区间的为 0"),
    "payers": ("应缴的户数", ""),
    "total": ("各户合计（分）", ""),
    "idle": ("不参与各户合计（分）", "应为 0"),
    "lowest": ("最小的一户（分）", "不应小于 0"),
    "largest": ("最大的中间数", "应在 14 位以内"),
}
_MONEY = ("cost", "subsidy", "compensation", "net")
_SPLIT_HEADS = {key: (head, "whole") for key, head in rounding.HEADS.items()}
_FLOOR_HEADS = {**_SPLIT_HEADS, **floors.HEADS}
_FLAT_HEADS = {**_SPLIT_HEADS, **flats.HEADS}


def write(grid: Grid, part: Part) -> None:
    """Write the sheet: figures, storeys, households; the working stands to the right."""
    grid.widths(8, 10, 10, 14, 14, 12, 13, 13, 14, 3, *([13] * 30))
    grid.put(1, 1, f"方案{part.name}（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分/份）", "说明"], "表头")
    formulas = _figures(part)
    for row, key in enumerate(FIGURES, 4):
        label, note = _LABELS[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if key in _MONEY else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note or None, "注")
    write_table(grid, part.floors, "一、各层", _FLOOR_HEADS, lambda row: _floor(part, row))
    write_table(grid, part.shares, "二、各户", _FLAT_HEADS, lambda row: _flat(part, row))
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:I{part.shares.last}", landscape=True)


def _figures(part: Part) -> dict[str, str]:
    """Formulas of the figures, by key."""
    book, f, shares = part.book, part.figure, part.shares
    keys, fen, flaw = shares.all("key"), shares.all("fen"), part.floors.all("flaw")
    storey = part.floors.all("storey")
    largest = ",".join(block.all(key) for block in (part.floors, shares)
                       for key in ("high", "middle", "low"))  # fmt: skip
    return {
        **{key: f"={book.figure(key)}" for key in ("cost", "compensation", "unit", "to_all")},
        "subsidy": f"={book.schemes.at('subsidy', part.index)}",
        "net": f"=MAX(0,{f('cost')}-{f('subsidy')}+{f('compensation')})",
        "units": f"=INT({f('net')}/{f('unit')})",
        "rest": f"={f('net')}-{f('units')}*{f('unit')}",
        "by_floor": f'=IF({part.choice("form")}="{FORMS[Form.FLOORS]}",1,0)',
        "by_area": f'=IF({part.choice("within")}="{WITHIN[Within.AREA]}",1,0)',
        "scale": f"=IF({f('by_floor')}=1,1000000,10000)",
        "rest_row": f"=IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)",
        "missing": f"=SUMPRODUCT(({flaw}=1)*1)",
        "flawed": f"=SUMPRODUCT(({flaw}>1)*({flaw}<5)*1)",
        "chosen": f'=SUMIF({storey},"<="&{book.figure("top")},{part.floors.all("weight")})',
        "apart": f"=SUMPRODUCT(({flaw}>=5)*({storey}<={book.figure('top')})*1)",
        "payers": f"=SUM({shares.all('payer')})",
        "total": f"=SUM({fen})",
        "idle": f"=SUMIF({shares.all('take')},0,{fen})",
        "lowest": f"=MIN({fen})",
        "largest": f"=MAX({largest})",
    }


def _floor(part: Part, row: int) -> Mapping[str, Value]:
    """One storey's row; where there are intervals, whether the weight lies in its own."""
    if not part.bounded:
        return floors.floor_formulas(part, row)
    index, column = row - part.floors.first, f"s{part.index}"
    low, high = (table.at(column, index) for table in (part.book.lows, part.book.highs))
    ends = {"lowest": floors.bound(low), "highest": floors.bound(high)}
    return {**floors.floor_formulas(part, row, floors.judged(part, row)), **ends}


def _flat(part: Part, row: int) -> dict[str, Value]:
    """One household's row: read on 读数, split here."""
    here, index = part.shares.on(row), row - part.shares.first
    read = ("room", "storey_no", "area_no", "valid", "take", "taking_storey")
    return {
        "n": index + 1,
        **{key: f"={part.book.shares.at(key, index)}" for key in read},
        **flats.weighing(part, row),
        **rounding.split_formulas(part.shares, row),
        **flats.owing(part, row),
        "due": f'=IF({here("valid")}=1,{here("fen")}/100,"")',
    }
