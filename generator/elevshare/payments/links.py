"""Which household a row of a statement speaks of, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from elevshare.payments.households import Household
from elevshare.payments.owners import Owners
from elevshare.payments.rooms import Named, Rooms
from elevshare.payments.stairwell import Stairwell
from elevshare.payments.statement import StatementRow
from elevshare.text import shown
from elevshare.vocabulary import folded, words

#: So many characters of a remark are looked at.
_LONGEST = 300


@dataclass(slots=True)
class Link:
    """What a row speaks of.

    Attributes:
        room: the room it is for if nothing speaks against it; empty if that cannot be told.
        by_remark: whether its remark names the room; else its payer is the owner.
        against: what speaks against it.
        rooms: all rooms that it may be for.
        foreign: why it has nothing to do with the book; empty if it may have.
    """

    room: str = ""
    by_remark: bool = False
    against: list[str] = field(default_factory=list)
    rooms: frozenset[str] = frozenset()
    foreign: str = ""

    @property
    def clean(self) -> bool:
        """Whether it is for one room and nothing speaks against it but perhaps the amount."""
        return bool(self.room) and not self.against


class Linking:
    """Links rows to the households of one book; ``lease``: the book collects fees of use."""

    def __init__(
        self, households: Iterable[Household], stairwell: Stairwell, *, lease: bool
    ) -> None:
        every = tuple(households)
        self._rooms = Rooms((one.room for one in every), stairwell)
        self._owners = Owners({one.room: one.owner for one in every})
        own = words("款项", "租赁") if lease else frozenset[str]()
        self._other = words("款项", "别的") - own

    def of(self, row: StatementRow) -> Link:
        """Return the link of a row that came in."""
        remark = row.remark[:_LONGEST]
        named = self._rooms.named(remark, row.day, row.fen)
        paying, said = self._owners.paying(row.payer), self._owners.mentioned(remark)
        alike = self._owners.alike(row.payer) | self._owners.alike(remark)
        purpose = self._purpose(remark)
        link = Link(rooms=named.sure | named.maybe | paying | said | alike)
        if len(named.sure) == 1:
            (link.room,), link.by_remark = named.sure, True
        elif named.nothing and len(paying) == 1:
            (link.room,) = paying
        link.against = [
            *_rooms_against(named), *_people_against(link.room, row, paying, said, named.nothing),
            *([f"写有“{purpose}”"] if purpose else []), *_row_against(row),
        ]  # fmt: skip
        if not link.rooms:
            link.foreign = self._foreign(row, named, purpose)
        return link

    def _purpose(self, remark: str) -> str:
        """Return the word for a purpose that is not the lift's; empty if there is none."""
        text = folded(remark)
        return max((word for word in self._other if word in text), key=len, default="")

    def _foreign(self, row: StatementRow, named: Named, purpose: str) -> str:
        """Return why a row without any room or owner of the book has nothing to do with it."""
        if named.elsewhere:
            return f"写的是“{shown(named.elsewhere)}”，不是本单元"
        if row.reverses:
            return f"写有“{shown(row.reverses)}”"
        lift = any(word in folded(row.remark) for word in words("款项", "加梯"))
        return f"写有“{purpose}”" if purpose and not lift else ""


def _rooms_against(named: Named) -> list[str]:
    """Return what a remark says of rooms that leaves a doubt."""
    found = []
    if named.elsewhere:
        found.append(f"写的是“{shown(named.elsewhere)}”，不是本单元")
    if named.unsure:
        found.append(f"“{shown(named.unsure)}”是不是本单元说不准，请在“参数”填好楼栋和单元")
    if len(named.sure) > 1:
        found.append(f"写了 {'、'.join(sorted(named.sure))} 几个房号")
    if named.maybe:
        found.append(f"是不是房号 {'、'.join(sorted(named.maybe))} 说不准")
    if named.unknown:
        found.append(f"本簿没有“{shown(named.unknown[0])}”")
    elif named.number and not named.sure:
        found.append("写有像房号的数，本簿没有")
    return found


def _people_against(
    room: str, row: StatementRow, paying: frozenset[str], said: frozenset[str], no_room: bool
) -> list[str]:
    """Return what the names in a row say against its room."""
    found = []
    if paying and room not in paying:
        owned = "、".join(sorted(paying))
        if room:
            found.append(f"付款人“{shown(row.payer)}”是 {owned} 的业主")
        elif len(paying) > 1 and no_room:
            found.append(f"付款人“{shown(row.payer)}”是 {owned} 几户的业主")
    if room and said and room not in said:
        found.append(f"提到了 {'、'.join(sorted(said))} 的业主")
    return found


def _row_against(row: StatementRow) -> list[str]:
    """Return what a row says against itself."""
    found = []
    if row.partly:
        found.append(f"写有“{shown(row.partly)}”，退了一部分")
    if row.reverses:
        found.append(f"写有“{shown(row.reverses)}”")
    if len(row.remark) > _LONGEST:
        found.append("备注太长，没有看完")
    if not row.day:
        found.append("没有日期")
    return found


def taken_back(rows: Iterable[StatementRow]) -> Mapping[int, list[StatementRow]]:
    """Return amount in fen → the rows that take a payment of it back."""
    found: dict[int, list[StatementRow]] = {}
    for row in rows:
        if row.reverses and not row.came_in:
            found.setdefault(row.fen, []).append(row)
    return found
