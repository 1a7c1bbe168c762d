"""The sentences above the figures of 资金, and its checks."""

from __future__ import annotations

from functools import partial

from elevshare.rules.arrival import SubsidyArrival
from elevshare.workbook.check import BookCheck
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.cash.position import (
    expected,
    figure,
    grants_read,
    items,
    payments_read,
)

#: A line that begins with this is shown in red.
NOTE = "注意："


def yuan(fen: str) -> str:
    """An amount in fen as text in yuan."""
    return f'FIXED({fen}/100,2)&" 元"'


def lines(plan: Plan) -> list[str]:
    """The sentences: money in hand, money left in the end, the bank, excess over the plan."""
    f = partial(figure, plan)
    parts = "".join(
        f'&"{words} "&{yuan(f(key))}'
        for words, key in (("，其中期初", "opening"), ("，收入", "income"),
                           ("，付款", "spent"), ("，退给住户", "refunded"))
    )  # fmt: skip
    settled = '"收支两清：该收的收齐、该付的付清以后，结余 0 元"'
    lacking = yuan("-" + f("left"))
    left = f'IF({f("left")}>0,"还多 "&{yuan(f("left"))},"还差 "&{lacking})&"，来由见三"'
    nothing = f"{plan.figure('cost')}=0"
    return [
        f'="账上应有 "&{yuan(f("hand"))}{parts}',
        f'=IF({nothing},"先在“参数”填建设费用",IF({f("left")}=0,{settled},IF({f("left")}<0,"{NOTE}","")&"该收的收齐、该付的付清以后，"&{left}))',
        f'=IF({f("gap")}=0,"","{NOTE}")&{_bank(plan)}',
        f"={_beyond(plan)}",
    ]


def _bank(plan: Plan) -> str:
    """The comparison of the book with the bank, as text."""
    day, gap = plan.number("cash_date"), figure(plan, "gap")
    compared = f"OR({plan.number('cash_bank')}>=0,{plan.number('cash_till')}>=0)"
    on = f'IF({day}=0,"（核对日期待填）","（"&TEXT({day},"yyyy-mm-dd")&"）")'
    off = f'IF({gap}>0,"多 ","少 ")&{yuan(f"ABS({gap})")}'
    return (
        f'IF({compared},"银行与现金"&{on}&"与账上应有"&IF({gap}=0,"相符","不符，比账上"&{off}),'
        f'"没有填银行余额和库存现金，不核对")'
    )


def _beyond(plan: Plan) -> str:
    """What exceeds the plan, as text; none of it is an error by itself."""
    f, rows = partial(figure, plan), items(plan)
    named = f"{rows.at('over_fen', 0)}:{rows.at('over_fen', rows.count - 2).split('!')[1]}"
    over = f"SUMPRODUCT(({named}>0)*1)"
    pieces = (
        (f"{f('hand')}<0", '"账上应有是负数，付出的多于收到的"'),
        (f"{over}>0", f'{over}&" 项费用付款超过计划，见五"'),
        (f"{f('why_cost')}<0", f'"工程款总共超出 "&{yuan("-" + f("why_cost"))}'),
        (f"{f('why_payout')}<0", f'"补偿多付 "&{yuan("-" + f("why_payout"))}'),
        (f"{f('why_grant')}>0", f'"补贴多到账 "&{yuan(f("why_grant"))}&"，请按批复改“参数”"'),
    )  # fmt: skip
    excess = "&".join(f'IF({when},{words}&"；","")' for when, words in pieces)
    fine = ",".join(f"NOT({when})" for when, _ in pieces)
    return f'IF(AND({fine}),"没有超出计划的收付","{NOTE}"&{excess})'


def checks(plan: Plan) -> list[BookCheck]:
    """The checks: the registers are valid and agree with 参数 and the bank."""
    paid, came = payments_read(plan).all("problem"), grants_read(plan).all("problem")
    wrong, off = (f"SUMPRODUCT(({column}>1)*1)" for column in (paid, came))
    again = "按“{}”右侧的提示改正；有误的行没有计入"
    return [
        BookCheck("工程付款各行填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"', again.format("工程付款")),
        BookCheck("补贴到账各行填写无误", f"{off}=0", f'"有误 "&{off}&" 行"', again.format("补贴到账")),
        _arrival(plan, f"SUM({paid})+SUM({came})"),
        BookCheck("账上应有与银行、现金相符", f"{figure(plan, 'gap')}=0", _bank(plan),
              "逐笔勾对：漏记、重记、金额写错；核对日期以后的收付先不要登记"),
        BookCheck("最后结余说得清来由", f"{figure(plan, 'left')}={figure(plan, 'why')}", yuan(figure(plan, "left")),
              "先改正上面没有通过的各项，尤其是“台账”"),
    ]  # fmt: skip


def _arrival(plan: Plan, used: str) -> BookCheck:
    """The check that 参数 and the register, once used, agree on whether the subsidy arrived."""
    subsidy, came = plan.figure("subsidy"), figure(plan, "arrived")
    received = f'{plan.parameter("arrival")}="{SubsidyArrival.RECEIVED.value}"'
    read = grants_read(plan)
    # Bills that say it has arrived pay back what was asked ahead of it, also of the other part.
    waiting = f"SUMPRODUCT(({read.all('approved_fen')}>0)*({read.all('arrived_fen')}=0))"
    whole = f"OR({waiting}=0,SUM({read.all('approved_fen')})<={came})"
    agrees = f"IF({received},AND({came}>0,{whole}),{came}<{subsidy})"
    state = (
        f'"已到账 "&{yuan(came)}&"，应到 "&{yuan(expected(plan))}'
        f'&IF({whole},"","，批复了没有到账 "&{waiting}&" 笔")'
    )
    return BookCheck("补贴到账与“参数”一致", f"OR({used}=0,{subsidy}=0,{agrees})", state,
                 "到齐了就在“参数”把补贴是否到账改为已到账；没有到账就改回预计，或在“补贴到账”补记")  # fmt: skip
