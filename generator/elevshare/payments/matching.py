"""Every row of a statement judged: to be entered, doubtful, entered already, or none of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from elevshare.money import yuan
from elevshare.payments.doubles import doubles
from elevshare.payments.entered import entered
from elevshare.payments.households import Household
from elevshare.payments.ledger import Ledger
from elevshare.payments.links import Link, Linking, taken_back
from elevshare.payments.statement import Flow, Statement, StatementRow


class Kind(StrEnum):
    """What becomes of a row."""

    CERTAIN = "记入台账"
    DOUBTFUL = "待核对"
    ENTERED = "台账里已有"
    FOREIGN = "与本簿无关"
    FAILED = "没有到账、已退回或重复"
    OUT = "支出和不计收支"


@dataclass(frozen=True, slots=True)
class Match:
    """A row of a statement and what becomes of it.

    ``room`` is the household that it is for (certain or entered); ``candidates`` those that a
    doubtful one may be for, with what they owe after the certain ones.
    """

    row: StatementRow
    kind: Kind
    reason: str
    room: str = ""
    candidates: tuple[Household, ...] = ()


def matched(
    statement: Statement, households: Sequence[Household], linking: Linking, ledger: Ledger
) -> list[Match]:
    """Judge every row of a statement, in its order; ``ledger`` is marked with what it has of them."""
    aside = {index: match for index, row in enumerate(statement.rows) if (match := _aside(row))}
    aside |= _repeated(statement.rows, aside)
    links = {
        index: linking.of(row) for index, row in enumerate(statement.rows) if index not in aside
    }
    _doubt(statement.rows, links)
    found = aside | {
        index: Match(statement.rows[index], Kind.ENTERED, f"“台账”第 {payment.row + 1} 笔", payment.room)
        for index, payment in entered(statement, links, ledger).items()
    }  # fmt: skip
    rest = {index: link for index, link in links.items() if index not in found}
    for index, said in doubles(statement, rest, ledger).items():
        rest[index].against.append(said)
    found |= _Judging(statement.rows, households, rest).matches()
    return [found[index] for index in range(len(statement.rows))]


def _aside(row: StatementRow) -> Match | None:
    """Return the match of a row that brought no money; ``None`` if it did."""
    if not row.came_in:
        return Match(row, Kind.OUT, "支出" if row.flow is Flow.OUT else "不计收支")
    if row.failed:
        return Match(row, Kind.FAILED, f"写有“{row.failed}”")
    return None


def _repeated(rows: Sequence[StatementRow], aside: dict[int, Match]) -> dict[int, Match]:
    """Return the matches of rows that stand in the statement a second time."""
    first: dict[tuple[str, str, int], str] = {}
    found = {}
    for index, row in enumerate(rows):
        if index in aside or not row.serial:
            continue
        where = first.setdefault((row.serial, row.day, row.fen), row.where)
        if where != row.where:
            found[index] = Match(row, Kind.FAILED, f"与{where}是同一笔（流水号相同）")
    return found


def _doubt(rows: Sequence[StatementRow], links: dict[int, Link]) -> None:
    """Note against rows that they may have been taken back, or may stand there twice."""
    backs, seen = taken_back(rows), dict[tuple[object, ...], str]()
    for index, link in links.items():
        row = rows[index]
        for back in backs.get(row.fen, []):
            same = not back.payer or not row.payer or back.payer == row.payer
            if same and back.day >= row.day:
                link.against.append(f"{back.where}有一笔同样金额的“{back.reverses}”")
                break
        if not row.serial:
            what = (row.day, row.moment, row.fen, row.payer, row.remark)
            where = seen.setdefault(what, row.where)
            if where != row.where:
                link.against.append(f"与{where}完全相同，不知道是一笔还是两笔")


class _Judging:
    """The rows that are not entered yet, judged against what the households still owe."""

    def __init__(
        self,
        rows: Sequence[StatementRow],
        households: Sequence[Household],
        links: dict[int, Link],
    ) -> None:
        self._rows, self._households, self._links = rows, households, links
        self._by_room = {one.room: one for one in households}
        self._left = {one.room: one.left for one in households}

    def matches(self) -> dict[int, Match]:
        """Return the match of every row.

        Rows whose remark names the room come first. What an owner pays without a word is certain
        only if it is just what is owed, so those are looked at again whenever one was entered: a
        second run of the same statement then finds nothing new.
        """
        clean = sorted(
            (index for index, link in self._links.items() if link.clean),
            key=lambda index: (self._rows[index].day, index),
        )
        found = self._taken([index for index in clean if self._links[index].by_remark])
        rest = [index for index in clean if not self._links[index].by_remark]
        while more := self._taken([index for index in rest if index not in found]):
            found |= more
        doubtful = {
            index: self._undecided(index, link)
            for index, link in self._links.items() if index not in found
        }  # fmt: skip
        return found | doubtful

    def _taken(self, indexes: Sequence[int]) -> dict[int, Match]:
        """Return the matches of the rows whose amounts are right, in this order."""
        found = {}
        for index in indexes:
            row, link = self._rows[index], self._links[index]
            if not self._wrong_amount(row, link):
                self._left[link.room] -= row.fen
                why = "写明房号" if link.by_remark else "付款人是业主，金额正是该缴的"
                found[index] = Match(row, Kind.CERTAIN, why, link.room)
        return found

    def _wrong_amount(self, row: StatementRow, link: Link) -> str:
        """Return what is wrong with the amount of a row; empty if nothing is."""
        left = self._left[link.room]
        if row.fen > left:
            more = f"只还欠 {yuan(left)} 元" if left else "已经缴清或不用缴"
            return f"{link.room} {more}"
        if not link.by_remark and row.fen not in self._by_room[link.room].expected(left):
            return f"付款人是 {link.room} 的业主，没有写房号，金额也不是该缴的"
        return ""

    def _undecided(self, index: int, link: Link) -> Match:
        """Return the match of a row that is not certain."""
        row = self._rows[index]
        if link.foreign:
            return Match(row, Kind.FOREIGN, link.foreign)
        reasons = [*link.against]
        if link.clean:
            reasons.append(self._wrong_amount(row, link))
        reason = "；".join(reasons) or "说不出是哪一户"
        rooms = link.rooms or {
            one.room for one in self._households if row.fen in one.expected(self._left[one.room])
        }  # fmt: skip
        candidates = tuple(
            replace(one, left=self._left[one.room]) for one in self._households if one.room in rooms
        )
        return Match(row, Kind.DOUBTFUL, reason, candidates=candidates)
