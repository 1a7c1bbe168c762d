"""The single inputs of 公示, on 专项."""

from __future__ import annotations

from dataclasses import replace

from elevshare.rules.notice import MAX_DAYS, MAX_OFF, MIN_DAYS
from elevshare.workbook.field import DATES, TRUTH, Field, Section
from elevshare.workbook.input_columns import HINT, NUMBER, InputColumn
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.papers.masking import RULE
from elevshare.workbook.subjects.notice import working_days

#: An invalid number of days counts as -1, so that no last day is promised.
FIELDS = (
    Field("notice_start", "公示起始日", "date", "张贴的日期，当日不计入；空着则公示表上留空手写",
          "notice.start", bounds=DATES),
    Field("notice_days", "公示工作日数", "whole", f"不少于 {MIN_DAYS} 个工作日；到哪一天止由公式算出",
          "notice.days", bounds=(str(MIN_DAYS), str(MAX_DAYS)), blank=-1),
    Field("notice_mask", "隐去姓名", "text", RULE, "notice.mask", TRUTH, False),
    Field("notice_place", "公示地点", "text", "如：单元门口公告栏", "notice.place"),
    Field("notice_contact", "异议联系方式", "text", "空着则用“参数”的咨询与异议联系", "notice.contact"),
)  # fmt: skip

_DAY = "填日期，如 2026-10-01；不用填普通的周末"
#: The heads of the columns of days.
DAYS_OFF = ("放假日", "调休上班日")
COLUMNS = (
    replace(NUMBER, style="标签"),
    InputColumn("off", DAYS_OFF[0], "输入-date", _DAY),
    InputColumn("on", DAYS_OFF[1], "输入-date", _DAY),
    HINT,
)
_TITLE = "公示（张贴多久、异议找谁；下表按国务院办公厅当年放假安排填写）"
#: What is said in place of the note of the first day, behind the year.
_MISSING = " 年的放假安排还没有录入，请按国务院办公厅通知填写"


def sections(plan: Inputs) -> tuple[Section, ...]:
    """The section of a book, which says of which year no day off is known."""
    start, *others = FIELDS

    def missing() -> tuple[str, str]:
        year = working_days.figures(plan).missing
        return f"{year}>0", f'{year}&"{_MISSING}"'

    fields = (replace(start, instead=missing), *others)
    return (Section("notice", _TITLE, fields, MAX_OFF, COLUMNS),)
