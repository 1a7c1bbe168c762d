"""The checks of a summary, as formulas."""

from __future__ import annotations

from elevshare.collecting.plan import SummaryPlan
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.checks import money

_AGAIN = "请退回改正，收回后重新汇总；或在“收回”选“否”"


def check_list(plan: SummaryPlan) -> list[BookCheck]:
    """All checks, in the order of the sheet 校验."""
    f = plan.figure
    summed = f"SUMIF({plan.table.all('count')},1,{plan.table.all('net_fen')})"
    levels = "+".join(f(key) for key in (*plan.level_keys, "rest"))
    largest = ",".join(f(key) for key in ("cost", "grant", "owed", "paid"))
    return [
        BookCheck("有计入的簿子", f"{f('counted')}>0", f'"计入 "&{f("counted")}&" 本"', "在“收回”至少有一本选“是”"),
        _none(plan, "“计入”只填是或否", "flaw", "在“收回”用格子右边的下拉箭头选"),
        _none(plan, "计入的簿子没有不可信的", "doubted", _AGAIN),
        _none(plan, "计入的簿子自己的校验都通过", "draft", _AGAIN),
        _none(plan, "同一单元只计一本", "twice", "在“收回”的同一组里只留一本选“是”"),
        _none(plan, "净额与簿子自己的相等", "apart", "这本簿子的数与规则不符：请退回重算"),
        _none(plan, "各户合计与簿子自己的相等", "uneven", "这本簿子的账单与规则不符：请退回重算"),
        _none(plan, "各户合计等于净额", "unshared", "这本簿子没有分完：请退回改正"),
        BookCheck("各单元净额之和等于合计", f"{f('net')}={summed}", money(f("net")), "公式被改动了：请重新汇总"),
        _none(plan, "应缴等于已缴加还欠减多缴", "unbalanced", "请退回核对这本簿子的台账"),
        _none(plan, "各级补贴之和不多于申请补贴", "lost", "请退回改正这本簿子的各级分担"),
        BookCheck("各级补贴之和等于申请补贴合计", f"{levels}={f('grant')}", money(f("grant")), "公式被改动了：请重新汇总"),
        BookCheck("申请表的行数够用", f"{f('listed')}<={plan.lines}",
              f'"要 "&{f("listed")}&" 行，有 {plan.lines} 行"', "后来计入的太多：改好簿子后重新汇总"),
        BookCheck("合计没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE, "请分几次汇总"),
    ]  # fmt: skip


def _none(plan: SummaryPlan, name: str, key: str, advice: str) -> BookCheck:
    """A check that no row has a mark; it names the first that has."""
    marks = plan.table.all(key)
    first = f"INDEX({plan.table.all('n')},MATCH(1,{marks},0))"
    state = f'IF(SUM({marks})=0,"没有问题","有误 "&SUM({marks})&" 本，如“收回”序号 "&{first})'
    return BookCheck(name, f"SUM({marks})=0", state, advice)
