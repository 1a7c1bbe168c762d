"""The single inputs of 决算, on 专项."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.field import DATES, Field, Section
from elevshare.workbook.input_columns import HINT, InputColumn
from elevshare.workbook.subjects.others.inputs import ACTUAL

if TYPE_CHECKING:
    from elevshare.workbook.plan import Plan

#: Blank (as planned) counts as -1.
FIELDS = (
    Field("settled_on", "决算日期", "date", "印在决算表上", "settlement.day", bounds=DATES),
    Field("actual_subsidy", "实际补贴（元）", "money",
          "用于建设的部分；空着则：有“补贴到账”页且已到账的按所登记的，其余按计划",
          "settlement.subsidy", blank=-1),
    Field("actual_compensation", "实际补偿（元）", "money", "空着则按计划的补偿",
          "settlement.compensation", blank=-1),
)  # fmt: skip

COLUMNS = (
    InputColumn("item", "费用项目", "计算-any"),
    InputColumn("planned", "计划（元）", "计算-money"),
    InputColumn("yuan", "实际金额（元）", "输入-money", "请填 0 或正数（元），写到分"),
    HINT,
)


def sections(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The section of 专项; the money of others has a line where the book has such money."""
    title = "决算（每一项费用都填了实际金额，决算才开始算）"
    fields = (*FIELDS, ACTUAL) if plan.has(Topic.OTHERS) else FIELDS
    return {"专项": (Section("settlement", title, fields, MAX_COSTS, COLUMNS),)}
