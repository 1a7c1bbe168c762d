"""维修资金 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.field import PERCENT, Field, Section
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.reserve import tables

_FIELDS = (
    Field("reserve_rate", "最多可用余额的", "percent", "按当地规定填，如宁波有 70% 的说法（待核实）；没有规定则空着",
          "reserve_rate", bounds=PERCENT, blank=-1),
)  # fmt: skip

SUBJECT = Subject(
    Topic.RESERVE,
    sections=on_special(
        (Section("reserve", "维修资金（各户用自己的住宅专项维修资金出的钱）", _FIELDS),)
    ),
    checks=tables.checks,
)
