"""The calculation of a household's amount in words, and the amount to pay in 大写."""

from __future__ import annotations

from functools import partial

from elevshare.project import Topic
from elevshare.workbook.amount_text import grouped, paid_yuan
from elevshare.workbook.capitals import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.pools import figures as pools
from elevshare.workbook.subjects.pools.figures import main_fen
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import carrying
from elevshare.workbook.table import Column, TableRow

#: What bills call the cost less the subsidy.
SHARED = "大家分摊的钱"
#: What the actual cost is lessened or raised by: key of 决算, sign, words.
_CHAIN = (
    ("subsidy", "－", "补贴"),
    ("others", "－", "其他来源"),
    ("compensation", "＋", "补偿支出"),
)


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns base × own size ÷ total ≈ amount, worded for the applied method."""
    storeys_first = f"{plan.switches.storeys_first}=1"
    return (
        Column("base_words", "文字：基数", "any",
               lambda r: f'IF({r.valid}=0,"",IF({storeys_first},"本层金额 ","{shared_word(plan)} ")'
                         f'&{grouped(r.base)}&" 元")'),
        Column("size_words", "文字：本户", "any", lambda r: _size(plan, r)),
        Column("whole_words", "文字：合计", "any", lambda r: _whole(plan, r)),
        Column("words", "本户金额怎么来", "any", lambda r: _words(plan, r)),
        *_settled(plan),
        *capitals("asked"),
    )  # fmt: skip


def _size(plan: Plan, row: TableRow) -> str:
    """The household's measure in its storey, or its weight in the stairwell."""
    storeys_first, by_area = (f"{plan.figure(key)}=1" for key in ("storeys_first", "by_area"))
    own, weight = grouped(f"{row.area_no}/100"), f"{row.counted}/{plan.switches.scale}"
    measure = f'IF({by_area},"本户面积 "&{own}&" ㎡","1 户")'
    return f'IF({storeys_first},{measure},"（系数 "&{weight}&"×"&{measure}&"）")'


def _whole(plan: Plan, row: TableRow) -> str:
    """The total of that in the storey or stairwell."""
    storeys_first, by_area = (f"{plan.figure(key)}=1" for key in ("storeys_first", "by_area"))
    whole = f'IF({by_area},{grouped(row.sum + "/100")}&" ㎡",{row.sum}&" 户")'
    # One division of whole numbers: two would leave digits like 1808.9197359999998.
    weighed = f"{row.sum}/({plan.switches.scale}*IF({by_area},100,1))"
    taking = "本层合计" if plan.carriers else "本层参与合计"
    return f'IF({storeys_first},"{taking} "&{whole},"全梯权数合计 "&{weighed})'


def _settled(plan: Plan) -> tuple[Column, ...]:
    """The column with what the settlement makes of a household's planned share, as text."""
    if not plan.has(Topic.SETTLEMENT):
        return ()

    def words(row: TableRow) -> str:
        figure = partial(settled.figure, plan)
        chain = "&".join(
            f'IF({figure(key)}=0,"","{sign}{word} "&{paid_yuan(figure(key))})'
            for key, sign, word in _CHAIN
            if key in settled.figures(plan).figures
        )
        fen = settled.flats(plan).at("fen", row.index)
        told = (
            f'"原计划应分摊 "&{paid_yuan(row.fen)}&"。决算：实际费用 "&{paid_yuan(figure("cost"))}&'
            f'{chain}&"＝"&{paid_yuan(figure("net"))}&"，按同样办法再分一次，本户 "&{paid_yuan(fen)}'
        )
        return f'IF({row.valid}=0,"",IF({figure("ready")}=1,{told},"还没有决算，先按计划收"))'

    return (Column("settled_words", "决算后本户金额怎么来", "any", words),)


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
        own = f'"{shared_word(plan)} "&{grouped(plan.figures.yuan(plan.ruled))}&" 元×个别系数 "&{row.own_no}/10000&"÷各层系数之和 "&{all_sum}/{plan.switches.scale}'
        base = f"IF(AND({plan.switches.storeys_first}=1,{row.own_no}>=0),{own},{base})"
        idle = (
            f'IF(AND({row.own_no}<0,{row.level}=0),"本户在一层以下，没有楼层系数，不出资",{idle})'
        )
    words = f'IF({row.payer}=0,{idle},"本户{part}应分摊＝"&{base}&{equals}&{grouped(due)}&" 元"{_carried(plan, row)}&{_tail(plan, row)})'
    if plan.terms:
        fixed = f'IF({row.fixed_fen}=0,"约定本户使用电梯、不出钱","本户按定额出资 "&{paid_yuan(row.fixed_fen)})'
        words = f"IF({row.fixed_in}=1,{fixed},{words})"
    return f'IF({row.valid}=0,"",IF({row.take}=0,"本户不参与分摊，应分摊 0.00 元",{words}))'


def net_word(plan: Plan) -> str:
    """What the amount to share by the rule is called on the notice."""
    return "按办法分摊的净额" if plan.terms else pools.net_word(plan)


def shared_word(plan: Plan) -> str:
    """What bills call it, in plain words."""
    main = "大家分摊的主项" if plan.has(Topic.POOLS) else SHARED
    return "按办法分摊的钱" if plan.terms else main


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
        f'&IF({fen}=0,"","；另分担不参与各户的份额 "&{grouped(f"{gap}/100")}&" 元×系数"&IF({plan.switches.by_area}=1,"与面积的积 "," ")&'
        f'{own}&"÷合计 "&{whole}&"≈"&{grouped(f"{fen}/100")}&" 元，两项共 "&{grouped(total)}&" 元")'
    )


def _tail(plan: Plan, row: TableRow) -> str:
    """What rounding added to the household's amount, in brackets."""
    unit, rest = plan.parameter("unit"), plan.figures.rest
    given = f'IF({row.extra}=1,"补了 1 "&{unit},"没有补")'
    more = (
        f'IF(AND({rest}>0,{row.n}={plan.switches.rest_row}),"，另加不足 1 "&{unit}&"的余额 "&'
        f'{paid_yuan(rest)},"")'
    )
    return f'"（零头按大小逐户补 1 "&{unit}&"，合计不差一分；本户"&{given}&{more}&"）"'
