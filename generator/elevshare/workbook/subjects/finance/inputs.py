"""The inputs of 筹资, on 专项: two tables."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.field import Section

SECTIONS = (
    Section(
        "budget", "筹资（每项费用由哪些来源出，各项比例合计 100%；不用则空着）", rows=MAX_COSTS
    ),
    Section("claimed", "文件或公示所称的合计比例（可不填；填了就与算出的核对）", rows=1),
)
