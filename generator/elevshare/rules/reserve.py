"""What a household pays out of the maintenance fund of its flat (住宅专项维修资金).

It reduces what is left to pay as the provident fund does. Where a place allows only a part of the
flat's own balance (宁波 is said to allow 70%), that part is the limit.
"""

from __future__ import annotations

#: The part of a balance in 1/10,000.
RATE_SCALE = 10_000


def within(paid: int, balance: int | None, rate: int | None) -> bool:
    """Whether a payment is within the part of the balance that may be used.

    Args:
        paid: what the household pays out of the fund, in fen.
        balance: the balance of its flat in fen; ``None``: not known, nothing is limited.
        rate: the part that may be used, in 1/10,000; ``None``: all of it.

    >>> within(700, 1_000, 7_000), within(701, 1_000, 7_000), within(701, None, 7_000)
    (True, False, True)
    """
    whole = RATE_SCALE if rate is None else rate
    return balance is None or paid * RATE_SCALE <= balance * whole
