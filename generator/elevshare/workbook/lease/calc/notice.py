"""What 公示 of a lease book prints, as formulas: storeys, households, sentences."""

from __future__ import annotations

from elevshare.rules.lease import MONTHS
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.notice.lines import (
    PACKED_HEADS,
    Lines,
    copied,
    owner,
    packed,
    shown,
)
from elevshare.workbook.subjects.notice.sentences import bar, objection, period, place
from elevshare.workbook.subjects.notice.working_days import SHEET, calendar

FLOOR_HEADS = {
    **PACKED_HEADS,
    "storey": ("楼层", "whole"),
    "flats": ("户数", "whole"),
    "taking": ("使用户数", "whole"),
    "standard": ("收费标准（元）", "money"),
    "origin": ("出自", "any"),
    "fee": ("每户本期（元）", "money"),
    "annual": ("每户全年（元）", "money"),
    "year_fen": ("全年（分）", "whole"),
}
FLAT_HEADS = {
    **PACKED_HEADS,
    "room": ("房号", "any"),
    "owner": ("业主（印出的）", "any"),
    "storey": ("楼层", "whole"),
    "taking": ("使用电梯", "any"),
    "standard": ("收费标准（元）", "money"),
    "fee": ("本期（元）", "money"),
    "annual": ("全年（元）", "money"),
}
SENTENCES = {
    "place": "楼栋",
    "table": "收费表",
    "method": "算法",
    "period": "公示期",
    "objection": "异议",
    "bar": "住户表的标题",
}
#: What the printed rows take over as it is.
_FLOOR_SHOWN = ("storey", "flats", "taking", "standard", "origin", "annual")
_FLAT_SHOWN = ("room", "storey", "taking", "standard", "fee", "annual")


def floors(plan: LeasePlan) -> Block:
    """The storeys that have households."""
    return Block(SHEET, calendar(plan).last + 4, plan.storeys, tuple(FLOOR_HEADS))


def flats(plan: LeasePlan) -> Block:
    """The households that count."""
    return Block(SHEET, floors(plan).last + 4, plan.flats, tuple(FLAT_HEADS))


def lines(plan: LeasePlan) -> Lines:
    """Where the counts and sentences stand."""
    return Lines(flats(plan), SENTENCES)


def floor_formulas(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the storeys; the period's fee as for every flat of the storey."""
    block, source = floors(plan), plan.floors
    here, index = block.on(row), row - block.first
    first, last, year = plan.figure("first"), plan.figure("last"), here("year_fen")
    fee = f"(INT({last}*{year}/{MONTHS})-INT(({first}-1)*{year}/{MONTHS}))/100"
    known = f"INDEX({source.all('known')},{here('row')})=1"
    return {
        **packed(block, row, f"{source.at('flats', index)}>0"),
        **copied(block, row, source, {key: key for key in _FLOOR_SHOWN}),
        "fee": shown(block, row, f'IF({known},{fee},"")'),
        "year_fen": f"=IF({here('row')}=0,0,INDEX({source.all('annual_fen')},{here('row')}))",
    }


def flat_formulas(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the households."""
    block, source = flats(plan), plan.shares
    return {
        **packed(block, row, f"{source.at('valid', row - block.first)}=1"),
        **copied(block, row, source, {key: key for key in _FLAT_SHOWN}),
        "owner": owner(plan, block, row),
    }


def sentence_formulas(plan: LeasePlan) -> dict[str, str]:
    """The sentences, by key."""
    return {
        "place": f"={place(plan)}",
        "table": f"={_table(plan)}",
        "method": f"={_method(plan)}",
        "period": f"={period(plan)}",
        "objection": f"={objection(plan)}",
        "bar": f"={bar(lines(plan), '各户使用费（元）')}",
    }


def _table(plan: LeasePlan) -> str:
    """Which of the company's tables holds."""
    table = plan.figure("table")
    size = f'{plan.figure("storeys")}&" 层、一梯 "&{plan.figure("landing")}&" 户"'
    return f'IF({table}=0,"没有 "&{size}&"的收费表",{size}&"的收费表（表 "&{table}&"）")'


def _method(plan: LeasePlan) -> str:
    """How the fee of a period comes about."""
    year = f'IF({plan.figure("times")}={MONTHS},"×{MONTHS}＝全年","就是全年")'
    return (
        f'"收费标准（"&{plan.parameter("charge")}&"）"&{year}&"，按月平均；到每月末的累计数不足一分的舍去，'
        f"本期＝本期末的累计－本期以前的累计，十二个月合计正好是全年。不使用电梯的户不收费。"
        f'“自定”是协商另定的标准，优先于收费表。"'
    )
