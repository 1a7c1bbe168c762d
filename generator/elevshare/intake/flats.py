"""Validate the households of one stairwell, from whatever input they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from elevshare.errors import InputError
from elevshare.intake.columns import REASON
from elevshare.intake.fields import (
    area_of,
    level_of,
    owner_of,
    room_of,
    storey_of,
    yes_no_of,
)
from elevshare.intake.further import with_more
from elevshare.intake.own_terms import by_percent, look_at_terms, mixed, with_reason
from elevshare.intake.tables.filling import storey_in
from elevshare.intake.tables.report import TableReport, listed
from elevshare.intake.translations import translate
from elevshare.project import MAX_FLATS
from elevshare.rules.share import Flat, Storey
from elevshare.text import beside, noting, raise_all, shown
from elevshare.vocabulary import folded, words


@dataclass(frozen=True, slots=True)
class RosterRow:
    """The texts of one household before validation, and their place for messages.

    ``more`` has the texts of those columns of ``columns.MORE`` that the input has, by name.
    """

    room: str
    storey: str
    area: str
    owner: str
    taking_part: str
    where: str
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of a building before its households are read.

    Attributes:
        storeys: how many storeys it has, where known.
        free: whether a household on a storey pays nothing although it takes part.
        measured: whether the area of every household on a storey counts, even if it pays nothing.
        percent: whether the weights of households are stated to be percentages.
    """

    storeys: int | None = None
    free: Callable[[Storey], bool] = lambda storey: False
    measured: Callable[[Storey], bool] = lambda storey: False
    percent: bool = False


def flats_from_rows(
    rows: Sequence[RosterRow],
    expected: Expected | int | None = None,
    report: TableReport | None = None,
) -> tuple[Flat, ...]:
    """The flats of a roster, in its order.

    A household that pays nothing needs no area; one below storey 1 that does not take part is left
    out.

    Args:
        rows: the raw texts.
        expected: what is known of the building, or its storeys.
        report: what was understood is added to it.

    Raises:
        InputError: one message with everything that is wrong in any row.

    >>> flats_from_rows([RosterRow("101", "1层", "61.03", "张三", "是", "第 2 行")])  # doctest: +ELLIPSIS
    (Flat(room='101', storey=1, area=6103, owner='张三', taking_part=True, ...),)
    >>> flats_from_rows([RosterRow("101", "9", "零", "", "是", "第 2 行")], 7)
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：楼层「9」超过总层数 7。请改正楼层或总层数。
    第 2 行：建筑面积「零」不是数字。请只填平方米数，如 61.03。
    """
    if not isinstance(expected, Expected):
        expected = Expected(expected)
    check_count(len(rows))
    reading = _Reading(expected, _highest(rows), report or TableReport())
    for row in rows:
        reading.read(row)
    raise_all([
        *reading.problems, *_ambiguous(rows), *mixed(rows, stated=expected.percent)
    ])  # fmt: skip
    check_count(len(reading.flats))
    reading.look()
    return tuple(reading.flats)


def _ambiguous(rows: Sequence[RosterRow]) -> Iterator[InputError]:
    """An error where a hollow circle stands in one column with another 是: it may mean 否."""
    hollow = words("记号", "空心")
    agreed = [row for row in rows if folded(row.taking_part) in words("参与", "是")]
    circles = [row for row in agreed if folded(row.taking_part) in hollow]
    if circles and len(circles) < len(agreed):
        other = next(row.taking_part for row in agreed if folded(row.taking_part) not in hollow)
        yield InputError(
            f"参与一栏里有「{shown(circles[0].taking_part.strip())}」，又有「{shown(other.strip())}」，"
            "看不出前一个是不是参与",
            where=circles[0].where,
            todo="请都改成 是 或 否",
        )


def _highest(rows: Sequence[RosterRow]) -> int:
    """The highest storey that a row states as a number."""
    found = [0]
    for row in rows:
        try:
            found.append(int(level_of(row.storey)))
        except InputError:
            continue
    return max(found)


def _is_below_and_out(row: RosterRow) -> bool:
    """Whether a household is below storey 1 and does not take part."""
    try:
        out = yes_no_of(row.taking_part, what="参与") is False
        return out and level_of(row.storey, top=1) < 1
    except InputError:
        return False


