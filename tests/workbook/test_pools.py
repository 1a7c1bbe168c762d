"""分项: the book shares every pool as the rules do, as planned, as settled and with a joiner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, column, place
from engines import cached
from exactness import exact
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.errors import InputError
from elevshare.money import UNITS
from elevshare.opened import opened
from elevshare.project import CostItem, SubsidyChoice, SubsidyMode, Topic, assess, settle
from elevshare.project.assess import joined_share
from elevshare.project.topics import needed
from elevshare.returned import read_back
from elevshare.rules.late import Joining
from elevshare.rules.pools import Pool, PoolWay
from elevshare.rules.settlement import Actual, HouseholdAccount
from elevshare.rules.share import OptOut, Within
from elevshare.workbook.book import make_book
from elevshare.workbook.checks import check_block
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.pools import splits
from elevshare.workbook.subjects.settlement.places import flats as settled_flats
from elevshare.workbook.subjects.sharing.plan import SharingPlan

CORRIDOR = Pool("新增连廊", weights={2: 200_000, 3: 200_000, 4: 200_001})
PIPES = Pool("管线", PoolWay.EQUAL)
DOOR = Pool("门洞", PoolWay.ROOMS, rooms={"301": 10_000, "402": 25_000})
COSTS = (
    CostItem("电梯", 40_000_001),
    CostItem("连廊", 9_000_007, pool="新增连廊"),
    CostItem("管线", 1_200_005, pool="管线"),
    CostItem("门洞", 300_000, pool="门洞"),
)
SUBSIDY = SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)
THREE = project(
    storeys=4, areas=ODD_AREAS[:2], costs=COSTS, pools=(CORRIDOR, PIPES, DOOR), subsidy=SUBSIDY
)


class Read:
    """A finished book: what its cells say."""

    def __init__(self, project):
        self.plan, self.data = SharingPlan(project), make_book(project)
        self.values = cached(self.data)

    def at(self, address):
        return self.values.get(place(address), "")

    def block(self, block, key, count):
        return [self.at(one) for one in column(block.all(key))][:count]

    @property
    def failed(self):
        block = check_block(self.plan)
        results = [self.at(one) for one in column(block.all("result"))]
        names = [self.at(one) for one in column(block.all("name"))]
        return [name for name, said in zip(names, results, strict=True) if said == "不通过"]


def assert_follows(said, project):
    """The book has the amounts of the rules, of each pool and in all."""
    found, count = assess(project), len(project.flats)
    assert said.block(said.plan.shares, "fen", count) == list(found.dues)
    assert said.block(said.plan.shares, "main_fen", count) == list(found.main)
    for number, pool in enumerate(found.pools):
        table = splits.split(said.plan, "planned", number).flats
        assert said.block(table, "fen", count) == list(pool.parts)
    assert said.at(said.plan.figure("net")) == found.net == sum(found.dues)


def test_a_book_with_three_pools_passes_and_comes_back_as_it_was():
    said = Read(THREE)
    assert said.failed == []
    assert_follows(said, THREE)
    back = read_back(opened(said.data, "退回.xlsx"))
    assert back.findings == ()
    assert (back.project.pools, back.project.costs) == (THREE.pools, COSTS)
    assert assess(back.project).dues == assess(THREE).dues


def test_the_bill_and_the_notice_name_every_part():
    said = Read(replace(THREE, topics=frozenset({Topic.NOTICE})))
    texts = [str(value) for (sheet, _), value in said.values.items() if sheet == "账单"]
    assert "本户主项" in texts and "本户分项" in texts
    assert any(
        text.startswith("新增连廊：本层 ") and "；管线：费用 12,000.05 元×1 户÷8 户" in text
        for text in texts
    )
    posted = [str(value) for (sheet, _), value in said.values.items() if sheet == "公示"]
    assert any("新增连廊 90,000.07 元，先分楼层" in text for text in posted)


def test_what_is_above_the_main_cost_fails_a_check_of_its_own():
    said = Read(replace(THREE, subsidy=SubsidyChoice()))
    assert said.failed == []
    with pytest.raises(InputError, match="超过主项费用"):
        make_book(replace(THREE, subsidy=SubsidyChoice(SubsidyMode.MANUAL, 40_000_002)))


@st.composite
def _projects(draw):
    """A small building with pools of any kind, and what its pools cost in the end."""
    storeys = draw(st.integers(2, 4))
    flats = project(storeys=storeys, areas=ODD_AREAS[: draw(st.integers(1, 3))]).flats
    flats = tuple(replace(flat, taking_part=draw(st.integers(0, 3)) > 0) for flat in flats)
    pools = []
    for number in range(draw(st.integers(1, 3))):
        weight = st.sampled_from([0, 5_000, 10_000, 13_333, 200_000])
        pools.append(Pool(
            f"第{number}项", draw(st.sampled_from(PoolWay)), draw(st.sampled_from(Within)),
            draw(st.dictionaries(st.integers(1, storeys), weight)),
            draw(st.dictionaries(st.sampled_from([f.room for f in flats]), st.integers(1, 30_000))),
        ))  # fmt: skip
    fen = st.integers(0, 99_999_999)
    costs = [CostItem("电梯", draw(st.integers(1, 99_999_999)))]
    costs += [CostItem(pool.name, draw(fen), pool=pool.name) for pool in pools]
    made = project(
        "xianyang",
        storeys=storeys,
        costs=tuple(costs),
        pools=tuple(pools),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, draw(st.integers(0, costs[0].fen))),
        opt_out=draw(st.sampled_from([OptOut.ALL, OptOut.FLOOR])),
        unit=draw(st.sampled_from(list(UNITS))),
        settlement=Actual(costs=tuple(draw(fen) for _ in costs), subsidy=0),
        joinings=tuple(Joining(f.room) for f in flats if not f.taking_part)[:2],
    )
    return replace(made, flats=flats)


def assert_shared_as_by_the_rules(found):
    """The book, what is read back of it, and the rules agree: planned, settled, with joiners."""
    try:
        outcome, settled = assess(found), settle(found, [HouseholdAccount()] * len(found.flats))
        rooms = [one.room for one in found.joinings]
        joined = [joined_share(found, room, rooms[:n]) for n, room in enumerate(rooms)]
    except (InputError, ValueError):
        assume(False)
    assume(Topic.OWN_TERMS in needed(found) or exact(found, outcome.net))
    said = Read(found)
    assert_follows(said, found)
    count = len(found.flats)
    assert said.block(settled_flats(said.plan), "fen", count) == list(settled.shares)
    assert [said.at(one.steps.joined) for one in joiners(said.plan)][: len(joined)] == joined
    back = read_back(opened(said.data, "退回.xlsx")).project
    assert (back.pools, back.costs) == (found.pools, found.costs)
    assert settle(back, [HouseholdAccount()] * count).shares == settled.shares
    assert assess(back).dues == outcome.dues


@settings(AS_FOUND, max_examples=examples(25), deadline=None)
@given(_projects())
def test_any_pools_are_shared_as_the_rules_share_them(found):
    assert_shared_as_by_the_rules(found)


@st.composite
def _with_terms(draw):
    """The same with households on half stops, below storey 1, and of own terms."""
    made = draw(_projects())
    flats = []
    for flat in made.flats:
        terms = draw(st.integers(0, 5))
        fixed = draw(st.integers(0, 99)) if terms == 1 and flat.taking_part else None
        own = draw(st.integers(0, 50_000)) if terms == 2 else None
        storey = -1 if terms == 3 else flat.storey + 0.5 if terms == 4 else flat.storey
        flats.append(replace(flat, fixed=fixed, own_weight=own, storey=storey))
    top = max(flat.storey for flat in flats)
    method = replace(made.method, within=draw(st.sampled_from(Within)))
    if draw(st.booleans()):
        method = replace(method, opt_out=OptOut.CHOSEN, carriers=frozenset({int(top), top}))
    weights = {flat.storey: draw(st.integers(1, 30_000)) for flat in flats if flat.storey > 1}
    return replace(made, flats=tuple(flats), method=method, weights=weights)


@settings(AS_FOUND, max_examples=examples(25), deadline=None)
@given(_with_terms())
def test_any_pools_beside_terms_of_households(found):
    assert_shared_as_by_the_rules(found)
