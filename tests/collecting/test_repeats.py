"""Which books are of the same building, and which count."""

from records import building, doubted, mixed

from elevshare.collecting.repeats import counted, groups


def test_the_same_building_is_told_by_its_names_however_they_are_typed():
    books = [building(1), building(2), building(1, entrance=" ３单元"), building(2, digest="x")]
    assert groups(books) == [1, 2, 1, 2]


def test_books_that_name_no_building_are_the_same_by_content_only():
    bare = {"estate": "", "building": " ", "entrance": ""}
    books = [building(1, **bare), building(2, **bare), building(1, **bare, file="又一份.xlsx")]
    assert groups(books) == [1, 0, 1]


def test_what_cannot_be_trusted_is_not_counted_and_does_not_keep_others_out():
    books = [doubted(1), building(1), building(1, file="又一份.xlsx"), building(2)]
    assert counted(books) == [False, True, False, True]


def test_no_book_no_group():
    assert groups([]) == counted([]) == []
    assert groups(mixed(3).buildings)[:4] == [0, 2, 0, 2]
