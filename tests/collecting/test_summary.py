"""The file of a summary: safe texts, the same bytes, names."""

import io

import openpyxl
import records
from engines import cached, formula_cells, gnumeric
from summaries import Summary

from elevshare.collecting.book import draft, make_summary
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import Collection, Refusal, State
from elevshare.workbook.engine.filling import filled


def test_the_same_records_give_the_same_bytes_and_every_formula_has_its_value():
    data = make_summary(records.mixed())
    assert make_summary(records.mixed()) == data
    assert cached(data).keys() >= set(formula_cells(data)) - blank(data)


def blank(data):
    """Formula cells that show an empty text."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {(title, cell) for title, cell in formula_cells(data) if not book[title][cell].value}


NASTY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2",
    "\u202e张",
    "a\x07b\ud800",
    "x" * 3_000,
    '<b>&"',
)


def test_no_text_from_outside_becomes_a_formula_or_breaks_the_file():
    books = tuple(
        records.building(
            number, file=f"{text}.xlsx", estate=text, building=text, entrance=text,
            made=records.BookOrigin(text, text, text, text), state=State.DOUBTED, findings=(text, text),
        )
        for number, text in enumerate(NASTY, 1)
    )  # fmt: skip
    refused = tuple(Refusal(text, text, text) for text in NASTY)
    data = make_summary(Collection(books, refused))
    book = openpyxl.load_workbook(io.BytesIO(data))
    plain = make_summary(Collection(books[:1], refused[:1]))
    assert {f for f in formulas(book) if "cmd" in f or f == "=1+1" or "SUM(1)" in f} == set()
    assert len(plain) < len(data) < 100_000
    for title in ("收回", "没收进来", "核对", "来源"):
        texts = [c.value for row in book[title] for c in row if isinstance(c.value, str)]
        assert any(text.startswith("=1+1") for text in texts), title
        assert not any("\u202e" in text or "\x07" in text for text in texts)


def formulas(book):
    return [cell.value for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_the_names_lead_to_the_sums():
    data = make_summary(records.mixed())
    book, one = (
        openpyxl.load_workbook(io.BytesIO(data), data_only=True),
        SummaryPlan(records.mixed()),
    )
    values = Summary(one, cached(data))

    def named(name):
        ((title, cell),) = book.defined_names[name].destinations
        return book[title][cell]

    assert named("sum_grant").value * 100 == values.figure("grant")
    assert named("sum_counted").value == 11 and named("failed_checks").value == 0
    assert len(named("summary_file")) == len(records.mixed().buildings)
    assert "amount_due" not in book.defined_names and "room_no" not in book.defined_names


def test_gnumeric_works_out_the_same(tmp_path):
    plan = SummaryPlan(records.mixed())
    path = tmp_path / "summary.xlsx"
    path.write_bytes(draft(plan))
    ours, theirs = cached(filled(path.read_bytes())), gnumeric(path, tmp_path)
    assert len(ours) > 1_000
    assert {place: (value, theirs.get(place)) for place, value in ours.items() if not same(value, theirs.get(place))} == {}  # fmt: skip


def same(one, other):
    return abs(one - other) < 1e-6 if isinstance(one, float) and isinstance(other, float) else one == other  # fmt: skip
