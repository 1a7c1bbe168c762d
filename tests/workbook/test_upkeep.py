"""The running cost in a book: typed in, it follows the rules; wrong inputs are told."""

from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from buildings import ODD_AREAS, payable, project
from editing import column, fen, place, with_inputs
from edits import both, household, parameter
from engines import cached, differences, formula_cells, formulas_model, formulas_values, libreoffice
from following import BASE, METHODS, with_rule
from openpyxl import load_workbook

from elevshare.money import upper
from elevshare.project import SubsidyChoice, SubsidyMode, Topic, granted
from elevshare.rules.share import Method, OptOut, SplitForm, Within
from elevshare.rules.subsidy import Subsidy, fixed
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
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan
from elevshare.workbook.subjects.upkeep import figures as upkeep_figures
from elevshare.workbook.subjects.upkeep import tables
from elevshare.workbook.subjects.upkeep.bills_paper import ROWS
from elevshare.workbook.subjects.upkeep.inputs import (
    ITEMS,
    PAYERS,
    PERIODS,
    SHARING,
    default_sharing,
)

TOPICS = frozenset({Topic.UPKEEP})

YEARLY = (UpkeepItem("电费", 480_000), UpkeepItem("维保", 720_001), UpkeepItem("检验", 60_050))
UPKEEP = Upkeep(YEARLY, advertising=200_000, fund=5_000, period=UpkeepPeriod.QUARTER, number=3)
EXEMPT = ("402", "501")


def running(upkeep=UPKEEP, exempt=(), base=BASE, **more):
    """BASE with a running cost, some rooms exempt."""
    flats = tuple(replace(flat, exempt=flat.room in exempt) for flat in base.flats)
    return payable(replace(base, upkeep=upkeep, flats=flats, **more))


