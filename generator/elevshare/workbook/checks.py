"""The checks of a contribution book, and those that all its subjects share."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.check import BookCheck, block_of
from elevshare.workbook.field import Field
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import Roster


def check_list(plan: Plan) -> list[BookCheck]:
    """All checks of a contribution book, in the order of the work."""
    subjects = sorted(plan.subjects, key=lambda subject: subject.last)
    return [check for subject in subjects for check in subject.checks(plan)]


def check_block(plan: Plan) -> Block:
    """The area of the checks of a contribution book on 校验."""
    return block_of(check_list(plan))


def money(fen: str) -> str:
    """An amount in fen as text, such as ``1.50 元``."""
    return f'FIXED({fen}/100,2)&" 元"'


def number_check(plan: Inputs) -> BookCheck:
    """The check that every single number on 参数 is valid."""
    marks = marks_of(plan, plan.numbers)
    return BookCheck("参数中的数字有效", f"SUM({marks})=0", f'"有误 "&SUM({marks})&" 项"',
                 "按“参数”中“←”的提示改正；不要写单位和文字")  # fmt: skip


def marks_of(plan: Inputs, group: Sequence[Field]) -> str:
    """The error marks of single inputs that are neighbours in ``group``."""
    return f"{plan.problem(group[0])}:{plan.problem(group[-1]).split('!')[1]}"


def household_checks(plan: Roster) -> list[BookCheck]:
    """The checks that there are households and that each row of them is valid."""
    shares, problem = plan.shares, plan.shares.all("problem")
    wrong = f"SUMPRODUCT(({problem}>1)*1)"
    first = f"MATCH(MAX({problem}),{problem},0)+{plan.households.first - 1}"
    filled = f"SUM({shares.all('filled')})"
    return [
        BookCheck("已填住户", f"{filled}>0", f'"已填 "&{filled}&" 户"', "在“住户”逐户填写"),
        BookCheck("住户各行填写无误", f"{wrong}=0",
              f'IF({wrong}=0,"没有问题","有误 "&{wrong}&" 行，如“住户”第 "&{first}&" 行")',
              "按“住户”的提示改正：提示写明每一处填的是什么、该怎么改"),
    ]  # fmt: skip
