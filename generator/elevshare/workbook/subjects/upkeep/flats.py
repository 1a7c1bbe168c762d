"""The households and storeys of 运维: who carries the running cost, and each one's bill."""

from __future__ import annotations

from elevshare.workbook import capitals
from elevshare.workbook.field import YES
from elevshare.workbook.subjects.upkeep.places import PERIODS, UpkeepPlaces

FLAT_HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "storey": ("楼层", "any"),
    "owner": ("业主", "any"),
    "state": ("谁承担", "any"),
    "year": ("全年应缴（元）", "money"),
    "plain": ("都不免时（元）", "money"),
    "more": ("因免运维多出（元）", "money"),
    "now": ("本期应缴（元）", "money"),
    "fund": ("本期基金（元）", "money"),
    "to_pay": ("本期合计（元）", "money"),
    "valid": ("有效", "whole"),
    "exempt": ("免运维（1/0）", "whole"),
    "weight": ("本层系数×10000", "whole"),
    "party": ("应承担（1/0）", "whole"),
    "size": ("面积或户", "whole"),
    "member": ("计入本层总量", "whole"),
    "fen": ("全年（分）", "whole"),
    "plain_fen": ("都不免（分）", "whole"),
    **{key: (f"第{number}期（分）", "whole") for number, key in enumerate(PERIODS, 1)},
    "year_sum": ("各期合计（分）", "whole"),
    "now_fen": ("本期（分）", "whole"),
    "fund_fen": ("基金（分）", "whole"),
    "to_pay_fen": ("本期合计（分）", "whole"),
    "issue": ("出账单", "whole"),
    "bill": ("第几张", "whole"),
    "own_words": ("文字：本户", "any"),
    "whole_words": ("文字：合计", "any"),
    "words": ("本户金额怎么来", "any"),
    **capitals.HEADS,
}
FLOOR_HEADS = {
    "storey": ("楼层", "whole"),
    "carrying": ("承担户数", "whole"),
    "spared": ("免运维户数", "whole"),
    "amount": ("本层全年（元）", "money"),
    "weight": ("系数×10000", "whole"),
    "whole": ("本层总量", "whole"),
}


