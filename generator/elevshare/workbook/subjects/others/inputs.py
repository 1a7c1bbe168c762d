"""The inputs of 其他来源, on 专项."""

from __future__ import annotations

from elevshare.project import MAX_OTHERS
from elevshare.workbook.field import AMOUNT_HINT, Field, Section
from elevshare.workbook.input_columns import HINT, InputColumn

COLUMNS = (
    InputColumn("source", "谁出的钱", "输入-text"),
    InputColumn("yuan", "金额（元）", "输入-money", AMOUNT_HINT),
    HINT,
)
SECTIONS = (
    Section("others", "其他来源（公共维修资金、原单位、赞助等，不用还的；从应分摊的钱里减去）",
            rows=MAX_OTHERS, columns=COLUMNS),
)  # fmt: skip
#: In the section of 决算; blank counts as -1.
ACTUAL = Field("actual_others", "实际其他来源（元）", "money", "各项合计；空着则按计划的其他来源",
               "settlement.others", blank=-1)  # fmt: skip
