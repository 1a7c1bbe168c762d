"""The part of the amount due to pay now: relief, fund, payments, instalments; in fen."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import accounts
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.reserve import tables as reserve
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import roster
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns from relief to the amount to pay; the last instalment takes the rest."""
    periods, period = plan.switches.periods, plan.switches.period
    gross, received = _gross(plan), _received(plan)

    def each(row: TableRow) -> str:
        return f"INT({row.owed}/{periods})"

    def owed(row: TableRow) -> str:
        # Below 0 where relief spares a household its share and a joiner's money goes back to it.
        return f"MAX(0,{settled.share(plan, row.index)}+{row.ahead}-{row.relief})+{row.late}"

    return (
        Column("relief", "减免（分）", "whole", lambda r: roster.fen(r, "relief")),
        *reserve.drawn(plan),
        Column("paid", "已缴（分）", "whole", lambda r: _paid(plan, r)),
        Column("ahead", "先收的补贴（分）", "whole",
               lambda r: f"IF(AND({gross},NOT({received})),{plan.refunds.at('units', r.index)},0)"),
        Column("late", "后加入，应退为负（分）", "whole",
               lambda r: f"{accounts.adjustment(plan, r.index)}*{r.valid}"),
        Column("owed", "减免后应缴（分）", "whole", owed),
        Column("until_now", "累计至本期（分）", "whole",
               lambda r: f"IF({period}={periods},{r.owed},{each(r)}*{period})"),
        Column("until_last", "累计至上期（分）", "whole", lambda r: f"{each(r)}*({period}-1)"),
        Column("now", "本期应缴（分）", "whole", lambda r: f"{r.until_now}-{r.until_last}"),
        Column("brought", "上期结转（分）", "whole", lambda r: f"{r.until_last}-{r.fund}-{r.paid}"),
        Column("to_pay", "本次应缴（分）", "whole", lambda r: f"MAX(0,{r.now}+{r.brought})"),
        # Only money asked for ahead of the subsidy is owed back; an early instalment is not.
        Column("excess", "多缴应退（分）", "whole",
               lambda r: f"IF(AND({gross},{received}),MAX(0,{r.fund}+{r.paid}-{r.owed}),0)"),
        Column("arrival", "补贴到账", "any", lambda r: _arrival(plan, r)),
    )  # fmt: skip


def _gross(plan: Plan) -> str:
    """Whether bills include the subsidy until it has arrived."""
    return f'{plan.parameter("billing")}="{Billing.GROSS.value}"'


def _received(plan: Plan) -> str:
    """Whether the subsidy has arrived."""
    return f'{plan.parameter("arrival")}="{SubsidyArrival.RECEIVED.value}"'


def _paid(plan: Plan, row: TableRow) -> str:
    """What a household has paid, in fen: by the ledger, or without one as typed on 住户."""
    if not plan.has(Topic.LEDGER):
        return roster.fen(row, "paid")
    return ledger.collected(plan).at("net", row.index)


def _arrival(plan: Plan, row: TableRow) -> str:
    """When the subsidy arrives, and the effect on this household, as text."""
    gross, received = _gross(plan), _received(plan)
    expected, arrived = (
        f'IF({plan.number(key)}=0,"","（"&TEXT({plan.number(key)},"yyyy-mm-dd")&"）")'
        for key in ("expected_on", "received_on")
    )
    ahead = f'"先按全额收，其中 "&TEXT({row.ahead}/100,"0.00")&" 元到账后退还"'
    excess = f'"多缴应退 "&TEXT({row.excess}/100,"0.00")&" 元"'
    return (
        f'IF({plan.figures.subsidy}=0,"没有补贴",IF({received},"已到账"&{arrived}&"，"&IF({gross},'
        f'{excess},"已从净额中减去"),"预计到账"&{expected}&"，"&IF({gross},{ahead},'
        f'"已从净额中减去，不另退")))'
    )
