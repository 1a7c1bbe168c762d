"""Thousands of random calls: the functions in JavaScript against the rules in Python."""

from random import Random

import pytest
from wps_calls import Wps, shown

from elevshare.money import UNITS, upper
from elevshare.rules.loan import schedule
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, share
from elevshare.schemes import load_all
from elevshare_addin.catalogue import answer

#: Schemes with a weight for every storey, of both forms and measures, whole percentages apart.
STEADY = [
    scheme
    for scheme in load_all()
    if scheme.share and not scheme.share.percent and scheme.share.weight(9)
]


@pytest.fixture(scope="module")
def wps(tmp_path_factory):
    return Wps(tmp_path_factory.mktemp("wps"))


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
            SplitForm(scheme.share.form),
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


def random_other_call(dice):
    """A call of another function of a scheme's parts, mostly one that can be answered."""
    _, net, flats, unit, opt_out = random_building(dice)
    columns = [[[flat.storey] for flat in flats], [[flat.area / 100] for flat in flats]]
    takes = [["是" if flat.taking_part else "否"] for flat in flats]
    money, part = net / 100, dice.randrange(1_000_000) / 100
    return dice.choice([
        ("ELEVSHARE", [dice.choice(_stating("share")), money, *columns, takes, unit, opt_out]),
        ("ELEVUPKEEP", [dice.choice(_stating("share")), money, *columns, takes]),
        ("ELEVCOMP", [dice.choice(_stating("compensation")), money, *columns, dice.choice([part, None])]),
        ("SUBSIDY", [dice.choice(_stating("subsidy")), money, dice.randint(4, 30) / 2, *dice.choices("是否", k=2)]),
        ("ELEVFUND", [dice.choice(_stating("fund")), money, min(money, part)]),
        ("ELEVLEASE", [dice.choice(_stating("lease")), dice.choice([5, 6]), dice.choice([2, 3]), [[1], [2], [5]], dice.randint(1, 12)]),
        ("ELEVLATE", [money, "加利息", dice.randint(0, 600), dice.randint(0, 10_000) / 10_000]),
        ("ELEVLATE", [money, "折旧", dice.randint(0, 600), dice.randint(1, 100)]),
        ("ELEVLATE", [money, "折旧", dice.randint(0, 600), dice.randint(1, 100), dice.randint(0, 100)]),
        ("ELEVLATE", [money, "倍数", None, dice.randint(0, 1000) / 100]),
    ])  # fmt: skip


def _stating(part):
    """Ids of the schemes that state a part."""
    return [scheme.id for scheme in load_all() if getattr(scheme, part)]


def test_thousands_of_other_calls_come_out_alike(wps):
    dice = Random(1)
    calls = [random_other_call(dice) for _ in range(4000)]
    answered = set()
    for call, found in zip(calls, wps.answers(calls), strict=True):
        assert found == shown(answer(*call)), call
        if not isinstance(found, str):
            answered.add((call[0], call[1][0] if isinstance(call[1][0], str) else call[1][1]))
    assert len({name for name, _ in answered}) == 7 and len(answered) >= 40


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
