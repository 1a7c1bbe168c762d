"""What of the amount due is to be paid now: relief, fund, paid before, instalments."""

from __future__ import annotations

from elevshare.workbook.plan import Plan

HEADS = {
    "relief": ("减免（分）", "whole"),
    "fund": ("公积金（分）", "whole"),
    "paid": ("已缴（分）", "whole"),
    "owed": ("减免后应缴（分）", "whole"),
    "until_now": ("累计至本期（分）", "whole"),
    "until_last": ("累计至上期（分）", "whole"),
    "now": ("本期应缴（分）", "whole"),
    "brought": ("上期结转（分）", "whole"),
    "to_pay": ("本次应缴（分）", "whole"),
}


def payment_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row, in fen; the last instalment takes what does not divide."""
    block, typed = plan.shares, plan.households
    index = row - block.first
    periods, period = plan.figure("periods"), plan.figure("period")
    here = block.on(row)

    def fen(key: str) -> str:
        return f"=MAX(0,IFERROR(ROUND({typed.at(key, index)}*100,0),0))*{here('valid')}"

    each = f"INT({here('owed')}/{periods})"
    return {
        "relief": fen("relief"),
        "fund": fen("fund"),
        "paid": fen("paid"),
        "owed": f"=MAX(0,{here('fen')}-{here('relief')})",
        "until_now": f"=IF({period}={periods},{here('owed')},{each}*{period})",
        "until_last": f"={each}*({period}-1)",
        "now": f"={here('until_now')}-{here('until_last')}",
        "brought": f"={here('until_last')}-{here('fund')}-{here('paid')}",
        "to_pay": f"=MAX(0,{here('now')}+{here('brought')})",
    }
