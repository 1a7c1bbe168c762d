"""What a household still owes and has to pay now: relief, fund, payments, instalments; in fen."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import accounts
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.reserve import tables as reserve
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import own_date, roster
from elevshare.workbook.subjects.sharing.figures import arrived, gross_first
from elevshare.workbook.subjects.sharing.instalments import columns as periods_of
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns from relief to the amount to pay; the last instalment takes the rest."""
    periods, period = plan.switches.periods, plan.switches.period
    gross, received = gross_first(plan), arrived(plan)

    def owed(row: TableRow) -> str:
        # Below 0 where relief spares a household its share and a joiner's money goes back to it.
        return f"MAX(0,{settled.share(plan, row.index)}+{row.ahead}-{row.relief})+{row.late}"

    def now(row: TableRow) -> str:
        last = f"{period}={periods}"
        if plan.has(Topic.LATE):
            last = f"OR({last},{row.at_once}=1)"
        until = f"IF({last},{row.owed},INT({row.owed}/{periods})*{period})"
        return f"MAX(0,{until}-{row.fund}-{row.paid})"

    return (
        Column("relief", "减免（分）", "whole", lambda r: roster.fen(r, "relief")),
        *reserve.drawn(plan),
        Column("paid", "已缴（分）", "whole", lambda r: _paid(plan, r)),
        Column("ahead", "先收的补贴（分）", "whole",
               lambda r: f"IF(AND({gross},NOT({received})),{plan.refunds.at('units', r.index)},0)"),
        Column("late", "后加入，应退为负（分）", "whole",
               lambda r: f"{accounts.adjustment(plan, r.index)}*{r.valid}"),
        Column("owed", "减免后应缴（分）", "whole", owed),
        Column("unpaid", "还欠，应退为负（分）", "whole", lambda r: f"{r.owed}-{r.fund}-{r.paid}"),
        *own_date.columns(plan),
        Column("to_pay", "本次应缴（分）", "whole", now),
        Column("asked", "本次应缴或应退（分）", "whole", lambda r: f"{r.to_pay}+MAX(0,0-{r.unpaid})"),
        *periods_of(plan),
    )  # fmt: skip


def _paid(plan: Plan, row: TableRow) -> str:
    """What a household has paid, in fen: by the ledger, or without one as typed on 住户."""
    if not plan.has(Topic.LEDGER):
        return roster.fen(row, "paid")
    return ledger.collected(plan).at("net", row.index)
