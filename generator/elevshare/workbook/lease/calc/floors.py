"""The storeys on 收费: the fee that holds, and the income; and the tables as they are read."""

from __future__ import annotations

from elevshare.project import MAX_STOREYS
from elevshare.workbook.lease.fields import MAX_FEE_YUAN, MAX_LANDING
from elevshare.workbook.lease.plan import TABLES, LeasePlan
from elevshare.workbook.readings import wrong_number

HEADS = {
    "storey": ("楼层", "whole"),
    "flats": ("户数", "whole"),
    "taking": ("使用户数", "whole"),
    "standard": ("收费标准（元）", "money"),
    "origin": ("出自", "any"),
    "annual": ("每户全年（元）", "money"),
    "income": ("本层全年收入", "money"),
    "full": ("全部使用时", "money"),
    "above": ("有住户的楼层", "whole"),
    "fen": ("标准（分）", "whole"),
    "annual_fen": ("全年（分）", "whole"),
    "known": ("有标准", "whole"),
    "wrong": ("有误格数", "whole"),
    "flaw": ("填写情况", "whole"),
}
TABLE_HEADS = {
    "name": ("收费表", "any"),
    "storeys": ("总层数", "whole"),
    "landing": ("一梯几户", "whole"),
    "month": ("全部使用每月", "money"),
    "year": ("全部使用全年", "money"),
    "used": ("采用", "any"),
    "key": ("层数×100＋户数", "whole"),
    "fen": ("一次合计（分）", "whole"),
    "wrong": ("有误", "whole"),
    "twice": ("重复", "whole"),
}
READING_HEADS = {
    "storey": ("楼层", "whole"),
    **{key: (f"表 {key[1:]}（分）", "whole") for key in TABLES},
    "own": ("自定（分）", "whole"),
    **{f"{key}_wrong": (f"表 {key[1:]} 有误", "whole") for key in TABLES},
    "own_wrong": ("自定有误", "whole"),
}
#: What 提示 says of a storey's fees by its number, from 0 on.
FLAWS = ("", "← 待填：请填“自定”", "← 应填 0 或正数，最多两位小数")


def floor_formulas(plan: LeasePlan, row: int) -> dict[str, str]:
    """Formulas of one storey's row; the owners' own fee comes before the table's."""
    block, shares, readings = plan.floors, plan.shares, plan.fee_readings
    index = row - block.first
    here, typed = block.on(row), plan.fees
    own, table = f'{typed.at("own", index)}&""=""', plan.figure("table")

    def total(of: str) -> str:
        return f"SUMIF({shares.area('storey_no')},{here('storey')},{shares.area(of)})"

    words = ",".join(f'{typed.at(key, index)}&""' for key in TABLES)
    fees = ",".join(readings.at(key, index) for key in TABLES)
    marks = f"{readings.at('t1_wrong', index)}:{readings.at('own_wrong', index).split('!')[1]}"
    return {
        "storey": f"={typed.at('storey', index)}",
        "flats": f"={total('valid')}",
        "taking": f"={total('take')}",
        "standard": f'=IF({here("known")}=1,{here("fen")}/100,"")',
        "origin": f'=IF({here("known")}=0,IF({here("flats")}>0,"待填",""),'
        f'IF({own},"第 "&{table}&" 张表","自定"))',
        "annual": f'=IF({here("known")}=1,{here("annual_fen")}/100,"")',
        "income": f"={total('annual_fen')}/100",
        "full": f"={here('annual_fen')}*{here('flats')}/100",
        "above": f"=IF({here('flats')}>0,{here('storey')},0)",
        "fen": f"=IF({own},IF({table}=0,0,CHOOSE({table},{fees})),{readings.at('own', index)})",
        "annual_fen": f"={here('fen')}*{plan.figure('times')}",
        "known": f'=IF({own},IF({table}=0,0,IF(CHOOSE({table},{words})="",0,1)),1)',
        "wrong": f"=SUM({marks})",
        "flaw": f"=IF({here('wrong')}>0,2,IF(AND({here('known')}=0,{here('flats')}>0),1,0))",
    }


def table_formulas(plan: LeasePlan, row: int) -> dict[str, str]:
    """Formulas of one table's row: its size as it is read, and a stairwell's whole income."""
    block, number = plan.tables, row - plan.tables.first + 1
    key, here = TABLES[number - 1], block.on(row)
    storeys, landing = (plan.sizes.at(key, line) for line in (0, 1))
    flaws = (
        wrong_number(storeys, "1", str(MAX_STOREYS), 1),
        wrong_number(landing, "1", MAX_LANDING, 1),
        f'IF(({storeys}="")=({landing}=""),0,1)',
    )
    twice = f"SUMPRODUCT(({block.area('key')}={here('key')})*1)>1"
    return {
        "name": f"表 {number}",
        "storeys": f"=IF({here('wrong')}>0,0,IFERROR({storeys}*1,0))",
        "landing": f"=IF({here('wrong')}>0,0,IFERROR({landing}*1,0))",
        "month": f"={here('fen')}*{plan.figure('times')}/1200",
        "year": f"={here('fen')}*{plan.figure('times')}/100",
        "used": f'=IF({plan.figure("table")}={number},"采用","")',
        "key": f"={here('storeys')}*100+{here('landing')}",
        "fen": f"=SUM({plan.fee_readings.all(key)})*{here('landing')}",
        "wrong": f"={'+'.join(flaws)}",
        "twice": f"=IF({here('key')}=0,0,IF({twice},1,0))",
    }


def reading_formulas(plan: LeasePlan, row: int) -> dict[str, str]:
    """Formulas of one storey's fees as they are read: in fen, 0 where they cannot be meant."""
    block, typed, index = plan.fee_readings, plan.fees, row - plan.fee_readings.first
    here = block.on(row)
    found = {"storey": f"={typed.at('storey', index)}"}
    for key in (*TABLES, "own"):
        cell, wrong = typed.at(key, index), here(f"{key}_wrong")
        found[key] = f"=IF({wrong}>0,0,IFERROR(ROUND({cell}*100,0),0))"
        found[f"{key}_wrong"] = f"={wrong_number(cell, '0', MAX_FEE_YUAN, 100)}"
    return found
