"""Thousands of random calls: the functions in JavaScript against the rules in Python."""

from dataclasses import dataclass
from random import Random

import pytest
from wps_calls import Wps, shown

from elevshare.money import UNITS, upper
from elevshare.rules.loan import schedule
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, carrying_size, share
from elevshare.schemes import Scheme, load_all
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


@dataclass(frozen=True)
class Building:
    """A stairwell at random: its scheme, an amount in fen, and how it is shared."""

    scheme: Scheme
    net: int
    flats: list[Flat]
    unit: str
    method: Method

    @property
    def columns(self):
        """Storeys, areas and who takes part."""
        return [
            [[flat.storey] for flat in self.flats],
            [[flat.area / 100] for flat in self.flats],
            [["是" if flat.taking_part else "否"] for flat in self.flats],
        ]

    def share_of(self, scheme):
        """The arguments of ELEVSHARE by a scheme."""
        flats, chosen = self.flats, sorted(self.method.carriers)
        own = [[None if one.own_weight is None else one.own_weight / 10_000] for one in flats]
        fixed = [[None if one.fixed is None else one.fixed / 100] for one in flats]
        words = (self.unit, OPT_OUTS[self.method.opt_out])
        carriers = ",".join(map(str, chosen)) if len(chosen) > 2 else [chosen]
        last = carriers if chosen else None
        return [scheme, self.net / 100, *self.columns, *words, own, fixed, last]


OPT_OUTS = {OptOut.ALL: "全体", OptOut.FLOOR: "同层", OptOut.CHOSEN: "指定楼层"}


def random_building(dice, terms=True):
    """Flats, an amount, a unit and who carries the gap, all at random.

    ``terms``: with half storeys and such below 1, own weights and fixed sums.
    """
    scheme, rare = dice.choice(STEADY), dice.choice([0, 0.1, 0.3]) * terms
    storeys = [
        storey + dice.choice([0.5, -10]) * (dice.random() < rare / 3)
        for storey in range(1, dice.randint(2, 9) + 1)
        for _ in range(dice.randint(1, 4))
    ]
    dice.shuffle(storeys)
    flats = [random_flat(dice, max(storey, -9), scheme, rare) for storey in storeys]
    flats.append(Flat("", dice.randint(2, 9), dice.randint(1, 99_999)))
    net = dice.choice([dice.randrange(10**9), dice.randrange(100), 0])
    opt_out = dice.choice(list(OPT_OUTS))
    chosen = [flat.storey for flat in dice.choices(flats, k=3)] if opt_out is OptOut.CHOSEN else ()
    form = SplitForm(scheme.share.form)
    method = Method(form, scheme.share.within, opt_out, frozenset(chosen))
    return Building(scheme, net, flats, dice.choice(list(UNITS)), method)


def random_flat(dice, storey, scheme, rare):
    """A flat, rarely with terms of its own; on a storey without weight it needs some."""
    named = storey < 1 or scheme.share.weight(storey) is not None
    own = dice.choice([0, 1, 10_000, dice.randint(0, 50_000)])
    return Flat(
        "", storey, dice.randint(1, 99_999), taking_part=dice.random() < 0.8,
        own_weight=own if not named or dice.random() < rare else None,
        fixed=dice.choice([0, dice.randrange(10), dice.randrange(10**6)]) if dice.random() < rare else None,
    )  # fmt: skip


def test_thousands_of_buildings_come_out_as_by_the_rules(wps):
    dice, calls, expected = Random(54), [], []
    kinds, odd = set(), {"own": 0, "fixed": 0, "half": 0, "deep": 0}
    for _ in range(5000):
        one = random_building(dice)
        known = {flat.storey: one.scheme.share.weight(flat.storey) for flat in one.flats}
        weights = {storey: found.value if found else 0 for storey, found in known.items()}
        if not payable(one, weights):
            continue
        kinds.add((one.method.form, one.method.within, one.method.opt_out))
        dues = share(one.net, one.flats, weights, one.method, UNITS[one.unit])
        calls.append(("ELEVSHARE", one.share_of(one.scheme.id)))
        expected.append([[due / 100] for due in dues])
        for flat in one.flats:
            odd["own"] += flat.own_weight is not None
            odd["fixed"] += flat.pays_fixed
            odd["half"] += flat.storey % 1 > 0
            odd["deep"] += flat.storey < 1
    assert len(calls) > 3000 and len(kinds) >= 9 and min(odd.values()) > 500, (len(calls), odd)
    assert wps.answers(calls) == expected


def payable(one, weights):
    """Whether there is somebody to pay, as the function asks for it."""
    taking = [flat for flat in one.flats if flat.taking_part]
    ruled = [flat for flat in taking if not flat.pays_fixed]
    fixed = sum(flat.fixed for flat in taking if flat.pays_fixed)
    weighed = any(
        weights[flat.storey] if flat.own_weight is None else flat.own_weight for flat in ruled
    )
    gap = one.method.opt_out is OptOut.CHOSEN and len(taking) < len(one.flats)
    carried = any(carrying_size(flat, weights, one.method) for flat in one.flats)
    return fixed <= one.net and weighed and (carried or not gap)


def random_other_call(dice):
    """A call of another function of a scheme's parts, mostly one that can be answered."""
    one = random_building(dice, terms=dice.random() < 0.3)
    *columns, takes = one.columns
    money, part = one.net / 100, dice.randrange(1_000_000) / 100
    return dice.choice([
        ("ELEVSHARE", one.share_of(dice.choice(_stating("share")))),
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