def flat_formulas(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, all but the two splits."""
    return {
        **_carrying(places, row),
        **_amounts(places, row),
        **_shown(places, row),
        **_words(places, row),
        **capitals.capital_formulas(places.flats, row, "to_pay_fen"),
    }


def _carrying(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """Whether the household would carry its part, and what its share is measured by."""
    plan, f, here = places.plan, places.figure, places.flats.on(row)
    index = row - places.flats.first

    def read(key: str) -> str:
        return plan.shares.at(key, index)

    weights = plan.floors.all("weight")
    return {
        "valid": f"={read('valid')}",
        "exempt": f'=IF({plan.households.at("exempt", index)}="{YES}",{here("valid")},0)',
        "weight": f"=IF({here('valid')}=1,INDEX({weights},{read('storey_no')}),0)",
        "party": f"=IF(AND({f('weighed')}=1,{here('weight')}=0),0,{read('take')})",
        "size": f"=IF({f('by_area')}=1,{read('area_no')},1)*{here('valid')}",
        # By coefficient whoever stays out leaves a gap, as in the building cost; else he has no part.
        "member": f"=IF({f('by_coefficient')}=1,1,{here('party')})*{here('size')}",
    }


def _amounts(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """The year in fen, its periods, the fund, and which bill is this household's."""
    f, flats, index = places.figure, places.flats, row - places.flats.first
    here, issued = flats.on(row), flats.letter("issue")
    periods = f("periods")

    def until(number: str) -> str:
        return f"INT({number}*{here('fen')}/{periods})"

    def period(number: int) -> str:
        return f"=IF({number}>{periods},0,{until(str(number))}-{until(str(number - 1))})"

    now, fund = f("period"), places.plan.number("running_fund")
    return {
        "fen": f"={places.actual.flats.at('units', index)}",
        "plain_fen": f"={places.without.flats.at('units', index)}",
        **{key: period(number) for number, key in enumerate(PERIODS, 1)},
        "year_sum": f"=SUM({here(PERIODS[0])}:{here(PERIODS[-1])})",
        "now_fen": f"={until(now)}-{until(f'({now}-1)')}",
        "fund_fen": f"=ROUND({fund}*100,0)*{f('months')}*{places.actual.flats.at('carry', index)}",
        "to_pay_fen": f"={here('now_fen')}+{here('fund_fen')}",
        "issue": f"=IF({here('to_pay_fen')}>0,1,0)",
        "bill": f"=SUM(${issued}${flats.first}:${issued}{row})*{here('issue')}",
    }


def _shown(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """What neighbours read; rows beyond the last household show nothing."""
    plan, here, index = places.plan, places.flats.on(row), row - places.flats.first

    def shown(formula: str) -> str:
        return f'=IF({here("valid")}=1,{formula},"")'

    take = plan.shares.at("take", index)
    return {
        "n": index + 1,
        "room": shown(plan.shares.at("room", index)),
        "storey": shown(plan.shares.at("storey_no", index)),
        "owner": shown(plan.shares.at("owner", index)),
        "state": shown(f'IF({take}=0,"不参与",IF({here("party")}=0,"系数为 0",'
                       f'IF({here("exempt")}=1,"免运维","承担")))'),
        "year": shown(f"{here('fen')}/100"),
        "plain": shown(f"{here('plain_fen')}/100"),
        "more": shown(f"({here('fen')}-{here('plain_fen')})/100"),
        "now": shown(f"{here('now_fen')}/100"),
        "fund": shown(f"{here('fund_fen')}/100"),
        "to_pay": shown(f"{here('to_pay_fen')}/100"),
    }  # fmt: skip


def _words(places: UpkeepPlaces, row: int) -> dict[str, str]:
    """How the year's amount comes about, as one can work it out again."""
    f, here, split = places.figure, places.flats.on(row), places.actual.flats.on(row)
    by_floor, by_area, scale = f"{f('by_floor')}=1", f"{f('by_area')}=1", f("scale")
    counted, whole = split("counted"), split("sum")
    size = f'IF({by_area},TEXT({here("size")}/100,"0.00")&" ㎡","1 户")'
    plain = f'IF({by_area},TEXT({whole}/100,"0.00")&" ㎡",{whole}&" 户")'
    weighed = f"{whole}/({scale}*IF({by_area},100,1))"
    base = f'IF({by_floor},"本层全年 ","全年净额 ")&TEXT({split("quota")}/100,"0.00")&" 元"'
    equals = f'IF({split("remainder")}=0,"＝","≈")'
    more = f"({here('fen')}-{here('plain_fen')})"
    others = f'IF({more}>0,"，其中替免运维的户承担 "&TEXT({more}/100,"0.00")&" 元","")'
    return {
        "own_words": f"=IF(OR({by_floor},{counted}={scale}),{size},"
        f'"（系数 "&{counted}/{scale}&"×"&{size}&"）")',
        "whole_words": f'=IF({by_floor},"本层承担合计 "&{plain},"全梯权数合计 "&{weighed})',
        "words": f'=IF({here("valid")}=0,"",IF({split("carry")}=0,"本户不出运维费："&{here("state")},'
        f'{base}&"×"&{here("own_words")}&"÷"&{here("whole_words")}&{equals}'
        f'&TEXT({here("fen")}/100,"0.00")&" 元"&{others}))',
    }


def floor_formulas(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """Formulas of one storey's row, all but the two splits."""
    plan, flats, f = places.plan, places.flats, places.figure
    here, index = places.floors.on(row), row - places.floors.first
    storeys = plan.shares.all("storey_no")

    def total(column: str) -> str:
        return f"SUMIF({storeys},{here('storey')},{column})"

    spared = f"({storeys}={here('storey')})*{flats.area('exempt')}*{flats.area('party')}"
    return {
        "storey": f"={plan.coefficients.at('storey', index)}",
        "carrying": f"={total(places.actual.flats.area('carry'))}",
        "spared": f"=SUMPRODUCT({spared})",
        "amount": f"={total(flats.area('fen'))}/100",
        "weight": f"=IF({f('by_coefficient')}=1,{plan.floors.at('weight', index)},10000)",
        "whole": f"={total(flats.area('member'))}",
    }
