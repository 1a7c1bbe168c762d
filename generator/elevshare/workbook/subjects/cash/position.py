"""The formulas of 资金: what came in and went out, what is to come, and what is left in the end."""

from __future__ import annotations

from elevshare.project import SubsidyMode, Topic
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.cash.places import figure, grants_read, items, payments_read
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.settlement.places import actual, shares

ITEM_HEADS = {
    "item": ("费用项目", "长"),
    "planned": ("计划或决算（元）", "money"),
    "paid": ("已付（元）", "money"),
    "left": ("未付（元）", "money"),
    "state": ("情况", "any"),
    "n": ("序号", "whole"),
    "name": ("名称", "any"),
    "first": ("同名第一项", "whole"),
    "planned_fen": ("计划（分）", "whole"),
    "paid_fen": ("已付（分）", "whole"),
    "left_fen": ("未付（分）", "whole"),
    "over_fen": ("超出（分）", "whole"),
}
#: What the last row of the items is called.
NAMELESS = "（没有写项目的）"


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Formulas of the figures, by key."""
    return {**_moved(plan), **_coming(plan), **_reasons(plan), **_compared(plan)}


def expected(plan: Plan) -> str:
    """The subsidy that is to arrive in all, in fen."""
    return f"({actual(plan, 'subsidy')}+{figure('upkeep')})"


def _moved(plan: Plan) -> dict[str, str]:
    """What has come in and gone out."""
    f, paid = figure, payments_read(plan)
    income = "+".join(f(key) for key in ("received", "fund", "arrived", "other"))
    spent = "+".join(f(key) for key in ("engineering", "payouts", "others"))
    sums = {key: f"=SUM({paid.all(key)})" for key in ("engineering", "payouts", "others")}
    return {
        "opening": f"=ROUND({plan.number('cash_opening')}*100,0)",
        "received": f"={ledger.total(plan, 'received')}",
        "fund": f"=SUM({plan.shares.all('fund')})",
        "arrived": f"=SUM({grants_read(plan).all('arrived_fen')})",
        "other": f"=ROUND({plan.number('cash_other')}*100,0)",
        "income": f"={income}",
        **sums,
        "spent": f"={spent}",
        "refunded": f"={ledger.total(plan, 'refunded')}",
        "hand": f"={f('opening')}+{f('income')}-{f('spent')}-{f('refunded')}",
    }


def _coming(plan: Plan) -> dict[str, str]:
    """What will come in and go out, and what is left then."""
    f, rows = figure, items()
    by_rule = f'{plan.parameter("subsidy_mode")}="{SubsidyMode.RULE.value}"'
    nameless = rows.at("over_fen", rows.count - 1)
    coming = "+".join(f(key) for key in ("hand", "due", "grant_due"))
    going = "".join(
        f"-{f(key)}" for key in ("cost_left", "payout_left", "overpaid", "ahead", "upkeep")
    )
    return {
        "due": f"={ledger.total(plan, 'left')}",
        "grant_due": f"=MAX(0,{expected(plan)}-{f('arrived')})",
        # What names no item is taken off what the items still need.
        "cost_left": f"=MAX(0,SUM({rows.all('left_fen')})-{nameless})",
        "payout_left": f"=MAX(0,{actual(plan, 'compensation')}-{f('payouts')})",
        "overpaid": f"={ledger.total(plan, 'over')}",
        "ahead": f"=SUM({plan.shares.all('ahead')})",
        "upkeep": f"=IF({by_rule},{plan.grant('upkeep')},0)",
        "left": f"={coming}{going}",
    }


def _reasons(plan: Plan) -> dict[str, str]:
    """Why something is left in the end."""
    f, due = figure, shares(plan)
    owed, ahead = (f"SUM({plan.shares.all(key)})" for key in ("owed", "ahead"))
    cost, subsidy, paid_out = (actual(plan, key) for key in ("cost", "subsidy", "compensation"))
    reasons = {
        "why_opening": f"={f('opening')}",
        "why_other": f"={f('other')}",
        "why_others": f"=0-{f('others')}",
        "why_relief": f"={owed}-{due}-{ahead}",
        "why_grant": f"=MAX(0,{f('arrived')}-{expected(plan)})",
        "why_cost": f"={cost}-{f('engineering')}-{f('cost_left')}",
        "why_payout": f"=0-MAX(0,{f('payouts')}-{paid_out})",
        "why_apart": f"={due}+{subsidy}-{cost}-{paid_out}",
    }
    return {**reasons, "why": f"={'+'.join(f(key) for key in reasons)}"}


def _compared(plan: Plan) -> dict[str, str]:
    """What the bank says and what lies in the till; both are -1 where nothing is filled in."""
    bank, till = plan.number("cash_bank"), plan.number("cash_till")
    counted = f"{figure('bank')}+{figure('till')}"
    return {
        "bank": f"=MAX(0,ROUND({bank}*100,0))",
        "till": f"=MAX(0,ROUND({till}*100,0))",
        "gap": f"=IF(AND({bank}<0,{till}<0),0,{counted}-{figure('hand')})",
    }


def _planned(plan: Plan, name: str) -> str:
    """What an item is to cost in fen, once all is settled what it has cost."""
    here = f"({plan.items.all('item')}={name})"
    planned = f"SUMPRODUCT({here}*{plan.items.all('fen')})"
    if not plan.has(Topic.SETTLEMENT):
        return planned
    done = f"SUMPRODUCT({here}*{settled.items(plan).all('fen')})"
    return f"IF({settled.figure(plan, 'ready')}=1,{done},{planned})"


def item_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one cost item's row; items of one name are one, the last row is of none."""
    block, paid, costs = items(), payments_read(plan), plan.items
    index, here = row - block.first, block.on(row)
    name, nameless = here("name"), index == block.count - 1
    above = f"${block.letter('name')}${block.first}:{name}"
    first = f'IF({name}="",0,IF(SUMPRODUCT(({above}={name})*1)=1,1,0))'
    planned, spent = here("planned_fen"), here("paid_fen")
    shown = f"{planned}+{spent}>0" if nameless else f"{here('first')}=1"

    def yuan(key: str) -> str:
        return f'=IF({shown},{here(key)}/100,"")'

    over = (
        '"先抵各项未付"' if nameless else f'"超出计划 "&TEXT({here("over_fen")}/100,"0.00")&" 元"'
    )
    return {
        "item": f'=IF({shown},"{NAMELESS}","")' if nameless else f'=IF({shown},{name},"")',
        **{key: yuan(f"{key}_fen") for key in ("planned", "paid", "left")},
        "state": f"=IF({here('over_fen')}>0,{over},"
        f'IF(AND({spent}>0,{here("left_fen")}=0),"付清",""))',
        "n": index + 1,
        "name": '=""' if nameless else f"={costs.at('item', index)}",
        "first": 1 if nameless else f"={first}",
        "planned_fen": f"={here('first')}*{_planned(plan, name)}",
        "paid_fen": f"={here('first')}*SUMPRODUCT(({paid.area('item')}={name})*{paid.area('engineering')})",
        "left_fen": f"=MAX(0,{planned}-{spent})",
        "over_fen": f"=MAX(0,{spent}-{planned})",
    }
