"""The running cost of a lease, beside the usage fee: typed in, it follows the rules."""

from dataclasses import replace
from functools import cache

import pytest
from editing import AS_FOUND, fen, with_inputs
from engines import cached, differences, formula_cells, formulas_model, formulas_values, libreoffice
from hypothesis import given, settings
from hypothesis import strategies as st
from leases import LeaseBook, lease
from sampling import examples

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.leasing import charge_of, fee, validate
from elevshare.money import upper
from elevshare.opened import opened as read_book
from elevshare.project import Topic
from elevshare.project.topics import topics_of
from elevshare.returned import read_back
from elevshare.rules.share import Method
from elevshare.rules.upkeep import (
    Payers,
    Sharing,
    Upkeep,
    UpkeepItem,
    UpkeepPeriod,
    fund_of_period,
    part_of_period,
    year_of,
)
from elevshare.schemes import find
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine import filling
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.calc.running import PAYERS, SHARING
from elevshare.workbook.subjects.upkeep import tables
from elevshare.workbook.subjects.upkeep.bills_paper import ROWS
from elevshare.workbook.subjects.upkeep.inputs import PERIODS

ITEMS = (UpkeepItem("电费", 480_000), UpkeepItem("维保", 720_001), UpkeepItem("检验", 60_050))
UPKEEP = Upkeep(ITEMS, period=UpkeepPeriod.QUARTER, number=3, advertising=200_000, fund=5_000)
RUNNING = frozenset({Topic.UPKEEP})


def running(upkeep=UPKEEP, exempt=(), **more):
    """Six storeys of two flats; 302 does not use the lift."""
    project = lease("beijing-yanyuan", 6, 2)
    flats = tuple(replace(flat, exempt=flat.room in exempt) for flat in project.flats)
    return replace(project, flats=flats, upkeep=upkeep, topics=RUNNING, **more)


@cache
def opened():
    """The book, opened once and typed into by one test after the other."""
    project = running()
    return LeaseBook(make_book(project), LeasePlan(project))


@pytest.fixture
def book():
    return opened().as_made()


def type_in(book, project):
    """Fill in the running cost and who is exempt."""
    book.fill(project)
    upkeep, typed = project.upkeep, tables.typed(book.plan)
    single = {
        "running_rule": SHARING[upkeep.sharing or Sharing.EQUAL],
        "running_payers": PAYERS[upkeep.payers],
        "running_period": PERIODS[upkeep.period],
        "running_number": upkeep.number,
        "running_ads": upkeep.advertising / 100,
        "running_fund": upkeep.fund / 100,
        "running_kept": upkeep.kept / 100,
        "running_years": upkeep.years,
        "running_nth": upkeep.nth,
        "running_due": 46_400,
    }
    for key, value in single.items():
        book.parameter(key, value)
    for row in range(typed.count):
        item = upkeep.items[row] if row < len(upkeep.items) else None
        book.type(typed.at("yuan", row), item.fen / 100 if item else None)
    for row, flat in enumerate(project.flats):
        book.household(row, exempt="是" if flat.exempt else None, area=flat.area / 100)


def expected(project):
    """The year, and each household's part of the period and of the fund, from the rules."""
    weights = {
        flat.storey: 10_000 * bool(fee(project, flat.storey, charge_of(project, flat)))
        for flat in project.flats
    }
    upkeep = project.upkeep
    year = year_of(upkeep, upkeep.kept, project.flats, weights, Method(), Sharing.EQUAL)
    now = [part_of_period(due, upkeep.period, upkeep.number) for due in year.dues]
    fund = [
        fund_of_period(upkeep, flat, weights[flat.storey], Sharing.EQUAL) for flat in project.flats
    ]
    return year, now, fund


def assert_follows(book, project, red=()):
    """运维 and its bills are what the rules say; only ``red`` fail."""
    said, (year, now, fund) = book.read(), expected(project)
    count, rows = len(project.flats), tables.flats(book.plan)
    assert said.errors == []
    assert said.failed == list(red)

    def column(key):
        return [fen(one) for one in said.block(rows, key)[:count]]

    assert column("year") == list(year.dues)
    assert column("plain") == list(year.plain)
    assert column("now") == now
    assert column("fund") == fund
    assert sum(column("year")) == year.net
    billed = [a + b for a, b in zip(now, fund, strict=True) if a + b]
    papers = [said.form("运维账单", number * ROWS + 1, ROWS) for number in range(len(billed))]
    assert [fen(one["合计应缴"]) for one in papers] == billed
    assert [one["金额大写"] for one in papers] == [f"人民币{upper(one)}" for one in billed]


@pytest.mark.parametrize("sharing", SHARING)
@pytest.mark.parametrize("payers", PAYERS)
@pytest.mark.parametrize("exempt", [(), ("201", "202"), ("402", "601")])
def test_every_way_of_sharing(book, sharing, payers, exempt):
    project = running(replace(UPKEEP, sharing=sharing, payers=payers), exempt)
    type_in(book, project)
    assert_follows(book, project)


