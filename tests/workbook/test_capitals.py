"""大写 by formulas: ten thousand amounts in one sheet, and some of them in LibreOffice."""

import random

from engines import cached, libreoffice

from elevshare.money import MAX_FEN, parse_yuan, upper
from elevshare.workbook.book import assembled
from elevshare.workbook.capitals import capitals as small_capitals
from elevshare.workbook.capitals import large_capitals
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.table import Column, FormulaTable

#: Every shape of amount: 0, places missing at each end and in the middle, 角 and 分 or neither.
EDGES = [
    *(parse_yuan(text) for text in "0 10 101 10001 100500 1409.50 6007.14 325.04 16409.02".split()),
    *(10**places for places in range(10)),
    *(10**places + 1 for places in range(10)),
    *(10**places - 1 for places in range(1, 11)),
    *(10**high + 10**low for high in range(10) for low in range(high)),
    *(int(f"{whole}{cents}") for whole in (0, 7, 10, 20_000, 30_400, 5_006_000, 99_990_000)
      for cents in ("00", "01", "10", "11", "90", "09", "99")),
    MAX_FEN,
]  # fmt: skip


def amounts(count):
    """The edges, then random amounts below 100 million yuan, half of whose figures are 0."""
    chance = random.Random(19491001)
    yield from EDGES
    for _ in range(count - len(EDGES)):
        figures = [chance.choice("0000000123456789") for _ in range(chance.randint(1, 10))]
        yield int("".join(figures))


def book_of(found, columns=small_capitals):
    """A sheet of amounts in fen and their capital figures, without cached values."""
    fen = Column("fen", "", "any", lambda row: found[row.index])
    table = FormulaTable("", "大写", 1, len(found), (fen, *columns("fen")))

    def write(grid):
        table.write_rows(grid)
        grid.page(f"A1:F{table.last}")

    return assembled([("大写", "计算", write)], {}, "大写", "大写")


def capitals(values, count, column="F"):
    """The last column."""
    return [values["大写", f"{column}{row}"] for row in range(1, count + 1)]


def large_amounts(count):
    """Edges of what is beyond 100 million yuan, then random amounts below a million million."""
    chance = random.Random(20080808)
    yield from EDGES
    yield from (
        10**places + extra for places in range(9, 14) for extra in (-1, 0, 1, 50_000_000_000)
    )
    yield from (10**high + 10**low for high in range(10, 14) for low in range(high))
    for _ in range(count):
        figures = [chance.choice("0000000123456789") for _ in range(chance.randint(9, 14))]
        yield int("".join(figures))


def test_sums_of_many_projects():
    found = list(large_amounts(2_000))
    assert max(found) > 9 * 10**13
    data = filled(book_of(found, large_capitals))
    assert capitals(cached(data), len(found), "H") == [upper(fen) for fen in found]


def test_ten_thousand_amounts():
    found = list(amounts(10_000))
    assert len(set(found)) > 5_000 and max(found) > 9 * 10**9
    assert capitals(cached(filled(book_of(found))), 10_000) == [upper(fen) for fen in found]


def test_libreoffice_writes_the_same(tmp_path):
    found = list(amounts(500))
    data, path = book_of(found), tmp_path / "book.xlsx"
    path.write_bytes(data)
    assert capitals(libreoffice([path], tmp_path)[0], 500) == [upper(fen) for fen in found]
