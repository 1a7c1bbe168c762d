"""Any building with any choices, typed into one template; the hardest cases in LibreOffice too."""

from dataclasses import replace

import pytest
from buildings import NONE, SHARING
from editing import AS_FOUND, sheets, with_inputs
from edits import both, coefficients, cost, household, parameter
from engines import cached, differences, formula_cells, libreoffice
from following import BASE, METHODS, SUBSIDIES, assert_follows, blank_book, costs, with_amount
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.errors import InputError
from elevshare.money import UNITS
from elevshare.project import Project, SubsidyChoice, SubsidyMode, assess
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.sharing.plan import SharingPlan


@st.composite
def projects(draw):
    """A building of 1 to 40 flats with ties and gaps, any choices, and the rows of its flats."""
    storeys = draw(st.integers(1, 12))
    areas = st.one_of(st.sampled_from([8_000, 10_000, 6_103]), st.integers(1, 999_999))
    flat = st.tuples(st.integers(1, storeys), areas, st.sampled_from([True, True, True, False]))
    flats = draw(st.lists(flat, min_size=1, max_size=40))
    rows = sorted(draw(st.permutations(range(40)))[: len(flats)])
    scheme = draw(st.sampled_from(SHARING))
    own = st.dictionaries(st.integers(1, storeys), st.integers(0, 60_000), max_size=storeys)
    amounts = draw(st.lists(st.integers(0, 99_999_999), min_size=1, max_size=10))
    rule = draw(st.sampled_from([case.scheme.subsidy for case in SUBSIDIES.values()]))
    subsidy = SubsidyChoice(
        draw(st.sampled_from(SubsidyMode)),
        draw(st.integers(0, sum(amounts) // 2)),
        draw(st.integers(10, 24)),
        draw(st.booleans()),
        draw(st.booleans()),
    )
    if subsidy.mode is not SubsidyMode.RULE:
        rule = None
    found = Project(
        replace(scheme, subsidy=rule),
        draw(st.sampled_from(METHODS)),
        tuple(Flat(f"{i:03}", *one[:2], taking_part=one[2]) for i, one in enumerate(flats)),
        storeys,
        costs(*amounts),
        subsidy,
        compensation=draw(st.integers(0, 1_000_000)),
        unit=draw(st.sampled_from(list(UNITS))),
        weights=draw(own),
    )
    return found, rows


@settings(AS_FOUND, max_examples=examples(16))
@given(projects())
def test_any_building_with_any_choices_typed_into_one_template(case):
    found, rows = case
    book = blank_book(NONE)
    book.turn_into(found, rows)
    try:
        outcome = assess(found)
    except InputError:
        said = book.read()
        assert said.errors == []
        assert said.failed != []
        return
    red = []
    if not found.cost:
        red.append("已填建设费用")
    names = {"楼层系数已填齐": "有住户的楼层系数已填"}
    # The one template is 南京's, whose rules are for all buildings.
    failed = [c.name for c in outcome.checks if not c.passed and "适用范围" not in c.name]
    red += [names.get(name, name) for name in failed]
    assert_follows(book, found, rows, red)


# --- the hardest cases in another engine -----------------------------------------------------

HARDEST = {
    "odd-unit": replace(
        BASE, unit="百元", method=Method(SplitForm.WHOLE, Within.AREA, OptOut.FLOOR)
    ),
    "ten-items": replace(BASE, costs=costs(*[99_999_999] * 10), unit="角"),
    "four-decimals": replace(BASE, weights={1: 1, 2: 9_999, 3: 12_345, 4: 33_333, 5: 98_765}),
    "equal": replace(BASE, method=Method(SplitForm.FLOORS, Within.EQUAL, OptOut.ALL), unit="元"),
    "subsidy": SUBSIDIES["everything"],
    "rate": SUBSIDIES["rate-of-odd-fen"],
    "compensation": with_amount(61_234_566, compensation=7),
}
HARDEST_EDITS = {
    **{name: lambda b, p=p: b.turn_into(p) for name, p in HARDEST.items()},
    "text": both(household(6, room=401, storey="4", area="61.03", relief="100.5", paid="0.01")),
    "instalments": both(parameter("instalments", 7), parameter("instalment", 7), household(6, fund=1.01)),
    "payers": both(parameter("bill_scope", "不发账单"), household(4, taking="否")),
    "hole": both(household(6, room=None, storey=None, area=None, taking=None)),
    "wrong": both(household(6, area="80左右"), household(7, storey=3.5), parameter("unit", "块")),
    "nothing": both(cost(None), coefficients(*[None] * 5)),
}  # fmt: skip


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_formula_cell(book, tmp_path):
    plan = SharingPlan(BASE)
    empty, files, ours = draft(plan), [], []
    for name, edit in HARDEST_EDITS.items():
        edit(book.as_made())
        ours.append(book.values())
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(with_inputs(empty, book.typed))
    cells = formula_cells(empty)
    assert len(cells) > 1_000
    for path, one, other in zip(files, ours, libreoffice(files, tmp_path), strict=True):
        assert differences(one, other, cells) == [], path.stem
        converted = sheets((tmp_path / "lo" / path.name).read_bytes())
        assert not any(' t="e"' in part for part in converted.values()), path.stem
        assert differences(one, cached(filled(path.read_bytes())), cells) == [], path.stem


def test_a_storey_whose_coefficient_is_missing_is_not_told_that_it_pays_nothing(book):
    book.coefficient(4, None)
    bills = book.read().bills
    assert bills[6]["本户怎么算"] == "本层系数还没有填，暂按 0 计"
    assert bills[0]["本户怎么算"] == "本层系数为 0，本户不出资"