def test_equally_over_those_who_pay_with_one_storey_exempt(book):
    """As in 成都: whoever pays a usage fee carries the same, one storey nothing."""
    upkeep = Upkeep((UpkeepItem("维保", 700_000),), payers=Payers.WEIGHING)
    project = running(upkeep, ("201", "202"))
    type_in(book, project)
    assert_follows(book, project)
    dues = dict(zip((flat.room for flat in project.flats), expected(project)[0].dues, strict=True))
    assert {dues[room] for room in ("301", "401", "402", "501", "502", "601", "602")} == {100_000}
    assert {dues[room] for room in ("101", "102", "201", "202", "302")} == {0}


def test_money_kept_for_upkeep_lowers_the_year(book):
    project = running(replace(UPKEEP, kept=100_001, years=3, nth=3))
    type_in(book, project)
    assert_follows(book, project)


def test_by_area_every_household_needs_one(book):
    project = running(replace(UPKEEP, sharing=Sharing.AREA))
    type_in(book, project)
    book.household(3, area=None)
    assert book.read().failed == ["按面积分运维的各户都有面积"]
    book.household(3, exempt="是")
    assert book.read().failed == []


def test_the_usage_fee_is_as_it_was(book):
    plain = lease("beijing-yanyuan", 6, 2)
    other = LeaseBook(make_book(plain), LeasePlan(plain))
    type_in(book, running())
    assert book.read().fees == other.read().fees
    assert not {"运维", "运维账单", "专项"} & set(cached_sheets(other))


def cached_sheets(book):
    """The sheets of a book."""
    return {sheet for sheet, _ in cached(filling.filled(draft(book.plan)))}


@settings(AS_FOUND, max_examples=examples(12))
@given(
    st.lists(st.tuples(st.integers(1, 6), st.booleans(), st.booleans(), st.integers(1, 99_999)), min_size=1, max_size=16),
    st.integers(0, 10**8), st.sampled_from(list(SHARING)), st.sampled_from(list(PAYERS)),
    st.sampled_from(list(UpkeepPeriod)), st.data(),
)  # fmt: skip
def test_any_households(rooms, cost, sharing, payers, period, data):
    book = opened().as_made()
    number = data.draw(st.integers(1, int(period)))
    upkeep = Upkeep((UpkeepItem("费用", cost),), sharing, payers, period, number, fund=123)
    base = running(upkeep)
    flats = tuple(
        replace(
            base.flats[0],
            room=str(row),
            storey=storey,
            taking_part=taking,
            exempt=exempt,
            area=area,
        )
        for row, (storey, taking, exempt, area) in enumerate(rooms, 1)
    )
    own = (0, 2_000, 3_000, 4_000, 5_000, 6_000)
    project = replace(base, flats=flats, lease=replace(base.lease, fees=own))
    carrying = [
        f
        for f in flats
        if f.taking_part and not f.exempt and (f.storey > 1 or payers is Payers.TAKING)
    ]
    if not carrying:
        return
    type_in(book, project)
    book.parameter("landing", 40)
    paying = any(flat.taking_part and flat.storey > 1 for flat in flats)
    assert_follows(book, project, () if paying else ("有人交费",))


TOML = """
[building]
storeys = 6
areas = [60, 60]
[upkeep]
sharing = "{}"
payers = "weighing"
period = "half_year"
[[upkeep.item]]
item = "维保"
amount = 6000
"""


def test_a_project_file_brings_the_pages(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text(TOML.format("area"), encoding="utf-8")
    project = read_project(path, find("beijing-hualing"))
    assert Topic.UPKEEP in topics_of(project)
    assert project.upkeep.sharing is Sharing.AREA
    validate(project)


def test_a_lease_has_no_coefficients(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text(TOML.format("coefficient"), encoding="utf-8")
    with pytest.raises(InputError, match="租赁没有建设系数"):
        validate(read_project(path, find("beijing-hualing")))


@pytest.mark.parametrize(
    "more", [frozenset(), frozenset({Topic.LEDGER, Topic.NOTICE, Topic.TERMS})]
)
def test_a_returned_book_gives_it_back(more):
    project = replace(
        running(replace(UPKEEP, sharing=Sharing.AREA, payers=Payers.WEIGHING), ("401",)),
        topics=RUNNING | more,
    )
    found = read_back(read_book(make_book(project), "book.xlsx"))
    assert found.findings == ()
    assert found.project.upkeep == project.upkeep
    assert [flat.room for flat in found.project.flats if flat.exempt] == ["401"]


@pytest.fixture(scope="module")
def filled():
    """The file of a filled book without cached values, and with them."""
    book = opened().as_made()
    type_in(book, running(replace(UPKEEP, sharing=Sharing.AREA), ("402",)))
    data = with_inputs(draft(book.plan), book.typed)
    return data, cached(filling.filled(data))


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    (found,) = libreoffice([path], tmp_path)
    assert differences(stored, found, formula_cells(data)) == []


@pytest.mark.sampled(0)
def test_the_package_formulas_agrees_on_one_household(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    rows = tables.flats(opened().plan)
    cells = [("运维", f"{rows.letter(key)}{rows.first + 3}") for key in ("year", "plain", "now")]
    found = formulas_values(formulas_model(path, cells))
    assert differences(stored, found, cells) == []
