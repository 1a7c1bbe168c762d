import pytest

from elevshare.errors import InputError
from elevshare.toml_table import parse

FILE = "示例.toml"


def table(text):
    return parse(text, FILE)


def error(call):
    with pytest.raises(InputError) as caught:
        call()
    return str(caught.value)


def at(line):
    return f"{FILE} 第 {line} 行："


# ---------------------------------------------------------------- taking values


def test_each_kind_is_taken():
    root = table('a = "文"\nb = 1.3\nc = "60万"\nd = true\ne = "否"\nf = "分"')
    assert root.text("a") == "文"
    assert root.number("b", 4) == 13_000
    assert root.number("c", 2) == 60_000_000
    assert root.flag("d", False) is True
    assert root.flag("e", True) is False
    assert root.choice("f", {"分": 1, "角": 10}) == 1
    root.done()


def test_defaults_stand_in_for_what_is_missing():
    root = table("")
    assert root.text("a", "") == ""
    assert root.number("b", 2, 7) == 7
    assert root.number("b", 2, 0) == 0
    assert root.flag("c", False) is False
    assert root.flag("c", True) is True
    assert root.choice("d", {"分": 1}, "分") == 1
    assert root.tables("e") == []
    assert root.table("f").keys() == []


def test_a_list_of_dates_is_taken_whole():
    root = table('a = [2026-10-01, "2026-10-02"]\nb = []')
    assert root.days("a") == ["2026-10-01", "2026-10-02"]
    assert root.days("b") == root.days("c") == []
    root.done()


@pytest.mark.parametrize("written", ["2026-10-01", "[1]", "['十月一日']", "[2026-10-01T00:00:00]"])
def test_what_is_no_list_of_dates_is_refused_with_its_line(written):
    assert at(1) in error(lambda: table(f"a = {written}").days("a"))


def test_has_and_keys_know_what_is_left():
    root = table("a = 1\nb = 2")
    assert root.has("a") and root.keys() == ["a", "b"]
    root.number("a", 0)
    assert not root.has("a") and root.keys() == ["b"]


@pytest.mark.parametrize("written", ["0.1", "0.10", "1e-1 ", "0.30000000000000004"])
def test_a_number_with_a_point_never_passes_through_a_float(written):
    root = table(f"a = {written}")
    if written in ("0.1", "0.10"):
        assert root.number("a", 1) == 1
    else:
        assert error(lambda: root.number("a", 4)).startswith(at(1))


def test_a_number_of_many_places_stays_exact():
    assert table("a = 12345678901234567.89").number("a", 2) == 1234567890123456789


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("written", ["1e5", "1_000.5", "nan", "inf", "-inf", "+1.5", '"六"', '""'])
def test_numbers_written_in_odd_ways_are_refused_with_their_line(written):
    root = table(f"[s]\n\na = {written}").table("s")
    assert error(lambda: root.number("a", 4)).startswith(f"{at(3)}「s.a」")


@pytest.mark.parametrize("written", ["true", "[1]", "2021-01-01", "{b = 1}"])
def test_what_is_no_number_at_all_is_refused(written):
    root = table(f"\na = {written}")
    assert error(lambda: root.number("a", 0)).startswith(f"{at(2)}「a」应是数字")


@pytest.mark.parametrize("written", ["1", "true", "[]", "2021-01-01"])
def test_what_is_no_text_is_refused(written):
    root = table(f"\na = {written}")
    assert error(lambda: root.text("a")).startswith(f"{at(2)}「a」应是文字")


@pytest.mark.parametrize("written", ['""', '"  "', '"　"'])
def test_an_empty_text_is_refused(written):
    root = table(f"\na = {written}")
    assert error(lambda: root.text("a")).startswith(f"{at(2)}「a」是空的")


@pytest.mark.parametrize("written", ['"甲"', "1", "true", "[1]", '["分"]', "{b = 1}"])
def test_what_is_not_a_choice_is_refused_and_the_choices_are_named(written):
    root = table(f"\na = {written}")
    message = error(lambda: root.choice("a", {"分": 1, "角": 10}))
    assert message.startswith(f"{at(2)}「a」") and "分、角" in message


@pytest.mark.parametrize("written", ['"对"', "1", "0", "[true]"])
def test_what_is_neither_yes_nor_no_is_refused(written):
    root = table(f"\na = {written}")
    assert error(lambda: root.flag("a", False)).startswith(f"{at(2)}「a」应是 是 或 否")


