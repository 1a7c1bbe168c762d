"""The steps of 后加入 to a joiner's payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.rules.late import MONTHS, MULTIPLE_SCALE, RATE_SCALE, JoiningWay, WriteOff
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM

# The steps and the joined split refer to each other: each module has to import the other whole.
from elevshare.workbook.subjects.late import joined
from elevshare.workbook.subjects.late.inputs import MANUAL, TITLE

if TYPE_CHECKING:
    from elevshare.workbook.subjects.late.joiner import Joiner


def chosen(joiner: Joiner, way: JoiningWay) -> str:
    """Whether this way of joining is chosen."""
    return f'{joiner.typed("late_way")}="{way.value}"'


def steps(joiner: Joiner) -> Figures:
    """The steps from the room to the payment, one in each row, below three lines of text."""
    plan, shares = joiner.plan, joiner.plan.shares

    def of(key: str, at: str) -> str:
        return f"INDEX({shares.all(key)},{at})"

    def refunded() -> str:
        return joiner.refunds.area("units")

    return Figures(TITLE, joiner.top + 7, {
        "found": Figure("此房号在“住户”第几户", "没有这个房号则为 0",
                        lambda f: f"SUMPRODUCT(({shares.all('room')}={f.room})*{shares.all('valid')}*{shares.all('n')})"),
        "index": Figure("可以后加入的第几户", "原来已经参与则为 0",
                        lambda f: f"IF({f.found}=0,0,IF({_takes(joiner, f.found)}=0,{f.found},0))"),
        "storey": Figure("所在楼层", None,
                         lambda f: f"IF({f.index}=0,0,{of('storey_no', f.index)})",
                         kind="any" if plan.half_stops else "whole"),
        "size": Figure("此户的量", "按面积时是 0.01 ㎡，按户时是 1",
                       lambda f: f"IF({f.index}=0,0,IF({plan.figure('by_area')}=1,"
                                 f"{of('area_no', f.index)},1))"),
        "rest_row": Figure("一起分摊时余额归入第几户", "不足一个单位的余额",
                           lambda f: joined.rest_row(joiner)),
        "joined": money("一起分摊时此户应分摊", "与“分摊”同样的办法，见下面三、四",
                        lambda f: f"IF({f.index}>0,INDEX({joiner.flats.area('fen')},{f.index}),0)"),
        "original": money("原应分摊", "按“专项”所选取法", lambda f: _original(joiner, f)),
        "ready": Figure("该填的数已填（1/0）", "没有填齐则不计算",
                        lambda f: f"IF({f.index}=0,0,IF(OR({_lacking(joiner)}),0,1))"),
        "worn": Figure("已折旧的月数", "距当初缴款的月数减去不折旧的几年；按年的，舍去不满一年的月数",
                       lambda f: f"IF({f.ready}=0,0,{_worn(joiner)})"),
        "times": Figure("调整：乘", "加利息：120000＋年利率的万分数×月数；折旧：剩余月数；倍数：×100",
                        lambda f: _times(joiner, f)),
        "over": Figure("调整：除", "加利息：120000；折旧：总月数；倍数：100",
                       lambda f: _over(joiner, f)),
        "whole": Figure("整倍", "乘÷除的整数部分", lambda f: f"INT({f.times}/{f.over})"),
        "product": Figure("余下的积", "原应分摊×（乘－整倍×除）",
                          lambda f: f"{f.original}*({f.times}-{f.whole}*{f.over})"),
        "rounded": money("余下的积÷除，四舍五入到分", "只在这里取整一次", _rounded),
        "payment": money("现在应缴", "原应分摊×整倍＋上一行",
                         lambda f: f"({f.original}*{f.whole}+{f.rounded})*{f.ready}"),
        "adjust": money("比原应分摊多（少为负）", None,
                        lambda f: f"({f.payment}-{f.original})*{f.ready}"),
        "refunded": money("退还合计", "应等于现在应缴", lambda f: f"SUM({refunded()})"),
        "payees": Figure("退给几户", None, lambda f: f"SUMPRODUCT(({refunded()}>0)*1)"),
        "largest": Figure("最大的中间数", "太大就算不准，见“校验”", lambda f: (
            f"MAX({','.join(joiner.largest)},2*{f.product}+{f.over})")),
        "room": Figure("后加入的房号", "“专项”所填，去掉空格",
                       lambda f: cleaned(joiner.typed("late_room"), ROOM), kind="any"),
    })  # fmt: skip


def _takes(joiner: Joiner, found: str) -> str:
    """Whether (1/0) a household takes part before the joiner; ``found`` is its number from 1."""
    before = joiner.before
    if not before:
        return f"INDEX({joiner.plan.shares.all('take')},{found})"
    nobody = f"AND({found}={before.steps.index},{before.steps.ready}=0)"
    return f"IF({nobody},0,INDEX({before.flats.all('take')},{found}))"


def _original(joiner: Joiner, f: Figures) -> str:
    """The joiner's original share: typed, or calculated as if he had taken part at first."""
    by_hand = f"MAX(0,ROUND({joiner.known('late_amount')}*100,0))"
    manual = f'{joiner.typed("late_original")}="{MANUAL}"'
    return f"IF({f.index}=0,0,IF({manual},{by_hand},{f.joined}))"


