"""The checks of a comparison book."""

from __future__ import annotations

from elevshare.money import MAX_FEN
from elevshare.schemes.parts.share import WHOLE_PERCENT
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.compare.part import ComparedScheme
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.field import MAX_COEFFICIENT
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.checks import write_checks

TITLE, ROLE = "校验", "校验"


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    write_checks(grid, check_list(plan), plan.master)


def check_list(plan: ComparePlan) -> list[BookCheck]:
    """All checks: those of shared inputs first, then scheme by scheme."""
    schemes = [check for part in plan.parts for check in _split(part)]
    return [*_inputs(plan), *_households(plan), *schemes, _exact(plan)]


def _money(fen: str) -> str:
    return f'FIXED({fen}/100,2)&" 元"'


def _none(name: str, count: str, what: str, advice: str) -> BookCheck:
    """A check that the count of errors is 0."""
    return BookCheck(name, f"{count}=0", f'"有误 "&{count}&" {what}"', advice)


def _inputs(plan: ComparePlan) -> list[BookCheck]:
    cost, numbers, choices = plan.figure("cost"), plan.numbers, plan.choices
    paid = plan.figure("compensation")
    chosen = f"SUM({plan.problems(choices)})+SUM({plan.schemes.all('wrong_choice')})"
    wrong = f"SUM({plan.problems(numbers)})+SUM({plan.schemes.all('problem')})"
    most = f"MAX({plan.schemes.all('subsidy')})"
    return [
        BookCheck("已填建设费用", f"{cost}>0", _money(cost), "在“参数”第二节填写费用"),
        BookCheck("费用没有超过上限", f"{cost}+{paid}<={MAX_FEN}", f'"上限 {MAX_FEN // 1_000_000} 万元"',
              "检查是否多打了零，或把元当成分"),
        _none("费用没有负数，最多两位小数", f"SUM({plan.items.all('problem')})", "项",
              "按“参数”第二节右侧的提示改正：金额是 0 或正数，写到分"),
        _none("参数中的数字有效", f"({wrong})", "项", "按“参数”中“←”的提示改正；不要写单位和文字"),
        _none("分摊办法选得正确", f"({chosen})", "项", "用格子右边的下拉箭头选，不要自己打字"),
        BookCheck("补贴不超过总费用", f"{most}<={cost}", f'"最多的 "&{_money(most)}',
              "核对“参数”第四节的补贴"),
    ]  # fmt: skip


def _households(plan: ComparePlan) -> list[BookCheck]:
    problem, filled = plan.shares.all("problem"), plan.figure("households")
    wrong = f"SUMPRODUCT(({problem}>1)*1)"
    first = f"MATCH(MAX({problem}),{problem},0)+{plan.households.first - 1}"
    return [
        BookCheck("已填住户", f"{filled}>0", f'"已填 "&{filled}&" 户"', "在“住户”逐户填写"),
        BookCheck("住户各行填写无误", f"{wrong}=0",
              f'IF({wrong}=0,"没有问题","有误 "&{wrong}&" 行，如“住户”第 "&{first}&" 行")',
              "按“住户”的提示改正：提示写明每一处填的是什么、该怎么改"),
    ]  # fmt: skip


def _split(part: ComparedScheme) -> list[BookCheck]:
    """The checks of one scheme's split."""
    f, name = part.figure, f"{part.mark} {part.project.scheme.name}："
    total, net = f("total"), f("net")
    whole = f"AND({total}={net},{f('lowest')}>=0,{f('idle')}=0)"
    return [
        BookCheck(f"{name}有住户的楼层系数已填", f"{f('missing')}=0", f'"待填 "&{f("missing")}&" 层"',
              "在“参数”第五节补上系数；方案没有给出的由业主协商"),
        BookCheck(f"{name}系数在 0 到 {MAX_COEFFICIENT} 之间", f"{f('flawed')}=0",
              f'"有误 "&{f("flawed")}&" 层"', "按“参数”第五节的提示改正系数，最多四位小数"),
        *_percentages(part, name),
        BookCheck(f"{name}有人分摊", f"{f('payers')}>0", f'"应缴 "&{f("payers")}&" 户"',
              "至少一户参与，且其楼层系数大于 0"),
        BookCheck(f"{name}各户合计等于净额", whole,
              f'"合计 "&{_money(total)}&"，净额 "&{_money(net)}', "先改正上面没有通过的各项"),
    ]  # fmt: skip


def _percentages(part: ComparedScheme, name: str) -> list[BookCheck]:
    """For weights that are percentages: they sum to 100 and lie within their intervals."""
    chosen, apart = part.figure("chosen"), part.figure("apart")
    whole = BookCheck(f"{name}各层百分比合计 100%", f"{chosen}={WHOLE_PERCENT}",
                  f'IF({chosen}=0,"没有填","合计 "&{chosen}/10000&"%")', "在“参数”第五节改到合计正好 100%")  # fmt: skip
    inside = BookCheck(f"{name}各层百分比在区间之内", f"{apart}=0", f'"区间外或区间待填 "&{apart}&" 层"',
                   "按“参数”第五节“←”的提示改；区间待填的先填第六、第七节")  # fmt: skip
    return [whole] * part.percent + [inside] * part.bounded


def _exact(plan: ComparePlan) -> BookCheck:
    largest = ",".join(part.figure("largest") for part in plan.parts)
    return BookCheck("取整没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
                 "系数的小数太多或面积太大，请减少小数")  # fmt: skip
