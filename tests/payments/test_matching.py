"""What is certain, what is doubtful and why, what is there already, what is none of ours."""

from __future__ import annotations

import time

import pytest
from matches import HOUSEHOLDS, Flow, Kind, Payment, after, judged, owing, row

from elevshare.payments.stairwell import Stairwell


def one(*arguments, payments=(), **more):
    """What becomes of a single row."""
    (found,) = judged([row(*arguments, **more)], payments)
    return found


@pytest.mark.parametrize(
    ("remark", "payer", "fen", "room"),
    [
        ("301加梯款", "王建国", 500_000, "301"),
        ("301加梯款", "某公司", 500_000, "301"),
        ("301加梯款", "", 1, "301"),
        ("401室", "周平", 3_000_000, "401"),
        ("加装电梯", "王建国", 2_000_000, "301"),
        ("", "王建国", 500_000, "301"),
        ("", "李梅", 2_345_678, "302"),
        ("钱太", "钱太", 1_000_000, "201"),
        ("转账", "孙三(138****0000)", 1_000_000, "202"),
    ],
)
def test_certain(remark, payer, fen, room):
    found = one(remark, payer, fen)
    assert (found.kind, found.room) == (Kind.CERTAIN, room)


@pytest.mark.parametrize(
    ("remark", "payer", "fen", "reason", "rooms"),
    [
        ("301加梯款", "李梅", 500_000, "付款人“李梅”是 302 的业主", {"301", "302"}),
        ("301 李梅", "某人", 500_000, "提到了 302 的业主", {"301", "302"}),
        ("2单元301加梯", "王建国", 500_000, "不是本单元", {"301"}),
        ("301物业费", "王建国", 500_000, "写有“物业费”", {"301"}),
        ("301加梯和停车", "王建国", 500_000, "写有“停车”", {"301"}),
        ("301加梯", "王建国", 2_000_001, "301 只还欠 20,000.00 元", {"301"}),
        ("101加梯", "赵大", 500_000, "101 已经缴清或不用缴", {"101"}),
        ("301、302加梯", "王建国", 500_000, "几个房号", {"301", "302"}),
        ("301-302", "", 500_000, "说不准", {"301", "302"}),
        ("901室代301加梯", "", 500_000, "本簿没有“901室”", {"301"}),
        ("", "王建国", 499_999, "金额也不是该缴的", {"301"}),
        ("", "周平", 3_000_000, "401、402 几户的业主", {"401", "402"}),
        ("王建国加梯款", "王嫂", 500_000, "说不出是哪一户", {"301"}),
        ("加梯", "王*国", 500_000, "说不出是哪一户", {"301"}),
        ("加梯", "陌生人", 2_345_678, "说不出是哪一户", {"302"}),
        ("加梯", "陌生人", 77, "说不出是哪一户", set()),
        ("901加梯", "王建国", 2_000_000, "像房号的数", {"301"}),
        ("物业代收", "王建国", 500_000, "写有“物业”", {"301"}),
    ],
)  # fmt: skip
def test_doubtful(remark, payer, fen, reason, rooms):
    found = one(remark, payer, fen)
    assert (found.kind, found.room) == (Kind.DOUBTFUL, "")
    assert reason in found.reason and {c.room for c in found.candidates} == rooms


@pytest.mark.parametrize(
    ("remark", "reason"),
    [("2单元301加梯款", "2单元"), ("物业费", "物业费"), ("3月结息", "结息"), ("901室水费", "水费"),
     ("财政补贴", "补贴")],
)  # fmt: skip
def test_none_of_ours(remark, reason):
    found = one(remark, "陌生人")
    assert found.kind is Kind.FOREIGN and reason in found.reason and not found.candidates


def test_what_speaks_of_the_lift_is_looked_at():
    assert one("加装电梯财政补贴", "财政局").kind is Kind.DOUBTFUL


def test_texts_without_end_take_no_time_and_leave_a_doubt():
    start = time.perf_counter()
    for text in ("a" * 32_000, "1-" * 16_000, "*a" * 16_000, "三" * 32_000, " " * 32_000 + "301"):
        assert one("301加梯" + text, text).kind is Kind.DOUBTFUL
    assert time.perf_counter() - start < 5


def test_a_book_that_does_not_say_its_stairwell():
    for remark in ("2单元王建国加梯", "12幢加梯"):
        (found,) = judged([row(remark, "王建国", 2_000_000)], stairwell=Stairwell())
        assert found.kind is Kind.DOUBTFUL and "请在“参数”填好楼栋和单元" in found.reason


