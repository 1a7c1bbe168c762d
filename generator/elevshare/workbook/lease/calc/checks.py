"""The checks of a lease book."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.project import Topic
from elevshare.rules.lease import LeasePeriod
from elevshare.workbook import cut_numbers, payee
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.checks import household_checks, marks_of, money, number_check
from elevshare.workbook.lease.calc.months import months, other_months
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.ledger import balances
from elevshare.workbook.subjects.notice import working_days
from elevshare.workbook.subjects.upkeep import figures as upkeep

#: The checks of the subjects that not every book has.
_OF_TOPICS: dict[Topic, Callable[[LeasePlan], list[BookCheck]]] = {
    Topic.NOTICE: working_days.checks,
    Topic.LEDGER: balances.checks,
    Topic.UPKEEP: upkeep.checks,
}


def check_list(plan: LeasePlan) -> list[BookCheck]:
    """All checks of a lease book, in the order of its sheets."""
    return [
        *_inputs(plan), *household_checks(plan), *_fees(plan), *_term(plan), *_result(plan),
        *payee.checks(plan),
        cut_numbers.check(plan),
        *(one for topic, checks in _OF_TOPICS.items() if plan.has(topic) for one in checks(plan)),
    ]  # fmt: skip


def _inputs(plan: LeasePlan) -> list[BookCheck]:
    wrong = f"SUM({marks_of(plan, plan.choices)})"
    return [
        number_check(plan),
        BookCheck("下拉选项选得正确", f"{wrong}=0", f'"选错 "&{wrong}&" 项"',
              "用格子右边的下拉箭头选，不要自己打字"),
    ]  # fmt: skip


def _fees(plan: LeasePlan) -> list[BookCheck]:
    storey_table, tables, landing = plan.storey_table, plan.tables, plan.figure("landing")
    flaws = storey_table.all("flaw")
    missing, flawed = (f"SUMPRODUCT(({flaws}={which})*1)" for which in (1, 2))
    if plan.has(Topic.TERMS):
        missing = f"SUMPRODUCT((({flaws}=1)+({flaws}=3))*1)"
    sizes = f"SUM({tables.all('wrong')})+SUM({tables.all('twice')})"
    crowded = (
        f"SUMPRODUCT(({storey_table.all('storey')}>1)*({storey_table.all('flats')}>{landing}))"
    )
    size = f'{plan.figure("storeys")}&" 层，一梯 "&{landing}&" 户"'
    return [
        BookCheck("收费表的层数户数填写无误", f"{sizes}=0", f'"有误 "&({sizes})&" 张"',
              "改正“参数”第五节上两行：层数、户数都填整数，各表不重复"),
        BookCheck("收费标准是 0 或正数，最多两位小数", f"{flawed}=0", f'"有误 "&{flawed}&" 层"',
              "按“参数”第五节的提示改正收费标准"),
        BookCheck("有住户的楼层都有收费标准", f"{missing}=0", f'{size}&"，待填 "&{missing}&" 层"',
              "没有这种楼的收费表：在“参数”第五节“自定”一栏逐层填写，不收费的层填 0"),
        BookCheck("各层户数不超过一梯户数", f"{crowded}=0", f'{size}&"，超过 "&{crowded}&" 层"',
              "核对“参数”的一梯几户和“住户”的楼层，用错收费表金额就错"),
    ]  # fmt: skip


def _term(plan: LeasePlan) -> list[BookCheck]:
    n, kind = plan.number, plan.parameter("period")
    chosen = f'{kind}="{LeasePeriod.CHOSEN.value}"'
    right = f"IF({chosen},{n('from_month')}<={n('to_month')},{n('period_no')}<={plan.figure('periods')})"
    return [
        BookCheck("收费的月份填写正确", right, plan.period_words,
              "期次不超过一年的期数；自选月份的起始月不晚于截止月"),
    ]  # fmt: skip


def _result(plan: LeasePlan) -> list[BookCheck]:
    f, shares, storey_table, of_months = plan.figure, plan.shares, plan.storey_table, months(plan)
    both = (of_months, other_months(plan)) if plan.has(Topic.TERMS) else (of_months,)
    apart = "+".join(
        f"SUMPRODUCT(({one.all('total_fen')}<>{one.all('annual_fen')})*1)" for one in both
    )
    payers = f"SUMPRODUCT(({shares.all('annual_fen')}>0)*1)"
    idle = f"SUMIF({shares.all('take')},0,{shares.all('fee_fen')})"
    by_storey = f"SUMPRODUCT({storey_table.all('annual_fen')}*{storey_table.all('taking')})"
    if plan.has(Topic.TERMS):
        yearly, other, others = (
            storey_table.all(key) for key in ("annual_fen", "other_annual_fen", "other_takers")
        )
        by_storey = f"({by_storey}+SUMPRODUCT(({other}-{yearly})*{others}))"
    settled = f"{f('fee')}+{f('arrears')}-{f('paid')}-{f('relief')}"
    over = f"SUMPRODUCT(({shares.all('relief_fen')}>{shares.all('fee_fen')}+{shares.all('before_fen')})*1)"
    return [
        BookCheck("有人交费", f"{payers}>0", f'"交费 "&{payers}&" 户"',
              "至少一户使用电梯，且其楼层收费标准大于 0"),
        BookCheck("十二个月合计等于全年", f"{apart}=0", f'"不等 "&{apart}&" 层"', "先改正上面没有通过的各项"),
        BookCheck("各户全年合计等于各层合计", f"{f('annual')}={by_storey}",
              f'"各户 "&{money(f("annual"))}&"，各层 "&{money(by_storey)}', "先改正上面没有通过的各项"),
        BookCheck("不使用电梯的户没有使用费", f"{idle}=0", f'"合计 "&{money(idle)}', "检查“住户”的参与一栏"),
        BookCheck("减免不超过费用加欠费", f"{over}=0", f'"超过 "&{over}&" 户"', "改正“住户”的减免"),
        BookCheck("本次应缴减结余等于费用加欠费减已缴减减免",
              f"AND({f('to_pay')}-{f('carried')}={settled},MIN({shares.all('to_pay')})>=0)",
              f'"应缴 "&{money(f("to_pay"))}&"，结余 "&{money(f("carried"))}', "先改正上面没有通过的各项"),
        BookCheck("金额没有超出精确范围", f"MAX({shares.all('annual_fen')})*12<{EXACT}",
              EXACT_STATE, "检查收费标准是否多打了零"),
    ]  # fmt: skip
