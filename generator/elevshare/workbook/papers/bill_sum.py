"""The sum of a household's bill: what it owes in all, what is paid of that, and what to pay now.

Every line is on the paper, so that a neighbour can follow it with a pocket calculator.
"""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.papers.layout import Entry
from elevshare.workbook.papers.paper import when
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import billing as late
from elevshare.workbook.subjects.ledger.places import due_on
from elevshare.workbook.subjects.reserve import tables as reserve
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import own_date


def _of(plan: Plan, key: str) -> str:
    """A column's value for the household of the bill, as part of a formula."""
    return f"INDEX({plan.shares.all(key)},@)"


def if_owing(plan: Plan, value: str) -> str:
    """A value for who owes something or did; empty for who has nothing to pay or gets money back."""
    return f'IF(OR({_of(plan, "idle")}=1,{_of(plan, "unpaid")}<0),"",{value})'


def spared(plan: Plan, index: int) -> str:
    """What relief takes off a household's share in fen (index from 0), never more than that."""
    share = f"{settled.share(plan, index)}+{plan.shares.at('ahead', index)}"
    return f"MIN({plan.shares.at('relief', index)},{share})"


def entries(plan: Plan) -> dict[str, Entry]:
    """The entries from the household's share to the amount payable now."""
    return {**_owed(plan), **_left(plan), **_now(plan)}


def _owed(plan: Plan) -> dict[str, Entry]:
    """What the household owes in all, and what is taken off."""
    share, ahead = _share(plan), _of(plan, "ahead")
    whole = f"{share}+{ahead}{late.owes(plan)}"
    # Relief spares a household what it owes, never more.
    spared = f"MIN({_of(plan, 'relief')},{share}+{ahead})"
    label = "本户应分摊"
    if plan.has(Topic.SETTLEMENT):
        ready = f"{settled.figure(plan, 'ready')}=1"
        label = when(f'IF({ready},"决算后应分摊","{label}")')
    return {
        "due": Entry(label, _yuan(share), "金额"),
        "ahead": Entry(
            "加：先收补贴", when(f'IF({_of(plan, "idle")}*({ahead}=0)=1,"",{ahead}/100)'), "金额"
        ),
        "total": Entry("应缴合计", _yuan(whole), "金额"),
        "relief": Entry("减：减免", _yuan(spared), "金额"),
        "fund": Entry("减：公积金", _yuan(_of(plan, reserve.own_fund(plan))), "金额"),
        "paid": Entry("减：已缴", _yuan(_of(plan, "paid")), "金额"),
    }


def _yuan(fen: str) -> str:
    """An amount in fen as a value in yuan."""
    return when(f"({fen})/100")


def _share(plan: Plan) -> str:
    """The household's share in fen: the actual one once everything is settled."""
    planned = _of(plan, "fen")
    if not plan.has(Topic.SETTLEMENT):
        return planned
    actual = f"INDEX({settled.flats(plan).all('fen')},@)"
    return f"IF({settled.figure(plan, 'ready')}=1,{actual},{planned})"


def _left(plan: Plan) -> dict[str, Entry]:
    """What is left to pay or goes back, and the instalments."""
    left, periods = _of(plan, "unpaid"), plan.switches.periods
    at = f'"第 "&{plan.switches.period}&" 期，共 "&{periods}&" 期"'
    period, several = f'IF({periods}=1,"","本次缴到")&{at}', f"{periods}>1"
    told = _of(plan, "instalments")
    if plan.has(Topic.LATE):
        several = f"AND({several},{_of(plan, 'at_once')}=0)"
        period = f'IF({_of(plan, "at_once")}=1,"后加入，一次缴清",{period})'
    in_line = f'IF({several},"本次缴到"&{at}&"：","")&SUBSTITUTE({told},CHAR(10),"；")'
    return {
        "left": Entry(when(f'IF({left}<0,"应退本户","还欠")'), when(f"ABS({left})/100"), "金额"),
        "period": Entry("期次", when(if_owing(plan, period))),
        "periods": Entry("各期", when(if_owing(plan, told)), "说明"),
        # The same in one line, for half a page.
        "in_line": Entry("各期", when(if_owing(plan, in_line)), "说明"),
        "arrival": Entry("补贴到账", when(plan.switches.arrival)),
    }


def _now(plan: Plan) -> dict[str, Entry]:
    """The amount payable now, or to be paid back, also in 大写."""
    idle, left, asked = (_of(plan, key) for key in ("idle", "unpaid", "asked"))
    words = f'IF({left}<0,"应退人民币","人民币")&{_of(plan, "upper")}'
    done = f'IF({left}=0,"（已缴清）",IF({left}>0,"（到本期已缴清）",""))'
    nothing = f'IF({asked}=0,{done},"")'
    day = due_on(plan)
    until = day
    if own_date.used(plan):
        unsaid = own_date.open_date(_of(plan, "later"), left)
        until = f'IF({unsaid},"{own_date.UNTIL}",{day})'
    return {
        "to_pay": Entry(_asked(plan), _amount(plan), "应缴"),
        "until": Entry("截止日期", when(f'IF({_of(plan, "to_pay")}*{day}=0,"",{until})'), "日期"),
        "upper": Entry("金额大写", when(f'IF({idle}=1,"本户不用缴款",{words}&{nothing})'), "大写"),
    }


def _asked(plan: Plan) -> str:
    """What the amount at the end is called."""
    return when(f'IF({_of(plan, "unpaid")}<0,"本次应退","本次应缴")')


def _amount(plan: Plan) -> str:
    """The amount at the end; a word for who has nothing to pay."""
    idle, asked = _of(plan, "idle"), _of(plan, "asked")
    return when(f'IF({idle}=1,"不用缴款",{asked}/100)')


def stub(plan: Plan) -> dict[str, Entry]:
    """The stub to cut off, which says what is paid."""
    who = f'{_of(plan, "room")}&"　"&{_of(plan, "owner")}'
    what = f'"　加装电梯费用，第 "&{plan.switches.period}&" 期"'
    return {
        "stub": Entry("存根", when(f"{who}&{what}"), "短文"),
        "stub_amount": Entry(_asked(plan), _amount(plan), "金额"),
    }