@pytest.mark.parametrize(
    "take",
    [
        lambda part: part.text("b"),
        lambda part: part.number("b", 0),
        lambda part: part.choice("b", {"分": 1}),
    ],
)
def test_a_missing_key_is_reported_at_the_head_of_its_table(take):
    part = table("x = 1\n\n[a]\nc = 1").table("a")
    assert error(lambda: take(part)).startswith(f"{at(3)}「a.b」没有填写")


def test_a_value_where_a_table_should_be_is_refused():
    assert error(lambda: table("\na = 1").table("a")).startswith(f"{at(2)}「a」应是一节")
    assert error(lambda: table("\na = 1").tables("a")).startswith(f"{at(2)}「a」应是若干节")
    assert error(lambda: table("\na = [1]").tables("a")).startswith(f"{at(2)}「a」应是若干节")


def test_one_table_where_several_should_be_and_the_reverse():
    assert error(lambda: table("\n[a]").tables("a")).startswith(f"{at(2)}「a」应是若干节")
    assert error(lambda: table("\n[[a]]").table("a")).startswith(f"{at(2)}「a」应是一节")


# ---------------------------------------------------------------- lines


LISTS = """# 一行注释
[[a]]
b = 1

[[a.c]]
d = 1
[[a.c]]
d = 2
[a.e]
f = 3

[[a]]
b = 4
[[a.c]]
d = 5
"""


def test_lists_of_tables_know_the_line_of_each_key():
    first, second = table(LISTS).tables("a")
    one, two = first.tables("c")
    assert [part.where("d") for part in (one, two)] == [f"{FILE} 第 {n} 行" for n in (6, 8)]
    assert first.where("b") == f"{FILE} 第 3 行"
    assert first.table("e").where("f") == f"{FILE} 第 10 行"
    assert second.where() == f"{FILE} 第 12 行"
    assert second.tables("c")[0].where("d") == f"{FILE} 第 15 行"


def test_quotes_spaces_and_comments_do_not_hide_a_line():
    text = '[ "甲" ] # 注\n  "乙 丙"  = 1 # 注\n\'丁\'=2\n# 戊 = 3\n戊 = 4'
    part = table(text.replace("戊", '"戊"')).table("甲")
    assert [part.where(key)[-3:-2] for key in ("乙 丙", "丁", "戊")] == ["2", "3", "5"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = 2", 1),
        ("# 注\n\na = 1", 3),
        ("\n[a]\nb = 1", 2),
        ("\n[[a]]\nb = 1\n[[a]]\nb = 2", 2),
        ("\n\n[a.b]\nc = 1", 3),
    ],
)
def test_what_nobody_asked_for_is_refused_with_its_line(text, line):
    message = error(table(text).done)
    assert message.startswith(f"{at(line)}不认识的项目「a」")


def test_what_nobody_asked_for_inside_a_list_is_refused_with_its_line():
    _, second = table("[[a]]\n\n[[a]]\nx = 1").tables("a")
    assert error(second.done).startswith(f"{at(4)}不认识的项目「a.x」")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = = 2\n", 2),
        ("a = 1\n\nb 2\n", 3),
        ('a = "文\nb = 1\n', 1),
        ("a = 1\na = 2\n", 2),
        ("[a]\n[b]\n[a]\n", 3),
        ("a = 01\n", 1),
        ("a = 1\nb = .5\n", 2),
        ("a = 1\nb = 1.\n", 2),
        ("a = 1\nb = “文”\n", 2),
        ("a = 1\n［b］\n", 2),
        ("a = 1\nb =", 2),
        ('a = 1\nb = "文', 2),
        ("a = 1\na = 2", 2),
    ],
)
def test_what_is_not_toml_is_refused_with_its_line(text, line):
    assert error(lambda: table(text)).startswith(f"{at(line)}不是合格的 TOML 文本")


@pytest.mark.parametrize("written", ["9" * 5000, "9" * 5000 + ".5"])
def test_endless_digits_are_refused_in_chinese(written):
    assert error(lambda: table(f"\na = {written}").number("a", 0)).startswith(FILE)


def test_a_key_with_a_point_is_to_be_quoted():
    with pytest.raises(InputError) as caught:
        parse("5.5 = 1.4", "项目.toml").word("5")
    assert '「5」应是文字，现在是一节。键里有小数点的要加引号，如 "5.5" = 1.4' in str(caught.value)
