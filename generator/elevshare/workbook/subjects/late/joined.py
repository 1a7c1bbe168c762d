"""The split of 分摊 once more on 后加入, as if the joiner had taken part from the start."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import SPLIT, split_formulas

#: Key → label, unit and note of every step; the amounts in fen.
STEPS = {
    "found": ("此房号在“住户”第几户", "", "没有这个房号则为 0"),
    "index": ("可以后加入的第几户", "", "原来已经参与则为 0"),
    "storey": ("所在楼层", "", ""),
    "size": ("此户的量", "", "按面积时是 0.01 ㎡，按户时是 1"),
    "rest_row": ("一起分摊时余额归入第几户", "", "不足一个单位的余额"),
    "joined": ("一起分摊时此户应分摊", "元", "与“分摊”同样的办法，见下面三、四"),
    "original": ("原应分摊", "元", "按“专项”所选取法"),
    "ready": ("该填的数已填（1/0）", "", "没有填齐则不计算"),
    "times": ("调整：乘", "", "加利息：120000＋年利率的万分数×月数；折旧：剩余月数；倍数：×100"),
    "over": ("调整：除", "", "加利息：120000；折旧：总月数；倍数：100"),
    "whole": ("整倍", "", "乘÷除的整数部分"),
    "product": ("余下的积", "", "原应分摊×（乘－整倍×除）"),
    "rounded": ("余下的积÷除，四舍五入到分", "元", "只在这里取整一次"),
    "payment": ("现在应缴", "元", "原应分摊×整倍＋上一行"),
    "adjust": ("比原应分摊多（少为负）", "元", ""),
    "refunded": ("退还合计", "元", "应等于现在应缴"),
    "payees": ("退给几户", "", ""),
}  # fmt: skip

_FLOOR_SHOWN = ("n", "coefficient", "amount", "pad1", "pad2", "pad3", "pad4")
_FLOOR_WORK = ("whole", "taken", "times", "over", "counted", "group", *SPLIT)
_FLAT_SHOWN = ("n", "room", "storey", "coefficient", "before", "after", "tail")
_FLAT_WORK = ("take", "size", "counted", "group", *SPLIT, "payer", "key", "fen")

FLOOR_HEADS = {
    "n": ("楼层", "whole"),
    "coefficient": ("计入系数", "fine"),
    "amount": ("本层金额（元）", "money"),
    "whole": ("本层总量", "whole"),
    "taken": ("参与总量", "whole"),
    "times": ("乘", "whole"),
    "over": ("除", "whole"),
    "counted": ("计入系数（整数）", "whole"),
    "group": ("组", "whole"),
}
FLAT_HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "storey": ("楼层", "any"),
    "coefficient": ("计入系数", "fine"),
    "before": ("原应分摊（元）", "money"),
    "after": ("一起分摊（元）", "money"),
    "tail": ("尾差", "any"),
    "take": ("参与（1/0）", "whole"),
    "size": ("参与量", "whole"),
    "counted": ("本层计入系数", "whole"),
    "group": ("组", "whole"),
    "payer": ("应缴户", "whole"),
    "key": ("余额比较数", "whole"),
    "fen": ("一起分摊（分）", "whole"),
}


def steps(plan: Plan) -> Block:
    """The steps, below three lines of words."""
    return Block("后加入", 8, len(STEPS), ("label", "pad1", "pad2", "yuan", "value", "note"))


def step(plan: Plan, key: str) -> str:
    """Address of one step (whole number, fen where it is money)."""
    return steps(plan).at("value", list(STEPS).index(key))


def refunds(plan: Plan) -> Block:
    """The refunds, below the steps."""
    columns = ("n", "room", "owner", "due", "paid", "refund", "tail", "gap", "group", *SPLIT)
    return Block("后加入", steps(plan).last + 4, plan.flats, columns)


def adjustment(plan: Plan, index: int) -> str:
    """What a household (from 0) pays for joining later in fen, below 0 what it gets of another's."""
    if not plan.has(Topic.LATE):
        return "0"
    joins = f"{step(plan, 'index')}={plan.shares.at('n', index)}"
    return f"(IF({joins},{step(plan, 'payment')},0)-{refunds(plan).at('units', index)})"


