"""A lease book open in an engine, and what the rules say of it."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from buildings import NONE, project_from
from editing import Book, Reading, asked, fen, place

from elevshare.leasing import at_once, period_of, year_of
from elevshare.project import Project, Topic
from elevshare.rules.lease import bill, months, span
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.checks import block_of
from elevshare.workbook.field import TERM_WORDS
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.calc.checks import check_list
from elevshare.workbook.lease.fields import SPREAD
from elevshare.workbook.lease.sheets.bills import layout

COMPANIES = ("beijing-yanyuan", "beijing-chengjian", "beijing-hualing")
SIZES = ((6, 2), (6, 3), (5, 2), (5, 3))
KEYS = ("room", "storey", "area", "taking")
YES_NO = {True: "是", False: "否"}


def lease(company: str, storeys: int, flats: int, **choices: Any) -> Project:
    """A building of one size; 302 does not use the lift; its book has the subjects it needs."""
    project = project_from(find(company), storeys=str(storeys), areas=",".join(["61.03"] * flats))
    flats_ = tuple(replace(one, taking_part=one.room != "302") for one in project.flats)
    changed = replace(project.lease, **choices)
    return replace(project, flats=flats_, lease=changed, topics=NONE)


class LeaseBook(Book):
    """A lease book as a user has it before him."""

    plan: LeasePlan

    def read(self) -> "LeaseReading":
        return LeaseReading(self.plan, self._names, self.values())

    def fill(self, project: Project) -> None:
        """Make the book one of ``project``: type what differs, take back what was typed before."""
        wanted = {address: self._made.get(address) for address in self.typed}
        wanted |= {place(address): value for address, value in self._wanted(project).items()}
        for (sheet, cell), value in wanted.items():
            if self._cells.get((sheet, cell)) != value:
                self.type(f"{sheet}!{cell}", value)

    def _wanted(self, project: Project) -> dict[str, Any]:
        """The value of every input that a project decides, by address."""
        plan, choice = self.plan, project.lease
        inputs: dict[str, Any] = {
            plan.parameter("period"): period_of(project).value,
            plan.parameter("period_no"): choice.number,
            plan.parameter("from_month"): choice.first,
            plan.parameter("to_month"): choice.last,
        }
        for row in range(plan.flats):
            one = project.flats[row] if row < len(project.flats) else None
            cells = (one.room, one.storey, one.area / 100, YES_NO[one.taking_part]) if one else ()
            for key, value in zip(KEYS, cells or (None,) * len(KEYS), strict=True):
                inputs[plan.households.at(key, row)] = value
        for row in range(plan.storeys):
            own = choice.fees[row] if row < len(choice.fees) else None
            inputs[plan.fees.at("own", row)] = None if own is None else own / 100
        return inputs | (self._terms(project) if plan.has(Topic.TERMS) else {})

    def _terms(self, project: Project) -> dict[str, Any]:
        """The same where households choose between two fees."""
        plan, choice = self.plan, project.lease
        inputs: dict[str, Any] = {plan.parameter("term_spread"): SPREAD[choice.spread]}
        for row in range(plan.flats):
            term = project.flats[row].term if row < len(project.flats) else ""
            inputs[plan.households.at("term", row)] = TERM_WORDS.get(term)
        for row in range(plan.storeys):
            fee = choice.other_fees[row] if row < len(choice.other_fees) else None
            inputs[plan.fees.at("other", row)] = None if fee is None else fee / 100
        return inputs


class LeaseReading(Reading):
    """What a lease book says."""

    plan: LeasePlan

    @property
    def failed(self) -> list[str]:
        """Names of the failed checks; the count and the master check say the same."""
        checks = block_of(check_list(self.plan))
        results = zip(self.block(checks, "name"), self.block(checks, "result"), strict=True)
        names = [name for name, result in results if result != "通过"]
        assert self.named("failed_checks") == len(names)
        assert (self.at("说明!A4") == "校验：全部通过") == (not names)
        return names

    @property
    def fees(self) -> list[int | str]:
        """``fee_due`` in fen, "" where nothing is shown."""
        return [fen(value) if value != "" else "" for value in self.block(self.plan.shares, "fee")]

    def _bill(self, page: int) -> dict[str, Any]:
        """One bill, nothing where it has no household."""
        rows = len(layout(self.plan).rows)
        return self.form("收费单", page * rows + 1, rows)


@cache
def template(company: str) -> LeaseBook:
    """The blank template of a company, opened once and typed into by one test after the other."""
    project = replace(project_from(find(company)), topics=NONE)
    return LeaseBook(make_book(project), LeasePlan(project))


@dataclass(frozen=True)
class Expected:
    """What the rules say of one household, in fen."""

    year: int
    fee: int
    to_pay: int
    carried: int


def expected(
    project: Project, money: dict[str, tuple[int, int, int]] | None = None
) -> list[Expected]:
    """The same from the rules; ``money`` is room → arrears, paid, relief in fen."""
    choice = project.lease
    first, last = span(period_of(project), choice.number, choice.first, choice.last)
    lines = []
    for flat in project.flats:
        year = year_of(project, flat) * flat.taking_part
        due = months(year, first, last, at_once(project, flat))
        settled = bill(due, *(money or {}).get(flat.room, (0, 0, 0)))
        lines.append(Expected(year, due, settled.to_pay, settled.carried))
    return lines


def assert_follows(
    book: LeaseBook,
    project: Project,
    money: dict[str, tuple[int, int, int]] | None = None,
    red: tuple[str, ...] = (),
) -> None:
    """The book says what the rules say, on the table and on the bills; only ``red`` fail."""
    said, lines = book.read(), expected(project, money)
    blank = [""] * (book.plan.flats - len(lines))
    assert said.errors == []
    assert said.failed == list(red)
    assert said.fees == [line.fee for line in lines] + blank
    assert said.dues == [line.to_pay for line in lines] + blank
    years = said.block(book.plan.shares, "annual")
    assert [fen(year) for year in years[: len(lines)]] == [line.year for line in lines]
    carried = said.block(book.plan.shares, "carried")
    assert [fen(one) for one in carried[: len(lines)]] == [line.carried for line in lines]
    assert said.fen(book.plan.figures.yuan("annual")) == sum(line.year for line in lines)
    billed = [line for line in lines if line.fee or line.to_pay]
    assert [asked(one) for one in said.bills] == [line.to_pay for line in billed]
    assert [fen(one["本期费用"]) for one in said.bills] == [line.fee for line in billed]
    words = {
        one["多缴，抵下期"]
        for one, line in zip(said.bills, billed, strict=True)
        if not line.carried
    }
    assert words <= {"没有 "}


def opened(project: Project) -> LeaseBook:
    """The book of a project."""
    return LeaseBook(make_book(project), LeasePlan(project))
