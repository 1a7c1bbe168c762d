"""A finished book, open in an engine: type into its input cells and read what follows."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from engines import Values, cached
from hypothesis import Phase, settings
from openpyxl.utils import get_column_letter, range_boundaries

from elevshare.money import upper
from elevshare.opened.areas import Area, rectangles
from elevshare.project import Project, Topic
from elevshare.rules.compensation import Compensation
from elevshare.rules.share import OptOut, SplitForm, Within
from elevshare.rules.subsidy import Subsidy
from elevshare.workbook.checks import check_block
from elevshare.workbook.engine.opening import open_engine
from elevshare.workbook.papers.bills import layout
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import value_cell
from elevshare.workbook.subjects.sharing.inputs import CONFIRMED, weight_kind_of
from elevshare.workbook.subjects.sharing.plan import SharingPlan

Place = tuple[str, str]

#: For tests of any case that is typed into a book. A case that fails is shown as it was found:
#: hundreds of smaller ones, a book each, take minutes.
AS_FOUND = settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))

FORMS = {SplitForm.FLOORS: "先分楼层", SplitForm.WHOLE: "全梯统算"}
WITHIN = {Within.AREA: "按面积", Within.EQUAL: "按户"}
OPT_OUT = {OptOut.ALL: "全体分担", OptOut.FLOOR: "同层分担"}
YES_NO = {True: "是", False: "否"}


def place(address: str) -> Place:
    """Sheet and cell of an address such as 参数!$B$5."""
    sheet, cell = address.replace("$", "").split("!")
    return sheet, cell


def column(address: str) -> list[str]:
    """The addresses of one column of cells, top down."""
    sheet, cells = place(address)
    left, top, _, bottom = range_boundaries(cells)
    return [f"{sheet}!{get_column_letter(left)}{row}" for row in range(top, bottom + 1)]


class Book:
    """A book as a user has it before him; addresses are such as 参数!$B$5."""

    def __init__(self, data: bytes, plan: SharingPlan) -> None:
        self.plan = plan
        #: What was typed since the book was made, and what its cells hold.
        self.typed: Values = {}
        self.data = data
        self._made = cached(data)
        self._cells = dict(self._made)
        self._engine = open_engine(data)
        self._pending: defaultdict[str, dict[tuple[int, int], Any]] = defaultdict(dict)
        self._sizes = sizes(data)
        self._names = names(data)
        self._confirm()
        #: What was typed in order to have a paper for every household.
        self.confirmed = dict(self.typed)

    def _confirm(self) -> None:
        """Have a paper for every household, also for those that have nothing to pay."""
        if isinstance(self.plan, SharingPlan):
            self.parameter("bill_scope", CONFIRMED)

    def type(self, address: str, value: Any) -> None:
        """Fill in one cell, ``None`` to empty it."""
        sheet, cell = place(address)
        self.typed[sheet, cell] = self._cells[sheet, cell] = value
        left, top, _, _ = range_boundaries(cell)
        self._pending[sheet][top, left] = value

    def holds(self, address: str) -> Any:
        """What a cell was made with, or what was typed into it."""
        return self._cells.get(place(address))

    def as_made(self) -> Book:
        """Take back what was typed."""
        for sheet, cell in list(self.typed):
            self.type(f"{sheet}!{cell}", self._made.get((sheet, cell)))
        self.typed = {}
        self._confirm()
        return self

    def parameter(self, key: str, value: Any) -> None:
        """Fill in a single input of 参数."""
        self.type(self.plan.parameter(key), value)

    def household(self, row: int, **inputs: Any) -> None:
        """Fill in columns of one household, rows counting from 0."""
        for key, value in inputs.items():
            self.type(self.plan.households.at(key, row), value)

    def coefficient(self, storey: int, value: Any) -> None:
        """Fill in the coefficient of a storey."""
        self.type(self.plan.coefficients.at("weight", storey - 1), value)

    def cost(self, row: int, yuan: Any) -> None:
        """Fill in one cost item, rows counting from 0."""
        self.type(column(self._names["cost_items"])[row], yuan)

    def turn_into(self, project: Project, rows: Sequence[int] | None = None) -> None:
        """Fill in what differs, so that the book is of ``project``, whose flats stand in ``rows``."""
        for address, value in self._inputs(project, rows or range(len(project.flats))).items():
            if self._cells.get(place(address)) != value:
                self.type(address, value)

    def _inputs(self, project: Project, rows: Sequence[int]) -> dict[str, Any]:
        """The value of every input that a project decides, by address."""
        plan = self.plan
        single = _single(project)
        if plan.has(Topic.COMPENSATION):
            single |= _payouts(project.payouts)
        return {
            **{plan.parameter(key): value for key, value in single.items()},
            **self._households(project, rows),
            **_costs(project, plan),
            **_coefficients(project, plan),
            **_rule(project, plan),
        }

    def _households(self, project: Project, rows: Sequence[int]) -> dict[str, Any]:
        """The households, through the defined names; rows without one are empty."""
        keys = ("room_no", "storey", "floor_area", "taking_part")
        cells = [column(self._names[key]) for key in keys]
        inputs: dict[str, Any] = {cell: None for one in cells for cell in one}
        for row, flat in zip(rows, project.flats, strict=True):
            values = (flat.room, flat.storey, flat.area / 100, YES_NO[flat.taking_part])
            inputs |= {one[row]: value for one, value in zip(cells, values, strict=True)}
            if self.plan.has(Topic.COMPENSATION):
                inputs[self.plan.households.at("payout", row)] = flat.payout / 100 or None
        return inputs

    def _hand_over(self) -> None:
        """Give the engine what was typed, area by area: cell by cell takes fifty times as long."""
        for sheet, typed in self._pending.items():
            for area in rectangles(typed):
                self._engine.type(sheet, area, typed)
        self._pending.clear()

    def values(self) -> Values:
        """Recompute; every cell that is not blank."""
        self._hand_over()
        self._engine.calculate()
        found = {}
        for sheet, (right, bottom) in self._sizes.items():
            for row, line in enumerate(self._engine.read(sheet, Area(1, bottom, 1, right)), 1):
                for left, value in enumerate(line, 1):
                    if value not in (None, ""):
                        found[sheet, f"{get_column_letter(left)}{row}"] = value
        return found

    def read(self) -> Reading:
        """Recompute, and what the book then says."""
        return Reading(self.plan, self._names, self.values())


class Reading:
    """What a book says; money in fen, checked to be whole."""

    def __init__(self, plan: SharingPlan, names: dict[str, str], values: Values) -> None:
        self.plan, self._names, self.values = plan, names, values

    def at(self, address: str) -> Any:
        """One cell, "" where it is blank."""
        return self.values.get(place(address), "")

    def fen(self, address: str) -> int:
        """A cell in yuan, as fen."""
        return fen(self.at(address))

    @property
    def warned(self) -> bool:
        """Whether 分摊 and every bill say that this is only a draft."""
        rows = len(layout(self.plan).rows)
        lines = [self.at(f"账单!A{page * rows + 2}") for page in range(len(self.bills))]
        return all("草案" in line for line in [*lines, self.at("分摊!A2")])

    def named(self, name: str) -> Any:
        """The cell of a defined name."""
        return self.at(self._names[name])

    def block(self, block: Block, key: str) -> list[Any]:
        """A column of a block, "" where a cell is blank."""
        return [self.at(address) for address in column(block.all(key))]

    @property
    def dues(self) -> list[int | str]:
        """``amount_due`` in fen, "" where nothing is shown."""
        return [
            fen(value) if value != "" else ""
            for value in map(self.at, column(self._names["amount_due"]))
        ]

    @property
    def failed(self) -> list[str]:
        """Names of the failed checks; the count and the master check say the same."""
        checks = check_block(self.plan)
        results = zip(self.block(checks, "name"), self.block(checks, "result"), strict=True)
        names = [name for name, result in results if result != "通过"]
        assert self.named("failed_checks") == len(names)
        assert (self.at("说明!A4") == "校验：全部通过") == (not names)
        return names

    @property
    def errors(self) -> list[str]:
        """Where the book shows an error value such as #VALUE!."""
        return [
            f"{sheet}!{cell} #{value['kind']}"
            for (sheet, cell), value in self.values.items()
            if isinstance(value, dict) or str(value).startswith("#")
        ]

    @property
    def bills(self) -> list[dict[str, Any]]:
        """Label → value of every bill that has a household; the pages after them are empty."""
        pages = [self._bill(page) for page in range(self.plan.flats)]
        filled = [page for page in pages if page]
        assert pages[: len(filled)] == filled
        return filled

    def _bill(self, page: int) -> dict[str, Any]:
        """One bill, nothing where it has no household."""
        rows = len(layout(self.plan).rows)
        return self.form("账单", page * rows + 1, rows)

    def form(self, sheet: str, first: int, rows: int) -> dict[str, Any]:
        """What a form says, label → value beside it; a label met twice says the same twice.

        A form has labels in A, C, E and G, each with its value in the cell to the right of it.
        """
        found: dict[str, Any] = {}
        for row in range(first, first + rows):
            for label, value in ("AB", "CD", "EF", "GH"):
                name, said = self.at(f"{sheet}!{label}{row}"), self.at(f"{sheet}!{value}{row}")
                # Beside the form stand its number and what is printed.
                if name not in ("", "返回说明") and said != "" and isinstance(name, str):
                    assert found.setdefault(name, said) == said, (row, name)
        return found

    @property
    def to_pay(self) -> list[int]:
        """本次应缴 of every bill in fen, 0 for what goes back; its capital figures say the same."""
        return [max(0, asked(bill)) for bill in self.bills]


