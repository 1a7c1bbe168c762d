"""Any statement of any building: what is certain is right, and a second run adds nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from matches import GOOD, NAMES, NOISE, Flow, Kind, Payment, after, judged, owing, row
from sampling import examples

from elevshare.payments.households import Household
from elevshare.payments.stairwell import Stairwell

FORMS = ("{flat}", "0{flat}", "{e}-{flat}", "{b}-{e}-{flat}", "{flat}室")


@st.composite
def buildings(draw):
    """A stairwell and its households; some owners have the same name, some have two flats."""
    building, entrance = draw(st.integers(1, 30)), draw(st.integers(1, 6))
    flats = [f"{s}0{n}" for s in range(1, draw(st.integers(2, 5)) + 1) for n in range(1, draw(st.integers(1, 3)) + 1)]  # fmt: skip
    flats = list(dict.fromkeys(flats))
    form = draw(st.sampled_from(FORMS))
    known = draw(st.booleans())
    households = []
    for flat in flats:
        owed = draw(st.sampled_from((0, 500_000, 500_000, 1_000_000, 1_234_567)))
        owner = draw(st.sampled_from((*NAMES, "", "李梅、张三", "—")))
        parts = (owed // 2, owed - owed // 2) if draw(st.booleans()) else ()
        room = form.format(flat=flat, e=entrance, b=building)
        households.append(Household(room, owner, owed, owed, parts[0] if parts else owed, parts))
    place = Stairwell(str(building), str(entrance)) if known else Stairwell()
    return building, entrance, tuple(flats), tuple(households), place


@st.composite
def statements(draw):
    """A building, and rows, each with the household that it is truly for (``None``: for none)."""
    building, entrance, flats, households, place = draw(buildings())
    serials = draw(st.booleans())
    rows, truth = [], []
    for number in range(draw(st.integers(1, 12))):
        index = draw(st.integers(0, len(flats) - 1))
        one, noise = households[index], draw(st.booleans())
        fen = draw(st.sampled_from((one.owed, one.now, 100, 500_000, 30_100, one.owed - 1)))
        fen = max(1, fen)
        day = f"2026-03-{draw(st.integers(1, 28)):02}"
        text = draw(st.sampled_from(NOISE if noise else GOOD))
        said = text.format(
            flat=flats[index], owner=one.owner, b=building, e=entrance, far=building + 1,
            x=next(n for n in range(1, 9) if n not in (building, entrance)), other=flats[index - 1] if len(flats) > 1 else "999", day=day, yuan=f"{fen / 100:.2f}",
        )  # fmt: skip
        stranger = draw(
            st.sampled_from(("陌生人", "", "财付通支付科技有限公司", "王*国", "李建国"))
        )
        payer = stranger if noise or draw(st.booleans()) else one.owner
        flow = draw(st.sampled_from((Flow.IN, Flow.IN, Flow.IN, Flow.OUT, Flow.NEITHER)))
        failed = draw(st.sampled_from(("", "", "", "交易关闭")))
        rows.append(row(said, payer, fen, day, f"SN{number:08}" if serials else "", flow=flow,
                        failed=failed, reverses="退款" if "退款" in said else "", moment=f"{day} 10:00:{number:02}"))  # fmt: skip
        truth.append(None if noise else one.room)
    return households, place, rows, truth


@given(statements())
@settings(max_examples=examples(600))
def test_what_is_certain_is_right_and_nothing_is_entered_twice(case):
    households, place, rows, truth = case
    found = judged(rows, (), households, place)
    assert len(found) == len(rows)
    for match, room in zip(found, truth, strict=True):
        if match.kind is Kind.CERTAIN:
            assert match.room == room, match
            assert match.row.came_in and not match.row.failed
    sums = {kind: sum(one.row.fen for one in found if one.kind is kind) for kind in Kind}
    assert sum(sums.values()) - sums[Kind.OUT] == sum(one.fen for one in rows if one.came_in)

    ledger = after(found)
    left = owing(households, ledger)
    for one, paid in zip(left, households, strict=True):
        assert one.left == paid.left - sum(p.fen for p in ledger if p.room == one.room)
    second = judged(rows, ledger, left, place)
    assert not [match for match in second if match.kind is Kind.CERTAIN]
    entered = [match for match in second if match.kind is Kind.ENTERED]
    assert len(entered) == len(ledger)


@given(statements(), st.integers(0, 12))
@settings(max_examples=examples(300))
def test_overlapping_statements_enter_each_payment_once(case, cut):
    """First the older rows, then all of them: the same as all at once, as far as it is certain."""
    households, place, rows, _ = case
    ledger = after(judged(rows[:cut], (), households, place))
    both = after(judged(rows, ledger, owing(households, ledger), place), ledger)
    third = judged(rows, both, owing(households, both), place)
    assert not [match for match in third if match.kind is Kind.CERTAIN]
    per_row = [match for match in third if match.kind is Kind.ENTERED]
    assert len(per_row) == len(both)


BY_HAND = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from((100, 500_000, 600_100, 1_000_000)),
              st.integers(1, 28), st.sampled_from(("转账", "现金", "微信"))), max_size=5)  # fmt: skip


@given(statements(), BY_HAND)
@settings(max_examples=examples(300))
def test_beside_what_was_typed_by_hand_a_second_run_adds_nothing(case, by_hand):
    households, place, rows, _ = case
    typed = [
        Payment(f"2026-03-{day:02}", households[index % len(households)].room, fen, method, "", row)
        for row, (index, fen, day, method) in enumerate(by_hand)
    ]
    first = judged(rows, typed, owing(households, typed), place)
    ledger = after(first, typed)
    second = judged(rows, ledger, owing(households, ledger), place)
    assert not [match for match in second if match.kind is Kind.CERTAIN]
    same_day = {(one.day, one.room, one.fen) for one in typed if one.method != "现金"}
    for match in first:
        if match.kind is Kind.CERTAIN:
            assert (match.row.day, match.room, match.row.fen) not in same_day or _twice(
                first, match, typed
            )


def _twice(first, match, typed):
    """Whether the statement has more such payments than were typed."""
    key = (match.row.day, match.room, match.row.fen)
    rows = [one for one in first if (one.row.day, one.room, one.row.fen) == key]
    return len(rows) > sum((one.day, one.room, one.fen) == key for one in typed)


@given(statements())
@settings(max_examples=examples(200))
def test_amounts_never_exceed_what_is_owed(case):
    households, place, rows, _ = case
    paid: dict[str, int] = {}
    for match in judged(rows, (), households, place):
        if match.kind is Kind.CERTAIN:
            paid[match.room] = paid.get(match.room, 0) + match.row.fen
    owed = {one.room: one.left for one in households}
    assert all(fen <= owed[room] for room, fen in paid.items())
