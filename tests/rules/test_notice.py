from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elevshare.rules import notice
from elevshare.rules.notice import MAX_DAYS, WINDOW, end_of_notice

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
FRIDAY = date(2026, 3, 6)
#: Off in every year, as a calendar has them in red.
RED = ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")


def near(start):
    """Days that a notice of that start could hang."""
    return st.builds(lambda ahead: start + timedelta(ahead), st.integers(-3, WINDOW))


@st.composite
def notices(draw):
    start = draw(DAYS)
    holidays = draw(st.sets(near(start), max_size=20))
    workdays = draw(st.sets(near(start), max_size=8)) - holidays
    return start, draw(st.integers(1, MAX_DAYS)), holidays, workdays


def by_hand(start, days, holidays, workdays):
    """Cross off one day after the other, as one does on a calendar."""
    day, left = start, days
    while left:
        day += timedelta(1)
        weekend = day.strftime("%a") in ("Sat", "Sun")
        red = day.isoformat()[5:] in RED
        if day in workdays or not (weekend or red or day in holidays):
            left -= 1
    return day


@given(notices())
def test_the_end_is_where_crossing_off_days_ends(notice):
    end = by_hand(*notice)
    assume((end - notice[0]).days <= WINDOW)
    assert end_of_notice(*notice) == end


@given(notices())
def test_another_day_never_ends_it_earlier_and_a_day_off_neither(notice):
    start, days, holidays, workdays = notice
    end = by_hand(*notice)
    assume((by_hand(start, days + 1, holidays | {end}, workdays - {end}) - start).days <= WINDOW)
    assert end_of_notice(start, days + 1, holidays, workdays) > end
    assert end_of_notice(start, days, holidays | {end}, workdays - {end}) > end


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),
        (date(2026, 3, 2), 7, date(2026, 3, 11)),
        (date(2026, 3, 7), 7, date(2026, 3, 17)),  # a Saturday, when the first day is a Monday
        (date(2026, 3, 8), 7, date(2026, 3, 17)),
        (date(2027, 12, 27), 7, date(2028, 1, 5)),
    ],
)
def test_weekends_and_the_day_it_is_put_up_do_not_count(start, days, end):
    assert end_of_notice(start, days) == end


def test_the_national_holiday_of_2026_with_its_weekend_worked():
    holidays = [date(2026, 10, day) for day in range(1, 8)]
    workdays = [date(2026, 9, 27), date(2026, 10, 10)]
    assert end_of_notice(date(2026, 9, 25), 7, holidays, workdays) == date(2026, 10, 10)


def test_no_days_at_all_are_refused():
    with pytest.raises(ValueError, match="at least one"):
        end_of_notice(FRIDAY, 0)


def test_a_day_both_off_and_worked_is_refused():
    with pytest.raises(ValueError, match="both off and worked"):
        end_of_notice(FRIDAY, 7, [FRIDAY], [FRIDAY])


def test_a_notice_without_an_end_is_refused():
    off = [FRIDAY + timedelta(ahead) for ahead in range(1, WINDOW - 5)]
    with pytest.raises(ValueError, match="does not end"):
        end_of_notice(FRIDAY, 7, off)


def test_what_is_not_told_is_left_open():
    assert notice.OwnersNotice() == notice.OwnersNotice("", 7, True, "", "", (), ())


def test_limits():
    assert (notice.MIN_DAYS, MAX_DAYS, WINDOW, notice.MAX_OFF) == (7, 30, 60, 38)


def test_a_notice_may_end_on_the_last_day_of_the_window_but_not_after_it():
    last = FRIDAY + timedelta(WINDOW)
    working = [
        day
        for ahead in range(1, WINDOW + 1)
        if notice.works(day := FRIDAY + timedelta(ahead), (), ())
    ]
    assert working[-1] == last
    assert end_of_notice(FRIDAY, len(working)) == last
    with pytest.raises(ValueError, match="within 60 days"):
        end_of_notice(FRIDAY, len(working) + 1)


@pytest.mark.parametrize("red", RED)
def test_nobody_works_on_a_holiday_of_every_year_unless_it_was_arranged(red):
    day = date.fromisoformat(f"2029-{red}")
    assert not notice.works(day, (), ()) and notice.works(day, (), (day,))


def test_a_weekday_off_and_the_days_of_a_week():
    week = [date(2026, 3, 2) + timedelta(ahead) for ahead in range(7)]
    assert [notice.works(day, (), ()) for day in week] == [True] * 5 + [False] * 2
    assert not notice.works(week[0], (week[0],), ())