def asked(bill: Mapping[str, Any]) -> int:
    """What a bill asks for in fen, below 0 for what goes back; its capital figures say the same."""
    if bill.get("本次应缴") == "不用缴款":
        assert bill["金额大写"] == "本户不用缴款"
        return 0
    back = "本次应退" in bill
    amount = fen(bill["本次应退" if back else "本次应缴"])
    said = f"{'应退' * back}人民币{upper(amount)}"
    assert re.fullmatch(rf"{said}(（(到本期)?已缴清）)?", bill["金额大写"])
    return -amount if back else amount


def fen(yuan: Any) -> int:
    """An amount in yuan as whole fen; anything finer fails."""
    assert isinstance(yuan, int | float), yuan
    amount = round(yuan * 100)
    assert abs(yuan * 100 - amount) < 1e-4, yuan
    return amount


def sizes(data: bytes) -> dict[str, tuple[int, int]]:
    """Columns and rows of every sheet."""
    found = {}
    for title, part in sheets(data).items():
        _, _, right, bottom = range_boundaries(re.search(r'<dimension ref="([^"]+)"', part)[1])
        found[title] = (right, bottom)
    return found


def sheets(data: bytes) -> dict[str, str]:
    """The XML of every sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        titles = re.findall(r'<sheet [^>]*name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        return {
            title: archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            for number, title in enumerate(titles, 1)
        }


def names(data: bytes) -> dict[str, str]:
    """The defined names of a book and their addresses."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("xl/workbook.xml").decode()
    return dict(re.findall(r'<definedName name="(\w+)">([^<]+)</definedName>', text))