def type_in(book, project):
    """Fill in the inputs of a project, those of 运维 too."""
    book.turn_into(project)
    upkeep, typed = project.upkeep, tables.typed(book.plan)
    single = {
        "running_rule": SHARING[upkeep.sharing or default_sharing(project)],
        "running_payers": PAYERS[upkeep.payers],
        "running_period": PERIODS[upkeep.period],
        "running_number": upkeep.number,
        "running_year": upkeep.year or None,
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
        book.household(row, exempt="是" if flat.exempt else None)


def kept_of(project):
    """What of a subsidy is kept for upkeep."""
    mode = project.subsidy.mode
    if mode is SubsidyMode.RULE:
        return granted(project).upkeep
    return project.upkeep.kept if mode is SubsidyMode.MANUAL else 0


def expected(project):
    """The year, and each household's part of the period and of the fund, from the rules."""
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    upkeep, default = project.upkeep, default_sharing(project)
    year = year_of(upkeep, kept_of(project), project.flats, weights, project.method, default)
    now = [part_of_period(due, upkeep.period, upkeep.number) for due in year.dues]
    fund = [fund_of_period(upkeep, flat, weights[flat.storey], default) for flat in project.flats]
    return year, now, fund


def made(project):
    """The values of the finished book of a project, and its plan."""
    return cached(make_book(project)), SharingPlan(project)


def bills(said):
    """Label → value of every running-cost bill; those after the last are empty."""
    pages = [_bill(said, number * ROWS + 1) for number in range(said.plan.flats)]
    filled = [page for page in pages if page]
    assert pages[: len(filled)] == filled
    return filled


def _bill(said, start):
    found = {}
    for row in range(start + 3, start + ROWS):
        for label, value in (("A", "B"), ("C", "D"), ("D", "E"), ("E", "F")):
            name, shown = said.at(f"运维账单!{label}{row}"), said.at(f"运维账单!{value}{row}")
            if isinstance(name, str) and name and shown != "":
                found[name] = shown
    return found if "房号" in found else {}


def assert_follows(book, project):
    """运维 and its bills say what the rules say of the project."""
    said, plan = book.read(), book.plan
    year, now, fund = expected(project)
    assert said.errors == said.failed == []
    figures = [
        said.at(upkeep_figures.figures(plan)[key]) for key in ("cost", "used", "net", "surplus")
    ]
    assert figures == [year.cost, year.used, year.net, year.surplus]
    columns = {"year": year.dues, "plain": year.plain, "more": year.more, "now": now, "fund": fund}
    for key, amounts in columns.items():
        shown = [fen(v) for v in said.block(tables.flats(plan), key) if v != ""]
        assert shown == list(amounts), key
    to_pay = [one + other for one, other in zip(now, fund, strict=True)]
    payers = [(f.room, due) for f, due in zip(project.flats, to_pay, strict=True) if due]
    found = bills(said)
    assert [(bill["房号"], fen(bill["合计应缴"])) for bill in found] == payers
    assert [bill["金额大写"] for bill in found] == [f"人民币{upper(due)}" for _, due in payers]
    for bill in found:
        assert [fen(bill[key]) for key in ("全年费用", "减：广告", "减：补贴", "全年要分")] == [
            year.cost, project.upkeep.advertising, year.used, year.net
        ]  # fmt: skip
    return said


@pytest.mark.parametrize(("method", "sharing"), list(product(METHODS, Sharing)), ids=str)
def test_every_way_of_sharing_follows_the_rules(book, method, sharing):
    one = running(replace(UPKEEP, sharing=sharing), EXEMPT, method=method)
    type_in(book, one)
    assert_follows(book, one)


@pytest.mark.parametrize("sharing", [Sharing.EQUAL, Sharing.AREA])
def test_storeys_whose_coefficient_is_0_carry_it_or_not(book, sharing):
    for payers in Payers:
        one = running(replace(UPKEEP, sharing=sharing, payers=payers), ("402",))
        type_in(book, one)
        said = assert_follows(book, one)
        assert ("101" in [bill["房号"] for bill in bills(said)]) == (payers is Payers.TAKING)


@pytest.mark.parametrize("opt_out", [OptOut.ALL, OptOut.FLOOR])
def test_a_whole_floor_exempt_is_carried_by_all_others(book, opt_out):
    one = running(UPKEEP, ("401", "402"), method=Method(opt_out=opt_out))
    type_in(book, one)
    said = assert_follows(book, one)
    assert "免运维 2 户" in said.at(upkeep_figures.lines(book.plan).exempt)


def test_who_carries_the_exempt_is_shown_and_sums_to_nothing(book):
    one = running(UPKEEP, EXEMPT)
    type_in(book, one)
    said, plan = assert_follows(book, one), book.plan
    more = [fen(v) for v in said.block(tables.flats(plan), "more") if v != ""]
    freed = said.at(upkeep_figures.figures(plan).freed)
    assert sum(more) == 0 and sum(one for one in more if one > 0) == freed > 0
    assert f"{freed / 100:,.2f} 元" in said.at(upkeep_figures.lines(plan).exempt)
    assert "其余承担的各户" in said.at(upkeep_figures.lines(plan).exempt)
    states = said.block(tables.flats(plan), "state")[:10]
    assert states == [*["系数为 0"] * 4, "承担", "不参与", "承担", "免运维", "免运维", "承担"]
    assert "替免运维的户承担" in bills(said)[0]["怎么算"]


@pytest.mark.parametrize("period", UpkeepPeriod)
def test_the_bills_of_a_year_sum_to_the_year(book, period):
    total = dict.fromkeys((flat.room for flat in BASE.flats), 0)
    for number in range(1, period + 1):
        one = running(replace(UPKEEP, period=period, number=number, fund=0, sharing=Sharing.AREA))
        type_in(book, one)
        for bill in bills(assert_follows(book, one)):
            total[bill["房号"]] += fen(bill["合计应缴"])
    assert list(total.values()) == list(expected(one)[0].dues)


@pytest.mark.parametrize(
    ("period", "number", "words"),
    [
        (UpkeepPeriod.YEAR, 1, "2027 年 全年（第 1 期，共 1 期）"),
        (UpkeepPeriod.HALF_YEAR, 2, "2027 年 7—12 月（第 2 期，共 2 期）"),
        (UpkeepPeriod.QUARTER, 2, "2027 年 4—6 月（第 2 期，共 4 期）"),
        (UpkeepPeriod.MONTH, 12, "2027 年 12 月（第 12 期，共 12 期）"),
    ],
)
def test_the_period_is_said_in_words(book, period, number, words):
    type_in(book, running(replace(UPKEEP, period=period, number=number, year=2027)))
    book.parameter("running_due", 46_400)
    bill = bills(book.read())[0]
    assert bill["缴费期间"] == words and bill["截止日期"] == 46_400


@pytest.mark.parametrize("nth", [1, 7, 8, 9])
def test_the_part_of_a_subsidy_kept_by_rule_is_spread_over_the_years(book, nth):
    rule = with_rule(Subsidy(fixed(10_000_001), upkeep=5_000))
    one = running(replace(UPKEEP, years=8, nth=nth), base=rule)
    type_in(book, one)
    assert_follows(book, one)
    assert expected(one)[0].used > 0 or nth == 9


def test_a_part_filled_in_by_hand_counts_only_where_the_subsidy_is(book):
    upkeep = replace(UPKEEP, kept=8_000_003, years=10)
    for mode in (SubsidyMode.NONE, SubsidyMode.MANUAL):
        one = running(upkeep, subsidy=SubsidyChoice(mode, 10_000_000))
        type_in(book, one)
        assert_follows(book, one)
    assert expected(one)[0].used == 800_000
    type_in(book, replace(one, upkeep=replace(upkeep, years=0)))
    assert book.read().at(upkeep_figures.figures(book.plan).used) == 0


def test_what_is_over_goes_to_the_fund_and_no_bill_is_made(book):
    one = running(replace(UPKEEP, advertising=2_000_000, fund=0))
    type_in(book, one)
    said = assert_follows(book, one)
    assert bills(said) == [] and expected(one)[0].surplus == 739_949
    assert said.at("运维账单!A2") == "本页没有运维账单"


def test_the_fund_alone_makes_bills(book):
    one = running(Upkeep(fund=5_000, period=UpkeepPeriod.MONTH, number=2), ("301",))
    type_in(book, one)
    assert {fen(bill["合计应缴"]) for bill in bills(assert_follows(book, one))} == {5_000}


def test_which_pages_to_print_and_where_they_end(book):
    one = running(replace(UPKEEP, sharing=Sharing.EQUAL), ("101",))
    type_in(book, one)
    printing = upkeep_figures.lines(book.plan).printing
    assert len(bills(book.read())) == 8
    assert book.read().at(printing).endswith("页码选 1 到 3")
    book.household(1, exempt="是")
    book.household(2, exempt="是")
    assert book.read().at(printing).endswith("页码选 1 到 2")
    sheet = load_workbook(BytesIO(make_book(one)))["运维账单"]
    ends = [brk.id for brk in sheet.row_breaks.brk]
    assert ends == [3 * ROWS, 6 * ROWS, 9 * ROWS, 12 * ROWS]
    heights = [sheet.row_dimensions[row].height for row in range(1, 3 * ROWS + 1)]
    assert (
        sum(heights) <= (11.69 - 2 * 0.5) * 72 and not sheet.sheet_properties.pageSetUpPr.fitToPage
    )


def test_the_storeys_show_who_carries_and_what(book):
    one = running(UPKEEP, EXEMPT)
    type_in(book, one)
    said, table = book.read(), tables.storey_table(book.plan)
    dues, storeys = expected(one)[0].dues, [flat.storey for flat in one.flats]
    assert said.block(table, "carrying") == [0, 0, 1, 1, 1]
    assert said.block(table, "spared") == [0, 0, 0, 1, 1]
    assert [fen(amount) for amount in said.block(table, "amount")] == [
        sum(due for due, at in zip(dues, storeys, strict=True) if at == storey)
        for storey in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("scheme", "rule", "basis"),
    [
        ("xianyang", "同建设系数", "《咸阳市中心城区"),
        ("guangzhou", "同建设系数", "》 第八条"),
        ("nanjing", "同建设系数", "由业主协商"),
    ],
)
def test_the_schemes_rule_is_the_default_and_its_source_is_told(scheme, rule, basis):
    one = project(scheme, 4, ODD_AREAS[:1], upkeep=UPKEEP)
    values, plan = made(one)
    assert values[place(plan.parameter("running_rule"))] == rule
    assert basis in values[place(upkeep_figures.lines(plan).basis)]


def test_a_project_with_a_running_cost_is_written_as_it_is():
    one = running(replace(UPKEEP, sharing=Sharing.AREA, year=2027, due_date="2027-07-31"), EXEMPT)
    values, plan = made(one)
    dues = [values[place(a)] for a in column(tables.flats(plan).all("year"))[: len(one.flats)]]
    assert [fen(due) for due in dues] == list(expected(one)[0].dues)
    assert values[place(tables.typed(plan).at("item", 1))] == "维保"
    assert place(tables.typed(plan).at("item", 3)) not in values


def test_the_template_names_the_items_leaves_the_amounts_blank_and_passes(template):
    said = template.read()
    names = [said.at(address) for address in column(tables.typed(template.plan).all("item"))]
    assert names == [*ITEMS, "", ""]
    assert not [name for name in said.failed if "运维" in name]
    assert said.errors == [] and bills(said) == []


# ---------------------------------------------------------------- wrong inputs


def item(value, row=1):
    """Type the amount of one yearly item."""
    return lambda book: book.type(tables.typed(book.plan).at("yuan", row), value)


ITEMS_RIGHT, NUMBERS = "运维各项填写无误", "参数中的数字有效"
WRONG = {
    "amount-in-words": (item("一千"), ITEMS_RIGHT),
    "amount-negative": (item(-1), ITEMS_RIGHT),
    "amount-finer-than-a-fen": (item(1.005), ITEMS_RIGHT),
    "amount-absurd": (item(10_000_001), ITEMS_RIGHT),
    "amounts-absurd-together": (both(item(10_000_000), item(10_000_000, 2)), ITEMS_RIGHT),
    "number-beyond-the-year": (parameter("running_number", 5), "运维期次正确"),
    "number-zero": (parameter("running_number", 0), NUMBERS),
    "advertising-negative": (parameter("running_ads", -1), NUMBERS),
    "fund-in-words": (parameter("running_fund", "五十"), NUMBERS),
    "years-and-a-half": (parameter("running_years", 2.5), NUMBERS),
    "rule-mistyped": (parameter("running_rule", "系数"), "分摊办法选得正确"),
    "period-mistyped": (parameter("running_period", "季"), "分摊办法选得正确"),
    "payers-mistyped": (parameter("running_payers", "全部"), "分摊办法选得正确"),
    "exempt-mistyped": (household(6, exempt="免"), "住户各行填写无误"),
    "nobody-carries": (both(*(household(row, exempt="是") for row in range(10))), "有人承担运维费用"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(book, name):
    type_in(book, running())
    edit, check = WRONG[name]
    edit(book)
    said = book.read()
    assert said.errors == [] and check in said.failed
    assert all("草案" in said.at(f"运维账单!A{n * ROWS + 2}") for n in range(len(bills(said))))


def test_what_cannot_be_meant_is_marked_and_counts_nothing(book):
    type_in(book, running())
    item("一千")(book)
    said, plan = book.read(), book.plan
    assert said.at(tables.typed(plan).at("hint", 1)) == "← 应填数字"
    assert said.at(upkeep_figures.figures(plan).cost) == 480_000 + 60_050
    item("7200.01")(book)
    assert_follows(book, running())


def test_a_stale_number_of_a_period_is_no_mistake_while_there_is_no_running_cost(book):
    book.parameter("running_number", 9)
    assert book.read().failed == []


def test_a_hole_among_the_households_leaves_no_gap_among_the_bills(book):
    type_in(book, running())
    book.household(4, room=None, storey=None, area=None, taking=None)
    rooms = [bill["房号"] for bill in bills(book.read())]
    assert rooms == ["401", "402", "501", "502"]


# ---------------------------------------------------------------- other engines


HARD = {
    "whole-stairwell": running(
        replace(UPKEEP, period=UpkeepPeriod.MONTH, number=12), EXEMPT,
        method=Method(SplitForm.WHOLE, Within.AREA, OptOut.FLOOR),
    ),
    "kept": running(
        replace(UPKEEP, years=3, nth=3, year=2027), EXEMPT,
        base=with_rule(Subsidy(fixed(1_000_001), upkeep=3_333)),
    ),
}  # fmt: skip


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell_of_the_running_cost(book, tmp_path):
    empty, files, ours = draft(book.plan), [], []
    for name, one in HARD.items():
        type_in(book.as_made(), one)
        ours.append(book.values())
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(with_inputs(empty, book.typed))
    cells = [cell for cell in formula_cells(empty) if cell[0] in ("运维", "运维账单")]
    assert len(cells) > 1_000
    for path, one, other in zip(files, ours, libreoffice(files, tmp_path), strict=True):
        assert differences(one, other, cells) == [], path.stem


@pytest.mark.sampled(0)
def test_formulas_agrees_on_an_amount(tmp_path):
    one = running(UPKEEP, ("301",), base=project("general-coefficient", 3, ODD_AREAS[:1]))
    plan, path = SharingPlan(one), tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    cell = place(tables.flats(plan).at("to_pay_fen", 1))
    values = formulas_values(formulas_model(path, [cell]))
    _, now, fund = expected(one)
    assert values[cell] == now[1] + fund[1]
