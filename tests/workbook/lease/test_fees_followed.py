"""Every company, size and period typed into its blank template: the book says what the rules say."""

from dataclasses import replace

import pytest
from editing import AS_FOUND
from hypothesis import given, settings
from hypothesis import strategies as st
from leases import COMPANIES, SIZES, assert_follows, expected, lease, template
from sampling import examples

from elevshare.money import parse_yuan
from elevshare.rules.lease import PERIODS, LeasePeriod, months
from elevshare.workbook.lease.calc.months import months as of_months

CHOICES = [
    *({"period": LeasePeriod.MONTH, "number": number} for number in (1, 2, 12)),
    *({"period": LeasePeriod.QUARTER, "number": number} for number in (1, 4)),
    {"period": LeasePeriod.YEAR},
    {"period": LeasePeriod.CHOSEN, "first": 5, "last": 9},
    {"period": LeasePeriod.CHOSEN, "first": 12, "last": 12},
]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize(("storeys", "flats"), SIZES)
def test_every_table_in_every_period(blank, company, storeys, flats):
    book = blank(company)
    for choice in CHOICES:
        project = lease(company, storeys, flats, **choice)
        book.fill(project)
        assert_follows(book, project)


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("period", PERIODS)
def test_the_bills_of_a_year_add_up_to_the_years_charge(blank, company, period):
    book, project = blank(company), lease(company, 5, 3, period=period)
    book.fill(project)
    sums = [0] * len(project.flats)
    for number in range(1, PERIODS[period] + 1):
        book.parameter("period_no", number)
        fees = book.read().fees[: len(sums)]
        sums = [sum(pair) for pair in zip(sums, fees, strict=True)]
    assert sums == [line.year for line in expected(project)]


@pytest.mark.parametrize("company", COMPANIES)
def test_the_sheet_of_months_adds_up_on_every_storey(blank, company):
    book, project = blank(company), lease(company, 5, 3)
    book.fill(project)
    said, block = book.read(), of_months(book.plan)
    years = {
        flat.storey: line.year for flat, line in zip(project.flats, expected(project), strict=True)
    }
    for storey in range(1, 6):
        found = [said.at(block.at(f"m{k}_fen", storey - 1)) for k in range(1, 13)]
        assert found == [months(years[storey], k, k) for k in range(1, 13)]
        assert said.at(block.at("total", storey - 1)) == years[storey] / 100


INCOMES = {
    "beijing-yanyuan": [1800] * 4,
    "beijing-chengjian": [1720, 1800, 1664, 1800],
    "beijing-hualing": [1800] * 4,
}


@pytest.mark.parametrize("company", COMPANIES)
def test_the_income_of_each_table_is_shown(blank, company):
    book = blank(company)
    book.fill(lease(company, 5, 3))
    said, block = book.read(), book.plan.tables
    assert said.block(block, "month") == INCOMES[company]
    assert said.block(block, "year") == [12 * income for income in INCOMES[company]]
    assert said.block(block, "used") == ["", "", "", "采用"]


def test_the_income_of_the_stairwell_is_shown_with_and_without_those_who_stay_out(blank):
    book, project = blank("beijing-yanyuan"), lease("beijing-yanyuan", 6, 2)
    book.fill(project)
    said, plan = book.read(), book.plan
    assert said.fen(plan.figures.yuan("full_month")) == 180_000
    assert said.fen(plan.figures.yuan("full")) == 2_160_000
    assert said.fen(plan.figures.yuan("annual")) == 2_160_000 - 12 * 16_000


MONEY = {"201": (16_001, 0, 0), "301": (0, 100_000, 0), "401": (500, 12_345, 999), "302": (7, 0, 0)}


def test_arrears_payments_and_relief(blank):
    book, project = (
        blank("beijing-yanyuan"),
        lease("beijing-yanyuan", 6, 2, period=LeasePeriod.QUARTER),
    )
    book.fill(project)
    for row, flat in enumerate(project.flats):
        for key, amount in zip(
            ("arrears", "paid", "relief"), MONEY.get(flat.room, ()), strict=False
        ):
            book.household(row, **{key: amount / 100})
    assert_follows(book, project, MONEY)


def test_the_period_is_named_by_its_days_or_its_months(blank):
    book = blank("beijing-hualing")
    book.fill(lease("beijing-hualing", 6, 2, period=LeasePeriod.QUARTER, number=3))
    assert book.read().bills[0]["本期"] == "第 3 期：租赁年第 7 至 9 个月"
    book.parameter("year_start", 46_418)  # 2027-01-31
    assert book.read().bills[0]["本期"] == "第 3 期：2027-07-31 至 2027-10-30"
    book.parameter("year_start", 46_388)  # 2027-01-01
    assert book.read().bills[0]["本期"] == "第 3 期：2027-07-01 至 2027-09-30"
    book.parameter("period", "自选月份")
    assert book.read().bills[0]["本期"] == "自选月份：2027-01-01 至 2027-12-31"


