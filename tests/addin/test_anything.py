"""Whatever stands in the cells: an answer, or an error of Excel with a reason in Chinese."""

import re
from datetime import datetime
from decimal import Decimal

import pytest
from calls import ALL, GOOD
from hypothesis import given, settings
from hypothesis import strategies as st

from elevshare_addin.catalogue import answer, why
from elevshare_addin.descriptions import FUNCTIONS

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.floats(1, 200).map(lambda number: round(number, 2)),
    st.integers(-2, 50),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-1e9, max_value=1e9),
    st.sampled_from(
        ["是", "否", "", " ", "60万", "80㎡", "3%", "南京", "#N/A", "#REF!", "1e5", "-"]
    ),
    st.sampled_from([datetime(2026, 3, 1), Decimal("80.0000")]),
    st.text(max_size=8),
)
BLOCKS = st.one_of(
    st.none(),
    CELLS,
    st.integers(1, 4).flatmap(
        lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=5)
    ),
)


@pytest.mark.parametrize("name", ALL)
@given(data=st.data())
@settings(max_examples=60)
def test_any_cells_are_answered_or_refused(name, data):
    count = len(FUNCTIONS[name].arguments)
    given = list(GOOD[name])[:count]
    for at in data.draw(st.sets(st.integers(0, count - 1))):
        given[at : at + 1] = [data.draw(BLOCKS)]
    found = answer(name, given)
    reason = why(name, given)
    if found in ("#VALUE!", "#N/A", "#NUM!"):
        assert re.search("[一-鿿]", reason) and reason.endswith("。") and len(reason) < 500
    else:
        assert not reason and _is_a_result(found)


def _is_a_result(found):
    """A value, or rows of one length, of what Excel takes."""
    rows = found if isinstance(found, list) else [[found]]
    alike = len({len(row) for row in rows}) == 1
    return alike and all(cell is None or type(cell) in (float, str) for row in rows for cell in row)
