"""The storeys on 收费 with fee and income, and the fee tables as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import MAX_STOREYS, Topic
from elevshare.schemes.parts.lease import MAX_TABLES
from elevshare.workbook.lease.fields import MAX_FEE_YUAN, MAX_LANDING, OTHER, TABLES
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    Text,
    beside,
    gaps,
)

if TYPE_CHECKING:
    from elevshare.workbook.lease.plan import LeasePlan

#: The texts of 提示 for a storey's fees, by number from 0.
FLAWS = ("", "← 待填：请填“自定”", "← 应填 0 或正数，最多两位小数")
#: The one more where households choose between two fees.
NO_OTHER = "← 待填：有户选了“另一种”"


def storey_table(plan: LeasePlan) -> FormulaTable:
    """The storeys; a fee that the owners agreed on replaces that of the table."""
    times = plan.figures.times

    def total(key: str) -> PartialFormula:
        return lambda r: (
            f"SUMIF({plan.shares.area('storey_no')},{r.storey},{plan.shares.area(key)})"
        )

    def flaw(row: TableRow) -> str:
        if not plan.has(Topic.TERMS):
            return f"IF({row.wrong}>0,2,IF(AND({row.known}=0,{row.flats}>0),1,0))"
        usual = f"AND({row.known}=0,{row.flats}>{row.others})"
        return f"IF({row.wrong}>0,2,IF({usual},1,IF(AND({row.other_known}=0,{row.others}>0),3,0)))"

    # The period as text is below the figures.
    return FormulaTable("一、各层（金额单位：元）", "收费", plan.figures.last_row + 5, plan.storeys, (
        Column("storey", "楼层", "whole", beside(plan.fees, "storey")),
        Column("flats", "户数", "whole", total("valid")),
        Column("taking", "使用户数", "whole", total("take")),
        Column("standard", "收费标准（元）", "money", lambda r: f'IF({r.known}=1,{r.fen}/100,"")'),
        Column("origin", "出自", "any", lambda r: _origin(plan, r)),
        Column("annual", "每户全年（元）", "money",
               lambda r: f'IF({r.known}=1,{r.annual_fen}/100,"")'),
        Column("income", "本层全年收入", "money", lambda r: f"{total('annual_fen')(r)}/100"),
        Column("full", "全部使用时", "money", lambda r: _full(plan, r)),
        *_other_shown(plan),
        *gaps("gap"),
        Column("above", "有住户的楼层", "whole", lambda r: f"IF({r.flats}>0,{r.storey},0)"),
        Column("fen", "标准（分）", "whole", lambda r: _fen(plan, r)),
        Column("annual_fen", "全年（分）", "whole", lambda r: f"{r.fen}*{times}"),
        Column("known", "有标准", "whole", lambda r: _known(plan, r)),
        Column("wrong", "有误格数", "whole", lambda r: f"SUM({_marks(plan, r)})"),
        *(_other(plan) if plan.has(Topic.TERMS) else ()),
        Column("flaw", "填写情况", "whole", flaw),
    ), totals=("flats", "taking", "income", "full"))  # fmt: skip


def _full(plan: LeasePlan, row: TableRow) -> str:
    """What the storey would bring a year if all its households used the lift, in yuan."""
    if plan.has(Topic.TERMS):
        households = f"{plan.shares.area('storey_no')},{row.storey},{plan.shares.area('whole_fen')}"
        return f"SUMIF({households})/100"
    return f"{row.annual_fen}*{row.flats}/100"


def _other_shown(plan: LeasePlan) -> tuple[Column, ...]:
    """The fee that households may choose instead, where they may; then empty columns."""
    if not plan.has(Topic.TERMS):
        return gaps(*(f"pad{number}" for number in range(5)))
    return (
        Column("other", "另一种标准（元）", "money", lambda r: f'IF({r.other_known}=1,{r.other_fen}/100,"")'),
        Column("other_year", "另一种全年（元）", "money",
               lambda r: f'IF({r.other_known}=1,{r.other_annual_fen}/100,"")'),
        Column("chosen", "选另一种的户数", "whole", lambda r: r.others),
        *gaps("pad0", "pad1", "pad2"),
    )  # fmt: skip


def _other(plan: LeasePlan) -> tuple[Column, ...]:
    """That fee in fen, and how many households chose it."""

    def others(key: str) -> PartialFormula:
        def formula(row: TableRow) -> str:
            storeys, chosen, every = (plan.shares.area(k) for k in ("storey_no", "is_other", key))
            return f"SUMPRODUCT(({storeys}={row.storey})*{chosen}*{every})"

        return formula

    return (
        Column("other_fen", "另一种（分）", "whole", lambda r: plan.fee_readings.at(OTHER, r.index)),
        # Twelve times a month's fee, once a year's: the other of the two is 13 less that.
        Column("other_annual_fen", "另一种全年（分）", "whole",
               lambda r: f"{r.other_fen}*(13-{plan.figures.times})"),
        Column("other_known", "有另一种", "whole",
               lambda r: f'IF({plan.fees.at(OTHER, r.index)}&""="",0,1)'),
        Column("others", "选另一种户数", "whole", others("valid")),
        Column("other_takers", "其中使用的", "whole", others("take")),
    )  # fmt: skip


def _no_own(plan: LeasePlan, row: TableRow) -> str:
    """Whether the owners have agreed on no fee for a storey."""
    return f'{plan.fees.at("own", row.index)}&""=""'


def _origin(plan: LeasePlan, row: TableRow) -> str:
    """The origin of a storey's fee, as text."""
    own, table = _no_own(plan, row), plan.figures.table
    found = f'IF({own},"第 "&{table}&" 张表","自定")'
    return f'IF({row.known}=0,IF({row.flats}>0,"没有填",""),{found})'