def floors(plan: Plan) -> Block:
    """The storeys with the joiner in."""
    first = refunds(plan).last + 4
    return Block("后加入", first, plan.storeys, (*_FLOOR_SHOWN, "gap", *_FLOOR_WORK))


def flats(plan: Plan) -> Block:
    """The households with the joiner in."""
    first = floors(plan).last + 4
    return Block("后加入", first, plan.flats, (*_FLAT_SHOWN, "gap", *_FLAT_WORK))


def floor_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one storey's row: as on 分摊, with what the joiner adds to his storey."""
    block, index = floors(plan), row - floors(plan).first
    at, by_floor, to_all = block.on(row), plan.figure("by_floor"), plan.figure("to_all")
    lessened, raised = f"AND({by_floor}=1,{to_all}=1)", f"AND({by_floor}=0,{to_all}=0)"
    whole, taken, scale = at("whole"), at("taken"), plan.figure("scale")
    amounts, own = flats(plan), f"IF({at('n')}={step(plan, 'storey')},{step(plan, 'size')},0)"
    return {
        "n": index + 1,
        "coefficient": f"={at('counted')}/{scale}",
        "amount": f"=SUMIF({plan.shares.all('storey_no')},{at('n')},{amounts.area('fen')})/100",
        "whole": f"={plan.floors.at('whole', index)}",
        "taken": f"={plan.floors.at('taken', index)}+{own}",
        "times": f"=IF({lessened},{taken},IF({raised},{whole},1))",
        "over": f"=IF({lessened},{whole},IF({raised},{taken},1))",
        "counted": f"=IF({taken}=0,0,ROUND({plan.floors.at('weight', index)}*({scale}/10000)"
        f"*{at('times')}/{at('over')},0))",
        "group": 1,
        "quota": f"=IF({by_floor}=1,{plan.figure('units')},0)",
        "part": f"={at('counted')}",
        "sum": f"=SUM({block.area('counted')})",
        **split_formulas(block, row),
    }


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from whether it takes part to what it would owe."""
    block, index = flats(plan), row - flats(plan).first
    at, by_floor = block.on(row), f"{plan.figure('by_floor')}=1"

    def first(key: str) -> str:
        return plan.shares.at(key, index)

    def of_floor(key: str) -> str:
        return f"IF({first('valid')}=1,INDEX({floors(plan).area(key)},{first('storey_no')}),0)"

    rest = f"IF({at('n')}={step(plan, 'rest_row')},{plan.figure('rest')},0)"
    return {
        "n": index + 1,
        **_shown(plan, row),
        "take": f"=IF({at('n')}={step(plan, 'index')},1,{first('take')})",
        "size": f"=IF({plan.figure('by_area')}=1,{first('area_no')},1)*{at('take')}",
        "counted": f"={of_floor('counted')}",
        "group": f"={first('group')}",
        "quota": f"=IF({by_floor},{of_floor('units')},{plan.figure('units')}*{first('valid')})",
        "part": f"=IF({by_floor},1,{at('counted')})*{at('size')}",
        "sum": f"=SUMIF({block.area('group')},{at('group')},{block.area('part')})*{first('valid')}",
        **split_formulas(block, row),
        "payer": f"=IF(AND({at('part')}>0,{at('counted')}>0),1,0)",
        "key": f"=IF({at('payer')}=1,{at('units')}+1,0)",
        "fen": f"={at('units')}*{plan.figure('unit')}+{rest}",
    }


def _shown(plan: Plan, row: int) -> dict[str, str]:
    """What neighbours read, once somebody joins."""
    block, index = flats(plan), row - flats(plan).first
    at, shares = block.on(row), plan.shares

    def shown(formula: str) -> str:
        counts = f"{shares.at('valid', index)}*{step(plan, 'index')}>0"
        return f'=IF({counts},{formula},"")'

    return {
        "room": shown(shares.at("room", index)),
        "storey": shown(shares.at("storey_no", index)),
        "coefficient": shown(f"{at('counted')}/{plan.figure('scale')}"),
        "before": shown(f"{shares.at('fen', index)}/100"),
        "after": shown(f"{at('fen')}/100"),
        "tail": shown(f'IF({at("extra")}=1,"补1份","")'),
    }
