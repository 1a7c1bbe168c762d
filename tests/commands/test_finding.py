"""A city's scheme by words of the building, parts of other schemes, a subsidy that nobody asked for."""

import openpyxl
import pytest

from commands.conftest import BUILDING, NO_PAYEE, ROWS, fen, named
from elevshare.schemes import PARTS

OUT = ("-o", "簿.xlsx")
SEVEN = ("--areas", "80,100", "--cost", "600000")
LINE = "方案的补贴规则可得 240,000.00 元，{}未计入；要计入请加 --subsidy auto"


def scheme_in(path="簿.xlsx"):
    return named(path, "scheme_id")


# ---------------------------------------------------------------- found by the building


@pytest.mark.parametrize("words", [("平层",), ("平层入户",), (" 平层 ",)])
def test_make_finds_it_and_makes_the_same_book(done, folder, words):
    done("make", "上海", *BUILDING, "--entry", *words, *OUT)
    done("make", "上海-七层平层入户", *BUILDING, "-o", "名.xlsx")
    assert (folder / "簿.xlsx").read_bytes() == (folder / "名.xlsx").read_bytes()


def test_a_blank_template(done, folder):
    done("make", "北京", "--storeys", "6", "--entry", "半层", *OUT)
    assert scheme_in() == ["beijing-6-half"]


def test_shares_and_compare_find_it(done, folder):
    assert "方案：上海-七层平层入户" in done("shares", "上海", *BUILDING, "--entry", "平层")
    done("compare", "上海", "南京", *BUILDING, "--entry", "平层", *OUT)
    assert scheme_in() == ["shanghai-7-level+nanjing"]


def test_the_roster_says_how_many_storeys(done, roster):
    output = done("shares", "上海", "--roster", roster(), *SEVEN[2:], "--entry", "平层")
    assert "方案：上海-七层平层入户" in output and output.count("名册.csv") == 1


@pytest.mark.parametrize(
    "building",
    [
        "storeys = 7\nareas = [80, 100]\nentry = '平层'",
        "roster = '名册.csv'\nentry = '平层入户'",
        "entry = '平层'\n" + "\n".join(
            f"[[flat]]\nroom = '{s}01'\nstorey = {s}\narea = 80" for s in range(1, 8)
        ),
    ],
)  # fmt: skip
def test_a_project_file_says_what_building_it_is(done, folder, roster, building):
    roster()
    cost = "[[cost]]\nitem = '电梯'\namount = 600000\n"
    (folder / "项目.toml").write_text(f"{cost}[building]\n{building}\n", "utf-8")
    done("make", "上海", "--project", "项目.toml", *OUT)
    assert scheme_in() == ["shanghai-7-level"]


def test_an_option_goes_before_the_project_file(done, folder):
    (folder / "项目.toml").write_text("[building]\nstoreys = 5\nentry = '平层'\n", "utf-8")
    done("make", "北京", "--project", "项目.toml", "--entry", "半层", "--storeys", "4", *OUT)
    assert scheme_in() == ["beijing-4-half"]


def test_every_building_of_a_list_has_its_own(call, folder):
    (folder / "单.csv").write_text(
        "文件名,方案,层数,入户方式,每层面积,总费用\n甲,上海,7,平层,80、100,60万\n"
        "乙,北京,5,半层入户,80、100,60万\n丙,北京,5,,80、100,60万\n丁,南京,7,平层,80、100,60万\n",
        "utf-8",
    )
    status, _, errors = call("batch", "单.csv", "-o", "夹", "--jobs", "1")
    assert status == 1 and "丙" in errors and "“入户方式”半层（北京-五层半层入户）" in errors
    assert "--" not in errors
    found = {name: scheme_in(f"夹/{name}.xlsx")[0] for name in ("甲", "乙", "丁")}
    assert found == {"甲": "shanghai-7-level", "乙": "beijing-5-half", "丁": "nanjing"}


def test_a_roster_of_a_batch_says_how_many_storeys(done, folder, roster):
    roster(ROWS, "一.csv")
    options = ("--scheme", "上海", "--entry", "平层", "--cost", "60万", "--jobs", "1")
    done("batch", "一.csv", "-o", "夹", *options)
    assert scheme_in("夹/一.xlsx") == ["shanghai-7-level"]


def test_another_scheme_for_a_filled_book_is_found_by_its_storeys(call, folder):
    call("make", "南京", *BUILDING, *OUT)
    call("make", "上海", "--from", "簿.xlsx", "--entry", "平层", "-o", "新.xlsx")
    assert scheme_in("新.xlsx") == ["shanghai-7-level"]
    status, _, errors = call("make", "--from", "簿.xlsx", "--entry", "平层", "-o", "另.xlsx")
    assert status == 2 and "--entry 和 --from 不能一起用" in errors