def test_what_brought_no_money():
    rows = [
        row("301", flow=Flow.OUT),
        row("301", flow=Flow.NEITHER),
        row("301", failed="已全额退款"),
    ]
    assert [found.kind for found in judged(rows)] == [Kind.OUT, Kind.OUT, Kind.FAILED]
    assert one("301", partly="已退款").kind is Kind.DOUBTFUL


def test_a_payment_that_was_taken_back_is_doubtful():
    back = row("冲正", "", flow=Flow.OUT, reverses="冲正", day="2026-03-06")
    found = judged([row("301加梯"), back])
    assert found[0].kind is Kind.DOUBTFUL and "第 2 行有一笔同样金额的“冲正”" in found[0].reason
    other = row("冲正", "", 1, flow=Flow.OUT, reverses="冲正", day="2026-03-06")
    assert judged([row("301加梯"), other])[0].kind is Kind.CERTAIN
    earlier = row("冲正", "", flow=Flow.OUT, reverses="冲正", day="2026-03-04")
    assert judged([row("301加梯"), earlier])[0].kind is Kind.CERTAIN


def test_more_than_what_is_owed_is_counted_over_all_rows():
    rows = [row("201", fen=600_000, day="2026-03-07"), row("201", fen=600_000, day="2026-03-05"),
            row("201", fen=400_000, day="2026-03-06")]  # fmt: skip
    found = judged(rows)
    assert [one.kind for one in found] == [Kind.DOUBTFUL, Kind.CERTAIN, Kind.CERTAIN]
    assert "缴清" in found[0].reason


def test_the_rest_without_a_word_is_certain_whatever_the_order():
    rows = [row("", "孙三", 400_000, "2026-03-01"), row("202加梯", "x", 600_000, "2026-03-09")]
    assert [one.kind for one in judged(rows)] == [Kind.CERTAIN] * 2


def test_candidates_owe_what_is_left_after_the_certain_ones():
    found = judged([row("201", fen=600_000), row("201物业费", fen=1)])
    assert [one.left for one in found[1].candidates] == [400_000]


def test_what_is_right_after_a_later_payment_is_certain_too():
    """15,000.00 is all that is left when the instalment of the next day has come."""
    rows = [row("", "王建国", 1_500_000, "2026-03-01"), row("", "王建国", 500_000, "2026-03-02")]
    found = judged(rows)
    assert [one.kind for one in found] == [Kind.CERTAIN] * 2
    second = judged(rows, after(found), owing(HOUSEHOLDS, after(found)))
    assert [one.kind for one in second] == [Kind.ENTERED] * 2


def test_a_serial_number_twice_in_a_statement_is_one_payment():
    rows = [row("301", serial="SN00000001"), row("301", serial="SN00000001")]
    assert [one.kind for one in judged(rows)] == [Kind.CERTAIN, Kind.FAILED]
    rows[1] = row("301", serial="SN00000002")
    assert [one.kind for one in judged(rows)] == [Kind.CERTAIN] * 2


def test_equal_rows_without_serial_numbers_leave_a_doubt_unless_their_times_differ():
    rows = [row("301", moment="2026-03-05"), row("301", moment="2026-03-05")]
    assert [one.kind for one in judged(rows)] == [Kind.CERTAIN, Kind.DOUBTFUL]
    rows[1] = row("301", moment="2026-03-05 10:00")
    assert [one.kind for one in judged(rows)] == [Kind.CERTAIN] * 2


# --- what 台账 has already --------------------------------------------------------------------


def typed(room="301", fen=500_000, day="2026-03-05", method="转账", remark="", number=0):
    """A payment of 台账."""
    return Payment(day, room, fen, method, remark, number)


@pytest.mark.parametrize(
    ("payment", "kind"),
    [
        (typed(), Kind.ENTERED),
        (typed(method="微信"), Kind.ENTERED),
        (typed(method="现金"), Kind.DOUBTFUL),
        (typed(day="2026-03-04"), Kind.DOUBTFUL),
        (typed(day="2026-02-01"), Kind.CERTAIN),
        (typed(room="302"), Kind.CERTAIN),
        (typed(fen=1), Kind.CERTAIN),
        (typed(remark="流水号 SN00000001", day="2026-01-01"), Kind.ENTERED),
        (typed(remark="转账SN00000001。"), Kind.ENTERED),
        (typed(remark="流水号 SN000000012"), Kind.DOUBTFUL),  # another export of the same day?
        (typed(remark="流水号 SN00000002", method="微信"), Kind.CERTAIN),
        (typed(remark="流水号 SN00000002", day="2026-03-04"), Kind.CERTAIN),
        (typed(remark="流水号 SN00000001", fen=400_000), Kind.DOUBTFUL),
    ],
)
def test_with_a_serial_number(payment, kind):
    assert one("301加梯", serial="SN00000001", payments=[payment]).kind is kind


