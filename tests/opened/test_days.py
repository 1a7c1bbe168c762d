"""Days in texts, and rooms that are none."""

import calendar
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.opened.days import day_of, looks_like_date

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
TIMES = st.sampled_from(["", " 0:00", " 10:22:33", "T00:00:00", "T00:00:00.000+08:00", "  9:05 AM",
                         " 下午 3:05", "-10.22.33", "-10.22.33.000000", " 102233", " 10时22分33秒", " 星期日", "周日", " 星期日 10:22"])  # fmt: skip
#: In all of them nothing else can be meant.
WHOLE = ("{0.year}-{0.month}-{0.day}", "{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0:%Y/%m/%d}",
         "{0:%Y.%m.%d}", "{0.year}年{0.month}月{0.day}日", "{0:%Y} 年 {0:%m} 月 {0:%d} 日",
         "{0.year}/ {0.month}/ {0.day}")  # fmt: skip
PARTS = ("{0.month}月{0.day}日", "{0:%m}月{0:%d}日", "{0.year}年{0.month}月",
         "{0.month}/{0.day}/{0.year}", "{0.day}/{0.month}/{0.year}")  # fmt: skip
ENGLISH = ("{0.day}-{1}", "{0:%d}-{1}", "{1}-{0.day:02}", "{0.day}-{1}-{0:%y}", "{1}-{0.year}",
           "{0.day} {1}")  # fmt: skip
NUMBERS = st.one_of(st.integers(1, 40).map(str), st.integers(101, 1899).map(str),
                    st.from_regex(r"0[1-9][0-9]{1,3}", fullmatch=True))  # fmt: skip


@given(DAYS, st.sampled_from(WHOLE), TIMES)
def test_a_whole_day_is_read_and_is_no_room(day, form, time):
    text = form.format(day) + time
    assert day_of(text) == day
    assert day_of(f"　{text}\u200b ") == day
    assert looks_like_date(text)


@given(DAYS, st.sampled_from(PARTS), TIMES)
def test_a_day_that_leaves_something_open_is_no_room_and_no_day(day, form, time):
    text = form.format(day) + time
    assert looks_like_date(text)
    assert day_of(text) is None


@given(DAYS, st.sampled_from(ENGLISH), st.sampled_from([str, str.upper, str.lower]))
def test_months_by_name(day, form, case):
    text = case(
        form.format(day, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1])
    )
    assert looks_like_date(text)
    assert day_of(text) is None


@given(DAYS)
def test_digits_alone_are_a_day_where_one_is_meant_and_may_be_a_room(day):
    assert day_of(f"{day:%Y%m%d}") == day_of(f"{day:%Y%m%d}102233") == day
    assert day_of(f"{day:%Y%m%d} 10:22:33") == day_of(f"{day:%Y%m%d} 102233") == day
    assert day_of(f"{day:%d}-{calendar.month_abbr[day.month]}-{day.year}") == day
    assert not looks_like_date(f"{day:%Y%m%d}")


@given(st.lists(NUMBERS, min_size=1, max_size=4), st.sampled_from("-－/.—·#"))
def test_a_room_is_no_date(numbers, sign):
    assert not looks_like_date(sign.join(numbers))


@given(st.integers(1, 99), st.integers(1, 9), st.integers(1901, 2099))
def test_rooms_in_high_houses_are_no_dates(house, stairwell, room):
    assert not looks_like_date(f"{house}-{stairwell}-{room}")
    assert not looks_like_date(f"{room}-{stairwell}")
    assert not looks_like_date(f"{house}-{room}")
    assert not looks_like_date(str(room))


@pytest.mark.parametrize(
    "text",
    ["", "101", "3-1", "1-101", "12-3-101", "3-1-101", "2-0101", "3-1-1", "26-1-1", "01-01-01",
     "A-101", "1单元101", "1栋1月亮", "2026-13-1", "2026-2-30", "2026-1-101", "2月30日", "31-Feb",
     "Mar-101", "Jan", "一月一日", "2026-1/1", "0:00", "1月", "13月1日", "2026-1-1-101", "1/1/101"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert not looks_like_date(text)
    assert day_of(text) is None


@given(st.text("0123456789-/.年月日号 :JanFebT上下午星期", max_size=20))
def test_any_text_is_a_day_or_not(text):
    day = day_of(text)
    assert day is None or 1900 <= day.year <= 2099
    assert isinstance(looks_like_date(text), bool)


def test_a_day_as_iso():
    assert day_of(datetime(2026, 3, 1, 10, 22, 33).isoformat()) == date(2026, 3, 1)


def test_long_texts_take_no_time():
    assert not looks_like_date(f"2026-1-1{' ' * 30_000}1")
    assert day_of(f"2026{' ' * 30_000}年") is None
