"""The calculation of a household's amount in words, and the amount to pay in 大写."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import two
from elevshare.workbook.capitals import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import accounts as late
from elevshare.workbook.subjects.pools import figures as pools
from elevshare.workbook.subjects.pools.figures import main_fen
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import carrying
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns base × own size ÷ total ≈ amount, worded for the applied method."""
    storeys_first = f"{plan.switches.storeys_first}=1"
    return (
        Column("base_words", "文字：基数", "any",
               lambda r: f'IF({storeys_first},"本层金额 ","{net_word(plan)} ")&{two(r.base)}&" 元"'),
        Column("size_words", "文字：本户", "any", lambda r: _size(plan, r)),
        Column("whole_words", "文字：合计", "any", lambda r: _whole(plan, r)),
        Column("late_words", "文字：后加入", "any", lambda r: _late(plan, r) + _settled(plan, r)),
        Column("words", "本户金额怎么来", "any", lambda r: _words(plan, r)),
        Column("tail_words", "尾差去向", "any", lambda r: _tail(plan, r)),
        *capitals("to_pay"),
    )  # fmt: skip


def _size(plan: Plan, row: TableRow) -> str:
    """The household's measure in its storey, or its weight in the stairwell."""
    storeys_first, by_area = (f"{plan.figure(key)}=1" for key in ("storeys_first", "by_area"))
    own, weight = two(f"{row.area_no}/100"), f"{row.counted}/{plan.switches.scale}"
    measure = f'IF({by_area},"本户面积 "&{own}&" ㎡","1 户")'
    return f'IF({storeys_first},{measure},"（系数 "&{weight}&"×"&{measure}&"）")'


def _whole(plan: Plan, row: TableRow) -> str:
    """The total of that in the storey or stairwell."""
    storeys_first, by_area = (f"{plan.figure(key)}=1" for key in ("storeys_first", "by_area"))
    whole = f'IF({by_area},{two(row.sum + "/100")}&" ㎡",{row.sum}&" 户")'
    # One division of whole numbers: two would leave digits like 1808.9197359999998.
    weighed = f"{row.sum}/({plan.switches.scale}*IF({by_area},100,1))"
    taking = "本层合计" if plan.carriers else "本层参与合计"
    return f'IF({storeys_first},"{taking} "&{whole},"全梯权数合计 "&{weighed})'


def _late(plan: Plan, row: TableRow) -> str:
    """What a household pays for joining later, and gets because others do, as text."""

    def pays(fen: str) -> str:
        return f'"；后加入应缴 "&{two(f"{fen}/100")}&" 元"'

    def returns(fen: str) -> str:
        return f'"；有户后加入，退还本户 "&{two(f"{fen}/100")}&" 元"'

    if not plan.has(Topic.LATE):
        fen, back = row.late, f"(0-{row.late})"
        return f'IF({fen}=0,"",IF({fen}>0,{pays(fen)},{returns(back)}))'
    fen, back = (late.accounts(plan).at(key, row.index) for key in ("pays", "back"))
    return f'IF({fen}>0,{pays(fen)},"")&IF({back}>0,{returns(back)},"")'


def _settled(plan: Plan, row: TableRow) -> str:
    """The result of the settlement for a household, to append to a text."""
    if not plan.has(Topic.SETTLEMENT):
        return ""
    fen = settled.flats(plan).at("fen", row.index)
    return (
        f'&IF({settled.figure(plan, "ready")}=1,"；决算后应分摊 "&TEXT({fen}/100,"0.00")&" 元","")'
    )


