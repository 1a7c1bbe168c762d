"""The table of prices by storey on 专项, and its check."""

from __future__ import annotations

from elevshare.workbook.check import BookCheck
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.rides.fare_inputs import FARE_COLUMNS, prices
from elevshare.workbook.subjects.rides.storey_fares import FARE_PROBLEMS, storey_fares, typed


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the table on 专项: what the project knows; the rest is to be filled in."""
    block = typed(plan)

    def of(index: int) -> dict[str, Value]:
        hint = word_of(storey_fares(plan).at("problem", index), FARE_PROBLEMS)
        return {"storey": f"{index + 1} 层", "hint": hint, **prices(plan.project, index)}

    write_rows(grid, block, FARE_COLUMNS, of)
    redden_hints(grid, block)


def checks(plan: Plan) -> list[BookCheck]:
    """The check that every price is one."""
    wrong = f"SUM({storey_fares(plan).all('problem')})"
    return [
        BookCheck("分层票价填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 层"',
              "按“专项”分层票价右侧的提示改正：0 或正数，写到分；没有另定的空着"),
    ]  # fmt: skip
