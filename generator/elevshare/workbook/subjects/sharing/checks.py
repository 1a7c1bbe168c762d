"""The checks of every contribution book: costs, subsidy, households, method, result."""

from __future__ import annotations

from elevshare.money import MAX_FEN
from elevshare.project import SubsidyMode
from elevshare.rules.arrival import Billing
from elevshare.schemes.law import Law
from elevshare.workbook import cut_numbers, payee
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.checks import household_checks, marks_of, money, number_check
from elevshare.workbook.field import MAX_COEFFICIENT, NO, YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.spelling.formulas import BLANK
from elevshare.workbook.subjects.interval import tables as interval
from elevshare.workbook.subjects.sharing import carrying, grants
from elevshare.workbook.subjects.sharing.inputs import COEFFICIENTS, HOUSEHOLDS, INTERVALS


def checks(plan: Plan) -> list[BookCheck]:
    """The checks, in the order of the work."""
    return [
        *_costs(plan), *_subsidy(plan), *household_checks(plan), *_payers(plan), *_scopes(plan), *_method(plan),
        *_own(plan),
        *_result(plan), *payee.checks(plan), cut_numbers.check(plan),
    ]  # fmt: skip


def _costs(plan: Plan) -> list[BookCheck]:
    cost, problems = plan.figure("cost"), plan.items.all("problem")
    limit = f"{cost}+{plan.figure('compensation')}<={MAX_FEN}"
    wrong = f"SUMPRODUCT(({problems}>1)*1)"
    return [
        BookCheck("已填建设费用", f"{cost}>0", money(cost), "在“参数”第二节填写费用"),
        BookCheck("费用没有超过上限", limit, f'"上限 {MAX_FEN // 1_000_000} 万元"',
              "检查是否多打了零，或把元当成分"),
        BookCheck("费用没有负数，最多两位小数", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“参数”第二节右侧的提示改正：金额是 0 或正数，写到分"),
        number_check(plan),
    ]  # fmt: skip


def _subsidy(plan: Plan) -> list[BookCheck]:
    subsidy, cost = plan.figure("subsidy"), plan.figure("cost")
    cap, mode = plan.number("cap"), plan.parameter("subsidy_mode")
    shares, tiers = grants.government(plan), grants.tiers(plan)
    by_rule = f'OR({mode}<>"{SubsidyMode.RULE.value}",{plan.number("rate")}>=0,MAX({tiers.all("reach")})>=0)'
    whole = f"SUM({shares.all('weight')})"
    flawed = f"SUM({tiers.all('problem')})"
    gross = f'{plan.parameter("billing")}<>"{Billing.GROSS.value}"'
    back = f"SUM({plan.refunds.all('units')})"
    return [
        BookCheck("补贴不超过总费用", f"AND({subsidy}>=0,{subsidy}<={cost})", money(subsidy),
              "核对补贴金额与费用"),
        BookCheck("补贴不超过方案上限", f"OR({cap}<0,{subsidy}<=ROUND({cap}*100,0))",
              f'IF({cap}<0,"方案没有上限","上限 "&FIXED({cap},2)&" 元")', "按批复改正补贴金额"),
        BookCheck("按规则计算时规则可用", by_rule, mode,
              "“参数”第七节没有可用的比例或分档：请改为手工填写"),
        BookCheck("补贴分档填写无误", f"{flawed}=0", f'"有误 "&{flawed}&" 档"',
              "改正“参数”第七节的分档：起始层填到半层，不重复；金额是 0 或正数"),
        BookCheck("先收的补贴能退到各户", f'OR({gross},SUM({plan.refunds.all("units")})={subsidy})',
              f'"补贴 "&{money(subsidy)}&"，分到各户 "&{money(back)}',
              "净额为 0 时没有可退的比例：请改为“按净额收”"),
        BookCheck("各级分担合计 100%", f"AND(SUM({shares.all('flaw')})=0,OR({whole}=0,{whole}=10000,{whole}+1=10000))",
              f'{whole}/100&"%"', "改正“参数”第八节的比例；不需要则全部空着"),
    ]  # fmt: skip


def _payers(plan: Plan) -> list[BookCheck]:
    payers = f"SUM({plan.shares.all('payer')})"
    some, todo = f"{payers}>0", "至少一户参与，且其楼层系数大于 0"
    if plan.terms:  # fixed sums may be all that there is to pay
        some, todo = (
            f"OR({some},AND({plan.figure('ruled')}=0,{plan.figure('fixed')}>0))",
            f"{todo}，或都填了定额",
        )
    return [BookCheck("有人分摊", some, f'"应缴 "&{payers}&" 户"', todo)]


def _own(plan: Plan) -> list[BookCheck]:
    """The checks where households have terms of their own, or chosen storeys carry a gap."""
    return [*(_terms(plan) if plan.terms else ()), *(_carried(plan) if plan.carriers else ())]


def _terms(plan: Plan) -> list[BookCheck]:
    """Fixed sums fit into the net amount; percentages of the households sum to 100."""
    fixed, net, shares = plan.figure("fixed"), plan.figure("net"), plan.shares
    by_household = f'{plan.parameter("weight_kind")}="{HOUSEHOLDS}"'
    ruled = f"({shares.all('take')}*(1-{shares.all('fixed_in')}))"
    sum_ = f"SUMPRODUCT({ruled}*({shares.all('own_no')}>0)*{shares.all('own_no')})"
    idle = f'SUMPRODUCT(({shares.all("fixed_text")}<>"{BLANK}")*({shares.all("take")}=0)*{shares.all("valid")})'
    return [
        BookCheck("定额合计不超过应分摊净额", f"{fixed}<={net}",
              f'"定额 "&{money(fixed)}&"，净额 "&{money(net)}', "改小“住户”的定额，或核对费用和补贴"),
        BookCheck("各户百分比合计 100%", f"OR(NOT({by_household}),{sum_}=1000000)",
              f'IF({by_household},"合计 "&{sum_}/10000&"%","用的是楼层系数，不核对")',
              "改“住户”的个别系数，到参与各户（定额户除外）合计正好 100"),
        BookCheck("填了定额的户都参与", f"{idle}=0", f'"不参与而填了定额的 "&{idle}&" 户"',
              "不参与的户不出钱：清空定额，或把参与改为 是"),
    ]  # fmt: skip


def _carried(plan: Plan) -> list[BookCheck]:
    """The part of those who stay out is carried."""
    rows, chosen = carrying.table(plan), plan.figure("chosen")
    gap = f"SUM({rows.all('absent')})*{plan.figure('unit')}"
    typed = plan.coefficients.all("carries")
    odd = f'SUMPRODUCT(({typed}<>"")*({typed}<>"{YES}")*({typed}<>"{NO}"))'
    return [
        BookCheck("承担退出份额填是或否", f"{odd}=0", f'"看不懂的 "&{odd}&" 格"',
              "在“参数”第五节用格子右边的箭头选：要分担的层选 是，其余空着"),
        BookCheck("退出份额有指定楼层承担", f"OR({chosen}=0,{gap}=0,SUM({rows.all('part')})>0)",
              f'IF({chosen}=1,"退出份额 "&{money(gap)},"不是指定楼层分担，不核对")',
              "在“参数”第五节给要分担的楼层选 是；这些楼层要有参与且系数大于 0 的户"),
    ]  # fmt: skip


def _scopes(plan: Plan) -> list[BookCheck]:
    """The building is one that the rules in use are for; none for rules without limits."""
    sharing, rule = plan.project.scheme.sharing.law, plan.project.scheme.subsidy
    empty, top = f"SUM({plan.shares.all('filled')})=0", plan.switches.top
    found = []
    if sharing.scope:
        found.append(
            BookCheck(
                "总层数在分摊办法的适用范围内",
                f"OR({empty},{_covered(sharing, top)})",
                f'{top}&" 层，分摊办法只用于 {sharing.scope}的楼"',
                "核对“参数”的总层数；不适用的请换一个方案，或由业主协商",
            )
        )
    if rule and rule.law.scope:
        built = f"，限 {rule.law.built_by} 以前建成，请自行核对" if rule.law.built_by else ""
        level, by_rule = (
            f"{plan.grants.level}/2",
            f'{plan.parameter("subsidy_mode")}<>"{SubsidyMode.RULE.value}"',
        )
        found.append(
            BookCheck(
                "最高停靠层在补贴规定的适用范围内",
                f"OR({empty},{by_rule},{_covered(rule.law, level)})",
                f'{level}&" 层，规定只有 {rule.law.scope}的标准{built}"',
                "核实后在“参数”第三节改为手工填写",
            )
        )
    return found  # fmt: skip


def _covered(law: Law, storeys: str) -> str:
    """The condition that a number of storeys is within the limits of a rule."""
    ends = ((">=", law.least_storeys), ("<=", law.most_storeys))
    return f"AND({','.join(f'{storeys}{sign}{limit}' for sign, limit in ends if limit)})"


def _method(plan: Plan) -> list[BookCheck]:
    wrong = f"SUM({marks_of(plan, plan.choices)})"
    storey_table = plan.storey_table
    flaws, kind = plan.storey_table.all("flaw"), plan.parameter("weight_kind")
    missing = f"SUMPRODUCT(({flaws}=1)*1)"
    if plan.terms:  # then the storeys' own do not count
        missing = f'IF({kind}="{HOUSEHOLDS}",0,{missing})'
    flawed = f"SUMPRODUCT(({flaws}>1)*({flaws}<5)*1)"
    apart, sum_ = interval.apart(plan), interval.chosen(plan)
    plain = f'{kind}="{COEFFICIENTS}"'
    if plan.terms:
        plain = f'OR({plain},{kind}="{HOUSEHOLDS}")'
    typed = [plan.parameter(key) for key in ("instalments", "instalment")]
    periods = [plan.problem(f) for f in plan.numbers if f.key in ("instalments", "instalment")]
    right = f'AND({typed[0]}<>"",{typed[1]}<>"",{periods[0]}+{periods[1]}=0,' \
            f"{plan.number('instalment')}<={plan.number('instalments')})"  # fmt: skip
    return [
        BookCheck("分摊办法选得正确", f"{wrong}=0", f'"选错 "&{wrong}&" 项"',
              "用格子右边的下拉箭头选，不要自己打字"),
        BookCheck("有住户的楼层系数已填", f"{missing}=0", f'"待填 "&{missing}&" 层"',
              "在“参数”第五节补上系数；方案没有给出的由业主协商"),
        BookCheck(f"系数在 0 到 {MAX_COEFFICIENT} 之间，最多四位小数", f"{flawed}=0",
              f'"系数合计 "&SUM({storey_table.all("weight")})/10000', "按“参数”第五节的提示改正系数"),
        BookCheck("各层百分比合计 100%", f'OR({plain},{sum_}=1000000)',
              f'IF({plain},"用的是系数，不核对",IF({sum_}=0,"没有填","合计 "&{sum_}/10000&"%"))',
              "改到合计正好 100%；“区间”页给出了最接近的一种（如有此页）"),
        BookCheck("各层百分比在区间之内", f"{apart}=0",
              f'IF({kind}="{INTERVALS}","在区间外或区间待填 "&{apart}&" 层","没有区间，不核对")',
              "按“参数”第五节“←”的提示改；区间待填的先填下限、上限"),
        BookCheck("期次填写正确", right,
              f'"第 "&{plan.figure("period")}&" 期，共 "&{plan.figure("periods")}&" 期"',
              "期次是 1 到总期数之间的整数"),
    ]  # fmt: skip


def _result(plan: Plan) -> list[BookCheck]:
    shares = plan.shares
    fen, net = shares.all("fen"), plan.figure("net")
    idle = f"SUMIF({shares.all('take')},0,{fen})"
    over = _above_share(plan)
    splits = (
        *((carrying.table(plan),) if plan.carriers else ()),
        plan.groups,
        shares,
        grants.government(plan),
    )
    largest = ",".join(block.all(key) for block in splits for key in ("high", "middle", "low"))
    return [
        BookCheck("各户合计等于应分摊净额", f"AND(SUM({fen})={net},{net}>=0)",
              f'"合计 "&{money(f"SUM({fen})")}&"，净额 "&{money(net)}', "先改正上面没有通过的各项"),
        BookCheck("没有负数", f"MIN({fen})>=0", f'"最小 "&{money(f"MIN({fen})")}', "先改正上面没有通过的各项"),
        BookCheck("不参与的户不出钱", f"{idle}=0", f'"不参与各户合计 "&{money(idle)}', "检查“住户”的参与一栏"),
        BookCheck("减免和公积金不超过应分摊", f"{over}=0", f'"超过 "&{over}&" 户"',
              "改正“住户”的减免、公积金：两项合计不能多于应分摊（已减补贴）"),
        BookCheck("取整没有超出精确范围", f"MAX({largest})<{EXACT}",
              EXACT_STATE, "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip


def _above_share(plan: Plan) -> str:
    """How many households are relieved of more than their share, or draw more than is left of it.

    南京's rule, by which a couple draws at most its share less its part of the subsidy, and every
    other rule known: the amount due is net of the subsidy. Who joins later owes his payment, too.
    """
    fen, relief, fund, late = (plan.shares.all(key) for key in ("fen", "relief", "fund", "late"))
    drawn = f"({fund}>{fen}-{relief}+{late}*({late}>0))"
    return f"SUMPRODUCT((({relief}>{fen})+{drawn}>0)*1)"
