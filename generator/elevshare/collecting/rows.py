"""Formulas of 汇总: the figures at the top, and the row of every book."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.collecting.plan import AMOUNTS, MONEY, SummaryPlan
from elevshare.collecting.record import State
from elevshare.workbook.field import NO, YES
from elevshare.workbook.sheetxml import Value

#: What each figure sums up over the books that count, where it does nothing else.
_SUMMED = {
    **{key: f"{key}_fen" for key in MONEY if key != "net"},
    "households": "households",
    "taking": "taking",
    "listed": "listed",
}


def figure_formulas(plan: SummaryPlan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key (fen where it is money)."""
    count, f = plan.table.all("count"), plan.figure
    summed = {**_SUMMED, **{key: f"{key}_fen" for key in plan.level_keys}}
    return {
        "books": f"=SUMPRODUCT(({plan.returned.all('n')}>0)*1)",
        "counted": f"=SUM({count})",
        "net": f"={f('cost')}-{f('subsidy')}+{f('compensation')}",
        **{key: f"=SUMIF({count},1,{plan.table.all(column)})" for key, column in summed.items()},
    }


def row_formulas(plan: SummaryPlan, row: int) -> Mapping[str, Value]:
    """Formulas of one book's row."""
    here, index = plan.table.on(row), row - plan.table.first
    cell = {key: plan.returned.at(key, index) for key in plan.returned.columns}
    named = "&".join(cell[key] for key in ("estate", "building", "entrance"))
    words = '&" "&'.join(cell[key] for key in ("estate", "building", "entrance"))
    return {
        "n": index + 1,
        "name": f'=IF({named}="",{cell["file"]},{words})',
        "state": f'={cell["state"]}&""',
        **{key: f"={here(f'{key}_fen')}/100"
           for key in ("cost", "subsidy", "compensation", "net", "fee", "owed", "paid", "left")},
        "households": f"={cell['households']}+0",
        "taking": f"={cell['taking']}+0",
        "take": f'=IF({here("count")}=1,"{YES}","{NO}")',
        "net_gap": _gap(cell["own_net"], f"{here('net_fen')}-{here('own_net_fen')}"),
        "due_gap": _gap(cell["own_due"], f"{here('due_fen')}-{here('own_due_fen')}"),
        **{f"{key}_fen": f"=ROUND({cell[key]}*100,0)" for key in (*AMOUNTS, *plan.level_keys)},
        "net_fen": f"={here('cost_fen')}-{here('subsidy_fen')}+{here('compensation_fen')}",
        **_marks(plan, row, cell),
        **_lines(plan, row),
    }  # fmt: skip


def _gap(own: str, gap: str) -> str:
    """A formula of the amount by the rules less the book's own, empty where the book shows none."""
    return f'=IF({own}="","",({gap})/100)'


def _marks(plan: SummaryPlan, row: int, cell: Mapping[str, str]) -> dict[str, str]:
    """Formulas of the faults of a row: 1 where a fault is there."""
    here, table = plan.table.on(row), plan.table
    take, group = cell["take"], plan.returned.all("group")
    shared, net = f"{here('fee_fen')}=0", here("net_fen")

    def counting(condition: str) -> str:
        return f"=IF(AND({here('count')}=1,{condition}),1,0)"

    apart = f'OR({cell["own_net"]}="",{net}<>{here("own_net_fen")})'
    uneven = f'OR({cell["own_due"]}="",{here("due_fen")}<>{here("own_due_fen")})'
    others = f"SUMIF({group},{cell['group']},{table.all('count')})"
    sides = f"{here('paid_fen')}+{here('left_fen')}-{here('over_fen')}<>{here('owed_fen')}"
    return {
        "count": f'=IF({take}="{YES}",1,0)',
        "flaw": f'=IF(OR({cell["n"]}="",{take}="{YES}",{take}="{NO}"),0,1)',
        "doubted": counting(f'{cell["state"]}="{State.DOUBTED.value}"'),
        "draft": counting(f"{cell['failed']}<>0"),
        "twice": f"=IF(AND({here('count')}=1,{cell['group']}>0),IF({others}>1,1,0),0)",
        # A leased lift has no net amount: its households pay fees.
        "apart": counting(f"{shared},{apart}"),
        "uneven": counting(uneven),
        "unshared": counting(f"{shared},{here('due_fen')}<>{net}"),
        "unbalanced": counting(sides),
        "lost": counting(f"{here('rest_fen')}<0"),
    }


def _lines(plan: SummaryPlan, row: int) -> dict[str, str]:
    """Formulas that choose the books on the application and number its lines."""
    here, table = plan.table.on(row), plan.table
    levels = "".join(f"-{here(f'{key}_fen')}" for key in plan.level_keys)
    above = f"${table.letter('seat')}{row - 1}"
    found = f"MATCH({here('n')},{table.area('seat')},0)"
    return {
        "rest_fen": f"={here('grant_fen')}{levels}",
        "listed": f"=IF(AND({here('count')}=1,{here('grant_fen')}>0),1,0)",
        # A sum passes over the head of the column, which is a text.
        "seat": f"=SUM({above},{here('listed')})",
        "line": f"=IF({here('n')}>{plan.figure('listed')},0,{found})",
    }
