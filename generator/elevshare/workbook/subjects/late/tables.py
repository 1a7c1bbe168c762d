"""The steps of 后加入 to the joiner's payment, its sentences and checks."""

from __future__ import annotations

from elevshare.rules.late import MONTHS, MULTIPLE_SCALE, RATE_SCALE, JoiningWay
from elevshare.workbook.amount_text import yuan
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan

# The steps and the joined split refer to each other: each module has to import the other whole.
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM
from elevshare.workbook.stages import largest as largest_of
from elevshare.workbook.subjects.late import joined
from elevshare.workbook.subjects.late.inputs import MANUAL
from elevshare.workbook.table import once

TITLE = "后加入"


def _way(plan: Plan, way: JoiningWay) -> str:
    """Whether this way of joining is chosen."""
    return f'{plan.parameter("late_way")}="{way.value}"'


@once
def steps(plan: Plan) -> Figures:
    """The steps from the room to the payment, one in each row, below three lines of text."""
    shares = plan.shares

    def of(key: str, at: str) -> str:
        return f"INDEX({shares.all(key)},{at})"

    def refunded() -> str:
        return joined.refunds(plan).area("units")

    return Figures(TITLE, 8, {
        "found": Figure("此房号在“住户”第几户", "没有这个房号则为 0",
                        lambda f: f"SUMPRODUCT(({shares.all('room')}={f.room})*{shares.all('valid')}*{shares.all('n')})"),
        "index": Figure("可以后加入的第几户", "原来已经参与则为 0",
                        lambda f: f"IF({f.found}=0,0,IF({of('take', f.found)}=0,{f.found},0))"),
        "storey": Figure("所在楼层", None,
                         lambda f: f"IF({f.index}=0,0,{of('storey_no', f.index)})"),
        "size": Figure("此户的量", "按面积时是 0.01 ㎡，按户时是 1",
                       lambda f: f"IF({f.index}=0,0,IF({plan.figure('by_area')}=1,"
                                 f"{of('area_no', f.index)},1))"),
        "rest_row": Figure("一起分摊时余额归入第几户", "不足一个单位的余额",
                           lambda f: largest_of(joined.flats(plan).area("key"))),
        "joined": money("一起分摊时此户应分摊", "与“分摊”同样的办法，见下面三、四",
                        lambda f: f"IF({f.index}>0,INDEX({joined.flats(plan).area('fen')},{f.index}),0)"),
        "original": money("原应分摊", "按“专项”所选取法", lambda f: _original(plan, f)),
        "ready": Figure("该填的数已填（1/0）", "没有填齐则不计算",
                        lambda f: f"IF({f.index}=0,0,IF(OR({_lacking(plan)}),0,1))"),
        "times": Figure("调整：乘", "加利息：120000＋年利率的万分数×月数；折旧：剩余月数；倍数：×100",
                        lambda f: _times(plan, f)),
        "over": Figure("调整：除", "加利息：120000；折旧：总月数；倍数：100",
                       lambda f: _over(plan, f)),
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
        "room": Figure("后加入的房号", "“专项”所填，去掉空格",
                       lambda f: cleaned(plan.parameter("late_room"), ROOM), kind="any"),
    })  # fmt: skip


def _original(plan: Plan, f: Figures) -> str:
    """The joiner's original share: typed, or calculated as if he had taken part at first."""
    by_hand = f"MAX(0,ROUND({plan.number('late_amount')}*100,0))"
    chosen = f'{plan.parameter("late_original")}="{MANUAL}"'
    return f"IF({f.index}=0,0,IF({chosen},{by_hand},{f.joined}))"


def _lacking(plan: Plan) -> str:
    """Whether a number is missing that the chosen way needs."""
    interest, lessened, multiple = (
        _way(plan, way)
        for way in (JoiningWay.INTEREST, JoiningWay.DEPRECIATION, JoiningWay.MULTIPLE)
    )
    amount, months, rate, years, times = (
        plan.number(f"late_{key}") for key in ("amount", "months", "rate", "years", "multiple")
    )
    return (
        f'AND({plan.parameter("late_original")}="{MANUAL}",{amount}<0),'
        f"AND(OR({interest},{lessened}),{months}<0),AND({interest},{rate}<0),"
        f"AND({lessened},{years}<0),AND({multiple},{times}<0)"
    )


_YEAR = f"{RATE_SCALE}*{MONTHS}"


def _times(plan: Plan, f: Figures) -> str:
    """The multiplier of the original share; 1 until all its numbers are there."""
    months, years = plan.number("late_months"), plan.number("late_years")
    interest = f"{_YEAR}+ROUND({plan.number('late_rate')}*{RATE_SCALE},0)*{months}"
    left = f"MAX(0,{years}*{MONTHS}-{months})"
    multiple = f"ROUND({plan.number('late_multiple')}*{MULTIPLE_SCALE},0)"
    return f"IF({f.ready}=0,1,{_by_way(plan, interest, left, multiple)})"


