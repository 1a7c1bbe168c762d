"""ELEVLEASE, ELEVFUND, ELEVINSTALMENT, ELEVLATE, RMBUPPER: one household's money."""

from __future__ import annotations

from dataclasses import replace

from elevshare.money import UNITS, upper
from elevshare.rules.fund import limit
from elevshare.rules.late import (
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_YEARS,
    MULTIPLE_SCALE,
    Joining,
    JoiningWay,
    settle,
)
from elevshare.rules.lease import MONTHS, annual, months, table_for
from elevshare.rules.loan import MAX_MONTHS as LONGEST
from elevshare.rules.loan import schedule
from elevshare_addin.blocks import (
    Block,
    Result,
    one,
    one_number,
)
from elevshare_addin.cells import BIG_MONEY, MONEY, RATE, STOREY, NumberKind, empty, one_of, whole
from elevshare_addin.descriptions import label
from elevshare_addin.lookup import fund_scheme, part_of, scheme_of
from elevshare_addin.refusal import NA, NUM, VALUE, RefusalError
from elevshare_addin.sharing import by_storey

_WAYS = {
    "原价": JoiningWay.PLAIN,
    "加利息": JoiningWay.INTEREST,
    "折旧": JoiningWay.DEPRECIATION,
    "倍数": JoiningWay.MULTIPLE,
}
_MULTIPLE = NumberKind(
    2, 0, MAX_MULTIPLE, f"请填 0 到 {MAX_MULTIPLE // MULTIPLE_SCALE} 倍，最多两位小数"
)
#: What the number of a way of joining is.
_NUMBERS = {
    JoiningWay.INTEREST: RATE,
    JoiningWay.DEPRECIATION: whole(1, MAX_YEARS),
    JoiningWay.MULTIPLE: _MULTIPLE,
}


def elevlease(
    scheme: Block | None,
    top_storey: Block | None,
    flats_per_floor: Block | None,
    storey: Block | None,
    months: Block | None = None,
) -> Result:
    """What a leased lift costs a household of a storey for the first months of the lease year.

    >>> elevlease([["燕园图新"]], [[6.0]], [[2.0]], [[3.0]])
    1920.0
    """
    found = scheme_of(scheme, "租赁")
    rule = part_of(found, found.lease, "租赁")
    top = one_number(top_storey, "top_storey", STOREY)
    abreast = one_number(flats_per_floor, "flats_per_floor", whole(1, 99))
    count = one_number(months, "months", whole(1, MONTHS), MONTHS)
    table = table_for(rule.fee_tables, top, abreast)
    if table is None:
        sizes = "；".join(f"{one.storeys} 层、每层 {one.flats} 户" for one in rule.fee_tables)
        raise RefusalError(
            NA,
            f"方案「{found.name}」没有 {top} 层、每层 {abreast} 户的收费表",
            where=label("scheme"),
            todo=f"已有的是：{sizes}",
        )
    kind = replace(STOREY, high=top, todo=whole(1, top).todo)
    return by_storey(
        storey, kind, lambda at: _charged(annual(table.fees[int(at) - 1], rule.charge), count), 100
    )


def _charged(year: int, count: int) -> int:
    """What of a year's charge the first months take, in fen."""
    return months(year, 1, count)


def elevfund(city: Block | None, share: Block | None, subsidy_share: Block | None = None) -> Result:
    """The most that a household may draw from its housing provident fund, in yuan.

    >>> elevfund([["南京"]], [[30000.0]], [[10000.0]])
    20000.0
    """
    rule = fund_scheme(city).fund
    whole_share = one_number(share, "share", MONEY)
    granted = one_number(subsidy_share, "subsidy_share", MONEY, 0)
    if granted > whole_share:
        raise RefusalError(NUM, "大于分摊额", where=label("subsidy_share"), todo="请核对两个金额")
    return limit(whole_share - granted, rule.unit if rule else UNITS["分"]) / 100


def elevinstalment(
    amount: Block | None, months: Block | None, annual_rate: Block | None = None
) -> Result:
    """A schedule of equal instalments: number, payment, principal, interest, balance, in yuan.

    >>> elevinstalment([[1000.0]], [[2.0]], [["12%"]])
    [[1.0, 507.51, 497.51, 10.0, 502.49], [2.0, 507.51, 502.49, 5.02, 0.0]]
    """
    lines = schedule(
        one_number(amount, "amount", MONEY),
        one_number(annual_rate, "annual_rate", RATE, 0),
        one_number(months, "months", whole(1, LONGEST)),
    )
    return [
        [
            float(line.number),
            *(fen / 100 for fen in (line.payment, line.principal, line.interest, line.balance)),
        ]
        for line in lines
    ]


def elevlate(
    share: Block | None,
    way: Block | None,
    months: Block | None = None,
    number: Block | None = None,
    free_years: Block | None = None,
) -> Result:
    """What an owner who joins later pays, in yuan.

    >>> elevlate([[10077.0]], [["原价"]]), elevlate([[10000.0]], [["折旧"]], [[36.0]], [[15.0]])
    (10077.0, 8000.0)
    >>> elevlate([[10000.0]], [["折旧"]], [[96.0]], [[15.0]], [[5.0]])
    8000.0
    """
    original = one_number(share, "share", MONEY)
    word = one(way, "way")
    if empty(word):
        raise RefusalError(
            VALUE, "没有填写", where=label("way"), todo=f"请填 {'、'.join(_WAYS)} 之一"
        )
    chosen = one_of(word, _WAYS, label("way"))
    passed = 0
    if chosen in (JoiningWay.INTEREST, JoiningWay.DEPRECIATION):
        passed = one_number(months, "months", whole(0, MAX_MONTHS))
    told = one_number(number, "number", _NUMBERS[chosen]) if chosen in _NUMBERS else None
    free = 0
    if chosen is JoiningWay.DEPRECIATION:
        free = one_number(free_years, "free_years", whole(0, MAX_YEARS), 0)
    joining = Joining(way=chosen, months=passed, rate=told, years=told, multiple=told, free=free)
    return settle(joining, original, [1]).payment / 100


def rmbupper(amount: Block | None) -> Result:
    """An amount in yuan in capital figures.

    >>> rmbupper([[1409.5]])
    '壹仟肆佰零玖元伍角整'
    """
    return upper(one_number(amount, "amount", BIG_MONEY))
