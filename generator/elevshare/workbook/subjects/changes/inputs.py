"""The single inputs of 变更: the dates of the versions, and the two to compare."""

from __future__ import annotations

from elevshare.rules.changes import MAX_CHANGES, MAX_VERSIONS, ChangeKind
from elevshare.workbook.field import DATES, Field, Section
from elevshare.workbook.input_columns import HINT, NUMBER, InputColumn

#: Version numbers, from 1 on.
VERSIONS = range(1, MAX_VERSIONS + 1)
_NUMBERS = ("1", str(MAX_VERSIONS))

FIELDS = (
    *(Field(f"version_on_{n}", f"第 {n} 版日期", "date", "公示这一版的日期", bounds=DATES)
      for n in VERSIONS),
    Field("compare_from", "变更表：从第几版", "whole", "空着则是最后一版（填了到第几版的，是它的前一版）",
          bounds=_NUMBERS),
    Field("compare_to", "变更表：到第几版", "whole", "空着则是现在的金额；填了可以重印以前的变更表",
          bounds=_NUMBERS),
)  # fmt: skip


COLUMNS = (
    NUMBER,
    InputColumn("day", "日期", "输入-date", "请填日期，如 2026-03-01"),
    InputColumn("kind", "类型", "输入-text", words=tuple(ChangeKind)),
    InputColumn("room", "房号", "输入-text", "请选或填“住户”里的房号", source="room_no"),
    InputColumn("owner", "业主", "计算-any"),
    InputColumn("before", "变更前", "输入-text"),
    InputColumn("after", "变更后", "输入-text"),
    InputColumn("reason", "原因", "输入-text"),
    InputColumn("by", "经办", "输入-text"),
    HINT,
)


def sections(flats: int) -> tuple[Section, ...]:
    """The sections of 变更 for this number of household rows."""
    return (
        Section("changes", "一、变更记录（一条一行，从第一行起填；退出、加入另在“住户”改参与）",
                rows=MAX_CHANGES, columns=COLUMNS),
        Section("versions", "二、版本金额（每次公示时留一版：复制“现在”一列，在新的一版里“选择性粘贴→数值”）",
                FIELDS, flats),
    )  # fmt: skip
