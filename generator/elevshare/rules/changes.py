"""Changes of a project once its amounts have been announced: what changed, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: What one book can hold of changes, and of versions of the amounts.
MAX_CHANGES = 12
MAX_VERSIONS = 6
#: Most characters that the paper has room for, by field.
LIMITS = {"before": 20, "after": 20, "reason": 45, "by": 20}


class ChangeKind(StrEnum):
    """What a change is about."""

    LEFT = "退出"
    JOINED = "加入"
    AREA = "面积更正"
    COST = "费用变更"
    SUBSIDY = "补贴变更"
    OTHER = "其他"


#: The kinds of change that are one household's.
OF_A_ROOM = (ChangeKind.LEFT, ChangeKind.JOINED, ChangeKind.AREA)


class Turn(StrEnum):
    """What a change does to an amount."""

    MORE = "增加"
    LESS = "减少"
    SAME = "不变"


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it is entered in the register; ``day`` is yyyy-mm-dd."""

    day: str
    kind: ChangeKind
    room: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    by: str = ""


def turn(before: int, after: int) -> Turn:
    """What a change does to an amount.

    >>> turn(100, 120), turn(100, 0), turn(0, 0)
    (<Turn.MORE: '增加'>, <Turn.LESS: '减少'>, <Turn.SAME: '不变'>)
    """
    return Turn.SAME if after == before else Turn.MORE if after > before else Turn.LESS