def _fen(plan: LeasePlan, row: TableRow) -> str:
    """A storey's fee in fen."""
    readings, table = plan.fee_readings, plan.figures.table
    fees = ",".join(readings.at(key, row.index) for key in TABLES)
    listed = f"IF({table}=0,0,CHOOSE({table},{fees}))"
    return f"IF({_no_own(plan, row)},{listed},{readings.at('own', row.index)})"


def _known(plan: LeasePlan, row: TableRow) -> str:
    """1 where a storey has a fee."""
    table = plan.figures.table
    words = ",".join(f'{plan.fees.at(key, row.index)}&""' for key in TABLES)
    return f'IF({_no_own(plan, row)},IF({table}=0,0,IF(CHOOSE({table},{words})="",0,1)),1)'


def _marks(plan: LeasePlan, row: TableRow) -> str:
    """The marks of a storey's invalid fees."""
    readings = plan.fee_readings
    last = "other_wrong" if plan.has(Topic.TERMS) else "own_wrong"
    return f"{readings.at('t1_wrong', row.index)}:{readings.at(last, row.index).split('!')[1]}"


def tables(plan: LeasePlan) -> FormulaTable:
    """The fee tables: the size of building of each as read, and a stairwell's total income."""
    times = plan.figures.times

    def size(key: str, head: str, line: int) -> Column:
        cell = [plan.sizes.at(table, line) for table in TABLES]
        return Column(key, head, "whole",
                      lambda r: f"IF({r.wrong}>0,0,IFERROR({cell[r.index]}*1,0))")  # fmt: skip

    def income(row: TableRow) -> str:
        return f"SUM({plan.fee_readings.all(TABLES[row.index])})*{row.landing}"

    def twice(row: TableRow) -> str:
        again = f"SUMPRODUCT(({row.column('key')}={row.key})*1)>1"
        return f"IF({row.key}=0,0,IF({again},1,0))"

    title = "三、收入核对：一个单元全部住户都使用时，各张收费表的收入（元）"
    return FormulaTable(title, "收费", plan.shares.last + 4, MAX_TABLES, (
        Column("name", "收费表", "any", lambda r: Text(f"表 {r.index + 1}")),
        size("storeys", "总层数", 0),
        size("landing", "一梯几户", 1),
        Column("month", "全部使用每月", "money", lambda r: f"{r.fen}*{times}/1200"),
        Column("year", "全部使用全年", "money", lambda r: f"{r.fen}*{times}/100"),
        Column("used", "采用", "any",
               lambda r: f'IF({plan.figures.table}={r.index + 1},"采用","")'),
        *gaps("gap"),
        Column("key", "层数×100＋户数", "whole", lambda r: f"{r.storeys}*100+{r.landing}"),
        Column("fen", "一次合计（分）", "whole", income),
        Column("wrong", "有误", "whole", lambda r: _wrong_size(plan, r)),
        Column("twice", "重复", "whole", twice),
    ))  # fmt: skip


def _wrong_size(plan: LeasePlan, row: TableRow) -> str:
    """How many numbers of a table's size are invalid."""
    storeys, landing = (plan.sizes.at(TABLES[row.index], line) for line in (0, 1))
    flaws = (
        wrong_number(storeys, "1", str(MAX_STOREYS), 1),
        wrong_number(landing, "1", MAX_LANDING, 1),
        f'IF(({storeys}="")=({landing}=""),0,1)',
    )
    return "+".join(flaws)


def fee_readings(plan: LeasePlan) -> FormulaTable:
    """The fees by storey in fen (0 if invalid), then the marks of invalid ones."""
    names = {**{key: f"表 {key[1:]}" for key in TABLES}, "own": "自定"}
    names |= {OTHER: "另一种"} if plan.has(Topic.TERMS) else {}

    def cell(row: TableRow, key: str) -> str:
        return plan.fees.at(key, row.index)

    def fen(key: str, name: str) -> Column:
        return Column(key, f"{name}（分）", "whole",
                      lambda r: f"IF({r[f'{key}_wrong']}>0,0,"
                                f"IFERROR(ROUND({cell(r, key)}*100,0),0))")  # fmt: skip

    def wrong(key: str, name: str) -> Column:
        head = f"{name} 有误" if key in TABLES else f"{name}有误"
        return Column(f"{key}_wrong", head, "whole",
                      lambda r: wrong_number(cell(r, key), "0", MAX_FEE_YUAN, 100))  # fmt: skip

    return FormulaTable("四、收费标准的读数", "收费", plan.tables.last + 4, plan.storeys, (
        Column("storey", "楼层", "whole", beside(plan.fees, "storey")),
        *(fen(key, name) for key, name in names.items()),
        *gaps("gap"),
        *(wrong(key, name) for key, name in names.items()),
    ))  # fmt: skip
