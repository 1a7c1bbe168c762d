"""What the ledger of a lease book says: the payments of one lease year."""

from __future__ import annotations

from elevshare.workbook.accounts import Account
from elevshare.workbook.subjects.ledger.places import FIGURES, WORK

#: Rows of 台账 for each household row: twelve months and one to spare.
PER_FLAT = 13
_SHARED = ("received", "refunded", "left", "overdue", "cash", "banked", "gap", "count")
_OWN = {
    "year": ("全年使用费合计", True, "使用电梯各户的全年使用费之和"),
    "owed": ("到本期应缴合计", True, "上年欠费＋本年到本期末的使用费－减免"),
    "over": ("预缴和多缴合计", True, "已缴超过到本期应缴的"),
    "rest": ("到年底还要缴合计", True, "上年欠费＋全年使用费－减免－已缴"),
}
_ORDER = ("year", "owed", "received", "refunded", "left", "over", "overdue", "rest", "cash",
          "banked", "gap", "count")  # fmt: skip
_EVERY = {**{key: FIGURES[key] for key in _SHARED}, **_OWN}

ACCOUNT = Account(
    figures={key: _EVERY[key] for key in _ORDER},
    shown=("n", "room", "owner", "year", "owed", "in", "out", "left", "over", "overdue", "rest",
           "last", "state"),
    work=(*WORK, "rest_fen"),
    item="电梯使用费",
    # What a receipt says must not change with the period that is billed when it is printed again.
    against="year_owed",
    words=("本户全年应缴（含上年欠费）", "连同本笔本年已缴", "到年底还要缴"),
)  # fmt: skip
