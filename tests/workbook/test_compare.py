"""The comparison book: exact under every scheme, alive when typed into, one page for a meeting."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from buildings import ODD_AREAS, project
from comparing import (
    SCHEMES,
    THREE,
    Said,
    assert_follows,
    base_book,
    blank_book,
    filled,
    plan_of,
    turn_into,
    under,
    with_all,
    with_cost,
    with_flat,
)
from editing import AS_FOUND, Book, place
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    libreoffice,
    need,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from office import converted
from sampling import examples
from standard import broken
from standard.model import Book as File

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, UNITS
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within
from elevshare.schemes import find
from elevshare.workbook.compare.book import draft, make_comparison
from elevshare.workbook.engine import filling

SIX = ("general-usage", *THREE, "general-equal", "tianjin")


# --- exact ------------------------------------------------------------------------------------


@st.composite
def buildings(draw):
    """A building with ties and gaps under any schemes, and which of them is the base."""
    storeys = draw(st.integers(1, 8))
    areas = st.one_of(st.sampled_from([8_000, 10_000, 6_103]), st.integers(1, 999_999))
    flat = st.tuples(st.integers(1, storeys), areas, st.sampled_from([True, True, False]))
    flats = draw(st.lists(flat, min_size=1, max_size=8))
    schemes = draw(st.lists(st.sampled_from(SCHEMES), min_size=2, max_size=4, unique=True))
    cost = draw(st.integers(1, 99_999_999))
    own = st.dictionaries(st.integers(1, storeys), st.integers(0, 60_000), max_size=storeys)
    found = [Flat(f"{i:03}", *one[:2], taking_part=one[2]) for i, one in enumerate(flats)]
    one = Project(
        schemes[0],
        Method(opt_out=draw(st.sampled_from((OptOut.ALL, OptOut.FLOOR)))),
        tuple(found),
        storeys,
        costs=(CostItem("总费用", cost),),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, draw(st.integers(0, cost))),
        compensation=draw(st.integers(0, 1_000_000)),
        unit=draw(st.sampled_from(list(UNITS))),
        weights=draw(own),
    )
    try:
        return under([scheme.id for scheme in schemes], one)
    except InputError:
        assume(False)


@settings(AS_FOUND, max_examples=examples(12))
@given(buildings())
def test_any_building_under_any_schemes_is_shared_as_the_rules_share_it(projects):
    assert_follows(plan_of(projects), cached(make_comparison(projects)), projects)


# --- alive ------------------------------------------------------------------------------------

BASE = list(filled())


def of_scheme(index, **changes):
    """The same building with one scheme changed."""
    return [replace(one, **changes) if i == index else one for i, one in enumerate(BASE)]


def granted(*amounts):
    """A subsidy of its own for every scheme."""
    choices = [SubsidyChoice(SubsidyMode.MANUAL, amount) for amount in amounts]
    return [replace(one, subsidy=c) for one, c in zip(BASE, choices, strict=True)]


TYPED = {
    "other-base": (BASE, 1),
    "last-base": (BASE, 2),
    "cost-items": (with_cost(BASE, 38_000_001, 26_127_891), 0),
    "subsidy-of-each": (granted(0, 20_000_000, 61_234_567), 1),
    "compensation": (with_all(BASE, compensation=1_234_567), 0),
    "unit": (with_all(BASE, unit="百元"), 2),
    "opt-out": (with_all(BASE, method=Method(opt_out=OptOut.FLOOR)), 0),
    "coefficient-of-one": (of_scheme(1, weights={2: 0, 5: 12_345}), 0),
    "method-of-one": (of_scheme(0, method=Method(SplitForm.WHOLE, Within.EQUAL)), 1),
    "taking-part": (with_flat(BASE, 9, taking_part=False), 0),
    "back-in": (with_flat(BASE, 5, taking_part=True), 0),
    "area": (with_flat(BASE, 4, area=1), 0),
    "moved": (with_flat(BASE, 4, storey=1), 0),
    "fewer": ([replace(one, flats=one.flats[:7]) for one in BASE], 0),
    "more": ([replace(one, flats=(*one.flats, Flat("阁楼", 5, 2_222))) for one in BASE], 0),
}  # fmt: skip


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_followed(name):
    projects, base = TYPED[name]
    book = base_book().as_made()
    turn_into(book, projects, base)
    assert_follows(book.plan, book.values(), projects, base)


def test_a_blank_template_can_be_filled_in():
    book, projects = blank_book().as_made(), filled(THREE, 8, ODD_AREAS, 77_777_777)
    turn_into(book, projects, base=2)
    assert_follows(book.plan, book.values(), projects, base=2)


def test_a_blank_template_says_that_it_is_blank():
    book = blank_book().as_made()
    said = Said(book.plan, book.values())
    assert said.errors == [] and "已填建设费用" in said.failed
    assert "还没有填完" in said.at("比较!A3")
    assert set(said.block(book.plan.page, "room")) == {""}


def test_a_coefficient_left_blank_is_said_on_the_page():
    book = base_book().as_made()
    book.type(book.plan.parts[1].coefficients.at("weight", 3), None)
    said = Said(book.plan, book.values())
    assert said.failed == ["乙 咸阳：有住户的楼层系数已填"]
    assert said.at("比较!A3").endswith("；乙有 1 层系数还没有填，按 0 计，不作数")
    assert said.at(book.plan.weights.at("hint", 3)) == "← 乙待填"


def test_the_page_speaks_of_the_building_the_base_and_the_compensation():
    book = base_book().as_made()
    for key, text in (("estate", "幸福里"), ("building", "12 幢"), ("base", "咸阳")):
        book.parameter(key, text)
    book.parameter("compensation", 5_000)
    said = Said(book.plan, book.values())
    assert said.at("比较!A1") == "幸福里 12 幢 加装电梯分摊方案比较"
    assert said.at("比较!A2") == (
        "共 10 户，参与 9 户；净额含补偿支出 5,000.00 元；基准是“咸阳”，可在“参数”里换"
    )
    assert said.at("比较!H4") == "与“咸阳”相比（元）"


def test_each_schemes_own_rule_fills_in_its_subsidy():
    one = project("xianyang", subsidy=SubsidyChoice(SubsidyMode.RULE))
    projects = under(("xianyang", "wuxi"), replace(one, weights=dict.fromkeys(range(1, 8), 1)))
    plan, values = plan_of(projects), cached(make_comparison(projects))
    assert [values[place(part.choice("subsidy"))] for part in plan.parts] == [200_000, 200_000]
    note = values[place(plan.choices_by_scheme.at("hint", 2))]
    assert note == "按各方案的规则算得；改了费用请核对"
    assert_follows(plan, values, projects)


# --- wrong inputs -----------------------------------------------------------------------------


def typing(address, value):
    return lambda book: book.type(address(book.plan), value)


def household(**inputs):
    return lambda book: book.household(6, **inputs)


ROWS, NUMBERS, CHOICES = "住户各行填写无误", "参数中的数字有效", "分摊办法选得正确"
COSTS, RIGHT = "费用没有负数，最多两位小数", "系数在 0 到 1000 之间"
WRONG = {
    "area-in-words": (household(area="80左右"), ROWS),
    "storey-in-words": (household(storey="4跃5"), ROWS),
    "storey-too-high": (household(storey=6), ROWS),
    "room-twice": (household(room="301"), ROWS),
    "taking-in-other-words": (household(taking="看情况"), ROWS),
    "cost-in-words": (typing(lambda p: p.costs.at("yuan", 1), "待定"), COSTS),
    "cost-negative": (typing(lambda p: p.costs.at("yuan", 1), -1), COSTS),
    "cost-finer-than-a-fen": (typing(lambda p: p.costs.at("yuan", 0), 0.005), COSTS),
    "cost-absurd": (typing(lambda p: p.costs.at("yuan", 0), 1e30), COSTS),
    "cost-of-two-lifts": (
        lambda b: [b.cost(row, MAX_FEN / 100) for row in (0, 1)], "费用没有超过上限"
    ),
    "cost-blank": (typing(lambda p: p.costs.at("yuan", 0), None), "已填建设费用"),
    "subsidy-in-words": (typing(lambda p: p.parts[1].choice("subsidy"), "20万"), NUMBERS),
    "subsidy-negative": (typing(lambda p: p.parts[1].choice("subsidy"), -1), NUMBERS),
    "subsidy-above-the-cost": (
        typing(lambda p: p.parts[2].choice("subsidy"), 700_000), "补贴不超过总费用"
    ),
    "compensation-in-words": (lambda b: b.parameter("compensation", "另议"), NUMBERS),
    "form-mistyped": (typing(lambda p: p.parts[0].choice("form"), "分楼层"), CHOICES),
    "within-blank": (typing(lambda p: p.parts[2].choice("within"), None), CHOICES),
    "base-unknown": (lambda b: b.parameter("base", "上海"), CHOICES),
    "base-blank": (lambda b: b.parameter("base", None), CHOICES),
    "unit-mistyped": (lambda b: b.parameter("unit", "块"), CHOICES),
    "coefficient-in-words": (
        typing(lambda p: p.parts[1].coefficients.at("weight", 3), "一"), f"乙 咸阳：{RIGHT}"
    ),
    "coefficient-too-fine": (
        typing(lambda p: p.parts[0].coefficients.at("weight", 3), 1.00005), f"甲 南京：{RIGHT}"
    ),
    "nobody-takes-part": (
        lambda b: [b.household(row, taking="否") for row in range(10)], "乙 咸阳：有人分摊"
    ),
    "products-beyond-exactness": (
        lambda b: [b.type(b.plan.parts[2].coefficients.at("weight", row), 1_000) for row in range(5)]
        + [b.household(row, area=9_999.99) for row in range(10)], "取整没有超出精确范围"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(name):
    edit, check = WRONG[name]
    book = base_book().as_made()
    edit(book)
    said = Said(book.plan, book.values())
    assert said.errors == []
    assert check in said.failed


# --- percentages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("storey", "percent", "failed"),
    [
        (7, 30, ["合计 100%"]),
        (7, 31, ["合计 100%", "在区间之内"]),
        (7, 27, ["合计 100%", "在区间之内"]),
        (1, 0, []),
    ],
)
def test_percentages_must_sum_to_100_and_lie_in_their_intervals(storey, percent, failed):
    projects = filled(("shanghai-7-level", "nanjing"), 7, ODD_AREAS[:1])
    book = Book(make_comparison(projects), plan_of(projects))
    book.type(book.plan.parts[0].coefficients.at("weight", storey - 1), percent)
    said = Said(book.plan, book.values())
    assert said.failed == [f"甲 上海-七层平层入户：各层百分比{name}" for name in failed]
    hint = {27: "← 甲低于区间", 31: "← 甲高于区间"}.get(percent, "")
    assert said.at(book.plan.weights.at("hint", storey - 1)) == hint


def test_an_interval_left_blank_is_told():
    projects = filled(("shanghai-7-level", "nanjing"), 7, ODD_AREAS[:1])
    book = Book(make_comparison(projects), plan_of(projects))
    book.type(book.plan.lows.at("s0", 6), "二十八")
    book.type(book.plan.highs.at("s0", 6), None)
    said = Said(book.plan, book.values())
    assert said.errors == [] and said.failed == ["甲 上海-七层平层入户：各层百分比在区间之内"]
    assert said.at(book.plan.weights.at("hint", 6)) == "← 甲区间待填"


# --- the file ---------------------------------------------------------------------------------

BOOKS = {
    "three": BASE,
    "six": filled(SIX, 7, ODD_AREAS[:3]),
    "intervals": filled(("shanghai-7-level", "nanjing", "general-ranges"), 7, ODD_AREAS[:2]),
    "blank": under(THREE[:2], Project(find("nanjing"), Method())),
}
NAMES = """room_no storey floor_area taking_part cost_items total_cost compensation base_scheme
    failed_checks scheme_id book_version""".split()


@pytest.fixture(scope="module", params=BOOKS)
def made(request):
    projects = BOOKS[request.param]
    return projects, File("compare", make_comparison(projects))


@pytest.mark.sampled(4)
def test_the_file_keeps_the_rules_of_every_book(made):
    projects, book = made
    splits = [part.sheet for part in plan_of(projects).parts]
    assert list(book.sheets) == ["说明", "参数", "住户", *splits, "差额", "比较", "图表",
                                 "校验", "来源", "读数"]  # fmt: skip
    assert broken(book) == {}
    numbered = [f"{name}_{i}" for name in ("amount_due", "subsidy", "net_cost")
                for i in range(1, len(projects) + 1)]  # fmt: skip
    assert sorted(book.names) == sorted([*NAMES, *numbered])


def test_a_doubtful_scheme_says_so_on_the_cover_and_not_on_the_page_for_the_meeting():
    values = cached(make_comparison(BOOKS["six"]))
    heads = [values["比较", f"{letter}5"] for letter in "EFGHIJ"]
    assert heads == ["甲 通用-使用权重", "乙 南京", "丙 咸阳", "丁 通用-按面积",
                     "戊 通用-按户均摊", "己 天津"]  # fmt: skip
    said = [value for (sheet, _), value in values.items() if sheet == "说明"]
    assert sum(str(value).startswith("待核实：") for value in said) == 1
    assert sum(str(value).startswith("示例：") for value in said) == 2


def test_the_same_projects_give_the_same_bytes():
    assert make_comparison(BASE) == make_comparison(BASE)


def test_a_users_text_is_never_a_formula():
    projects = with_flat(BASE, 0, room="=1+1", owner="+A1")
    data, plan = make_comparison(projects), plan_of(projects)
    values = cached(data)
    assert values["住户", "B5"] == "=1+1" and values["住户", "E5"] == "+A1"
    assert not {("住户", "B5"), ("住户", "E5")} & set(formula_cells(data))
    assert values["比较", f"A{plan.page.first}"] == "=1+1"


def test_what_is_red_pays_more_and_what_is_green_less(made):
    projects, book = made
    loaded = openpyxl.load_workbook(io.BytesIO(book.data))
    page, count = plan_of(projects).page, len(projects)
    first, last = page.letter("o0"), page.letter(f"o{count - 2}")
    rules = loaded["比较"].conditional_formatting
    (area,) = (one for one in rules if str(one.sqref).startswith(f"{first}{page.first}"))
    assert str(area.sqref) == f"{first}{page.first}:{last}{page.last}"
    filled_in = f'$A{page.first}<>""'
    more, less, same = sorted(area.rules, key=lambda rule: rule.priority)
    assert more.formula == [f"AND({filled_in},{first}{page.first}>0)"]
    assert less.formula == [f"AND({filled_in},{first}{page.first}<0)"]
    assert same.formula == [filled_in]
    assert more.dxf.font.color.rgb[2:] == "C00000" and less.dxf.font.color.rgb[2:] == "00602B"
    assert {cell.number_format for cell in loaded["比较"][f"{first}{page.first}:{first}{page.last}"]
            for cell in cell} == {'"多 "#,##0.00_ ;"少 "#,##0.00_ ;"不变"'}  # fmt: skip


def test_the_chart_has_a_series_a_scheme_over_all_storeys(made):
    projects, data = made[0], made[1].data
    plan = plan_of(projects)
    block = plan.by_storey
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/")]
        assert charts == ["xl/charts/chart1.xml"]
        xml = archive.read(charts[0]).decode()
    references = re.findall(r"<(?:c:)?f>([^<]+)</", xml)
    expected = []
    for part in plan.parts:
        values = block.all(f"t{part.index}")
        expected += [plan.schemes.at("shown", part.index), block.all("storey"), values]
    assert references == expected
    assert re.findall(r'<(?:c:)?delete val="(\d)"', xml) == ["0", "0"]
    assert "各层合计应分摊（元）" in xml and '<c:grouping val="clustered"' in xml.replace(
        "<g", "<c:g"
    )
    values = cached(data)
    shown = [values["读数", f"C{row}"] for row in plan.schemes.rows]
    assert shown == [part.head for part in plan.parts]


# --- other engines ----------------------------------------------------------------------------


@pytest.mark.sampled(0)
def test_libreoffice_and_formulas_agree(tmp_path):
    projects = filled(("xianyang", "general-area"), 2, ODD_AREAS[:2], unit="元", out=("201",))
    plan = plan_of(projects)
    data = draft(plan)
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    stored, cells = cached(filling.filled(data)), formula_cells(data)
    (other,) = libreoffice([path], tmp_path)
    assert differences(stored, other, cells) == []
    shown = [("比较", f"{letter}{row}") for letter in "EFG" for row in plan.page.rows[:4]]
    found = formulas_values(formulas_model(path, shown))
    assert differences(stored, found, shown) == []
    assert_follows(plan, stored, projects)


# --- printed ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages of three books: 14 households, 40 under two schemes, 40 under six."""
    need("pdftotext")
    folder = tmp_path_factory.mktemp("print")
    few = filled(THREE, 7, ODD_AREAS[:2])
    many = filled(SIX, 8, (*ODD_AREAS, 12_345), 998_765_432)
    tall = filled(THREE[:2], 20, ODD_AREAS[:2])
    books = {"few": few, "tall": tall, "many": many}
    for name, projects in books.items():
        (folder / f"{name}.xlsx").write_bytes(make_comparison(projects))
    files = [folder / f"{name}.xlsx" for name in books]
    converted(files, "pdf", folder)
    return {path.stem: _pages(path.with_suffix(".pdf")) for path in files}


