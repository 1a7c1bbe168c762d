"""The functions give what stands in the cells of a book: two independent statements of a rule."""

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from calls import excel_number
from editing import Book, fen
from stand_in.excel import MISSING, column

from elevshare.intake import project_from
from elevshare.project import MAX_STOREYS, SubsidyChoice, SubsidyMode
from elevshare.rules.compensation import Compensation
from elevshare.rules.consent import Voting
from elevshare.rules.fund import Fund
from elevshare.rules.late import Joining, JoiningWay
from elevshare.rules.loan import Loan
from elevshare.rules.share import Flat, OptOut
from elevshare.rules.upkeep import Upkeep, UpkeepItem
from elevshare.schemes import find, with_part
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.household import LOWEST
from elevshare.workbook.lease.calc.months import months
from elevshare.workbook.subjects.compensation import tables as compensation
from elevshare.workbook.subjects.consent import decision as consent
from elevshare.workbook.subjects.fund import tables as fund
from elevshare.workbook.subjects.interval import tables as interval
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.loans import tables as loans
from elevshare.workbook.subjects.sharing.plan import SharingPlan
from elevshare.workbook.subjects.upkeep import tables as upkeep
from elevshare_addin.cells import HALF_STOREY
from elevshare_addin.descriptions import FUNCTIONS

LATE = Joining("302", 1_007_701, JoiningWay.INTEREST, rate=435, months=19)
RULE = "民法典278-改建"


def everything():
    """南京 with 咸阳's subsidy, 厦门's compensation, and every other subject; odd amounts."""
    scheme = with_part(find("nanjing"), "subsidy", find("xianyang"))
    scheme = with_part(scheme, "compensation", find("xiamen"))
    rule = scheme.compensation.rule
    one = project(
        areas=ODD_AREAS[:2], cost=61_234_567, out=("302", "601"), unit="角",
        subsidy=SubsidyChoice(SubsidyMode.RULE),
        payouts=Compensation(rule.way, 1_000_025, rule.second),
        upkeep=Upkeep((UpkeepItem("维保", 600_001), UpkeepItem("电费", 123_456))),
        loan=Loan(1_234_567, 435, 11), joinings=(LATE,), fund=Fund(room="501"), voting=Voting(RULE),
    )  # fmt: skip
    flats = tuple(
        replace(
            flat, vote=n % 5 != 0, agrees=n % 5 not in (0, 3), person="王" if n in (1, 2) else ""
        )
        for n, flat in enumerate(one.flats)
    )
    return replace(one, scheme=scheme, flats=flats)


@pytest.fixture(scope="module")
def said():
    """The cached values of its book."""
    one = everything()
    plan = SharingPlan(one)
    return Book(make_book(one), plan).read()


@pytest.fixture
def call(excel):
    """Numbers are typed in, columns are ranges; what is left out at the end is missing."""

    def called(name, *args):
        given = [excel_number(one) if one is not None else MISSING for one in args]
        missing = [MISSING] * (len(FUNCTIONS[name].arguments) - len(args))
        return excel.call(name, *given, *missing)

    return called


def houses(one):
    """Storeys, areas and who takes part."""
    return (
        column(*(float(flat.storey) for flat in one.flats)),
        column(*(flat.area / 100 for flat in one.flats)),
        column(*("是" if flat.taking_part else "否" for flat in one.flats)),
    )


def fens(result):
    return [fen(row[0]) for row in result]


def of(said, block, key):
    """The cells of all households; those beyond the last show nothing."""
    return said.block(block, key)[: len(said.plan.project.flats)]


def test_subsidy_net_and_share(said, call):
    one = said.plan.project
    cost, granted = said.named("total_cost"), call("SUBSIDY", "咸阳", said.named("total_cost"), 7)
    assert fen(granted) == fen(said.named("subsidy")) > 0
    net = call("ELEVNET", cost, granted, said.named("compensation"))
    assert fen(net) == fen(said.named("net_cost"))
    dues = fens(call("ELEVSHARE", "南京", net, *houses(one), "角"))
    assert dues == said.dues[: len(dues)] and len(set(dues)) > 8


def with_terms(one):
    """The same with households of their own terms, on a half storey and below storey 1."""
    own = {"301": 3000, "402": 21_500, "601": 0}
    fixed = {"202": 12_345, "701": 0, "302": 500_000}
    flats = tuple(
        replace(flat, own_weight=own.get(flat.room), fixed=fixed.get(flat.room))
        for flat in one.flats
    )
    more = (Flat("451", 4.5, 7012, own_weight=14_000), Flat("001", -1, 3000, fixed=99_999))
    return replace(one, flats=(*flats, *more))


def with_half_storey(one):
    """The same with a household on a half storey, where all storeys weigh alike."""
    return replace(one, flats=(*one.flats, Flat("451", 4.5, 7012)))


OPT_OUTS = {OptOut.ALL: "全体", OptOut.FLOOR: "同层", OptOut.CHOSEN: "指定楼层"}


