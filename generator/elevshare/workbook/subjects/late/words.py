"""What 后加入 says of a joiner: who joins, how his share changes, who gets what he pays."""

from __future__ import annotations

from elevshare.rules.late import (
    MONTHS,
    MULTIPLE_SCALE,
    RATE_SCALE,
    JoiningWay,
    RefundBasis,
    WriteOff,
)
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.subjects.late.joiner import Joiner
from elevshare.workbook.subjects.late.tables import by_way, chosen


def word_formulas(joiner: Joiner) -> list[str]:
    """Three lines of text: who joins, how the share changes, who gets the payment."""
    shares, s, room = joiner.plan.shares, joiner.steps, joiner.typed("late_room")
    index, ready, day = s["index"], f"{s.ready}=1", joiner.known("late_day")

    def of(key: str) -> str:
        return f"INDEX({shares.all(key)},{index})"

    on = f'IF({day}=0,""," "&TEXT({day},"yyyy-mm-dd"))'
    problem = f'IF({s.found}=0,"“住户”中没有这一户","这一户原来已经参与")'
    return [
        f'=IF({room}&""="","没有人后加入；有人后加入时在“专项”填房号",IF({index}=0,{room}&"："&{problem},'
        f'{of("room")}&" "&{of("owner")}&{on}&" 后加入，原应分摊 "&{paid_yuan(s.original)}))',
        f'=IF({index}=0,"",IF({ready},{_way(joiner)}&"；现在应缴 "&{_worked(joiner)}{paid_yuan(s.payment)},'
        f'"“专项”里加入方式要用的数还没有填齐"))',
        f'=IF({ready},"退给 "&{s.payees}&" 户（"&{_basis(joiner)}&"），合计 "&{paid_yuan(s.refunded)}'
        f'&"，一分不差","")',
    ]


def _way(joiner: Joiner) -> str:
    """How the original share changes, as text."""
    n = joiner.known
    months = f'{n("late_months")}&" 个月"'
    interest = f'"加利息：单利，年利率 "&ROUND({n("late_rate")}*{RATE_SCALE},0)/100&"%，"&{months}'
    free = f'IF({n("late_free")}>0,"前 "&{n("late_free")}&" 年不折旧，以后","")'
    yearly = f'{joiner.typed("late_write_off")}="{WriteOff.YEARLY.value}"'
    lessened = (
        f'"折旧："&{free}&"按 "&{n("late_years")}&" 年平均"&IF({yearly},"（满一年折一年）","")'
        f'&"，已过 "&{months}'
    )
    multiple = f'"倍数："&ROUND({n("late_multiple")}*{MULTIPLE_SCALE},0)/{MULTIPLE_SCALE}&" 倍"'
    return by_way(joiner, interest, lessened, multiple, '"不加不减"')


def _worked(joiner: Joiner) -> str:
    """How the payment follows from the original share and the months left, as text."""
    s, life = joiner.steps, f"{joiner.known('late_years')}*{MONTHS}"
    left = f'"×（"&{life}&"－"&{s.worn}&"）÷"&{life}&"＝"'
    working = f"{paid_yuan(s.original)}&{left}"
    return f'IF(AND({chosen(joiner, JoiningWay.DEPRECIATION)},{s.worn}<={life}),{working},"")&'


def _basis(joiner: Joiner) -> str:
    """What the refunds are in proportion to, as text."""
    basis, alike = joiner.typed("late_basis"), RefundBasis.ALIKE.value
    return f'IF({basis}="{alike}","{alike}",{basis}&"的比例")'
