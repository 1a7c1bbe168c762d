import re

from hypothesis import given
from hypothesis import strategies as st

from elevshare.printing.filenames import file_names, safe_name

#: What Windows takes for a device, whatever follows the first point.
DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³]) *(\..*)?", re.I)
ROOMS = st.text(max_size=80) | st.text("aA1.／/: \0\u202e", max_size=6) | st.from_regex(DEVICE)


@given(ROOMS)
def test_a_name_is_one_that_every_system_takes(room):
    name = f"{safe_name(room)}.pdf"
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f\u202e]', name)
    assert not DEVICE.fullmatch(name)
    assert name[0] not in ". " and name[-5] not in ". "
    assert len(name.encode()) <= 255
    name.encode("utf-8")


@given(st.lists(ROOMS, max_size=12))
def test_names_differ_also_where_capitals_count_for_nothing(rooms):
    names = [*file_names(rooms, ".pdf", ["全部账单.pdf"]), "全部账单.pdf"]
    assert len({name.casefold() for name in names}) == len(rooms) + 1


@given(st.text("0123456789-室", min_size=1, max_size=10))
def test_an_ordinary_room_is_its_own_name(room):
    assert safe_name(room) == room


def test_no_room_gets_the_name_that_is_anothers_own():
    assert file_names(["1/2", "1／2"], ".pdf") == ["1／2（2）.pdf", "1／2.pdf"]
    assert file_names(["全部账单"], ".pdf", ["全部账单.pdf"]) == ["全部账单（2）.pdf"]
    assert file_names(["101", "101"], ".pdf") == ["101.pdf", "101（2）.pdf"]
