"""The functions in JavaScript, as built for WPS, against the vectors and against the rules."""

import json
from random import Random

import build
import pytest
from calls import ALL, GOOD, vectors
from wps_calls import Wps, as_range, in_cells, shown

from elevshare.money import UNITS, upper
from elevshare.rules.loan import schedule
from elevshare.rules.share import Flat, Form, Method, OptOut, share
from elevshare.schemes import load_all
from elevshare_addin.catalogue import answer, why
from elevshare_addin.descriptions import FUNCTIONS

#: Schemes with a weight for every storey, of both forms and measures, whole percentages apart.
STEADY = [
    scheme
    for scheme in load_all()
    if scheme.share and not scheme.share.percent and scheme.share.weight(9)
]
ERRORS = {"#N/A": -2146826246, "#NUM!": -2146826252, "#VALUE!": -2146826273, "#REF!": -2146826265, "#DIV/0!": -2146826281}  # fmt: skip


@pytest.fixture(scope="module")
def wps(tmp_path_factory):
    return Wps(tmp_path_factory.mktemp("wps"))


@pytest.mark.parametrize("as_given", [lambda value: value, in_cells, as_range])
def test_every_vector_cell_by_cell(wps, as_given):
    cases = [(name, case) for name in ALL for case in vectors(name)]
    found = wps.answers((name, [as_given(one) for one in case["args"]]) for name, case in cases)
    for (name, case), seen in zip(cases, found, strict=True):
        assert seen == case.get("error", shown(case["result"])), (name, json.dumps(case))


def test_the_modules_by_themselves_import_all_that_they_use(wps):
    calls = [(name, case["args"]) for name in ALL for case in vectors(name)]
    assert wps.answers(calls, build.SOURCES / "catalogue.js") == wps.answers(calls)


def test_every_vector_that_fails_says_why_in_the_same_words(wps):
    cases = [(name, case) for name in ALL if name != "ELEVCHECK" for case in vectors(name)]
    found = wps.reasons((name, case["args"]) for name, case in cases)
    for (name, case), seen in zip(cases, found, strict=True):
        assert seen == case.get("why", "正确"), (name, json.dumps(case))


def random_building(dice):
    """A scheme, an amount in fen, flats, a unit and who carries the gap, all at random."""
    flats = [
        Flat("", storey, dice.randint(1, 99_999), taking_part=dice.random() < 0.8)
        for storey in range(1, dice.randint(2, 9) + 1)
        for _ in range(dice.randint(1, 4))
    ]
    dice.shuffle(flats)
    flats.append(Flat("", dice.randint(2, 9), dice.randint(1, 99_999)))
    net = dice.choice([dice.randrange(10**9), dice.randrange(100), 0])
    return dice.choice(STEADY), net, flats, dice.choice(list(UNITS)), dice.choice(["全体", "同层"])


def test_thousands_of_buildings_come_out_as_by_the_rules(wps):
    dice, calls, expected = Random(54), [], []
    forms = set()
    for _ in range(4000):
        scheme, net, flats, unit, opt_out = random_building(dice)
        columns = [[[flat.storey] for flat in flats], [[flat.area / 100] for flat in flats],
                   [["是" if flat.taking_part else "否"] for flat in flats]]  # fmt: skip
        method = Method(
            Form(scheme.share.form),
            scheme.share.within,
            OptOut.ALL if opt_out == "全体" else OptOut.FLOOR,
        )
        weights = {flat.storey: scheme.share.weight(flat.storey).value for flat in flats}
        if not any(flat.taking_part and weights[flat.storey] for flat in flats):
            continue
        forms.add(method)
        dues = share(net, flats, weights, method, UNITS[unit])
        calls.append(("ELEVSHARE", [scheme.id, net / 100, *columns, unit, opt_out]))
        expected.append([[due / 100] for due in dues])
    assert len(calls) > 3000 and len({(one.form, one.within) for one in forms}) >= 3
    assert wps.answers(calls) == expected


def test_random_loans_pay_back_as_by_the_rules(wps):
    dice = Random(7)
    loans = [
        (dice.choice([dice.randrange(10**9), dice.randrange(500)]), dice.choice([0, dice.randint(1, 10_000)]), dice.randint(1, 120))
        for _ in range(400)
    ]  # fmt: skip
    found = wps.answers(
        ("ELEVINSTALMENT", [amount / 100, months, rate / 10_000]) for amount, rate, months in loans
    )
    for loan, rows in zip(loans, found, strict=True):
        amount, rate, months = loan
        lines = schedule(amount, rate, months)
        assert rows == [
            [one.number, one.payment / 100, one.principal / 100, one.interest / 100, one.balance / 100]
            for one in lines
        ], loan  # fmt: skip


