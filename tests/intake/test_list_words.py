"""Every word for a column of a list of buildings is read as what ``cases/words.txt`` says."""

from __future__ import annotations

from known_words import WORDS, misread
from small_roster import text

from elevshare.batch.listing import read_list


def test_headings_of_a_list(tmp_path):
    for (topic, column), words in WORDS.items():
        if topic != "清单" or column == "不用":
            continue

        def meant(word, column=column):
            other = "小区" if column != "小区" else "楼号"
            listing = read_list(text(tmp_path / "清单.csv", [[other, word], ["甲", "9"]]))
            return set(listing.entries[0].texts) == {other, column}

        assert misread(words, meant) == [], column


def test_columns_of_a_list_that_nobody_reads(tmp_path):
    words = WORDS["清单", "不用"]
    rows = [["小区", *words], ["幸福里", *["9"] * len(words)]]
    (entry,) = read_list(text(tmp_path / "清单.csv", rows)).entries
    assert set(entry.texts) == {"小区"}
