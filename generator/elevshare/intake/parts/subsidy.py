"""The ``[subsidy]`` of a project file."""

from __future__ import annotations

from elevshare.intake.fields import amount_of
from elevshare.project import MAX_STOREYS, SubsidyChoice, SubsidyMode
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.toml_table import Table

_MODES = {mode.value: mode for mode in SubsidyMode}
_BILLING = {billing.value: billing for billing in Billing}
_ARRIVAL = {arrival.value: arrival for arrival in SubsidyArrival}


def read(table: Table, by_rule: bool) -> SubsidyChoice:
    """The choice of subsidy; ``by_rule`` is the choice where neither mode nor amount is given."""
    filled = table.has("amount")
    default = SubsidyMode.RULE if by_rule else SubsidyMode.NONE
    mode = table.choice("mode", _MODES, (SubsidyMode.MANUAL if filled else default).value)
    if filled and mode is not SubsidyMode.MANUAL:
        raise table.wrong(
            "amount", f"与 mode「{mode.value}」矛盾", "请删去 amount，或把 mode 改成 手工填写"
        )
    choice = SubsidyChoice(
        mode=mode,
        amount=amount_of(table.number("amount", 2, 0), table.where("amount"), "补贴"),
        level=_level(table) if table.has("level") else None,
        reserved_shaft=table.flag("reserved_shaft", False),
        other_grant=table.flag("other_grant", False),
        billing=table.choice("billing", _BILLING, Billing.NET.value),
        arrival=table.choice("arrival", _ARRIVAL, SubsidyArrival.EXPECTED.value),
        expected_on=table.day("expected_on"),
        received_on=table.day("received_on"),
    )
    table.done()
    return choice


def _level(table: Table) -> int:
    """The highest level reached, in half storeys."""
    level, odd = divmod(table.number("level", 1), 5)
    if odd:
        raise table.wrong("level", "只能是整层或半层", "请改成如 6 或 6.5 的数")
    if not 0 < level <= 2 * MAX_STOREYS:
        raise table.wrong("level", "不是合理的层数", f"请填 0.5 到 {MAX_STOREYS} 之间的数")
    return level
