"""The months of the lease year on 分月: any twelve of them add up to the year."""

from __future__ import annotations

from elevshare.workbook.lease.plan import MONTH_KEYS, LeasePlan

HEADS = {
    "storey": ("楼层", "whole"),
    "annual": ("全年（元）", "money"),
    **{key: (f"{key[1:]} 月", "money") for key in MONTH_KEYS},
    "total": ("合计（元）", "money"),
    "annual_fen": ("全年（分）", "whole"),
    **{f"{key}_fen": (f"{key[1:]} 月（分）", "whole") for key in MONTH_KEYS},
    "total_fen": ("合计（分）", "whole"),
}


def month_formulas(plan: LeasePlan, row: int) -> dict[str, str]:
    """Formulas of one storey's row."""
    block, index = plan.months, row - plan.months.first
    here, year = block.on(row), block.here("annual_fen", row)
    known = f"{plan.floors.at('known', index)}=1"

    def shown(key: str) -> str:
        return f'=IF({known},{here(f"{key}_fen")}/100,"")'

    months = {
        f"{key}_fen": f"=INT({number}*{year}/12)-INT({number - 1}*{year}/12)"
        for number, key in enumerate(MONTH_KEYS, 1)
    }
    return {
        "storey": f"={plan.floors.at('storey', index)}",
        "annual_fen": f"={plan.floors.at('annual_fen', index)}",
        **months,
        "total_fen": f"=SUM({here(f'{MONTH_KEYS[0]}_fen')}:{here(f'{MONTH_KEYS[-1]}_fen')})",
        **{key: shown(key) for key in ("annual", *MONTH_KEYS, "total")},
    }
