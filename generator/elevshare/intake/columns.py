"""The columns of a roster of households, by their names in ``vocabulary``."""

from __future__ import annotations

from elevshare.intake.tables.reading import TableKind
from elevshare.vocabulary import ROSTER

ROOM, STOREY, AREA, OWNER, TAKING_PART = "房号", "楼层", "建筑面积", "业主", "参与"
#: Columns that a roster may have besides.
VOTE, AGREES, PERSON, EXEMPT, PAYOUT = _USUAL = "参与表决", "同意", "同一人", "免运维", "补偿"
#: In a lease: whether the household pays by the month or by the year.
TERM = "按月或按年"
#: Those of a household's own terms.
OWN_WEIGHT, PERCENT, FIXED, REASON = TERMS = "个别系数", "本户百分比", "定额", "理由"
RESERVE, RESERVE_LEFT = _OF_RESERVE = "维修资金", "维修资金余额"
MORE = (*_USUAL, TERM, *TERMS, *_OF_RESERVE)
#: Those of them that are amounts and nothing else.
AMOUNTS = (PAYOUT, *_OF_RESERVE)
#: Columns in which a tick means no: opposites of 参与 and 同意.
STAYS_OUT, DISAGREES = "不参与", "不同意"
#: Columns that name the stairwell.
ESTATE, BUILDING, ENTRANCE = STAIRWELL = "小区", "楼号", "单元"
#: Columns without which there is no roster.
NEEDED = (ROOM, STOREY, AREA, TAKING_PART)
KIND = TableKind(
    ROSTER, ROOM, whole=(ROOM, STOREY, TAKING_PART), naming=(ROOM, STOREY, TAKING_PART, AREA)
)
