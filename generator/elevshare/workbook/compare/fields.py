"""The single inputs of a comparison book; what all schemes share is entered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.project import MAX_COSTS, compensated
from elevshare.workbook.field import Field, Section, as_they_are
from elevshare.workbook.subjects.sharing import inputs as main

_KNOWN = {field.key: field for field in (*main.WORK, *main.METHOD)}


def sections(storeys: int, names: Sequence[str], bounded: bool) -> tuple[Section, ...]:
    """The sections of 参数; ``bounded`` if any scheme has intervals."""
    base = Field("base", "比较的基准", "text", "其他方案与它相比，多付多少、少付多少",
                 words=as_they_are(names), at_first=lambda p: names[0])  # fmt: skip
    intervals = (
        Section("lows", "六、区间的下限（%，空着的是待填）", rows=storeys),
        Section("highs", "七、区间的上限（%，空着的是待填）", rows=storeys),
    )
    return (
        Section("work", "一、工程", tuple(_noted(key, note) for key, note in _WORK.items())),
        Section("costs", "二、建设费用（各方案相同；不足十项的空着）", rows=MAX_COSTS),
        Section("shared", "三、各方案相同的选择", (*_SHARED, base)),
        Section("schemes", "四、各方案的办法与补贴", rows=3),
        Section("coefficients", "五、各方案的楼层系数（方案给出的已填好；空着的是待填）",
                rows=storeys),
        *(intervals if bounded else ()),
    )  # fmt: skip


def _noted(key: str, note: str) -> Field:
    """An input of the contribution book with another note."""
    return replace(_KNOWN[key], note=note)


_WORK = {
    "estate": "印在比较页上",
    "building": "如：3 幢",
    "entrance": "一部电梯只服务一个单元",
    "storeys": "本单元地上层数；空着则按下面系数表的层数",
}
_SHARED = (
    Field("compensation", "补偿支出合计（元）", "money", "付给低层住户的补偿，加入应分摊净额；没有则空着",
          at_first=lambda p: compensated(p)[0] / 100 or None),
    _noted("opt_out", "有住户不参与时，它的份额由全体分担还是由同层其余住户分担"),
    _noted("unit", "金额取整到这个单位；合计始终等于净额"),
)  # fmt: skip
