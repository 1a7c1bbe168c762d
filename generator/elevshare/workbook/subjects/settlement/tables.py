"""The formulas of 决算: the actual net amount shared anew, and every household's balance."""

from __future__ import annotations

from elevshare.money import MAX_FEN
from elevshare.project import Topic
from elevshare.workbook.capitals import capital_formulas
from elevshare.workbook.check import EXACT, EXACT_STATE, Check
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split_formulas
from elevshare.workbook.subjects.settlement.places import figure, flats, floors, items, sums

FLAT_HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "planned": ("计划应分摊（元）", "money"),
    "actual": ("实际应分摊（元）", "money"),
    "relief": ("减：减免（元）", "money"),
    "fund": ("减：公积金（元）", "money"),
    "paid": ("减：已缴（元）", "money"),
    "joined": ("加：后加入（元）", "money"),
    "more": ("应补（元）", "money"),
    "back": ("应退（元）", "money"),
    "number": ("表上第几行", "whole"),
    "at": ("表上这一行是第几户", "whole"),
    "group": ("组", "whole"),
    "key": ("余额比较数", "whole"),
    "fen": ("实际应分摊（分）", "whole"),
    "relief_fen": ("计入减免（分）", "whole"),
    "joined_fen": ("后加入（分）", "whole"),
    "balance": ("应补，应退为负（分）", "whole"),
    "more_fen": ("应补（分）", "whole"),
    "back_fen": ("应退（分）", "whole"),
}
FLOOR_HEADS = {
    "n": ("楼层", "whole"),
    "amount": ("本层金额（元）", "money"),
    "group": ("组", "whole"),
}
#: The totals in capital figures: key → label.
SUMS = {"more": "应补合计", "back": "应退合计"}


def floor_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one storey's row: its counted weight is that of 分摊."""
    block, index, rows = floors(plan), row - floors(plan).first, flats(plan)
    storey = block.here("n", row)
    return {
        "n": index + 1,
        "amount": f"=SUMIF({plan.shares.all('storey_no')},{storey},{rows.area('fen')})/100",
        "group": 1,
        "quota": f"=IF({plan.figure('by_floor')}=1,{figure(plan, 'units')},0)",
        "part": f"={plan.floors.at('counted', index)}",
        "sum": f"=SUM({block.area('part')})",
        **split_formulas(block, row),
    }


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from its part of the net amount to its balance."""
    block, index = flats(plan), row - flats(plan).first
    at = block.on(row)
    valid, part, payer = (plan.shares.at(key, index) for key in ("valid", "part", "payer"))
    so_far = f"{plan.shares.at('valid', 0)}:{valid.split('!')[1]}"
    return {
        "n": index + 1,
        **_shown(plan, row),
        "number": f"=SUM({so_far})*{valid}",
        "at": f"=IFERROR(MATCH({at('n')},{block.area('number')},0),0)",
        "group": f"={plan.shares.at('group', index)}",
        "quota": f"=IF({plan.figure('by_floor')}=1,{_of_floor(plan, index)},{figure(plan, 'units')}*{valid})",
        "part": f"={part}",
        "sum": f"=SUMIF({block.area('group')},{at('group')},{block.area('part')})*{valid}",
        **split_formulas(block, row),
        "key": f"=IF({payer}=1,{at('units')}+1,0)",
        **_balance(plan, row),
    }


def _of_floor(plan: Plan, index: int) -> str:
    """The units of a household's storey."""
    storey, valid = plan.shares.at("storey_no", index), plan.shares.at("valid", index)
    return f"IF({valid}=1,INDEX({floors(plan).area('units')},{storey}),0)"


def _balance(plan: Plan, row: int) -> dict[str, str]:
    """What a household owes less what it has done, in fen."""
    block, index = flats(plan), row - flats(plan).first
    at, ready = block.on(row), figure(plan, "ready")
    relief, fund, paid = (plan.shares.at(key, index) for key in ("relief", "fund", "paid"))
    rest = f"IF({at('n')}={figure(plan, 'rest_row')},{figure(plan, 'rest')},0)"
    return {
        "fen": f"={at('units')}*{plan.figure('unit')}+{rest}",
        # Relief spares a household its share; nobody is paid for it.
        "relief_fen": f"=MIN({at('fen')},{relief})",
        "joined_fen": f"={plan.shares.at('late', index)}",
        "balance": f"=({at('fen')}-{at('relief_fen')}-{fund}-{paid}+{at('joined_fen')})*{ready}",
        "more_fen": f"=MAX(0,{at('balance')})",
        "back_fen": f"=MAX(0,-{at('balance')})",
    }