def test_random_votes_come_out_alike_also_where_it_is_just_enough(wps):
    dice, calls = Random(278), []
    rules = [scheme.id for scheme in load_all() if scheme.consent]
    for _ in range(1500):
        count = dice.randint(1, 12)
        area = dice.choice([lambda: 80.0, lambda: round(dice.uniform(20, 200), 2)])
        columns = (
            [[area()] for _ in range(count)],
            *(
                [[dice.choice(words)] for _ in range(count)]
                for words in ("是是否", "是否", "甲乙丙丁戊己庚辛")
            ),
        )
        given = [dice.choice(rules), *columns]
        given[2] = [[dice.choice("是是否") if agrees == "否" else "是"] for (agrees,) in given[3]]
        calls.append(("ELEVVOTE", given[: dice.choice([4, 4, 5])]))
    found = wps.answers(calls)
    assert found == [shown(answer(*call)) for call in calls]
    verdicts = {rows[0][1] for rows in found}
    assert verdicts >= {"通过", "未通过", "须核对"}


def test_random_amounts_in_capital_figures(wps):
    dice = Random(3)
    amounts = [dice.randrange(10 ** dice.randint(1, 11)) for _ in range(3000)]
    found = wps.answers(("RMBUPPER", [amount / 100]) for amount in amounts)
    assert found == [upper(amount) for amount in amounts]


#: What may stand in a cell, besides numbers.
ODD = [
    None, "", " ", True, False, 0, 1, 2, 3.5, -1, 0.1 + 0.2, 100.005, 1 / 3, 1e-7, 1e15, 1e300, 61.03, 1234567.891,
    "是", "否", "Ｎ", "√", "也许", "60万", "１２３．４５", "80㎡", "80 平方米", "3层", "第４楼", "5f", "3%", "0.03", "１００,０００元",
    "1,00", "-5", "--5", "1e5", ".5", "5.", "南京", "NANJING", "南 京", "上海-七层", "厦门", "咸阳", "燕园图新", "民法典278-改建",
    "百元", "同层", "上限", "下限", "补贴", "倍数", "折旧", "加利息", "ELEVNET", "rmbupper", "#N/A", "#REF!", "#DIV/0!",
    "很长很长的一段文字" * 5, "看\u200b不\u202e见", "a\tb", "😀" * 40, "ß", "甲",
]  # fmt: skip


def random_call(dice):
    """A good call with some of its arguments replaced by anything."""
    name = dice.choice([one for one in ALL if one != "ELEVCHECK"])
    given = list(GOOD[name])
    for at in dice.sample(range(len(given)), dice.randint(1, min(2, len(given)))):
        given[at] = dice.choice([_odd, _column, _spoilt])(dice, given[at])
    if dice.random() < 0.1:
        given = given[: dice.randrange(len(given) + 1)]
    return name, given


def _odd(dice, _):
    return dice.choice([*ODD, round(dice.uniform(0, 200), dice.randint(0, 4))])


def _column(dice, _):
    wide, high = dice.randint(1, 3), dice.randint(1, 18)
    return [[_odd(dice, None) for _ in range(wide)] for _ in range(high)]


def _spoilt(dice, good):
    """The good column with one cell changed."""
    if not isinstance(good, list):
        return _odd(dice, good)
    found = [list(row) for row in good]
    found[dice.randrange(len(found))][0] = _odd(dice, None)
    return found


def as_excel(value):
    """Numbers are floats in Excel."""
    if isinstance(value, list):
        return [[as_excel(cell) for cell in row] for row in value]
    return float(value) if type(value) is int else value


def test_whatever_stands_in_the_cells_both_add_ins_say_the_same(wps):
    dice = Random(2026)
    calls = [random_call(dice) for _ in range(4000)]
    answers, reasons = wps.answers(calls), wps.reasons(calls)
    refused = set()
    for (name, given), found, reason in zip(calls, answers, reasons, strict=True):
        cells = [as_excel(one) for one in given]
        assert found == shown(answer(name, cells)), (name, given)
        assert reason == (why(name, cells) or "正确"), (name, given)
        refused |= {found} if isinstance(found, str) else set()
    assert {"#VALUE!", "#N/A", "#NUM!"} <= refused


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_in_a_cell_is_passed_on_as_text_or_as_number(wps, error):
    calls = [("ELEVNET", [600000, [[cell]]]) for cell in (error, ERRORS[error])]
    assert wps.answers(calls) == [answer("ELEVNET", [600000.0, error])] * 2


def test_a_date_is_refused_where_wps_hands_over_one(wps):
    call = ("ELEVNET", [{"date": "2026-03-01T12:00:00"}])
    assert wps.answers([call]) == ["#VALUE!"]
    assert wps.reasons([call])[0].startswith("总费用（cost）：是日期「2026-03-01」。")


def test_every_function_is_registered_in_the_namespace_of_the_manifest(wps):
    assert wps.answers([("names", [])])[0] == [f"ELEV.{name}" for name in FUNCTIONS]
    manifest = (wps.folder / "manifest.xml").read_text(encoding="utf-8")
    assert "<Namespace>ELEV</Namespace>" in manifest


def test_the_button_says_how_the_functions_are_called(wps):
    done, said, loaded, picture = wps.answers([("help", [])])[0]
    assert done and loaded and "=ELEV.ELEVSHARE(" in said
    assert (wps.folder / picture).exists()
