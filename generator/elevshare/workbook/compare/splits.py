"""分摊甲, 分摊乙 …: the split under one scheme, by the rules of a contribution book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.grid import Grid
from elevshare.workbook.stages import Stages, largest
from elevshare.workbook.subjects.sharing import figures as sharing
from elevshare.workbook.subjects.sharing import flats, placing, storeys
from elevshare.workbook.table import Column, FormulaTable, beside, gaps, numbered, shown

if TYPE_CHECKING:
    from elevshare.workbook.compare.part import ComparedScheme

ROLE = "计算"


def write(grid: Grid, part: ComparedScheme) -> None:
    """Write the sheet: figures, storeys, households, with working columns to the right."""
    grid.widths(8, 10, 10, 14, 14, 12, 13, 13, 14, 3, *([13] * 30))
    grid.put(1, 1, f"方案{part.head}（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    part.figures.write(grid)
    part.storey_table.write(grid)
    part.shares.write(grid)
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:I{part.shares.end}", landscape=True)


def figures(part: ComparedScheme) -> Figures:
    """The figures from the cost to the units to share, and those for the checks."""
    same = part.book.figures
    return Figures(part.sheet, 4, {
        "cost": money("总费用", "各方案相同", lambda f: same.cost),
        "subsidy": money("减：补贴", "在“参数”第四节填写",
                         lambda f: part.book.schemes.at("subsidy", part.index)),
        "compensation": money("加：补偿支出", "各方案相同", lambda f: same.compensation),
        "net": money("应分摊净额", "总费用－补贴＋补偿支出", sharing.net),
        "unit": Figure("计算单位", "合多少分", lambda f: same.unit),
        "units": Figure("应分份数", "净额含多少个整单位", sharing.units),
        "rest": Figure("不足一个单位的余额", "归入应缴最多的第一户，合计不差一分", sharing.rest),
        "storeys_first": Figure("先分楼层（1/0）", "否则全梯统算",
                           lambda f: sharing.storeys_first(part.choice("form"))),
        "by_area": Figure("按面积（1/0）", "否则按户",
                          lambda f: sharing.by_area(part.choice("within"))),
        "to_all": Figure("全体分担（1/0）", "退出份额", lambda f: same.to_all),
        "scale": Figure("系数换算倍数", None, sharing.scale),
        "rest_row": Figure("余额归入第几户", None, lambda f: largest(part.shares.all("key"))),
        **_of_weights(part),
        **_of_households(part),
        "largest": Figure("最大的中间数", "应在 14 位以内", lambda f: f"MAX({_middles(part)})"),
    })  # fmt: skip


def _of_weights(part: ComparedScheme) -> dict[str, Figure]:
    """The number of invalid weights, and the sum of the weights."""

    def of(formula: str) -> str:
        storey_table, top = part.storey_table, part.book.figures.top
        return formula.format(
            flaw=storey_table.all("flaw"),
            storey=storey_table.all("storey"),
            weight=storey_table.all("weight"),
            top=top,
        )

    return {
        "missing": Figure("系数待填的层数", "有住户而没有系数的层，暂按 0 计",
                          lambda f: of("SUMPRODUCT(({flaw}=1)*1)")),
        "flawed": Figure("系数有误的层数", None,
                         lambda f: of("SUMPRODUCT(({flaw}>1)*({flaw}<5)*1)")),
        "chosen": Figure("系数合计×10000", "按百分比分摊的，应为 1000000",
                         lambda f: of('SUMIF({storey},"<="&{top},{weight})')),
        "apart": Figure("区间外的层数", "没有区间的为 0",
                        lambda f: of("SUMPRODUCT(({flaw}>=5)*({storey}<={top})*1)")),
    }  # fmt: skip


def _of_households(part: ComparedScheme) -> dict[str, Figure]:
    """How many pay, and the amounts in fen."""

    def fen() -> str:
        return part.shares.all("fen")

    return {
        "payers": Figure("应缴的户数", None, lambda f: f"SUM({part.shares.all('payer')})"),
        "total": Figure("各户合计（分）", None, lambda f: f"SUM({fen()})"),
        "idle": Figure("不参与各户合计（分）", "应为 0",
                       lambda f: f"SUMIF({part.shares.all('take')},0,{fen()})"),
        "lowest": Figure("最小的一户（分）", "不应小于 0", lambda f: f"MIN({fen()})"),
    }  # fmt: skip


def _middles(part: ComparedScheme) -> str:
    """The intermediate products of the split, which are checked for their size."""
    return ",".join(table.all(key) for table in (part.storey_table, part.shares)
                    for key in ("high", "middle", "low"))  # fmt: skip


def _stages(part: ComparedScheme) -> Stages:
    """The split of the net amount under one scheme."""
    return Stages(part.figure("storeys_first"), part.figure("units"), lambda: part.storey_table,
                  lambda r: r.valid, lambda r: r.storey_no)  # fmt: skip


def storey_table(part: ComparedScheme) -> FormulaTable:
    """The storeys; with intervals also whether each weight lies within its own."""
    return FormulaTable("一、各层", part.sheet, part.figures.last_row + 4, part.book.storeys, (
        *storeys.shown(part),
        *gaps("gap"),
        *storeys.working(part, _stages(part)),
        *_flaws(part),
    ), totals=("flats", "taking", "area", "taking_area", "counted_coefficient", "portion", "amount"))  # fmt: skip


def _flaws(part: ComparedScheme) -> tuple[Column, ...]:
    """The columns ``flaw`` of a weight and, with intervals, the ends of its interval."""
    if not part.bounded:
        return (storeys.flaw(part),)
    ends = (beside(table, f"s{part.index}") for table in (part.book.lows, part.book.highs))
    return (storeys.flaw(part, storeys.judged), *storeys.ends(*ends))


def households(part: ComparedScheme) -> FormulaTable:
    """The households: taken from 读数, split here."""
    known = {column.key: column for column in part.book.shares.stated}

    def read(*keys: str) -> tuple[Column, ...]:
        return tuple(replace(known[key], formula=beside(part.book.shares, key)) for key in keys)

    return FormulaTable("二、各户", part.sheet, part.storey_table.last + 4, part.book.flats, (
        numbered(),
        *read("room", "storey_no", "area_no", "valid", "take"),
        shown("due", "应分摊（元）", "money", lambda r: f"{r.fen}/100"),
        *gaps("pad1", "pad2", "gap"),
        *read("taking_storey"),
        *flats.weighing(part, _stages(part), lambda r: placing.plain_size(part, r)),
        *flats.owing(part, lambda r: ""),
    ), lambda r: f"{r.valid}=1", totals=("due",))  # fmt: skip