class _Reading:
    """Reads the rows one by one; ``problems`` has what is wrong in any of them."""

    def __init__(self, expected: Expected, highest: int, report: TableReport) -> None:
        self.problems: list[InputError] = []
        self.flats: list[Flat] = []
        self._expected, self._highest, self._report = expected, highest, report
        self._rows: list[RosterRow] = []
        self._needless: list[str] = []
        self._seen: dict[str, RosterRow] = {}

    def read(self, row: RosterRow) -> None:
        """Read one row. Where an error is noted, the flat is not to be used."""
        if _is_below_and_out(row):
            self._leave_out(row)
            return
        room, storey, owner, area = "", 1.0, "", 0
        with noting(self.problems):
            room = room_of(row.room, row.where)
        taking = self._taking(row)
        with noting(self.problems):
            storey = self._storey(row)
        with noting(self.problems):
            owner = owner_of(row.owner, row.where)
        flat = Flat(room, storey, 0, owner, bool(taking))
        flat = with_more(flat, row.more, row.where, self.problems)
        with noting(self.problems):
            area = self._area(row, flat)
        flat = with_reason(replace(flat, area=area), self._needless)
        self._refuse_double(flat, row)
        translate(self._report, row, flat)
        self.flats.append(flat)
        self._report.places.append(row.where)
        self._rows.append(row)

    def look(self) -> None:
        """Tell what of the households' own terms the user should look at."""
        percent = self._expected.percent or by_percent(self._rows)
        self._report.by_household |= percent
        look_at_terms(self.flats, self._rows, self._report, percent=percent)
        if self._needless:
            rooms = listed(self._needless)
            self._report.look(
                f"没有个别系数、定额的户，理由没有用：{rooms}", REASON, self._needless
            )

    def _taking(self, row: RosterRow) -> bool | None:
        """Whether the household takes part; ``None`` where that is wrong."""
        with noting(self.problems):
            found = yes_no_of(row.taking_part, row.where, what="参与")
            if found is None:
                raise InputError(
                    "参与是空的", where=row.where, todo="参与分摊的填 是，不参与的填 否"
                )
            return found
        return None

    def _leave_out(self, row: RosterRow) -> None:
        """Leave a household below storey 1 out: it has no storey to be counted on."""
        room, storey = shown(row.room.strip()), shown(row.storey.strip())
        self._report.look(
            f"{beside(row.where, row.where)}「{room}」在一层以下（{storey}）且不参与，没有列入"
        )

    def _storey(self, row: RosterRow) -> Storey:
        """The storey of a row; 顶层 is that of the building, or the one that the room names.

        A 0 that a formula may have put beside a room of an upper storey is refused.
        """
        top = self._expected.storeys
        named = storey_in(row.room)
        if top is None and named is not None and named > self._highest:
            top = named
        storey = storey_of(row.storey, row.where, highest=self._expected.storeys, top=top)
        below = any(word in folded(row.room) for word in words("楼层", "一层以下"))
        if folded(row.storey) in ("0", "0.0") and named and not below:
            raise InputError(
                f"楼层是 0，而房号「{shown(row.room.strip())}」像是第 {named} 层",
                where=row.where,
                todo="请填楼层；在一层以下的，请写 车库、地下室 或 -1",
            )
        return storey

    def _area(self, row: RosterRow, flat: Flat) -> int:
        """The area; 0 where none is given and none is needed."""
        free = self._expected.free(flat.storey) and flat.own_weight is None
        pays = flat.taking_part and not free
        counts = pays or flat.vote is not None or flat.agrees is not None
        if folded(row.area) in ("", "0", "0.00", "-", "/") and not (
            counts or self._expected.measured(flat.storey)
        ):
            return 0
        return area_of(row.area, row.where)

    def _refuse_double(self, flat: Flat, row: RosterRow) -> None:
        """Note a room that occurs twice."""
        first = self._seen.setdefault(flat.room.casefold(), row) if flat.room else row
        if first is not row:
            self.problems.append(
                InputError(
                    f"房号「{flat.room}」重复，已见于{beside(first.where, row.where)}",
                    where=row.where,
                    todo="请改成不同的房号；是另一个单元的，请加“单元”一栏分开",
                )
            )


def check_count(number: int, where: str = "") -> None:
    """Refuse no household at all, and more than a book can hold."""
    if not number:
        raise InputError("没有任何住户", where=where, todo="请至少填一户，每户一行")
    if number > MAX_FLATS:
        raise InputError(
            f"住户超过上限 {MAX_FLATS} 户",
            where=where,
            todo="一本工作簿只管一个单元的一部电梯，请按单元分开",
        )
