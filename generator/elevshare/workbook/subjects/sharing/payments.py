"""What of the amount due is to be paid now: relief, fund, paid before, instalments."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.project import Topic
from elevshare.rules.arrival import Arrival, Billing
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import joined
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.settlement import places as settled

HEADS = {
    "relief": ("减免（分）", "whole"),
    "fund": ("公积金（分）", "whole"),
    "paid": ("已缴（分）", "whole"),
    "ahead": ("先收的补贴（分）", "whole"),
    "late": ("后加入，应退为负（分）", "whole"),
    "owed": ("减免后应缴（分）", "whole"),
    "until_now": ("累计至本期（分）", "whole"),
    "until_last": ("累计至上期（分）", "whole"),
    "now": ("本期应缴（分）", "whole"),
    "brought": ("上期结转（分）", "whole"),
    "to_pay": ("本次应缴（分）", "whole"),
    "excess": ("多缴应退（分）", "whole"),
    "arrival": ("补贴到账", "any"),
}


def payment_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row, in fen; the last instalment takes what does not divide."""
    block, typed = plan.shares, plan.households
    index = row - block.first
    periods, period = plan.figure("periods"), plan.figure("period")
    here = block.on(row)

    def fen(key: str) -> str:
        return f"=MAX(0,IFERROR(ROUND({typed.at(key, index)}*100,0),0))*{here('valid')}"

    gross = f'{plan.parameter("billing")}="{Billing.GROSS.value}"'
    received = f'{plan.parameter("arrival")}="{Arrival.RECEIVED.value}"'
    each = f"INT({here('owed')}/{periods})"
    return {
        "relief": fen("relief"),
        "fund": fen("fund"),
        "paid": _paid(plan, index, fen),
        "ahead": f"=IF(AND({gross},NOT({received})),{plan.refunds.at('units', index)},0)",
        "late": f"={joined.adjustment(plan, index)}*{here('valid')}",
        # Below 0 where relief spares a household its share and a joiner's money goes back to it.
        "owed": f"=MAX(0,{settled.share(plan, index)}+{here('ahead')}-{here('relief')})+{here('late')}",
        "until_now": f"=IF({period}={periods},{here('owed')},{each}*{period})",
        "until_last": f"={each}*({period}-1)",
        "now": f"={here('until_now')}-{here('until_last')}",
        "brought": f"={here('until_last')}-{here('fund')}-{here('paid')}",
        "to_pay": f"=MAX(0,{here('now')}+{here('brought')})",
        # Only money asked for ahead of the subsidy is owed back; an early instalment is not.
        "excess": f"=IF(AND({gross},{received}),MAX(0,{here('fund')}+{here('paid')}-{here('owed')}),0)",
        "arrival": _arrival(plan, row, gross, received),
    }


def _paid(plan: Plan, index: int, fen: Callable[[str], str]) -> str:
    """What a household has paid: by the ledger where there is one, else as typed on 住户."""
    if not plan.has(Topic.LEDGER):
        return fen("paid")
    return f"={ledger.collected(plan).at('net', index)}"


def _arrival(plan: Plan, row: int, gross: str, received: str) -> str:
    """When the subsidy comes, and what that means for this household."""
    here, subsidy = plan.shares.on(row), plan.figure("subsidy")
    expected, arrived = (
        f'IF({plan.number(key)}=0,"日期待填",TEXT({plan.number(key)},"yyyy-mm-dd"))'
        for key in ("expected_on", "received_on")
    )
    ahead = f'"先按全额收，其中 "&TEXT({here("ahead")}/100,"0.00")&" 元到账后退还"'
    excess = f'"多缴应退 "&TEXT({here("excess")}/100,"0.00")&" 元"'
    return (
        f'=IF({subsidy}=0,"没有补贴",IF({received},"已到账（"&{arrived}&"），"&IF({gross},'
        f'{excess},"已从净额中减去"),"预计到账（"&{expected}&"），"&IF({gross},{ahead},'
        f'"已从净额中减去，不另退")))'
    )
