"""The columns of 住户: the inputs of every household."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import MAX_AREA, Topic
from elevshare.workbook.field import MAX_COEFFICIENT, TERM_WORDS, YES_NO
from elevshare.workbook.input_columns import HINT, NUMBER, InputColumn
from elevshare.workbook.subjects.pools.inputs import HOUSEHOLD_COLUMNS

_AREA = "平方米数，如 80 或 61.03，不写单位"
_AMOUNT = "请填 0 或正数（元）"
_OWN = "空着用本层的系数；填了代替它。先分楼层时单独算一层"
_FIXED = "空着按办法分摊；填 0 不出钱；填多少就出多少"
_ROOM = "每户一个，如 301、3-1"
#: To the left of what only some households have, so that it is seen without scrolling.
_HINT = replace(HINT, style="计算-长", width=46)

#: The lowest storey below the ground, where households may have terms of their own.
LOWEST = -9

#: The columns of a contribution book.
COLUMNS = (
    replace(NUMBER, width=6),
    InputColumn("room", "房号", "输入-text", _ROOM, width=10),
    InputColumn("storey", "楼层", "输入-whole", width=7),
    InputColumn("area", "建筑面积（㎡）", "输入-area", _AREA, ("0.01", f"{MAX_AREA / 100:.2f}"), width=12),
    InputColumn("owner", "业主", "输入-text", width=12),
    InputColumn("taking", "参与（是/否）", "输入-text", words=YES_NO, width=11),
    _HINT,
    InputColumn("relief", "减免（元）", "输入-money", _AMOUNT, width=12),
    InputColumn("fund", "公积金（元）", "输入-money", _AMOUNT, width=12),
    InputColumn("reserve", "维修资金（元）", "输入-money", _AMOUNT, width=13, topic=Topic.RESERVE),
    InputColumn("reserve_left", "维修资金余额（元）", "输入-money", _AMOUNT, width=16, topic=Topic.RESERVE),
    InputColumn("paid", "已缴（元）", "输入-money", _AMOUNT, width=12),
    InputColumn("payout", "补偿（元）", "输入-money", _AMOUNT, width=12, topic=Topic.COMPENSATION),
    InputColumn("vote", "参与表决", "输入-text", words=YES_NO, width=10, topic=Topic.CONSENT),
    InputColumn("agree", "同意", "输入-text", words=YES_NO, width=8, topic=Topic.CONSENT),
    InputColumn("person", "同一人", "输入-text", width=10, topic=Topic.CONSENT),
    InputColumn("own", "个别系数", "输入-coef", _OWN, ("0", MAX_COEFFICIENT), width=10, topic=Topic.OWN_TERMS),
    InputColumn("fixed", "定额（元）", "输入-money", _FIXED, width=12, topic=Topic.OWN_TERMS),
    InputColumn("reason", "理由", "输入-text", width=16, topic=Topic.OWN_TERMS),
    InputColumn("exempt", "免运维", "输入-text", words=YES_NO, width=9, topic=Topic.UPKEEP),
    *HOUSEHOLD_COLUMNS,
    InputColumn("remark", "备注", "输入-text", width=16),
)  # fmt: skip
_KNOWN = {column.key: column for column in COLUMNS}
#: The columns of a lease book from the left, with their widths.
_OF_LEASE = {"n": 6, "room": 10, "storey": 8, "area": 13, "owner": 14, "taking": 15, "term": 12, "hint": 46,
             "arrears": 13, "paid": 13, "relief": 17, "exempt": 9, "remark": 22}  # fmt: skip
_TERM = InputColumn(
    "term", "按月或按年", "输入-text", words=tuple(TERM_WORDS.values()), topic=Topic.TERMS
)
_TAKING = "参与（用电梯填是，不用填否）"
_ARREARS = InputColumn("arrears", "欠费（元）", "输入-money", _AMOUNT, name="欠费")


def columns(topics: frozenset[Topic], storeys: int) -> tuple[InputColumn, ...]:
    """The columns of a contribution book with these subjects and this number of storeys."""
    # With a ledger, payments are on 台账, one by one.
    kept = (e for e in COLUMNS if e.key != "paid" or Topic.LEDGER not in topics)
    wanted = (e for e in kept if e.topic is None or e.topic in topics)
    lowest = LOWEST if Topic.OWN_TERMS in topics else 1
    return tuple(_bounded(e, storeys, lowest, Topic.HALF_STOPS in topics) for e in wanted)


def lease_columns(topics: frozenset[Topic], storeys: int) -> tuple[InputColumn, ...]:
    """The columns of a lease book with these subjects and this number of storeys."""
    known = {**_KNOWN, "taking": replace(_KNOWN["taking"], head=_TAKING), "arrears": _ARREARS,
             "term": _TERM}  # fmt: skip
    known = {key: one for key, one in known.items() if one.topic is None or one.topic in topics}
    if Topic.LEDGER in topics:
        # What was paid stands there, and the lease year's own arrears follow from it.
        del known["paid"]
        known["arrears"] = replace(_ARREARS, head="上年欠费（元）")
        known["relief"] = replace(known["relief"], head="本年累计减免（元）", name="减免")
    return tuple(
        _bounded(replace(known[key], width=width), storeys)
        for key, width in _OF_LEASE.items()
        if key in known
    )


def _bounded(
    column: InputColumn, storeys: int, lowest: int = 1, halves: bool = False
) -> InputColumn:
    """A column; for that of the storeys, limited to those that there are."""
    if column.key != "storey":
        return column
    hint = f"请填 1 到 {storeys} 的整数"
    hint += "，半层填如 2.5" if halves else ""
    hint += "；车库等在一层以下的填 0、-1" if lowest < 1 else ""
    limits = (str(lowest), f"{storeys}.5" if halves else str(storeys))
    if halves:
        return replace(column, style="输入-any", bounds=limits, hint=hint, steps=2)
    return replace(column, bounds=limits, hint=hint)
