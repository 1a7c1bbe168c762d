"""The public holidays that are shipped: as the notice arranges them, and no year is guessed."""

from datetime import date, timedelta
from importlib import resources

import pytest

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.rules.notice import MAX_OFF, OwnersNotice, end_of_notice
from elevshare.schemes import find, holidays
from elevshare.schemes.holidays import known_years, read_year, with_known_days

FILES = {file.name: file.read_text("utf-8")
         for file in resources.files(holidays).iterdir() if file.name.endswith(".toml")}  # fmt: skip
TEXT = FILES["2026.toml"]


def test_2026_as_the_notice_says():
    (year,) = (one for one in known_years() if one.year == 2026)
    spans = {one.name: (one.first, one.last, one.worked) for one in year.holidays}
    assert spans == {
        "元旦": ("2026-01-01", "2026-01-03", ("2026-01-04",)),
        "春节": ("2026-02-15", "2026-02-23", ("2026-02-14", "2026-02-28")),
        "清明节": ("2026-04-04", "2026-04-06", ()),
        "劳动节": ("2026-05-01", "2026-05-05", ("2026-05-09",)),
        "端午节": ("2026-06-19", "2026-06-21", ()),
        "中秋节": ("2026-09-25", "2026-09-27", ()),
        "国庆节": ("2026-10-01", "2026-10-07", ("2026-09-20", "2026-10-10")),
    }
    # The days off that the law gives besides weekends are 13; the others are worked another day.
    assert len(year.off) - len(year.worked) == 13


@pytest.mark.parametrize("name", FILES)
def test_every_year_is_whole_and_has_its_source(name):
    year = read_year(FILES[name], name)
    assert f"{year.year}.toml" == name and str(year.year) in year.title
    assert year.issuer == "国务院办公厅" and year.seen and year.date < f"{year.year}-01-01"
    assert len({*year.off, *year.worked}) == len(year.off) + len(year.worked) <= MAX_OFF


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('"2026-01-04"', '"2026-01-05"'), ('"2026-01-04"', '"2025-01-04"'), ("year = 2026", "year = 2027"),
     ('kind = "Q1"', 'kind = "X"'), ("seen = ", "saw = ")],
)  # fmt: skip
def test_a_slip_in_the_file_is_refused(right, wrong):
    with pytest.raises(InputError, match=r"2026\.toml"):
        read_year(TEXT.replace(right, wrong), "2026.toml")


def test_when_there_is_no_room_the_oldest_year_gives_way(monkeypatch):
    class File:
        def __init__(self, year):
            self.name, self.text = f"{year}.toml", TEXT.replace("worked", "#")
            for month in range(1, 13):
                self.text = self.text.replace(f"2026-{month:02}", f"{year}-{month:02}")
            self.text = self.text.replace("year = 2026", f"year = {year}")

        def read_text(self, encoding):
            return self.text

    class Folder:
        def iterdir(self):
            return map(File, (2028, 2026, 2027))

    monkeypatch.setattr(holidays, "MAX_OFF", 50)
    monkeypatch.setattr(holidays.resources, "files", lambda name: Folder())
    known_years.cache_clear()
    years = known_years()
    known_years.cache_clear()
    assert [one.year for one in years] == [2027, 2028]


def test_what_a_user_has_typed_stays_and_other_years_are_added():
    own = OwnersNotice(holidays=("2027-02-08",), workdays=("2027-02-06",))
    both = with_known_days(own)
    assert both.holidays[-1] == "2027-02-08" and both.workdays[-1] == "2027-02-06"
    assert len(both.holidays) == 20 and both.holidays == tuple(sorted(both.holidays))
    kept = OwnersNotice(workdays=("2026-01-04",))
    assert with_known_days(kept) == kept
    full = OwnersNotice(
        holidays=tuple(str(date(2030, 1, 1) + timedelta(n)) for n in range(MAX_OFF))
    )
    assert with_known_days(full) == full


@pytest.mark.parametrize(
    "id", ["nanjing", "shanghai-7-level", "beijing-hualing", "beijing-rongsheng"]
)
def test_every_new_book_has_them_whenever_it_is_made(id):
    notice = project_from(find(id)).notice
    assert notice == project_from(find(id), date="2031-05-01").notice
    days = [map(date.fromisoformat, some) for some in (notice.holidays, notice.workdays)]
    off, on = map(list, days)
    assert end_of_notice(date(2026, 9, 21), 7, off, on) == date(2026, 10, 8)