def _pages(path):
    """Size and text of every page."""
    run = ["pdftotext", "-layout", path, "-"]
    text = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    info = ["pdfinfo", "-f", "1", "-l", "99", path]
    lines = subprocess.run(info, check=True, capture_output=True).stdout.decode()
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", lines)
    return list(zip(sizes, text.split("\f"), strict=False))


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("name", "rooms"), [("few", 14), ("tall", 40), ("many", 40)])
def test_the_meeting_page_and_the_chart_are_one_a4_landscape_each(printed, name, rooms):
    pages = printed[name]
    for title in ("加装电梯分摊方案比较\n", "各层应分摊比较\n"):
        (found,) = (number for number, (_, text) in enumerate(pages) if title in text)
        (width, height), text = pages[found]
        assert (round(float(width)), round(float(height))) == (842, 595)
        if title.startswith("加装"):
            lines = re.findall(r"^ *(\d{3,4}) +\d+ ", text, re.MULTILINE)
            assert len(lines) == rooms
    # The pages before and after belong to other sheets.
    assert sum(len(re.findall(r"^ *\d{3,4} +\d+ +\d+\.\d\d +[是否]", text, re.MULTILINE))
               for _, text in pages) == rooms  # fmt: skip


@pytest.mark.parametrize("name", ["few", "tall", "many"])
def test_no_number_is_cut_to_hashes(printed, name):
    assert not any("##" in text for _, text in printed[name])


def test_more_households_take_more_pages_with_the_heads_on_each():
    sheet = openpyxl.load_workbook(
        io.BytesIO(make_comparison(filled(THREE[:2], 21, ODD_AREAS[:2], cost=100_000_000)))
    )["比较"]
    assert sheet.page_setup.fitToHeight == 0 and sheet.print_title_rows == "$4:$5"