def _lacking(joiner: Joiner) -> str:
    """Whether a number is missing that the chosen way needs."""
    interest, lessened, multiple = (
        chosen(joiner, way)
        for way in (JoiningWay.INTEREST, JoiningWay.DEPRECIATION, JoiningWay.MULTIPLE)
    )
    amount, months, rate, years, times = (
        joiner.known(f"late_{key}") for key in ("amount", "months", "rate", "years", "multiple")
    )
    return (
        f'AND({joiner.typed("late_original")}="{MANUAL}",{amount}<0),'
        f"AND(OR({interest},{lessened}),{months}<0),AND({interest},{rate}<0),"
        f"AND({lessened},{years}<0),AND({multiple},{times}<0)"
    )


_YEAR = f"{RATE_SCALE}*{MONTHS}"


def _worn(joiner: Joiner) -> str:
    """The months that are written off; 0 where nothing is."""
    yearly = f'{joiner.typed("late_write_off")}="{WriteOff.YEARLY.value}"'
    months = f"MAX(0,{joiner.known('late_months')}-{joiner.known('late_free')}*{MONTHS})"
    worn = f"IF({yearly},INT({months}/{MONTHS})*{MONTHS},{months})"
    return f"IF({chosen(joiner, JoiningWay.DEPRECIATION)},{worn},0)"


def _times(joiner: Joiner, f: Figures) -> str:
    """The multiplier of the original share; 1 until all its numbers are there."""
    rate, months = joiner.known("late_rate"), joiner.known("late_months")
    interest = f"{_YEAR}+ROUND({rate}*{RATE_SCALE},0)*{months}"
    left = f"MAX(0,{joiner.known('late_years')}*{MONTHS}-{f.worn})"
    multiple = f"ROUND({joiner.known('late_multiple')}*{MULTIPLE_SCALE},0)"
    return f"IF({f.ready}=0,1,{by_way(joiner, interest, left, multiple, '1')})"


def _over(joiner: Joiner, f: Figures) -> str:
    """The divisor of the original share."""
    life = f"{joiner.known('late_years')}*{MONTHS}"
    return f"IF({f.ready}=0,1,{by_way(joiner, _YEAR, life, str(MULTIPLE_SCALE), '1')})"


def by_way(joiner: Joiner, interest: str, lessened: str, multiple: str, plain: str) -> str:
    """The formula for the chosen way of joining; ``plain`` if the share is not changed."""
    return (
        f"IF({chosen(joiner, JoiningWay.INTEREST)},{interest},"
        f"IF({chosen(joiner, JoiningWay.DEPRECIATION)},{lessened},"
        f"IF({chosen(joiner, JoiningWay.MULTIPLE)},{multiple},{plain})))"
    )


def _rounded(f: Figures) -> str:
    """Product ÷ divisor, halves up; 1 less if INT rounded up a quotient below a whole number."""
    twice = f"(2*{f.product}+{f.over})"
    rounded = f"INT({twice}/(2*{f.over}))"
    return f"{rounded}-IF({rounded}*2*{f.over}>{twice},1,0)"