def test_a_payment_for_two_households_entered_in_parts():
    parts = [typed("301", 200_000, remark="流水号 SN00000001"),
             typed("302", 300_000, remark="流水号 SN00000001", number=1)]  # fmt: skip
    assert one("301 302", serial="SN00000001", payments=parts).kind is Kind.ENTERED


def test_what_was_typed_together_or_in_parts_is_looked_at():
    """Two transfers typed as one sum, one transfer typed as two sums, on days near by."""
    both = [row("301", day="2026-03-04"), row("301加梯", fen=300_000), row("302", fen=1)]
    found = judged(both, [typed(fen=800_000, day="2026-03-06")])
    assert [one.kind for one in found] == [Kind.DOUBTFUL, Kind.DOUBTFUL, Kind.CERTAIN]
    assert "2 笔记在一起" in found[0].reason
    parts = [typed(fen=200_000, day="2026-03-06"), typed(fen=300_000, day="2026-03-07", number=1)]
    (whole,) = judged([row("301")], parts)
    assert whole.kind is Kind.DOUBTFUL and "第 1、2 笔加起来" in whole.reason
    assert judged(both, [typed(fen=800_001)])[0].kind is Kind.CERTAIN
    assert judged(both[:1], parts[:1])[0].kind is Kind.CERTAIN


def test_each_payment_of_the_ledger_accounts_for_one_row():
    rows = [row("301", moment="1"), row("301", moment="2"), row("301", moment="3")]
    ledger = [typed(), typed(number=1)]
    assert [one.kind for one in judged(rows, ledger)] == [Kind.ENTERED] * 2 + [Kind.CERTAIN]


def test_of_equal_payments_the_one_that_was_entered_is_found_again():
    one, other = row("201 李交", fen=600_000), row("201 王交", fen=600_000)
    ledger = after(judged([one, other]))
    left = owing(HOUSEHOLDS, ledger)
    kinds = [found.kind for found in judged([other, one], ledger, left)]
    assert kinds == [Kind.DOUBTFUL, Kind.ENTERED]


def test_what_was_typed_by_hand_is_first_the_payment_that_nothing_speaks_against():
    found = judged([row("301物业费"), row("301加梯")], [typed()])
    assert [one.kind for one in found] == [Kind.DOUBTFUL, Kind.ENTERED]


def test_what_was_doubtful_and_entered_by_hand_is_there():
    """The accountant has looked at the list and typed them in."""
    rows = [row("301物业费", "王建国"), row("加梯", "陌生人", 77), row("加梯", "王*国", 88)]
    assert [one.kind for one in judged(rows)] == [Kind.DOUBTFUL] * 3
    by_hand = [typed(), typed("402", 77, number=1), typed("301", 88, number=2)]
    found = judged(rows, by_hand)
    assert [(one.kind, one.room) for one in found] == [
        (Kind.ENTERED, "301"), (Kind.ENTERED, "402"), (Kind.ENTERED, "301")]  # fmt: skip
    assert judged([rows[1]], [typed("402", 77, method="微信")])[0].kind is Kind.DOUBTFUL


def test_a_second_run_adds_nothing():
    rows = [row("301", "王建国", 500_000), row("", "孙三", 1_000_000), row("302", "", 2_345_678, serial="SN0000000009"),
            row("201", fen=600_000), row("201", fen=600_000, moment="2"), row("301物业费", "x", 500_000)]  # fmt: skip
    first = judged(rows)
    ledger = after(first)
    assert len(ledger) == 4
    second = judged(rows, ledger, owing(HOUSEHOLDS, ledger))
    assert not [one for one in second if one.kind is Kind.CERTAIN]
    assert sum(one.kind is Kind.ENTERED for one in second) == 4


def test_a_lease_takes_rent_for_what_it_is():
    found = judged([row("301电梯租金")], lease=True)
    assert found[0].kind is Kind.CERTAIN
    assert judged([row("301电梯租金")])[0].kind is Kind.DOUBTFUL