def _shown(plan: Plan, row: int) -> dict[str, str]:
    """What neighbours read, once everything is settled."""
    index, at, shares = row - flats(plan).first, flats(plan).on(row), plan.shares
    counts = f"{shares.at('valid', index)}*{figure(plan, 'ready')}=1"

    def shown(formula: str) -> str:
        return f'=IF({counts},{formula},"")'

    def above_nothing(key: str) -> str:
        return f'=IF({at(key)}>0,{at(key)}/100,"")'

    return {
        "room": f'=IF({shares.at("valid", index)}=1,{shares.at("room", index)},"")',
        "owner": f'=IF({shares.at("valid", index)}=1,{shares.at("owner", index)},"")',
        "planned": f"={shares.at('due', index)}",
        "actual": shown(f"{at('fen')}/100"),
        "relief": shown(f"{at('relief_fen')}/100"),
        "fund": shown(f"{shares.at('fund', index)}/100"),
        "paid": shown(f"{shares.at('paid', index)}/100"),
        "joined": shown(f"{at('joined_fen')}/100"),
        "more": above_nothing("more_fen"),
        "back": above_nothing("back_fen"),
    }


def sum_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one total's row."""
    block = sums(plan)
    key = list(SUMS)[row - block.first]
    return {
        "yuan": f"={block.here('fen', row)}/100",
        "fen": f"={figure(plan, key)}",
        **capital_formulas(block, row, "fen"),
    }


def _yuan(fen: str) -> str:
    """Formula text of an amount in words."""
    return f'TEXT({fen}/100,"0.00")&" 元"'


def word_formulas(plan: Plan) -> list[str]:
    """How far the settlement is, what it comes to, and who pays or gets what: three lines."""

    def f(key: str) -> str:
        return figure(plan, key)

    ready, day = f"{f('ready')}=1", plan.number("settled_on")
    on = f'IF({day}=0,"",TEXT({day},"yyyy-mm-dd")&" ")'
    missing = f'"还没有决算：实际金额填了 "&{f("told")}&" 项，还差 "&({f("wanted")}-{f("told")})&" 项（在“专项”填）"'
    change = f"({f('net')}-{plan.figure('net')})"
    word = f'IF({change}=0,"与计划相同",IF({change}>0,"比计划多 ","比计划少 ")&{_yuan(f"ABS{change}")})'
    rest = f"(SUM({plan.shares.all('valid')})-{f('debtors')}-{f('payees')})"
    return [
        f'=IF({ready},{on}&"决算：实际应分摊净额 "&{_yuan(f("net"))}&"，"&{word},{missing})',
        f'=IF({ready},"应补 "&{f("debtors")}&" 户，合计 "&{_yuan(f("more"))}&"；应退 "&{f("payees")}'
        f'&" 户，合计 "&{_yuan(f("back"))}&"；不补不退 "&{rest}&" 户","")',
        f'=IF({ready},"应补（应退为负）＝实际应分摊－减免－公积金－已缴{_late_words(plan)}；'
        f'实际应分摊按“分摊”同样的办法，由实际净额再分一次，合计不差一分","")',
    ]


def _late_words(plan: Plan) -> str:
    """What the rule of a balance has besides where somebody joins later."""
    return "＋后加入应缴（或－应得的退还）" if plan.has(Topic.LATE) else ""


def checks(plan: Plan) -> list[Check]:
    """What must hold once everything is settled."""
    rows, problems = flats(plan), items(plan).all("problem")
    wrong = f"SUMPRODUCT(({problems}>1)*({problems}<4))"

    def f(key: str) -> str:
        return figure(plan, key)

    def state(words: str) -> str:
        return f'IF({f("ready")}=0,"还没有决算",{words})'

    whole, unused = f"SUM({rows.all('fen')})", f"{f('ready')}=0"
    ahead = f"SUM({plan.shares.all('ahead')})"
    left = f"({f('net')}-{f('relief')}-{f('fund')}-{f('paid')})"
    largest = ",".join(block.all(key) for block in (rows, floors(plan))
                       for key in ("high", "middle", "low"))  # fmt: skip
    return [
        Check("决算的实际金额填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“专项”决算一节的提示改正：金额是 0 或正数，写到分"),
        Check("决算的补贴不超过费用与补偿", f"OR({unused},{f('raw')}>=0)",
              state(f'"费用－补贴＋补偿 "&{_yuan(f("raw"))}'), "核对“专项”的实际金额和实际补贴"),
        Check("决算费用没有超过上限", f"{f('cost')}+{f('compensation')}<={MAX_FEN}",
              f'"上限 {MAX_FEN // 1_000_000} 万元"', "检查是否多打了零，或把元当成分"),
        Check("决算各户合计等于实际净额", f"OR({unused},{whole}={f('net')})",
              state(f'"合计 "&{_yuan(whole)}'), "先改正上面没有通过的各项"),
        # Before, 决算 would pay back what the bills still ask for until the subsidy has arrived.
        Check("先收全额的补贴到账后才决算", f"OR({unused},{ahead}=0)",
              state(f'"各户还在先垫补贴 "&{_yuan(ahead)}'),
              "补贴到账后在“参数”改为已到账再用决算表；此前清空“专项”的实际金额"),
        Check("应补减应退等于净额减已收", f"OR({unused},{f('more')}-{f('back')}={left})",
              state(f'"应补 "&{_yuan(f("more"))}&"，应退 "&{_yuan(f("back"))}'),
              "先改正上面没有通过的各项"),
        Check("决算没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
              "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip
