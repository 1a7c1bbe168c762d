"""The formulas of 后加入: what the joiner pays, step by step, and who gets it back."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.late import MONTHS, MULTIPLE_SCALE, RATE_SCALE, Basis, Way
from elevshare.workbook.check import EXACT, EXACT_STATE, Check
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split_formulas
from elevshare.workbook.subjects.late.inputs import MANUAL
from elevshare.workbook.subjects.late.joined import STEPS, flats, floors, refunds, step
from elevshare.workbook.subjects.ledger.places import collected

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "due": ("应分摊（元）", "money"),
    "paid": ("已缴（元）", "money"),
    "refund": ("退还（元）", "money"),
    "tail": ("尾差", "any"),
    "group": ("组", "whole"),
}


def _way(plan: Plan, way: Way) -> str:
    """Whether a way of joining is chosen."""
    return f'{plan.parameter("late_way")}="{way.value}"'


def step_formulas(plan: Plan) -> dict[str, str]:
    """Formulas of the steps, by key."""

    def s(key: str) -> str:
        return step(plan, key)

    keys, rows = flats(plan).area("key"), refunds(plan)
    twice = f"(2*{s('product')}+{s('over')})"
    rounded = f"INT({twice}/(2*{s('over')}))"
    return {
        **_joiner(plan),
        "rest_row": f"=IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)",
        "joined": f"=IF({s('index')}>0,INDEX({flats(plan).area('fen')},{s('index')}),0)",
        "original": f'=IF({s("index")}=0,0,IF({plan.parameter("late_original")}="{MANUAL}",'
        f"MAX(0,ROUND({plan.number('late_amount')}*100,0)),{s('joined')}))",
        **_factor(plan),
        "whole": f"=INT({s('times')}/{s('over')})",
        "product": f"={s('original')}*({s('times')}-{s('whole')}*{s('over')})",
        # One less where INT was fooled by a quotient just below a whole number.
        "rounded": f"={rounded}-IF({rounded}*2*{s('over')}>{twice},1,0)",
        "payment": f"=({s('original')}*{s('whole')}+{s('rounded')})*{s('ready')}",
        "adjust": f"=({s('payment')}-{s('original')})*{s('ready')}",
        "refunded": f"=SUM({rows.area('units')})",
        "payees": f"=SUMPRODUCT(({rows.area('units')}>0)*1)",
    }


def _joiner(plan: Plan) -> dict[str, str]:
    """Who joins: a household that counts and has not taken part."""
    shares, found, index = plan.shares, step(plan, "found"), step(plan, "index")
    same = f'({shares.all("room")}={plan.parameter("late_room")}&"")'

    def of(key: str, at: str) -> str:
        return f"INDEX({shares.all(key)},{at})"

    return {
        "found": f"=SUMPRODUCT({same}*{shares.all('valid')}*{shares.all('n')})",
        "index": f"=IF({found}=0,0,IF({of('take', found)}=0,{found},0))",
        "storey": f"=IF({index}=0,0,{of('storey_no', index)})",
        "size": f"=IF({index}=0,0,IF({plan.figure('by_area')}=1,{of('area_no', index)},1))",
    }


def _factor(plan: Plan) -> dict[str, str]:
    """By what the original share is multiplied, as a fraction, once all its numbers are there."""
    interest, lessened, multiple = (
        _way(plan, way) for way in (Way.INTEREST, Way.DEPRECIATION, Way.MULTIPLE)
    )
    amount, months, rate, years, times = (
        plan.number(f"late_{key}") for key in ("amount", "months", "rate", "years", "multiple")
    )
    lacking = (f"AND({plan.parameter('late_original')}=\"{MANUAL}\",{amount}<0),"
               f"AND(OR({interest},{lessened}),{months}<0),AND({interest},{rate}<0),"
               f"AND({lessened},{years}<0),AND({multiple},{times}<0)")  # fmt: skip
    year, life = f"{RATE_SCALE}*{MONTHS}", f"{years}*{MONTHS}"
    ready = f"{step(plan, 'ready')}=0"
    return {
        "ready": f"=IF({step(plan, 'index')}=0,0,IF(OR({lacking}),0,1))",
        "times": f"=IF({ready},1,IF({interest},{year}+ROUND({rate}*{RATE_SCALE},0)*{months},"
        f"IF({lessened},MAX(0,{life}-{months}),IF({multiple},ROUND({times}*{MULTIPLE_SCALE},0),1))))",
        "over": f"=IF({ready},1,IF({interest},{year},IF({lessened},{life},"
        f"IF({multiple},{MULTIPLE_SCALE},1))))",
    }


def refund_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row; the joiner gets nothing of his own payment."""
    block, shares, index = refunds(plan), plan.shares, row - refunds(plan).first
    at, paid = block.on(row), f'{plan.parameter("late_basis")}="{Basis.PAID.value}"'
    valid, own = shares.at("valid", index), step(plan, "index")

    def shown(formula: str) -> str:
        return f'=IF({valid}*{own}>0,{formula},"")'

    return {
        "n": index + 1,
        "room": shown(shares.at("room", index)),
        "owner": shown(shares.at("owner", index)),
        "due": shown(f"{shares.at('fen', index)}/100"),
        "paid": shown(f"{_paid(plan, index)}/100"),
        "refund": shown(f"{at('units')}/100"),
        "tail": shown(f'IF({at("extra")}=1,"补1分","")'),
        "group": 1,
        "quota": f"={step(plan, 'payment')}",
        # Who has left gets his own money back, and nothing of another's.
        "part": f"=IF({at('n')}={own},0,IF({paid},{_paid(plan, index)}*{shares.at('take', index)},"
        f"{shares.at('fen', index)}))*{valid}",
        "sum": f"=SUM({block.area('part')})",
        **split_formulas(block, row),
    }