def with_inputs(data: bytes, typed: dict[Place, Any]) -> bytes:
    """A book's file with other inputs in it; their styles stay."""
    titles = list(sheets(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if number := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name):
                title = titles[int(number[1]) - 1]
                inputs = {cell: value for (sheet, cell), value in typed.items() if sheet == title}
                part = _replaced(part.decode(), inputs).encode()
            target.writestr(name, part)
    return buffer.getvalue()


def _replaced(part: str, inputs: dict[str, Any]) -> str:
    """A sheet's XML with other inputs; a formula is never replaced."""

    def cell(match: re.Match[str]) -> str:
        if match[1] not in inputs:
            return match[0]
        assert "<f>" not in match[0]
        return value_cell(match[1], int(match[2]), inputs[match[1]])

    return re.sub(r'<c r="([A-Z]+\d+)" s="(\d+)"(?:/>|[^>]*[^/]>.*?</c>|>.*?</c>)', cell, part)


def _single(project: Project) -> dict[str, Any]:
    """The single inputs of 参数 but the subsidy rule's."""
    subsidy, method = project.subsidy, project.method
    return {
        "storeys": project.storeys or None,
        "subsidy_mode": subsidy.mode.value,
        "subsidy_amount": subsidy.amount / 100 or None,
        "level": None if subsidy.level is None else subsidy.level / 2,
        "reserved_shaft": YES_NO[subsidy.reserved_shaft],
        "other_grant": YES_NO[subsidy.other_grant],
        "compensation": project.compensation / 100,
        "billing": subsidy.billing.value,
        "arrival": subsidy.arrival.value,
        "form": FORMS[method.form],
        "within": WITHIN[method.within],
        "opt_out": OPT_OUT[method.opt_out],
        "unit": project.unit,
        "weight_kind": weight_kind_of(project.scheme.sharing),
    }


def _payouts(rule: Compensation) -> dict[str, Any]:
    """The single inputs of 补偿."""
    return {
        "payout_way": rule.way.value,
        "payout_first": rule.first / 100 or None,
        "payout_second": rule.second / 10_000,
        "payout_pool": rule.pool / 100 or None,
        "payout_household_cap": YES_NO[rule.household_cap],
        "payout_total_cap": None if rule.total_cap is None else rule.total_cap / 10_000,
    }


def _costs(project: Project, plan: SharingPlan) -> dict[str, Any]:
    """The cost items; a row without one is empty."""
    inputs: dict[str, Any] = {}
    for row in range(plan.costs.count):
        item = project.costs[row] if row < len(project.costs) else None
        inputs[plan.costs.at("item", row)] = item.name if item else None
        inputs[plan.costs.at("yuan", row)] = item.fen / 100 if item else None
        inputs[plan.costs.at("eligible", row)] = YES_NO[item is None or item.eligible]
    return inputs


def _coefficients(project: Project, plan: SharingPlan) -> dict[str, Any]:
    """The coefficients, blank where there is none."""
    inputs: dict[str, Any] = {}
    for row in range(plan.storeys):
        weight = project.weight(row + 1)
        numbers = (weight, *(project.interval(row + 1) or (None, None)))
        for key, number in zip(("weight", "low", "high"), numbers, strict=True):
            cell = plan.coefficients.at(key, row)
            inputs[cell] = None if number is None else number / 10_000
    return inputs


def _rule(project: Project, plan: SharingPlan) -> dict[str, Any]:
    """The subsidy rule's numbers, blank where the scheme has no rule."""
    found = project.scheme.subsidy
    rule = found.rule if found else Subsidy()
    single = {
        "rate": None if rule.rate is None else rule.rate / 10_000,
        "cap": None if rule.cap is None else rule.cap / 100,
        "shaft_factor": rule.reserved_shaft / 10_000 if found else None,
        "exclusive": YES_NO[rule.exclusive],
        "owners_minimum": rule.owners_minimum / 10_000 if found else None,
        "upkeep": rule.upkeep / 10_000 if found else None,
    }
    tiers = [(tier.reach / 2, tier.amount / 100, tier.step / 100) for tier in rule.tiers]
    split = [(level, share / 10_000) for level, share in rule.split]
    return {
        **{plan.parameter(key): value for key, value in single.items()},
        **_table(plan.tiers, ("reach", "yuan", "step"), tiers),
        **_table(plan.split, ("level", "share"), split),
    }


def _table(block: Block, keys: tuple[str, ...], lines: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """The cells of a table, empty below its last line."""
    blank = (None,) * len(keys)
    return {
        block.at(key, row): value
        for row in range(block.count)
        for key, value in zip(keys, lines[row] if row < len(lines) else blank, strict=True)
    }
