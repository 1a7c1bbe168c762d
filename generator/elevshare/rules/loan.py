"""Money paid back month by month: equal instalments, level-payment loans, a company's advance."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from elevshare.money import round_half_up

#: Rates are whole 1/10,000 a year; a month bears a twelfth of one.
_MONTHLY = 120_000
#: The longest term and repayment that a book has rows for.
MAX_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Loan:
    """What is borrowed or advanced, and what comes in for it; amounts in fen.

    ``rate`` is the yearly rate in 1/10,000 (3% is 300, 0 is an interest-free plan); ``first_on``
    the day of the first instalment, yyyy-mm-dd or empty; ``fee`` what all households pay a company
    each month for its ``advance``, and ``advertising`` what the lift earns a year besides.
    """

    amount: int = 0
    rate: int = 0
    months: int = 0
    first_on: str = ""
    advance: int = 0
    fee: int = 0
    advertising: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month of a schedule, in fen; ``balance`` is what is owed after it."""

    number: int
    payment: int
    interest: int
    principal: int
    balance: int


def level_payment(amount: int, rate: int, months: int) -> int:
    """What every month but the last costs, in fen.

    Without interest it is the whole fen of an equal part; with interest the exact annuity,
    rounded half up.

    Raises:
        ValueError: a negative amount or rate, or no month at all.

    150,000 yuan over ten years without interest, and at 3%:

    >>> level_payment(15_000_000, 0, 120), level_payment(15_000_000, 300, 120)
    (125000, 144841)
    """
    if amount < 0 or rate < 0 or months < 1:
        raise ValueError("neither amount nor rate may be negative, and there must be a month")
    if not rate:
        return amount // months
    growth = (1 + Fraction(rate, _MONTHLY)) ** months
    payment = amount * Fraction(rate, _MONTHLY) * growth / (growth - 1)
    return round_half_up(payment.numerator, payment.denominator)


def schedule(amount: int, rate: int, months: int) -> tuple[Instalment, ...]:
    """Every instalment; the principals sum to ``amount``, for the last one takes what is left.

    A month's interest is what is owed × the rate ÷ 12, rounded half up to the fen. A tiny loan
    may be paid back early, for no month pays more than is owed.

    Raises:
        ValueError: as ``level_payment``.

    >>> [line.payment for line in schedule(10_000, 0, 3)]
    [3333, 3333, 3334]
    >>> schedule(100_000, 1_200, 2)[-1]
    Instalment(number=2, payment=50751, interest=502, principal=50249, balance=0)
    """
    payment, balance, lines = level_payment(amount, rate, months), amount, []
    for number in range(1, months + 1):
        interest = round_half_up(balance * rate, _MONTHLY)
        due = balance + interest
        if number < months:
            due = min(due, payment)
        balance -= due - interest
        lines.append(Instalment(number, due, interest, due - interest, balance))
    return tuple(lines)


def received(fee: int, advertising: int, months: int) -> int:
    """What has come in for an advance after so many months, in fen.

    >>> received(50_000, 2_000_000, 1), received(50_000, 2_000_000, 12)
    (216666, 2600000)
    """
    return fee * months + advertising * months // 12


def repaid(advance: int, fee: int, advertising: int) -> tuple[int, int] | None:
    """Months until an advance is paid back, and what of the last month's income it still takes.

    ``None`` where nothing comes in, or not enough within ``MAX_MONTHS``.

    >>> repaid(10_000_000, 100_000, 2_000_000)
    (38, 133334)
    >>> repaid(1, 0, 0) is None
    True
    """
    for months in range(1, MAX_MONTHS + 1):
        if received(fee, advertising, months) >= advance:
            return months, advance - received(fee, advertising, months - 1)
    return None
