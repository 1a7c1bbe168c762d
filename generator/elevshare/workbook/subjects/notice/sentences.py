"""The counts and sentences of 公示, as formulas."""

from __future__ import annotations

from elevshare.project import SubsidyMode, Topic
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.notice import MIN_DAYS
from elevshare.workbook.figures import Figure
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import posted as late
from elevshare.workbook.subjects.notice import working_days
from elevshare.workbook.subjects.notice.lines import Lines
from elevshare.workbook.subjects.notice.lines import lines as lines_below
from elevshare.workbook.subjects.notice.lists import flats, items, storey_table
from elevshare.workbook.subjects.notice.pages import pages_of
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import paper as pools
from elevshare.workbook.subjects.pools.figures import net_word
from elevshare.workbook.subjects.settlement import places as settlement
from elevshare.workbook.subjects.sharing import carrying
from elevshare.workbook.table import once

#: Blank lines for a date, a name or a telephone number to be written by hand.
BY_HAND = "＿＿＿＿＿＿"


@once
def lines(plan: Plan) -> Lines:
    """The counts and sentences."""
    panel = (items(plan), storey_table(plan))
    return lines_below(plan, flats(plan), pages_of(plan), panel, {
        "place": Figure("楼栋", None, lambda f: place(plan)),
        "out": Figure("退出份额", None, lambda f: _out(plan)),
        "method": Figure("算法", None, lambda f: _method(plan, f.out)),
        "tail": Figure("尾差", None, lambda f: _tail(plan)),
        "period": Figure("公示期", None, lambda f: period(plan)),
        "objection": Figure("异议", None, lambda f: objection(plan)),
        "bar": Figure("几户、几页", None, lambda f: bar(lines(plan))),
        **_joined(plan),
    })  # fmt: skip


def _joined(plan: Plan) -> dict[str, Figure]:
    """The sentence on those who join later."""
    if not plan.has(Topic.LATE):
        return {}
    return {"joined": Figure("后加入", None, lambda f: late.sentences(plan))}


def sentences(plan: Plan) -> dict[str, str]:
    """Label → address of the sentences above the list."""
    words = lines(plan).sentences
    return {
        "依据": plan.basis,
        "算法": words.method,
        "尾差": words.tail,
        **pools.sentences(plan),
        **others.sentences(plan),
        **({"后加入": words.joined} if plan.has(Topic.LATE) else {}),
    }


def superseded(plan: Plan) -> str:
    """That the actual amounts are known, as text; empty before."""
    if not plan.has(Topic.SETTLEMENT):
        return '""'
    ready = settlement.figures(plan).ready
    return f'IF({ready}=1,"本表是开工前的计划，已经决算：实际金额以决算表为准。","")'


def place(plan: Inputs) -> str:
    """Estate, block and entrance, separated by single blanks."""
    words = plan.parameter("estate")
    text = f'{words}&""'
    for key in ("building", "entrance"):
        cell = plan.parameter(key)
        text += f'&IF({cell}="",""," "&{cell})'
    return text


def bar(lines: Lines) -> str:
    """The number of households and of pages, and which pages are not printed."""
    people, needed, printed = lines.counts["count"], lines.counts.pages, lines.pages.printed
    more = f'&IF({needed}>{printed},"（打印区域只到第 {printed} 页）","")'
    if printed > len(lines.pages.starts):
        more = ""
    return f'"共 "&{people}&" 户，公示共 "&{needed}&" 页"{more}'


def _method(plan: Plan, out: str) -> str:
    """How an amount is calculated from the cost, as text."""
    storeys_first, by_area = f"{plan.figure('storeys_first')}=1", f"{plan.figure('by_area')}=1"
    by_storeys = (
        f'"各层金额＝{net_word(plan)}×本层计入系数÷系数合计；各户＝本层金额"&IF({by_area},'
        '"×本户面积÷本层参与面积","÷本层参与户数")'
    )
    whole = (
        f'"各户＝{net_word(plan)}×本户权数÷全梯权数合计，权数＝计入系数"&IF({by_area},"×面积","")'
        '&"，只计参与的户"'
    )
    return (
        f'"净额＝总费用－补贴（"&{_subsidy(plan)}&"）{others.less(plan)}＋补偿支出{pools.less(plan)}。"&IF({storeys_first},{by_storeys},{whole})'
        f'&"。"&{out}'
    )


def _out(plan: Plan) -> str:
    """Who carries the part of those who opt out, and the effect on their storey, as text."""
    counts = lines(plan).counts
    size = f'IF({plan.figure("by_area")}=1,"面积","户数")'
    folded = f"{plan.figure('storeys_first')}*{plan.figure('to_all')}=1"
    how = f'IF({folded},"：有户不参与的层，计入系数按参与的"&{size}&"折算","")'
    if plan.carriers:
        how = f"IF({plan.figure('chosen')}=1,{_chosen(plan)},{how})"
    return (
        f"IF({counts.taking}<{counts['count']},"
        f'"不参与的户不出钱，退出份额"&{plan.parameter("opt_out")}&{how}&"。","")'
        f"{_terms(plan) if plan.terms else ''}"
    )