def _over(plan: Plan, f: Figures) -> str:
    """The divisor of the original share."""
    life = f"{plan.number('late_years')}*{MONTHS}"
    return f"IF({f.ready}=0,1,{_by_way(plan, _YEAR, life, str(MULTIPLE_SCALE))})"


def _by_way(plan: Plan, interest: str, lessened: str, multiple: str) -> str:
    """The number for the chosen way of joining; 1 if the share is not changed."""
    return (
        f"IF({_way(plan, JoiningWay.INTEREST)},{interest},IF({_way(plan, JoiningWay.DEPRECIATION)},{lessened},"
        f"IF({_way(plan, JoiningWay.MULTIPLE)},{multiple},1)))"
    )


def _rounded(f: Figures) -> str:
    """Product ÷ divisor, halves up; 1 less if INT rounded up a quotient below a whole number."""
    twice = f"(2*{f.product}+{f.over})"
    rounded = f"INT({twice}/(2*{f.over}))"
    return f"{rounded}-IF({rounded}*2*{f.over}>{twice},1,0)"


def word_formulas(plan: Plan) -> list[str]:
    """Three lines of text: who joins, how the share changes, who gets the payment."""
    n, shares, s = plan.number, plan.shares, steps(plan)
    index, ready, room = s["index"], f"{s.ready}=1", plan.parameter("late_room")

    def of(key: str) -> str:
        return f"INDEX({shares.all(key)},{index})"

    months = f'{n("late_months")}&" 个月"'
    interest = f'"加利息：单利，年利率 "&ROUND({n("late_rate")}*{RATE_SCALE},0)/100&"%，"&{months}'
    lessened = f'"折旧：按 "&{n("late_years")}&" 年平均，已过 "&{months}'
    multiple = f'"倍数："&ROUND({n("late_multiple")}*{MULTIPLE_SCALE},0)/{MULTIPLE_SCALE}&" 倍"'
    way = (f"IF({_way(plan, JoiningWay.INTEREST)},{interest},IF({_way(plan, JoiningWay.DEPRECIATION)},{lessened},"
           f'IF({_way(plan, JoiningWay.MULTIPLE)},{multiple},"不加不减")))')  # fmt: skip
    problem = f'IF({s.found}=0,"“住户”中没有这一户","这一户原来已经参与")'
    return [
        f'=IF({room}&""="","没有人后加入；有人后加入时在“专项”填房号",IF({index}=0,{room}&"："&{problem},'
        f'{of("room")}&" "&{of("owner")}&" 后加入，原应分摊 "&{yuan(s.original)}))',
        f'=IF({index}=0,"",IF({ready},{way}&"；现在应缴 "&{yuan(s.payment)},'
        f'"“专项”里加入方式要用的数还没有填齐"))',
        f'=IF({ready},"退给 "&{s.payees}&" 户（"&{plan.parameter("late_basis")}'
        f'&"的比例），合计 "&{yuan(s.refunded)}&"，一分不差","")',
    ]


def checks(plan: Plan) -> list[BookCheck]:
    """The checks for a later joiner."""
    s, unused, rows = steps(plan), f'{plan.parameter("late_room")}&""=""', joined.refunds(plan)
    index, found, ready, paid, back = (
        s[key] for key in ("index", "found", "ready", "payment", "refunded")
    )
    largest = ",".join(block.all(key) for block in (rows, joined.storey_table(plan), joined.flats(plan))
                       for key in ("high", "middle", "low"))  # fmt: skip

    def state(words: str) -> str:
        return f'IF({unused},"没有人后加入",{words})'

    return [
        BookCheck("后加入的户找到且原来没有参与", f"OR({unused},{index}>0)",
              state(f'IF({found}=0,"没有这个房号",IF({index}=0,"已经参与","找到"))'),
              "在“专项”填一户参与为“否”的房号，与“住户”写法相同"),
        BookCheck("后加入要用的数已填齐", f"OR({unused},{ready}=1)", state(f'IF({ready}=1,"填齐","没有填齐")'),
              "在“专项”填所选加入方式要用的月数、利率、年限、倍数或金额"),
        BookCheck("后加入的钱有户可退", f"OR({unused},SUM({rows.all('part')})>0)",
              state(f'"有 "&SUMPRODUCT(({rows.all("part")}>0)*1)&" 户"'), "按已缴退还的，先要有别的户登记了缴款"),
        BookCheck("退还合计等于后加入者所缴", f"OR({unused},{back}={paid})",
              state(yuan(back)), "先改正上面没有通过的各项"),
        BookCheck("后加入的计算没有超出精确范围",
              f"OR({unused},MAX({largest},2*{s.product}+{s.over})<{EXACT})",
              EXACT_STATE, "原应分摊或已缴的金额太大，请检查是否多打了零"),
    ]  # fmt: skip