def _paid(plan: Plan, index: int) -> str:
    """What a household has paid, before anything went back to it."""
    if not plan.has(Topic.LEDGER):
        return plan.shares.at("paid", index)
    # Net of refunds, the refund itself would change what it is in proportion to.
    return collected(plan).at("received", index)


def word_formulas(plan: Plan) -> list[str]:
    """Who joins, what is done to his share, and who gets it: three lines."""
    n, index, shares = plan.number, step(plan, "index"), plan.shares
    ready, room = f"{step(plan, 'ready')}=1", plan.parameter("late_room")

    def yuan(key: str) -> str:
        return f'TEXT({step(plan, key)}/100,"0.00")&" 元"'

    def of(key: str) -> str:
        return f"INDEX({shares.all(key)},{index})"

    months = f'{n("late_months")}&" 个月"'
    interest = f'"加利息：单利，年利率 "&ROUND({n("late_rate")}*{RATE_SCALE},0)/100&"%，"&{months}'
    lessened = f'"折旧：按 "&{n("late_years")}&" 年平均，已过 "&{months}'
    multiple = f'"倍数："&ROUND({n("late_multiple")}*{MULTIPLE_SCALE},0)/{MULTIPLE_SCALE}&" 倍"'
    way = (f"IF({_way(plan, Way.INTEREST)},{interest},IF({_way(plan, Way.DEPRECIATION)},{lessened},"
           f'IF({_way(plan, Way.MULTIPLE)},{multiple},"不加不减")))')  # fmt: skip
    problem = f'IF({step(plan, "found")}=0,"“住户”中没有这一户","这一户原来已经参与")'
    return [
        f'=IF({room}&""="","没有人后加入；有人后加入时在“专项”填房号",IF({index}=0,{room}&"："&{problem},'
        f'{of("room")}&" "&{of("owner")}&" 后加入，原应分摊 "&{yuan("original")}))',
        f'=IF({index}=0,"",IF({ready},{way}&"；现在应缴 "&{yuan("payment")},'
        f'"“专项”里加入方式要用的数还没有填齐"))',
        f'=IF({ready},"退给 "&{step(plan, "payees")}&" 户（"&{plan.parameter("late_basis")}'
        f'&"的比例），合计 "&{yuan("refunded")}&"，一分不差","")',
    ]


def checks(plan: Plan) -> list[Check]:
    """What must hold once somebody joins."""
    unused, index, rows = f'{plan.parameter("late_room")}&""=""', step(plan, "index"), refunds(plan)
    found, ready = step(plan, "found"), step(plan, "ready")
    paid, back = step(plan, "payment"), step(plan, "refunded")
    largest = ",".join(block.all(key) for block in (rows, floors(plan), flats(plan))
                       for key in ("high", "middle", "low"))  # fmt: skip

    def state(words: str) -> str:
        return f'IF({unused},"没有人后加入",{words})'

    return [
        Check("后加入的户找到且原来没有参与", f"OR({unused},{index}>0)",
              state(f'IF({found}=0,"没有这个房号",IF({index}=0,"已经参与","找到"))'),
              "在“专项”填一户参与为“否”的房号，与“住户”写法相同"),
        Check("后加入要用的数已填齐", f"OR({unused},{ready}=1)", state(f'IF({ready}=1,"填齐","没有填齐")'),
              "在“专项”填所选加入方式要用的月数、利率、年限、倍数或金额"),
        Check("后加入的钱有户可退", f"OR({unused},SUM({rows.all('part')})>0)",
              state(f'"有 "&SUMPRODUCT(({rows.all("part")}>0)*1)&" 户"'), "按已缴退还的，先要有别的户登记了缴款"),
        Check("退还合计等于后加入者所缴", f"OR({unused},{back}={paid})",
              state(f'TEXT({back}/100,"0.00")&" 元"'), "先改正上面没有通过的各项"),
        Check("后加入的计算没有超出精确范围",
              f"OR({unused},MAX({largest},2*{step(plan, 'product')}+{step(plan, 'over')})<{EXACT})",
              EXACT_STATE, "原应分摊或已缴的金额太大，请检查是否多打了零"),
    ]  # fmt: skip


#: Steps whose whole number is an amount.
MONEY = tuple(key for key, (_, unit, _) in STEPS.items() if unit)
