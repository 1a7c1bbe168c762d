import pytest

from elevshare.errors import InputError
from elevshare.intake.stairwells import Stairwell, chosen, distinct, of_rooms
from elevshare.intake.tables.choices import TableChoices

TWO = [Stairwell("幸福里", "12幢", "1单元"), Stairwell("幸福里", "12幢", "2单元")]


@pytest.mark.parametrize(
    ("rooms", "entrances"),
    [
        (["1-101", "1-201", "2-101"], ["1", "1", "2"]),
        (["1单元101", "2单元101"], ["1", "2"]),
        (["3-101", "3-201"], []),  # one stairwell
        (["1-101", "2-201"], []),  # no door twice: the first number may be anything
        (["101", "102", "201"], []),
        (["1-101", "2-101", "101"], []),  # too few are written so
        (["2号101室", "3号101室"], ["2", "3"]),
        (["1.101", "2.101"], ["1", "2"]),
        (["A101", "B101"], ["a", "b"]),
        (["12-1-101", "12-2-101"], ["12-1", "12-2"]),
        (["12幢1单元101", "12幢2单元101"], ["12-1", "12-2"]),
        (["1-1-101", "1-2-201", "2-1-101", "2-2-201"], ["1", "1", "2", "2"]),  # with the storey
        (["1单元-1-101", "1单元-2-201", "2单元-1-101"], ["1", "1", "2"]),
        (["3号楼1单元2楼1号", "3号楼2单元2楼1号"], ["3-1", "3-2"]),
        (["东101", "西101", "东201", "西201"], []),  # two sides of a landing
        (["附101", "101"], []),
    ],
)
def test_stairwells_that_rooms_name(rooms, entrances):
    assert [one.name for one in of_rooms(rooms)] == entrances


def test_a_stairwell_is_the_same_however_it_is_written():
    ways = [
        Stairwell("", "12幢", "三单元"),
        Stairwell("", "12", "3"),
        Stairwell("", "12号楼", "第3单元"),
    ]
    assert distinct([*ways, Stairwell("", "12", "4")]) == [ways[0], Stairwell("", "12", "4")]


@pytest.mark.parametrize("asked", ["2", "2单元", "二单元", "12-2", "12幢2单元"])
def test_one_is_chosen_by_any_of_its_names(asked):
    assert chosen(TWO, TableChoices(entrance=asked), "册") == TWO[1]


def test_the_only_one_needs_no_choice():
    assert chosen(TWO[:1], TableChoices(), "册") == TWO[0]


def test_the_row_of_a_list_chooses():
    assert chosen(TWO, TableChoices(building="12", door="1"), "册") == TWO[0]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (TableChoices(), "有 2 个单元的住户"),
        (TableChoices(entrance="3"), "没有单元「3」"),
        (TableChoices(building="13", door="1"), "没有单元「13-1」"),
        (TableChoices(entrance="12-3"), "没有单元「12-3」"),
    ],
)
def test_no_choice_and_a_wrong_one_are_refused_with_the_names(choices, words):
    with pytest.raises(InputError) as caught:
        chosen(TWO, choices, "册")
    text = str(caught.value)
    assert words in text and "12-1" in text and "12-2" in text


def test_households_without_a_stairwell_are_not_named_by_nothing():
    with pytest.raises(InputError) as caught:
        chosen([Stairwell(), Stairwell("", "", "2")], TableChoices(), "册")
    assert "没有写单元的、2" in str(caught.value) and "如 2；" in str(caught.value)


def test_a_choice_in_a_roster_that_names_no_stairwell_says_so():
    with pytest.raises(InputError, match="名册里没有写单元，不能选「3」"):
        chosen([Stairwell()], TableChoices(entrance="3"), "册")


def test_a_name_that_a_message_shows_can_be_chosen():
    odd = [Stairwell("", "", "1单元-东"), Stairwell("", "", "1单元-西")]
    assert chosen(odd, TableChoices(entrance=odd[1].name), "册") == odd[1]


def test_an_entrance_of_two_buildings_is_not_guessed():
    both = [Stairwell("", "1", "2"), Stairwell("", "3", "2")]
    with pytest.raises(InputError, match="不止一个单元「2」"):
        chosen(both, TableChoices(entrance="2"), "册")
