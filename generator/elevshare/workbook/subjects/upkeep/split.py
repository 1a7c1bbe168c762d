"""The year's running cost shared among storeys and households, with and without exemptions."""

from __future__ import annotations

from elevshare.workbook.rounding import HEADS as SPLIT_HEADS
from elevshare.workbook.rounding import split_formulas
from elevshare.workbook.subjects.upkeep.places import Split, UpkeepPlaces

FLAT_HEADS = {
    **{key: (head, "whole") for key, head in SPLIT_HEADS.items()},
    "n": ("行号", "whole"),
    "carry": ("承担（1/0）", "whole"),
    "counted": ("本层计入系数", "whole"),
    "group": ("组", "whole"),
}
FLOOR_HEADS = {
    **FLAT_HEADS,
    "taken": ("承担总量", "whole"),
    "counted": ("计入系数（整数）", "whole"),
}


def flat_split(places: UpkeepPlaces, split: Split, row: int) -> dict[str, str | int]:
    """Formulas of one household's row of a split."""
    block, rows = split.flats, places.flats
    here, common = block.on(row), rows.on(row)
    f, valid, by_floor = places.figure, common("valid"), f"{places.figure('by_floor')}=1"
    spared = split is places.actual
    storey = places.plan.shares.at("storey_no", row - rows.first)

    def of_floor(key: str) -> str:
        return f"IF({valid}=1,INDEX({split.floors.area(key)},{storey}),0)"

    return {
        "n": row - rows.first + 1,
        "carry": f"={common('party')}" + (f"*(1-{common('exempt')})" if spared else ""),
        "counted": f"={of_floor('counted')}",
        "group": f"=IF({valid}=1,IF({by_floor},{storey},1),0)",
        "quota": f"=IF({by_floor},{of_floor('units')},{f('net')}*{valid})",
        "part": f"=IF({by_floor},1,{here('counted')})*{common('size')}*{here('carry')}",
        "sum": f"=SUMIF({block.area('group')},{here('group')},{block.area('part')})*{valid}",
        **split_formulas(block, row),
    }


def floor_split(places: UpkeepPlaces, split: Split, row: int) -> dict[str, str | int]:
    """Formulas of one storey's row of a split."""
    block, common, f = split.floors, places.floors.on(row), places.figure
    here, gap = block.on(row), places.figure("gap")
    weight, whole, taken = common("weight"), common("whole"), here("taken")
    times = f"IF({gap}=1,{taken},IF({gap}=2,{whole},1))"
    over = f"IF({gap}=1,{whole},IF({gap}=2,{taken},1))"
    taking = split.flats.area("carry")
    storeys, sizes = places.plan.shares.all("storey_no"), places.flats.area("size")
    return {
        "n": row - block.first + 1,
        "taken": f"=SUMPRODUCT(({storeys}={common('storey')})*{sizes}*{taking})",
        "counted": f"=IF({taken}=0,0,ROUND({weight}*({f('scale')}/10000)*{times}/{over},0))",
        "group": 1,
        "quota": f"=IF({f('by_floor')}=1,{f('net')},0)",
        "part": f"={here('counted')}",
        "sum": f"=SUM({block.area('counted')})",
        **split_formulas(block, row),
    }
