"""The sentences and the checks of 决算."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from elevshare.money import MAX_FEN
from elevshare.project import Topic
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.settlement.items import items
from elevshare.workbook.subjects.settlement.places import carriers, figure, flats, groups


def word_formulas(plan: Plan) -> list[str]:
    """Three lines of text: progress of the settlement, its result, who pays or gets what."""
    f = partial(figure, plan)

    ready, day = f"{f('ready')}=1", plan.number("settled_on")
    on = f'IF({day}=0,"",TEXT({day},"yyyy-mm-dd")&" ")'
    missing = f'"还没有决算：实际金额填了 "&{f("entered")}&" 项，还差 "&({f("wanted")}-{f("entered")})&" 项（在“专项”填）"'
    change = f"({f('net')}-{plan.figure('net')})"
    word = f'IF({change}=0,"与计划相同",IF({change}>0,"比计划多 ","比计划少 ")&{paid_yuan(f"ABS{change}")})'
    rest = f"(SUM({plan.shares.all('valid')})-{f('debtors')}-{f('payees')})"
    return [
        f'=IF({ready},{on}&"决算：实际应分摊净额 "&{paid_yuan(f("net"))}&"，"&{word},{missing})',
        f'=IF({ready},"应补 "&{f("debtors")}&" 户，合计 "&{paid_yuan(f("more"))}&"；应退 "&{f("payees")}'
        f'&" 户，合计 "&{paid_yuan(f("back"))}&"；不补不退 "&{rest}&" 户","")',
        f'=IF({ready},"应补（应退为负）＝实际应分摊－减免－公积金－已缴{_late_words(plan)}；'
        f'实际应分摊按“分摊”同样的办法，由实际净额再分一次，合计不差一分","")',
    ]


def _late_words(plan: Plan) -> str:
    """The addition to the rule of a balance if somebody can join later."""
    return "＋后加入应缴（或－应得的退还）" if plan.has(Topic.LATE) else ""


def checks(plan: Plan) -> list[BookCheck]:
    """The checks once everything is settled."""
    rows, problems = flats(plan), items(plan).all("problem")
    wrong = f"SUMPRODUCT(({problems}>1)*({problems}<4))"
    f = partial(figure, plan)

    def state(words: str) -> str:
        return f'IF({f("ready")}=0,"还没有决算",{words})'

    whole, unused = f"SUM({rows.all('fen')})", f"{f('ready')}=0"
    ahead = f"SUM({plan.shares.all('ahead')})"
    left = f"({f('net')}-{f('relief')}-{f('fund')}-{f('paid')})"
    splits = (rows, groups(plan), *((carriers(plan),) if plan.carriers else ()))
    largest = ",".join(block.all(key) for block in splits
                       for key in ("high", "middle", "low"))  # fmt: skip
    return [
        BookCheck("决算的实际金额填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“专项”决算一节的提示改正：金额是 0 或正数，写到分"),
        BookCheck("决算的补贴不超过费用与补偿", f"OR({unused},{f('raw')}>=0)",
              state(f'"费用－补贴＋补偿 "&{paid_yuan(f("raw"))}'), "核对“专项”的实际金额和实际补贴"),
        *(_fixed(plan, unused, state) if plan.terms else ()),
        BookCheck("决算费用没有超过上限", f"{f('cost')}+{f('compensation')}<={MAX_FEN}",
              f'"上限 {MAX_FEN // 1_000_000} 万元"', "检查是否多打了零，或把元当成分"),
        BookCheck("决算各户合计等于实际净额", f"OR({unused},{whole}={f('net')})",
              state(f'"合计 "&{paid_yuan(whole)}'), "先改正上面没有通过的各项"),
        # Before, 决算 would pay back what the bills still ask for until the subsidy has arrived.
        BookCheck("先收全额的补贴到账后才决算", f"OR({unused},{ahead}=0)",
              state(f'"各户还在先垫补贴 "&{paid_yuan(ahead)}'),
              "补贴到账后在“参数”改为已到账再用决算表；此前清空“专项”的实际金额"),
        BookCheck("应补减应退等于净额减已收", f"OR({unused},{f('more')}-{f('back')}={left})",
              state(f'"应补 "&{paid_yuan(f("more"))}&"，应退 "&{paid_yuan(f("back"))}'),
              "先改正上面没有通过的各项"),
        BookCheck("决算没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
              "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip


def _fixed(plan: Plan, unused: str, state: Callable[[str], str]) -> list[BookCheck]:
    """The fixed sums fit into the actual net amount."""
    fixed, net = figure(plan, "fixed"), figure(plan, "net")
    return [
        BookCheck("决算净额不低于定额合计", f"OR({unused},{fixed}<={net})",
              state(f'"定额 "&{paid_yuan(fixed)}&"，实际净额 "&{paid_yuan(net)}'),
              "改小“住户”的定额，或核对实际金额"),
    ]  # fmt: skip