@pytest.mark.sampled(0)
def test_a_filled_template_has_the_storeys_of_its_households(call, done, refused, folder):
    done("make", "南京", "--households", "20", *OUT)
    options = ("make", "北京", "--from", "簿.xlsx", "--entry", "半层", "-o", "新.xlsx")
    assert "--storeys 6（北京-六层半层入户）" in refused(*options)
    book = openpyxl.load_workbook("簿.xlsx")
    for storey in range(1, 6):
        for column, value in zip("BCDF", (f"{storey}01", storey, 80, "是"), strict=True):
            book["住户"][f"{column}{storey + 4}"] = value
    book["参数"]["B12"] = 600_000
    book.save("簿.xlsx")
    assert call(*options)[0] in (0, 1)
    assert scheme_in("新.xlsx") == ["beijing-5-half"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("上海", *BUILDING), "上海 7 层有 2 个分摊方案"),
        (("上海", *SEVEN, "--entry", "平层"), "--storeys 7（上海-七层平层入户）"),
        (("上海", *BUILDING, "--entry", "半层"), "上海没有 7 层半层入户的分摊方案"),
        (("上海-七层平层入户", *BUILDING, "--entry", "错层"), "是平层入户的，而楼是错层入户的"),
        (
            ("南京", *BUILDING, "--entry", "斜"),
            "--entry：入户方式「斜」看不懂。请填 平层、错层 或 半层",
        ),
        (("成都", *BUILDING), "elevshare make --share 南京 --subsidy-of 成都"),
        (("南京", "--share", "咸阳", *BUILDING), "方案和 --share 都写了"),
        (("--subsidy-of", "咸阳", *BUILDING), "缺少：方案"),
        (("南京", "--subsidy-of", "厦门", *BUILDING), "--subsidy-of：方案「厦门」没有补贴的规定"),
        (("南京", "--subsidy-of", "某地", *BUILDING), "--subsidy-of：没有「某地」这个方案"),
    ],
)
def test_what_decides_nothing_is_refused(refused, options, words):
    assert words in refused("shares", *options)
    assert words in refused("make", *options, *OUT)


def test_parts_are_not_taken_into_a_filled_book(call, folder):
    call("make", "南京", *BUILDING, *OUT)
    status, _, errors = call("make", "--from", "簿.xlsx", "--subsidy-of", "咸阳", "-o", "新.xlsx")
    assert status == 2 and "--subsidy-of 和 --from 不能一起用" in errors


# ---------------------------------------------------------------- parts of other schemes

TAKEN = {
    "subsidy": ("subsidy", "咸阳"),
    "compensation": ("compensation", "厦门"),
    "consent": ("voting", "民法典278-改建"),
    "fund": ("fund", "上海-公积金"),
    "upkeep": ("upkeep", "广州"),
}


def same_books(done, folder, parts):
    """The books of a project file and of options with the same parts."""
    sections = "".join(f"[{TAKEN[p][0]}]\nscheme = '{TAKEN[p][1]}'\n" for p in parts)
    (folder / "项目.toml").write_text(
        "[building]\nstoreys = 7\nareas = [80, 100]\n"
        f"[[cost]]\nitem = '加装电梯总费用'\namount = 600000\n{sections}",
        "utf-8",
    )
    options = [word for p in parts for word in (f"--{p}-of", TAKEN[p][1])]
    done("make", "南京", "--project", "项目.toml", "-o", "文件.xlsx")
    done("make", "--share", "南京", *options, *BUILDING, "-o", "选项.xlsx")
    return [(folder / name).read_bytes() for name in ("文件.xlsx", "选项.xlsx")]


@pytest.mark.sampled(6)
@pytest.mark.parametrize("parts", [*((part,) for part in PARTS), tuple(PARTS)], ids=str)
def test_options_make_the_book_of_the_project_file(done, folder, parts):
    assert TAKEN.keys() == PARTS.keys()
    one, other = same_books(done, folder, parts)
    assert one == other


def test_the_subsidy_of_another_scheme_is_counted(done):
    output = done("shares", "--share", "南京", "--subsidy-of", "咸阳", *BUILDING)
    assert "－ 补贴 200,000.00 ＋" in output and "未计入" not in output
    none = done("shares", "南京", "--subsidy-of", "咸阳", "--subsidy", "0", *BUILDING)
    assert "－ 补贴 0.00 ＋" in none


def test_an_option_takes_another_part_than_the_project_file(done, folder):
    (folder / "项目.toml").write_text("[subsidy]\nscheme = '上海'\n", "utf-8")
    options = ("--project", "项目.toml", "--subsidy-of", "咸阳", *BUILDING)
    assert "－ 补贴 200,000.00 ＋" in done("shares", "南京", *options)
    (folder / "项目.toml").write_text("", "utf-8")
    assert "－ 补贴 200,000.00 ＋" in done("shares", "南京", *options)


def test_all_compared_schemes_have_the_part(done, folder):
    done("compare", "南京", "广州", "--subsidy-of", "咸阳", *BUILDING, *OUT)
    for number in (1, 2):
        assert sum(fen(named("簿.xlsx", f"amount_due_{number}"))) == 40_000_000


# ---------------------------------------------------------------- a subsidy that nobody asked for


def test_it_is_told_once(done):
    shanghai = ("上海", *BUILDING, "--entry", "平层")
    assert done("make", *shanghai, *OUT).splitlines()[1:] == [NO_PAYEE.strip(), LINE.format("本簿")]
    assert done("shares", *shanghai).splitlines()[-1] == LINE.format("这里")


@pytest.mark.parametrize(
    "options", [("--subsidy", "0"), ("--subsidy", "auto"), ("--subsidy", "5万")]
)
def test_it_is_not_told_where_somebody_asked(done, options):
    assert "未计入" not in done("make", "上海", *BUILDING, "--entry", "平层", *options, *OUT)


@pytest.mark.parametrize("scheme", ["南京", "广州"])
def test_it_is_not_told_where_no_rule_gives_an_amount(done, scheme):
    assert "未计入" not in done("make", scheme, *BUILDING, *OUT)


def test_a_rule_that_is_not_sure_says_so(done):
    output = done("shares", "北京", *SEVEN, "--storeys", "6", "--entry", "半层")
    assert "方案的补贴规则（待核实）可得 240,000.00 元，这里未计入" in output


def test_json_is_for_programs(done):
    assert done("shares", "上海", *BUILDING, "--entry", "平层", "--json").endswith("}\n")
