"""用量: each household's usage in a month, in the row order of 住户."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.rides.fees import fees, problems_of
from elevshare.workbook.subjects.rides.tariffs import tariff_words

TITLE, ROLE = "用量", "输入"
ABOUT = "每月各户刷卡次数、月卡、访客、欠费和预存"

#: Column → width; 12 for any other.
_WIDTHS = {"n": 14, "owner": 14, "owing": 14, "credit": 14, "who": 16, "hint": 34}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, columns = plan.usage, plan.section("usage").columns
    grid.widths(*(_WIDTHS.get(column.key, 12) for column in columns))
    grid.put(1, 1, "用量：每月填一次；住户和房号取自“住户”", "标题")
    grid.height(1, 28)
    fee = f"SUM({fees(plan).all('fee_fen')})/100"
    grid.put(2, 1, f'="已填 "&SUM({fees(plan).all("used")})&" 户，本月使用费合计 "'
             f'&FIXED({fee},2)&" 元；上月的“预存结余”见“使用费”，抄到本月“预存”"', "副标题")  # fmt: skip
    write_sections(grid, plan, TITLE)
    where = "在“专项”选；分层票价填了的按分层票价" if plan.has(Topic.FARES) else "在“专项”选"
    chosen = f'="收费标准："&{tariff_words(plan)}&"（{where}）"'
    grid.put(plan.parameters["usage_period"], 3, chosen, "注")

    def of(index: int) -> dict[str, Value]:
        return {
            "n": index + 1,
            **{key: f"={plan.shares.at(key, index)}" for key in ("room", "owner")},
            "hint": word_of(fees(plan).at("problem", index), problems_of(plan)),
        }

    write_rows(grid, block, columns, of)
    redden_hints(grid, block)
    first = plan.parameters["usage_period"]
    grid.redden(f"$C${first}:$C${block.first - 2}", f'LEFT($C{first},1)="←"')
    grid.sheet.freeze_panes = f"C{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:{block.letter('hint')}{block.last}", landscape=True, title_rows=heads)
