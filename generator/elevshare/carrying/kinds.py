"""A book of one kind made one of another: what was paid in the old one was for something else."""

from __future__ import annotations

from collections import defaultdict

from elevshare.carrying.source import FilledBook
from elevshare.carrying.wording import said
from elevshare.project import Project
from elevshare.returned import Amounts
from elevshare.returned.labels import Label, short
from elevshare.returned.made import Made
from elevshare.schemes import Family
from elevshare.text import shown

#: What every row of the ledger has, and what is no payment.
_UNTOLD = ("登记序号", "收据起始号")
#: What lowers a household's charge, or was paid of it, beside its name.
_BESIDE = ("已缴", "减免", "公积金")
#: What a household of a kind has to pay.
_CHARGED = {
    Family.CONTRIBUTION: "出资，应缴",
    Family.LEASE: "租赁，本期使用费",
    Family.PREPAID: "刷卡，应缴",
}


def kinds(source: FilledBook, project: Project) -> tuple[str, ...]:
    """What the two books charge, in words; empty where they are of the same kind."""
    old, new = source.recipe.project().scheme.family, project.scheme.family
    return () if old is new else (_CHARGED[old], _CHARGED[new])


def is_payment(label: Label) -> bool:
    """Whether an input belongs to the ledger, or stands for it in a book without one."""
    return label.sheet == "台账" or (label.sheet == "住户" and short(label.head) in _BESIDE)


def payments(source: FilledBook, fresh: Made) -> list[str]:
    """The rows with payments that are filled in, a line each; ``fresh`` is the book when new."""
    rows: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    used = set[tuple[str, int]]()
    for label, at in source.places.items():
        cell, row = source.cell(label), (at.sheet, at.place[0])
        if (
            is_payment(label)
            and label.head not in _UNTOLD
            and cell
            and cell.value not in (None, "")
        ):
            rows[row].append(f"{label.head} {said(cell, source.book)}")
            if cell.value != fresh.shipped(label):
                used.add(row)
    return [
        f"「{shown(sheet)}」第 {row} 行：{'，'.join(rows[sheet, row])}"
        for sheet, row in sorted(used)
    ]


def charged(amounts: Amounts, family: Family) -> dict[str, int]:
    """Room → what it is charged in fen: in a lease book the fee, before what was paid."""
    lease = family is Family.LEASE
    return {one.room: (one.fee or 0) if lease else one.due for one in amounts.households}
