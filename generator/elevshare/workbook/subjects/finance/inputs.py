"""The inputs of 筹资 on 专项: two tables."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.rules.budget import SOURCES
from elevshare.workbook.field import Section
from elevshare.workbook.input_columns import HINT, InputColumn

#: The sources by the key of their column.
KEYS = tuple(f"s{number}" for number in range(1, len(SOURCES) + 1))
_PART = "请填 0% 到 100%，各来源合计 100%"
COLUMNS = (
    InputColumn("item", "项目", "输入-text"),
    InputColumn("yuan", "金额（元）", "输入-money", "请填 0 或正数（元）"),
    *(InputColumn(key, source, "输入-percent", _PART, name="比例") for key, source in zip(KEYS, SOURCES, strict=True)),
    HINT,
)  # fmt: skip

_CLAIM = "请填 0% 到 100%，没有则空着"
CLAIM_COLUMNS = (
    InputColumn("label", "合计比例", "标签"),
    InputColumn("pad", "", "标签"),
    *(InputColumn(key, source, "输入-percent", _CLAIM, name="所称比例") for key, source in zip(KEYS, SOURCES, strict=True)),
)  # fmt: skip
SECTIONS = (
    Section("budget", "筹资（每项费用由哪些来源出，各项比例合计 100%；不用则空着）",
            rows=MAX_COSTS, columns=COLUMNS),
    Section("claimed", "文件或公示所称的合计比例（可不填；填了就与算出的核对）",
            rows=1, columns=CLAIM_COLUMNS),
)  # fmt: skip