def _words(plan: Plan, row: TableRow) -> str:
    """The calculation of the household's amount, as text."""
    place = f"MAX(1,{row.level})" if plan.terms else row[plan.placing]
    flaw = f"INDEX({plan.storey_table.all('flaw')},{place})"
    main = row[main_fen(row.table)]
    part = "主项" if main != row.fen else ""
    idle = f'IF({flaw}=1,"本层系数还没有填，暂按 0 计","本层系数为 0，本户{part}不出资")'
    plain = f"{row.units}*{plan.figures.unit}"
    equals = f'IF(AND({row.remainder}=0,{main}={plain}),"＝","≈")'
    base, due = (
        f'{row.base_words}&"×"&{row.size_words}&"÷"&{row.whole_words}',
        f"{main}/100" if part else row.due,
    )
    if plan.carriers:
        rest = f"IF({row.n}={plan.switches.rest_row},{plan.figures.rest},0)"
        equals = f'IF(AND({row.remainder}=0,{rest}=0),"＝","≈")'
        due = f"({plain}+{rest})/100"
    if plan.terms:
        all_sum = plan.groups.at("sum", 0)
        own = f'"{net_word(plan)} "&{two(plan.figures.yuan(plan.ruled))}&" 元×个别系数 "&{row.own_no}/10000&"÷各层计入系数之和 "&{all_sum}/{plan.switches.scale}'
        base = f"IF(AND({plan.switches.storeys_first}=1,{row.own_no}>=0),{own},{base})"
        idle = (
            f'IF(AND({row.own_no}<0,{row.level}=0),"本户在一层以下，没有楼层系数，不出资",{idle})'
        )
    words = f'IF({row.payer}=0,{idle},"本户{part}应分摊＝"&{base}&{equals}&{two(due)}&" 元"{_carried(plan, row)})'
    if plan.terms:
        fixed = f'IF({row.fixed_fen}=0,"约定本户使用电梯、不出钱","本户按定额出资 "&{two(f"{row.fixed_fen}/100")}&" 元")'
        words = f"IF({row.fixed_in}=1,{fixed},{words})"
    return (
        f'IF({row.valid}=0,"",IF({row.take}=0,"本户不参与分摊，应分摊 0.00 元",'
        f"{words})&{row.late_words})"
    )


def net_word(plan: Plan) -> str:
    """What the amount to share by the rule is called."""
    return "按办法分摊的净额" if plan.terms else pools.net_word(plan)


def _carried(plan: Plan, row: TableRow) -> str:
    """What a household carries of the part of those who stay out, to append to its amount."""
    if not plan.carriers:
        return ""
    rows, unit, scale = (
        carrying.table(plan),
        plan.figures.unit,
        f"(10000*IF({plan.switches.by_area}=1,100,1))",
    )
    fen, gap = (
        f"({units}*{unit})" for units in (rows.at("units", row.index), rows.at("quota", row.index))
    )
    own, whole = (f"{rows.at(key, row.index)}/{scale}" for key in ("part", "sum"))
    total = f"{row[main_fen(row.table)]}/100"
    return (
        f'&IF({fen}=0,"","；另分担退出份额 "&{two(f"{gap}/100")}&" 元×系数"&IF({plan.switches.by_area}=1,"与面积的积 "," ")&'
        f'{own}&"÷合计 "&{whole}&"≈"&{two(f"{fen}/100")}&" 元，两项共 "&{two(total)}&" 元")'
    )


def _tail(plan: Plan, row: TableRow) -> str:
    """What rounding added to the household's amount, as text."""
    unit, rest = plan.parameter("unit"), plan.figures.rest
    more = (
        f'IF(AND({rest}>0,{row.n}={plan.switches.rest_row}),"不足 1 "&{unit}&'
        f'"的余额 "&TEXT({rest}/100,"0.00")&" 元也归入本户。","")'
    )
    text = _rounding(row, unit, more)
    if plan.terms:
        text = f'IF({row.fixed_in}=1,"定额照约定的数，不取整。",{text})'
    if plan.carriers:  # whose part others carry
        text = f'IF({row.take}=0,"本户不参与分摊。",{text})'
    return text


def _rounding(row: TableRow, unit: str, more: str) -> str:
    """The same of a household that shares by the rule; ``more`` is about the rest below a unit."""
    given = f'IF({row.extra}=1,"本户余数在前，已补 1 "&{unit}&"。","本户没有补。")'
    return (
        f'IF({row.valid}=0,"","按最大余数法取整到"&{unit}&"：先舍去零头，'
        f'剩下的逐户补 1 "&{unit}&"，合计不差一分。"&{given}&{more})'
    )
