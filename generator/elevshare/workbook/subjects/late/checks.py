"""The checks of 后加入: those of each joiner, and those of all together."""

from __future__ import annotations

from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import advances
from elevshare.workbook.subjects.late.accounts import accounts
from elevshare.workbook.subjects.late.joiner import Joiner, joiners


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of every joiner, from the first on, then those of all together."""
    each = [check for joiner in joiners(plan) for check in _of_one(joiner)]
    return [*each, _in_order(plan), advances.check(plan), _whole(plan), _exact(plan)]


def _of_one(joiner: Joiner) -> list[BookCheck]:
    """The checks of one joiner; their names tell which unless he is the first."""
    s, unused, rows = joiner.steps, f'{joiner.typed("late_room")}&""=""', joiner.refunds
    index, found, ready = s["index"], s.found, s.ready
    which = "" if joiner.number == 1 else f"（第 {joiner.number} 户）"

    def state(words: str) -> str:
        return f'IF({unused},"没有人后加入",{words})'

    return [
        BookCheck(f"后加入的户找到且原来没有参与{which}", f"OR({unused},{index}>0)",
              state(f'IF({found}=0,"没有这个房号",IF({index}=0,"已经参与","找到"))'),
              "在“专项”填一户参与为“否”的房号，与“住户”写法相同"),
        BookCheck(f"后加入要用的数已填齐{which}", f"OR({unused},{ready}=1)",
              state(f'IF({ready}=1,"填齐","没有填齐")'),
              "在“专项”填所选加入方式要用的月数、利率、年限、倍数或金额"),
        BookCheck(f"后加入的钱有户可退{which}", f"OR({unused},SUM({rows.all('part')})>0)",
              state(f'"有 "&SUMPRODUCT(({rows.all("part")}>0)*1)&" 户"'),
              "按已缴退还的，先要有别的户登记了缴款；退给垫付户的，先在“专项”填垫付户"),
        BookCheck(f"退还合计等于后加入者所缴{which}", f"OR({unused},{s.refunded}={s.payment})",
              state(paid_yuan(s.refunded)), "先改正上面没有通过的各项"),
    ]  # fmt: skip


def _in_order(plan: Plan) -> BookCheck:
    """The check that nobody's day is before that of an earlier joiner."""
    days = [joiner.known("late_day") for joiner in joiners(plan)]
    right = [f"OR({day}=0,{day}>=MAX(0,{','.join(days[:number])}))"
             for number, day in enumerate(days) if number]  # fmt: skip
    holds = f"AND({','.join(right or [f'{days[0]}>=0'])})"
    return BookCheck("后加入的日期由先到后", holds, f'IF({holds},"没有颠倒","有颠倒")',
                     "在“专项”按加入的先后填：先加入的填在前面一节")  # fmt: skip


def _whole(plan: Plan) -> BookCheck:
    """The check that the accounts still sum to what is shared."""
    now, then = f"SUM({accounts(plan).all('fen')})", f"SUM({plan.shares.all('fen')})"
    return BookCheck("后加入以后各户合计不变", f"{now}={then}", f'"合计 "&{paid_yuan(now)}',
                     "先改正上面没有通过的各项")  # fmt: skip


def _exact(plan: Plan) -> BookCheck:
    """The check that no number is too large to be exact."""
    largest = ",".join(joiner.steps.largest for joiner in joiners(plan))
    return BookCheck("后加入的计算没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
                     "原应分摊或已缴的金额太大，请检查是否多打了零")  # fmt: skip
