import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.intake.tables.numbers import amount_of_cell, number_text, percent_text
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenCell


def number(text, value, places=2):
    report = TableReport()
    return number_text(SeenCell(text, value), places, "第 3 行", "面积", report), report


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("80.33", 80.3333, "80.33"),  # what is seen, where more is stored than counts
        ("80", 80.5, "80.5"),  # what is stored, where the format hides what counts
        ("80.3333", 80.33333333, "80.33333333"),  # neither has few decimals: refused later
    ],
)
def test_where_a_format_shows_another_number_one_is_used_and_told(text, value, used):
    found, report = number(text, value)
    assert found == used
    assert [one.after for one in report.translated] == [used] and len(report.remarks) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [("80.50", 80.5), ("1,080", 1080), ("80 m2", 80), ("八十", "八十"), ("是", True)],
)
def test_where_both_agree_nothing_is_said(text, value):
    found, report = number(text, value)
    assert found == text and not report.translated and not report.remarks


def amount(text, value=None, unit=0):
    report = TableReport()
    cell = SeenCell(text, text if value is None else value)
    return amount_of_cell(cell, unit, "第 3 行", "补偿", report), report


@pytest.mark.parametrize(
    ("text", "value", "unit", "fen"),
    [
        ("15000", 15000, 0, 1_500_000),
        ("1.5", 1.5, 10_000, 1_500_000),
        ("1.5万元", "1.5万元", 0, 1_500_000),
        ("15000元", "15000元", 10_000, 1_500_000),
        ("1.5万", 15000, 0, 1_500_000),  # the format divides
        ("2", 1.5, 10_000, 1_500_000),  # the format hides half of it
        ("¥1,500.00", 1500, 0, 150_000),
    ],
)
def test_amounts_in_fen(text, value, unit, fen):
    assert amount(text, value, unit)[0] == fen


def test_what_was_made_of_a_unit_is_told_and_plain_yuan_are_not():
    (told,) = amount("1.5", 1.5, 10_000)[1].translated
    assert (told.before, told.after) == ("1.5万元", "15,000.00 元")
    assert not amount("15000", 15000)[1].translated
    assert not amount("15000元")[1].translated


@pytest.mark.parametrize("text", ["很多", "1.005", "1e3", "#REF!"])
def test_no_amount(text):
    with pytest.raises(InputError, match="第 3 行"):
        amount(text)


@given(st.integers(0, 10**9))
def test_no_fen_is_lost(fen):
    assert amount(f"{fen // 100}.{fen % 100:02d}")[0] == fen
    assert amount(f"{fen / 100:.2f}", fen / 100)[0] == fen


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("20.5%", 0.205, "20.5%"), ("21%", 0.205, "20.5%"), ("33%", 1 / 3, "33%"), ("20.5％", "20.5％", "20.5％"),
        ("0.2", 0.205, "0.205"), ("1.5", 1.5, "1.5"),
    ],
)  # fmt: skip
def test_a_percentage_is_stored_as_a_hundredth(text, value, used):
    report = TableReport()
    assert percent_text(SeenCell(text, value), 4, "第 3 行", "本户百分比", report) == used
    assert bool(report.remarks) == (text in ("21%", "33%", "0.2"))