def _chosen(plan: Plan) -> str:
    """How chosen storeys carry the part of those who opt out, as text."""
    table = plan.storey_table
    named = "&".join(
        f'IF({table.at("carries", row)}=1,"、"&{table.at("storey", row)},"")'
        for row in range(table.count)
    )
    named = f"MID({named},2,100)"
    rows, unit = carrying.table(plan), plan.figure("unit")
    by_area = f"{plan.figure('by_area')}=1"
    gap, whole = rows.at("quota", 0), f"{rows.at('sum', 0)}/(10000*IF({by_area},100,1))"
    return (
        f'"：先假定全部参与算出各户金额，不参与各户的 "&FIXED({gap}*{unit}/100,2)&" 元再由 "&{named}'
        f'&" 层按系数"&IF({by_area},"×面积","")&"分担（合计 "&{whole}&"），其余各户不变"'
    )


def _terms(plan: Plan) -> str:
    """How many households have terms of their own, as text to append."""
    shares, fixed = plan.shares, plan.figure("fixed")
    counted = f"SUM({shares.all('fixed_in')})"
    own = (
        f"SUMPRODUCT(({shares.all('own_no')}>=0)*{shares.all('take')}*(1-{shares.all('fixed_in')}))"
    )
    return (
        f'&IF({counted}=0,"","定额 "&{counted}&" 户，合计 "&FIXED({fixed}/100,2)&" 元，先从净额中减去；")'
        f'&IF({own}=0,"","个别系数 "&{own}&" 户，用自己的系数，连同各层系数合计 "&{plan.groups.at("sum", 0)}/{plan.figure("scale")}&"。")'
    )


def _subsidy(plan: Plan) -> str:
    """Whether and when the subsidy arrives, as text."""
    mode, arrival = plan.parameter("subsidy_mode"), plan.parameter("arrival")

    def day(key: str) -> str:
        number = plan.number(key)
        return f'IF({number}=0,"","，"&TEXT({number},"yyyy-mm-dd"))'

    gross = f'IF({plan.parameter("billing")}="{Billing.GROSS.value}","，到账前先收全额","")'
    return (
        f'IF({mode}="{SubsidyMode.NONE.value}","没有",IF({arrival}="{SubsidyArrival.RECEIVED.value}",'
        f'"已到账"&{day("received_on")},"预计到账"&{day("expected_on")}&{gross}))'
    )


def _tail(plan: Plan) -> str:
    """The effect of rounding, as text: how many got one unit more, and who got the rest."""
    unit, rest, at = plan.parameter("unit"), plan.figure("rest"), plan.figure("rest_row")
    storeys_raised, households = (
        f"SUM({block.all('extra')})" for block in (plan.storey_table, plan.shares)
    )
    storeys = f'IF({plan.figure("storeys_first")}=1,{storeys_raised}&" 个楼层、","")'
    room = f"INDEX({plan.shares.all('room')},{at})"
    below = (
        f'IF({rest}*{at}>0,"不足 1 "&{unit}&"的余额 "&FIXED({rest}/100,2)&" 元归入 "&{room}'
        '&"（注“余”）。","")'
    )
    given = (
        f'"先舍去零头，余数大的 "&{storeys}&{households}&" 户各补 1 "&{unit}&"（补到的户注“补”）。"'
    )
    even = f'IF({storeys_raised}+{households}=0,"正好除尽，没有尾差。",{given})'
    return f'"按最大余数法取整到"&{unit}&"："&{even}&{below}&"合计分毫不差。"'


def period(plan: Inputs) -> str:
    """The first and last day of the notice, and its place, as text."""
    start, days = plan.number("notice_start"), plan.number("notice_days")
    end, place = working_days.figures(plan).end, plan.parameter("notice_place")
    first = f'TEXT({start},"yyyy-mm-dd")'
    hand = f'"自{BY_HAND}张贴的次日起 "&IF({days}>0,{days},{MIN_DAYS})&" 个工作日，至{BY_HAND}止"'
    printed = (
        f'"自 "&{first}&" 张贴的次日起 "&{days}&" 个工作日，至 "&TEXT({end},"yyyy-mm-dd")&" 止"'
    )
    return (
        f'IF({start}=0,{hand},IF({end}=0,"自 "&{first}&" 张贴，止日没有算出",{printed}))'
        f'&"（张贴当日、周末和放假日不计，调休上班日计入{_unknown(plan)}）"'
        f'&IF({place}="","","；地点："&{place})'
    )


def _unknown(plan: Inputs) -> str:
    """What ends the sentence where the days off of a year are not known; within a text."""
    year = working_days.figures(plan).missing
    return f'"&IF({year}=0,"","；"&{year}&" 年的放假安排还没有录入，止日以录入后算出的为准")&"'


def objection(plan: Inputs) -> str:
    """Until when, how and to whom neighbours can object, as text."""
    end, own, usual = (
        working_days.figures(plan).end,
        plan.parameter("notice_contact"),
        plan.parameter("contact"),
    )
    until = f'IF({end}=0,"在公示期内","在 "&TEXT({end},"yyyy-mm-dd")&" 前（含当日）")'
    to = f'IF({own}<>"",{own},IF({usual}<>"",{usual},"{BY_HAND}"))'
    return f'"对以上内容有异议的，请"&{until}&"以书面提出，写明房号、姓名、电话和理由，交："&{to}'
