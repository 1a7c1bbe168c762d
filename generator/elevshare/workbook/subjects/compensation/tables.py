"""The formulas of 补偿: what each low flat is paid, and the limits that hold it."""

from __future__ import annotations

from elevshare.rules.compensation import Way
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.check import Check
from elevshare.workbook.field import YES
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import SPLIT, split_formulas

_SHOWN = ("n", "room", "storey", "owner", "area", "amount", "limit", "state")
_WORK = ("level", "ground", "group", *SPLIT, "fen", "cap", "over")
#: The columns of the vouchers (see ``calc.vouchers``).
_VOUCHER = ("issue", "bill", "words", *CAPITALS)
#: The figures above the table: key → label, whether it is money, and how it comes about.
FIGURES = {
    "first": ("一层每户补偿", True, "选“一层定额”时有效"),
    "second": ("二层每户补偿", True, "一层每户补偿×二层所占比例，四舍五入到分"),
    "pool": ("分配总额", True, "选“按面积分配”时：每户计×一层户数"),
    "households": ("本梯总户数", False, "“住户”中填写的户数"),
    "first_cap": ("一层每户上限", True, "总费用÷本梯总户数，舍去不足一分的部分"),
    "second_cap": ("二层每户上限", True, "一层每户上限×二层所占比例"),
    "listed": ("各户补偿合计", True, "下表各户之和"),
    "total": ("补偿支出合计", True, "计入应分摊净额；选“手工合计”时用“参数”所填"),
    "total_cap": ("合计上限", True, "总费用×所定比例；没有规定则为 0"),
}
HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "storey": ("楼层", "any"),
    "owner": ("业主", "any"),
    "area": ("建筑面积（㎡）", "area"),
    "amount": ("补偿（元）", "money"),
    "limit": ("每户上限（元）", "money"),
    "state": ("说明", "any"),
    "level": ("楼层（一、二层）", "whole"),
    "ground": ("一层（1/0）", "whole"),
    "group": ("组", "whole"),
    "fen": ("补偿（分）", "whole"),
    "cap": ("上限（分）", "whole"),
    "over": ("超过（分）", "whole"),
}


def figure(key: str) -> str:
    """Address of a whole-number figure (fen where it is money)."""
    return f"补偿!$E${4 + list(FIGURES).index(key)}"


def block(plan: Plan) -> Block:
    """The households."""
    return Block("补偿", 4 + len(FIGURES) + 3, plan.flats, (*_SHOWN, "gap", *_WORK, *_VOUCHER))


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    n, rows, cost = plan.number, block(plan), plan.figure("cost")
    second = f"ROUND({n('payout_second')}*10000,0)"
    manual = f'{plan.parameter("payout_way")}="{Way.TOTAL.value}"'
    return {
        "first": f"=ROUND({n('payout_first')}*100,0)",
        "second": f"=ROUND({figure('first')}*{second}/10000,0)",
        "pool": f"=ROUND({n('payout_pool')}*100,0)*SUM({rows.all('ground')})",
        "households": f"=SUM({plan.shares.all('valid')})",
        "first_cap": f"=IF({figure('households')}>0,INT({cost}/MAX(1,{figure('households')})),0)",
        "second_cap": f"=ROUND({figure('first_cap')}*{second}/10000,0)",
        "listed": f"=SUM({rows.all('fen')})",
        "total": f"=IF({manual},ROUND({n('compensation')}*100,0),{figure('listed')})",
        "total_cap": f"=IF({n('payout_total_cap')}<0,0,"
        f"INT({cost}*ROUND({n('payout_total_cap')}*10000,0)/10000))",
    }


def row_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    rows, index = block(plan), row - block(plan).first
    here, way = rows.on(row), plan.parameter("payout_way")

    def read(key: str) -> str:
        return plan.shares.at(key, index)

    def shown(formula: str) -> str:
        return f'=IF({read("valid")}=1,{formula},"")'

    by_hand = f"IFERROR(MAX(0,ROUND({plan.households.at('payout', index)}*100,0)),0)"
    storey = f"IF({here('level')}=1,{figure('first')},IF({here('level')}=2,{figure('second')},0))"
    limit = f'IF({here("cap")}>0,"没有超过上限","")'
    return {
        "n": index + 1,
        "room": shown(read("room")),
        "storey": shown(read("storey_no")),
        "owner": shown(read("owner")),
        "area": shown(f"{read('area_no')}/100"),
        "amount": shown(f"{here('fen')}/100"),
        "limit": f'=IF({here("cap")}>0,{here("cap")}/100,"")',
        "state": f'=IF({here("fen")}=0,"",IF({here("over")}>0,"超过上限 "&'
        f'TEXT({here("over")}/100,"0.00")&" 元",{limit}))',
        "level": f"=IF({read('storey_no')}<=2,{read('storey_no')},0)*{read('valid')}",
        "ground": f"=IF({here('level')}=1,1,0)",
        "group": 1,
        "quota": f"={figure('pool')}",
        "part": f"={read('area_no')}*{here('ground')}",
        "sum": f"=SUM({rows.area('part')})",
        **split_formulas(rows, row),
        "fen": f'=IF({way}="{Way.FIRST.value}",{storey},IF({way}="{Way.POOL.value}",{here("units")},'
        f'IF({way}="{Way.TABLE.value}",{by_hand}*{read("valid")},0)))',
        "cap": f'=IF({plan.parameter("payout_household_cap")}="{YES}",'
        f"IF({here('level')}=1,{figure('first_cap')},IF({here('level')}=2,{figure('second_cap')},0)),0)",
        "over": f"=IF({here('cap')}>0,MAX(0,{here('fen')}-{here('cap')}),0)",
    }


def checks(plan: Plan) -> list[Check]:
    """Whether the limits hold."""
    over, cap = block(plan).all("over"), plan.number("payout_total_cap")
    count = f"SUMPRODUCT(({over}>0)*1)"
    within = f"OR({cap}<0,{figure('total')}<={figure('total_cap')})"
    return [
        Check("每户补偿不超过上限", f"{count}=0",
              f'IF({count}=0,"没有超过，或没有规定","超过 "&{count}&" 户，最多超 "&TEXT(MAX({over})/100,"0.00")&" 元")',
              "按“补偿”各行的说明减少补偿；确经协商一致的，在“专项”把每户上限改为否"),
        Check("补偿合计不超过规定比例", within,
              f'IF({cap}<0,"没有规定","合计 "&TEXT({figure("total")}/100,"0.00")&" 元，上限 "&'
              f'TEXT({figure("total_cap")}/100,"0.00")&" 元")',
              "减少补偿；或核对“专项”的比例和“参数”的费用"),
    ]  # fmt: skip