def test_a_bill_is_complete(blank):
    book, project = (
        blank("beijing-hualing"),
        lease("beijing-hualing", 5, 3, period=LeasePeriod.MONTH),
    )
    book.fill(project)
    papers = {"estate": "幸福里", "building": "3 号楼", "entrance": "2 单元", "payee": "公司",
              "bank": "银行", "account": "0012", "contact": "李会计", "due_date": 46_388}  # fmt: skip
    for key, value in papers.items():
        book.parameter(key, value)
    book.household(3, owner="张三", arrears=10)
    found = book.read().bills[0]
    assert found == {
        "小区楼栋": "幸福里 3 号楼 2 单元", "房号": "201", "业主": "张三", "楼层": "2 层",
        "收费标准": "640.00 元/年", "本期": "第 1 期：租赁年第 1 个月", "本期费用": 53.33,
        "加：以前欠": 10, "减：已缴": 0, "减：减免": 0, "本次应缴": 63.33, "多缴，抵下期": "没有 ",
        "金额大写": "人民币陆拾叁元叁角叁分",
        "费用怎么来": "标准 640.00 元/年，全年 640.00 元平均到 12 个月：到第 1 个月末应收 53.33 元",
        "收款账户": "户名：公司　开户行：银行　账号：0012　附言请写：201电梯费", "截止日期": 46_388,
        "咨询与异议": "李会计",
        "收费依据": "《典型案例》（北京市既有多层住宅加装电梯） 二、代建租赁模式收费案例（表 3、表 4）"
        "（北京市）",
        "存根：房号": "201",
    }  # fmt: skip


def test_a_building_of_another_size_is_a_draft_until_its_own_fees_are_filled_in(blank):
    book, project = blank("beijing-yanyuan"), lease("beijing-yanyuan", 7, 2)
    book.fill(project)
    assert_follows(book, project, red=("有住户的楼层都有收费标准", "有人交费"))
    own = tuple(parse_yuan(text) for text in ("0", "10", "20.5", "0.01", "40", "50", "99999.99"))
    project = replace(project, lease=replace(project.lease, fees=own))
    book.fill(project)
    assert_follows(book, project)


def test_own_fees_come_before_the_table_storey_by_storey(blank):
    book, project = blank("beijing-chengjian"), lease("beijing-chengjian", 6, 3)
    project = replace(project, lease=replace(project.lease, fees=(None, 0, None, 12_345)))
    book.fill(project)
    assert_follows(book, project)


def test_the_size_may_be_stated_where_the_households_do_not_tell_it(blank):
    book, whole = blank("beijing-yanyuan"), lease("beijing-yanyuan", 6, 3)
    few = replace(whole, flats=whole.flats[:7])  # only storeys 1 to 3, one flat on the third
    book.fill(few)
    book.parameter("storeys", 6)
    book.parameter("landing", 3)
    said = book.read()
    assert said.failed == []
    assert said.fees[3:7] == [1_300, 1_300, 1_300, 5_700]


def test_bills_may_go_to_everybody(blank):
    book, project = blank("beijing-yanyuan"), lease("beijing-yanyuan", 6, 2)
    book.fill(project)
    assert len(book.read().bills) == 9
    book.parameter("bill_scope", "全部住户")
    said = book.read()
    assert [one["房号"] for one in said.bills] == [flat.room for flat in project.flats]


def test_a_charge_by_the_year_and_by_the_month(blank):
    book = blank("beijing-hualing")
    book.fill(lease("beijing-hualing", 6, 2, period=LeasePeriod.MONTH))
    assert book.read().fees[2] == 4_500
    book.parameter("charge", "元/月")
    assert book.read().fees[2] == 54_000


rooms = st.lists(
    st.tuples(st.integers(1, 9), st.booleans(), *[st.integers(0, 99_999)] * 3),
    min_size=1, max_size=40,
)  # fmt: skip
own_fees = st.lists(st.integers(0, 10_000_000), min_size=9, max_size=9)


@settings(AS_FOUND, max_examples=examples(10))
@given(rooms, own_fees, st.sampled_from(list(LeasePeriod)), st.data())
def test_any_stairwell_with_its_own_fees(rooms, fees, period, data):
    number = data.draw(st.integers(1, PERIODS.get(period, 1)))
    first, last = sorted(data.draw(st.tuples(*[st.integers(1, 12)] * 2)))
    base = lease("beijing-yanyuan", 6, 2, period=period, number=number, first=first, last=last)
    flats = tuple(
        replace(base.flats[0], room=f"{i:03}", storey=storey, taking_part=taking)
        for i, (storey, taking, *_) in enumerate(rooms)
    )
    project = replace(base, flats=flats, storeys=9, lease=replace(base.lease, fees=tuple(fees)))
    money = {f"{i:03}": tuple(amounts) for i, (_, _, *amounts) in enumerate(rooms)}
    book = template("beijing-yanyuan")
    book.fill(project)
    for row, (_, _, *amounts) in enumerate(rooms):
        for key, amount in zip(("arrears", "paid", "relief"), amounts, strict=True):
            book.household(row, **{key: amount / 100})
    lines = expected(project, money)
    over = any(
        money[flat.room][2] > line.fee + money[flat.room][0]
        for flat, line in zip(flats, lines, strict=True)
    )
    idle = not any(line.year for line in lines)
    red = [name for name, fails in (("有人交费", idle), ("减免不超过费用加欠费", over)) if fails]
    if not any(storey > 1 for storey, *_ in rooms):
        book.parameter("landing", 40)
    assert_follows(book, project, money, tuple(red))