@pytest.mark.sampled(6)
@pytest.mark.parametrize(
    ("scheme", "more"),
    [
        ("nanjing", with_terms), ("general-area", with_terms), ("chongqing", with_terms),
        ("nanjing", replace), ("general-area", with_half_storey), ("chongqing", replace),
    ],
)  # fmt: skip
@pytest.mark.parametrize("opt_out", OPT_OUTS)
def test_shares_of_the_new_kinds(scheme, more, opt_out, call):
    plain = project(scheme, areas=ODD_AREAS[:2], cost=41_234_567, out=("502", "302"), unit="元")
    carriers = (5.0, 7.0) if opt_out is OptOut.CHOSEN else ()
    method = replace(plain.method, opt_out=opt_out, carriers=frozenset(carriers))
    one = more(replace(plain, method=method))
    dues = Book(make_book(one), SharingPlan(one)).read().dues[: len(one.flats)]
    own = column(*(None if f.own_weight is None else f.own_weight / 10_000 for f in one.flats))
    fixed = column(*(None if f.fixed is None else f.fixed / 100 for f in one.flats))
    last = (own, fixed, column(*carriers) if carriers else None)
    found = call("ELEVSHARE", scheme, 412_345.67, *houses(one), "元", OPT_OUTS[opt_out], *last)
    assert fens(found) == dues and len(set(dues)) > 5


def test_books_and_functions_know_the_same_storeys():
    assert HALF_STOREY.low == 2 * LOWEST and HALF_STOREY.high == 2 * MAX_STOREYS + 1


def test_coefficients(said, call):
    shown = said.block(said.plan.storey_table, "coefficient")
    found = call("ELEVCOEF", "南京", column(*map(float, range(1, 8))), 7)
    assert [row[0] for row in found] == shown


def test_compensation(said, call):
    storeys, areas, _ = houses(said.plan.project)
    cost = said.named("total_cost")
    paid = fens(call("ELEVCOMP", "厦门", cost, storeys, areas, 10_000.25))
    assert paid == of(said, compensation.households(said.plan), "fen")
    assert sum(paid) == fen(said.named("compensation")) > 0


def test_upkeep(said, call):
    found = fens(call("ELEVUPKEEP", "南京", 7234.57, *houses(said.plan.project)))
    assert found == of(said, upkeep.flats(said.plan), "fen") and sum(found) == 723_457


def test_fund(said, call):
    gross, granted, limit = (
        said.at(fund.figures(said.plan)[key]) for key in ("gross", "granted", "limit")
    )
    assert fen(call("ELEVFUND", "南京", gross / 100, granted / 100)) == limit > 0


def test_instalments(said, call):
    rows = loans.months(said.plan)
    shown = [said.block(rows, key)[:12] for key in ("period", "payment", "principal", "interest", "balance")]  # fmt: skip
    found = call("ELEVINSTALMENT", 12_345.67, 11, 0.0435)
    assert [list(row) for row in zip(*shown, strict=True)] == [*found, [""] * 5]


def test_who_joins_late(said, call):
    found = call("ELEVLATE", 10_077.01, "加利息", 19, 0.0435)
    assert fen(found) == said.at(joiners(said.plan)[0].steps.payment) > 1_007_701


def test_the_vote(said, call):
    one, block = said.plan.project, consent.hurdles(said.plan)
    marks = [column(*("是" if mark else "否" for mark in marks)) for marks in zip(*((f.vote, f.agrees) for f in one.flats), strict=True)]  # fmt: skip
    people = column(*(flat.person or None for flat in one.flats))
    table = dict(call("ELEVVOTE", RULE, houses(one)[1], *marks, people))
    have, base, missing = (said.block(block, key) for key in ("have", "base", "missing"))
    names = ["参与面积", "参与人数", "同意面积", "同意人数"]
    assert [table[name] for name in names] == pytest.approx(
        [part / whole for part, whole in zip(have, base, strict=True)], abs=5.1e-5
    )
    assert [name for name in names if name in table["还差"]] == [
        name for name, lack in zip(names, missing, strict=True) if lack
    ]
    assert ("不通过" in said.at(consent.CONCLUSION)) is (table["结论"] != "通过") is True


def test_capital_figures(said, call):
    bills = said.bills
    assert len({bill["本次应缴"] for bill in bills}) > 8
    for bill in bills:
        asked = bill["本次应缴"]
        nothing = asked == "不用缴款"
        assert bill["金额大写"] == (
            "本户不用缴款" if nothing else "人民币" + call("RMBUPPER", asked)
        )


@pytest.mark.parametrize("scheme", ["beijing-hualing", "beijing-yanyuan"])
def test_fees_of_a_lease(scheme, call):
    one = project_from(find(scheme), storeys="5", areas="60,70,80")
    plan = family_of(one).plan(one)
    said = Book(make_book(one), plan).read()
    storeys = houses(one)[0]
    assert fens(call("ELEVLEASE", scheme, 5, 3, storeys)) == [
        fen(year) for storey in (flat.storey for flat in one.flats)
        for year in [said.block(plan.storey_table, "annual")[storey - 1]]
    ]  # fmt: skip
    every = [said.block(months(plan), f"m{n}") for n in range(1, 6)]
    whole = [fen(sum(month[storey] for month in every)) for storey in range(5)]
    assert fens(call("ELEVLEASE", scheme, 5, 3, column(1.0, 2.0, 3.0, 4.0, 5.0), 5)) == whole


@pytest.mark.parametrize("bound, key", [("下限", "low"), ("上限", "high")])
def test_intervals(bound, key, call):
    one = project("shanghai-7-level")
    said = Book(make_book(one), plan := SharingPlan(one)).read()
    found = call("ELEVRANGE", one.scheme.name, column(*map(float, range(2, 8))), 7, bound)
    assert [row[0] for row in found] == said.block(interval.storeys(plan), key)[1:7]
