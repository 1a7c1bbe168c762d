import errno
import os
import tempfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from commands.conftest import BUILDING, HEADER, NO_PAYEE, PAYEE, ROWS, contents, fen, named
from elevshare.opened import open_book

OUT = ("-o", "簿.xlsx")
COST = ("--cost", "600000")
MADE = "已生成 簿.xlsx：14 户，应分摊净额 600,000.00 元\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def with_row(row):
    """A good roster with one more row, the 16th line."""
    return f"{ROWS}\n{row}"


def stop(monkeypatch, where, name, error):
    def raiser(*args, **named):
        raise error

    monkeypatch.setattr(where, name, raiser)


# ---------------------------------------------------------------- a book


@pytest.mark.parametrize("scheme", ["nanjing", "南京", " NanJing "])
def test_a_book_by_id_and_by_chinese_name(done, folder, scheme):
    output = done("make", scheme, *BUILDING, *OUT)
    assert output == f"{MADE}{NO_PAYEE}"
    assert list(contents(folder)) == [folder / "簿.xlsx"]
    dues, scheme_id = named("簿.xlsx", "amount_due", "scheme_id")
    assert sum(fen(dues)) == 60_000_000 and scheme_id == ["nanjing"]


def test_options_rosters_and_a_project_file_give_the_same_book(done, folder, roster):
    book = Workbook()
    for line in ROWS.splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in line.split(",")])
    book.save("名册.xlsx")
    (folder / "项目.toml").write_text(
        "[building]\nstoreys = 7\nareas = [80, 100]\n"
        "[[cost]]\nitem = '加装电梯总费用'\namount = 600000\n",
        encoding="utf-8",
    )
    ways = {
        "选项": BUILDING,
        "UTF-8": ("--roster", roster(name="甲.csv"), *COST),
        "GBK": ("--roster", roster(name="乙.csv", encoding="gbk"), *COST),
        "XLSX": ("--roster", "名册.xlsx", *COST),
        "TOML": ("--project", "项目.toml"),
    }
    books = set()
    for name, options in ways.items():
        done("make", "nanjing", *options, "-o", f"{name}.xlsx")
        books.add((folder / f"{name}.xlsx").read_bytes())
    assert len(books) == 1


def test_a_project_file_with_costs_item_by_item(done, folder):
    (folder / "项目.toml").write_text(
        "[building]\nstoreys = 7\nareas = [80, 100]\n[subsidy]\namount = 100000\n"
        "[[cost]]\nitem = '设备'\namount = 400000\n[[cost]]\nitem = '土建'\namount = 200000.01\n",
        encoding="utf-8",
    )
    output = done("make", "nanjing", "--project", "项目.toml", *OUT)
    assert "14 户，应分摊净额 500,000.01 元" in output
    costs, net = named("簿.xlsx", "cost_items", "net_cost")
    assert fen(costs) == [40_000_000, 20_000_001] and fen(net) == [50_000_001]


def test_two_bills_a_page_by_an_option_and_by_the_project_file(done, folder):
    (folder / "项目.toml").write_text("[project]\ntwo_a_page = true\n", encoding="utf-8")
    ways = {"甲": (), "乙": ("--two-a-page",), "丙": ("--project", "项目.toml")}
    for name, options in ways.items():
        done("make", "nanjing", *BUILDING, *options, "-o", f"{name}.xlsx")
    one, two, also_two = ((folder / f"{name}.xlsx").read_bytes() for name in ways)
    assert one != two == also_two


def test_the_same_call_gives_the_same_bytes(done, folder):
    for name in ("甲.xlsx", "乙.xlsx"):
        done("make", "咸阳", *BUILDING, "--subsidy", "auto", "-o", name)
    assert (folder / "甲.xlsx").read_bytes() == (folder / "乙.xlsx").read_bytes()


def test_force_overwrites(done, folder):
    done("make", "nanjing", *BUILDING, *OUT)
    book = (folder / "簿.xlsx").read_bytes()
    (folder / "簿.xlsx").write_bytes(b"old")
    done("make", "nanjing", *BUILDING, *OUT, "--force")
    assert contents(folder) == {folder / "簿.xlsx": book}


def test_a_book_goes_into_another_folder(done, folder):
    (folder / "里 面").mkdir()
    done("make", "nanjing", "-o", "里 面/簿.xlsx")
    assert (folder / "里 面" / "簿.xlsx").is_file()


@pytest.mark.parametrize(
    ("options", "todo"),
    [
        ((), "住户和费用"),
        (("--storeys", "7"), "住户和费用"),
        (COST, "住户"),
        (BUILDING[:-2], "费用"),
    ],
)
def test_what_is_not_given_is_left_to_be_filled_in(done, options, todo):
    output = done("make", "南京", *options, *OUT)
    assert output == f"已生成 簿.xlsx：方案 南京，请打开后填写{todo}\n"
    assert not any(fen(named("簿.xlsx", "amount_due")))


def test_a_blank_template_has_room_for_40_households(done):
    done("make", "南京", *OUT)
    names = ("room_no", "storey", "floor_area", "taking_part", "amount_due")
    for values in named("簿.xlsx", *names):
        assert len(values) == 40 and set(values) <= {None, ""}


def test_a_missing_coefficient_gives_1_a_book_and_a_note(call, folder):
    status, output, errors = call("make", "general-usage", *BUILDING, *OUT)
    assert (status, output) == (1, f"{MADE}{NO_PAYEE}")
    assert errors.startswith("注意：楼层系数已填齐没有通过：7 层系数待填")
    assert "--coefficients" in errors and errors.count("\n") == 1
    assert list(contents(folder)) == [folder / "簿.xlsx"]
    assert named("簿.xlsx", "failed_checks") != [0]


def test_a_coefficient_given_for_it_gives_0(done):
    output = done("make", "general-usage", *BUILDING, "--coefficients", "7=2.5", *OUT)
    assert output == f"{MADE}{NO_PAYEE}"
    assert named("簿.xlsx", "failed_checks") == [4]


def test_a_book_that_can_be_paid_to_is_no_draft(done, folder):
    (folder / "项目.toml").write_text(PAYEE, encoding="utf-8")
    output = done("make", "nanjing", *BUILDING, "--project", "项目.toml", *OUT)
    assert output == MADE and named("簿.xlsx", "failed_checks") == [0]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("payee", "收款户名"),
        ("bank", "开户银行"),
        ("account", "收款账号"),
        ("due_date", "截止日期"),
        ("estate", "小区"),
        ("building", "楼栋"),
    ],
)
def test_the_one_thing_lacking_is_told(done, folder, key, what):
    lines = [line for line in PAYEE.splitlines() if not line.startswith(f"{key} ")]
    (folder / "项目.toml").write_text("\n".join(lines), encoding="utf-8")
    output = done("make", "nanjing", *BUILDING, "--project", "项目.toml", *OUT)
    assert f"还没有填{what}；" in output and named("簿.xlsx", "failed_checks") == [1]


# ---------------------------------------------------------------- the call is refused

CALLS = {
    "near id": (("nanjin", *BUILDING), ["没有「nanjin」这个方案", "是不是想用「nanjing」"]),
    "near name": (("咸阴", *BUILDING), ["没有「咸阴」这个方案", "是不是想用「咸阳」"]),
    "no scheme like it": (("火星", *BUILDING), ["没有「火星」这个方案", "elevshare schemes"]),
    "empty scheme": (("", *BUILDING), ["这个方案"]),
    "area 0": (("南京", "--storeys", "7", "--areas", "80,0"), ["--areas", "「0」不是正数"]),
    "area below 0": (("南京", "--storeys", "7", "--areas", "80,-5"), ["--areas", "「-5」不是正数"]),
    "area a text": (("南京", "--storeys", "7", "--areas", "八十"), ["--areas", "「八十」不是数字"]),
    "areas without storeys": (("南京", "--areas", "80"), ["没有总层数", "--storeys"]),
    "storey 0": (
        ("南京", "--storeys", "0", "--areas", "80"),
        ["--storeys", "「0」是 0 或负数", "1 到 40"],
    ),
    "too many storeys": (("南京", "--storeys", "41", "--areas", "80"), ["--storeys", "上限 40"]),
    "all weights 0": (
        ("nanjing", "--storeys", "2", "--areas", "80,100", *COST),
        ["系数全是 0", "--coefficients"],
    ),
    "all own weights 0": (
        ("nanjing", "--storeys", "3", "--areas", "80", *COST, "--coefficients", "3=0"),
        ["系数全是 0"],
    ),
    "cost below 0": (("南京", *BUILDING[:-1], "-1"), ["--cost", "-1.00 元是负数"]),
    "cost a fen below 0": (("南京", *BUILDING[:-2], "--cost=-0.01"), ["--cost", "-0.01 元是负数"]),
    "cost above the limit": (
        ("南京", *BUILDING[:-1], "10000000.01"),
        ["--cost", "10,000,000.01 元超过上限 10,000,000.00 元"],
    ),
    "cost absurd": (("南京", *BUILDING[:-1], "6" * 30), ["--cost", "超过上限 10,000,000.00 元"]),
    "cost a text": (("南京", *BUILDING[:-1], "六十万"), ["--cost", "「六十万」不是数字"]),
    "cost empty": (("南京", *BUILDING[:-1], ""), ["--cost", "不是数字"]),
    "subsidy above the cost": (
        ("南京", *BUILDING, "--subsidy", "600000.01"),
        ["补贴 600,000.01 元超过总费用 600,000.00 元"],
    ),
    "subsidy below 0": (("南京", *BUILDING, "--subsidy", "-1"), ["--subsidy", "负数"]),
    "no subsidy rule": (
        ("南京", *BUILDING, "--subsidy", "auto"),
        ["「南京」没有可计算的补贴标准", "--subsidy 200000"],
    ),
    "only a cap": (
        ("广州", *BUILDING, "--subsidy", "auto"),
        ["「广州」没有可计算的补贴标准，只知道最高 200,000.00 元"],
    ),
    "unknown unit": (
        ("南京", *BUILDING, "--unit", "万元"),
        ["--unit", "「万元」", "分、角、元、百元"],
    ),
    "unknown way to opt out": (
        ("南京", *BUILDING, "--opt-out", "每层"),
        ["--opt-out", "all、floor"],
    ),
    "coefficient a text": (
        ("南京", *BUILDING, "--coefficients", "7=三"),
        ["--coefficients：第 7 层的系数「三」不是数字"],
    ),
    "no roster": (("南京", "--roster", "没有.xlsx", *COST), ["没有.xlsx：找不到这个文件"]),
    "roster a folder": (("南京", "--roster", ".", *COST), ["是文件夹"]),
    "no project file": (("南京", "--project", "没有.toml"), ["没有.toml：找不到这个文件"]),
    "areas and a roster": (
        ("南京", *BUILDING, "--roster", "甲.csv"),
        ["--areas 和 --roster 同时出现"],
    ),
    "unknown option": (("南京", *BUILDING, "--floors", "7"), ["不认识的选项", "--floors"]),
    "option cut short": (("南京", *BUILDING[2:], "--storey", "7"), ["不认识的选项", "--storey"]),
    "option without its value": (("南京", "--cost"), ["选项 --cost 后面要有一个值"]),
    "option with a value": (("南京", "--force=1"), ["选项 --force 后面不要值"]),
    "more words": (("南京", "甲\t乙"), ["不认识的选项或多余的内容"]),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_call_is_refused(refused, case):
    arguments, words = CALLS[case]
    message = refused("make", arguments[0], *OUT, *arguments[1:])
    assert all(word in message for word in words), message


def test_the_output_and_the_scheme_must_be_named(refused):
    assert "缺少：-o/--output" in refused("make", "南京", *BUILDING)
    assert "缺少：方案" in refused("make", *OUT)
    assert "elevshare make --help" in refused("make")


# ---------------------------------------------------------------- the roster is refused

ROSTERS = {
    "a column missing": (ROWS.replace("建筑面积", "备注"), ["第 1 行", "缺少「建筑面积」栏"]),
    "two columns missing": (
        ROWS.replace("楼层", "甲").replace("参与", "乙"),
        ["缺少「楼层」「参与」栏"],
    ),
    "no header": (ROWS.removeprefix(HEADER), ["写着「房号」的标题行"]),
    "a column doubled": (ROWS.replace("业主", "面积", 1), ["第 1 行", "两栏都是建筑面积"]),
    "empty": ("", ["名册.csv"]),
    "header alone": (HEADER, ["没有任何住户"]),
    "room doubled": (with_row("101,1,80,,是"), ["第 16 行", "房号「101」重复", "第 2 行"]),
    "no room": (with_row(",1,80,,是"), ["第 16 行：房号是空的"]),
    "area 0": (with_row("303,3,0,,是"), ["第 16 行", "建筑面积「0」不是正数"]),
    "no area": (with_row("303,3,,,是"), ["第 16 行", "建筑面积是空的"]),
    "area below 0": (with_row("103,1,-80,,是"), ["第 16 行", "建筑面积「-80」不是正数"]),
    "area a text": (with_row("103,1,八十,,是"), ["第 16 行", "建筑面积「八十」不是数字"]),
    "area too large": (with_row("103,1,80000,,是"), ["第 16 行", "超过上限 9999 平方米"]),
    "half storey with a fraction": (
        with_row("103,1.2,80,,是"),
        ["第 16 行", "楼层「1.2」不是整数"],
    ),
    "storey too deep": (with_row("103,-12,80,,是"), ["第 16 行", "楼层「-12」低于 -9 层"]),
    "storey too high": (with_row("803,8,80,,是"), ["第 16 行", "楼层「8」超过总层数 7"]),
    "storey a text": (with_row("803,高,80,,是"), ["第 16 行", "楼层「高」不是整数"]),
    "part unclear": (with_row("103,1,80,,也许"), ["第 16 行", "参与「也许」看不懂"]),
    "nobody takes part": (ROWS.replace(",是", ",否"), ["没有任何一户参与分摊"]),
    "only weight 0 takes part": (
        ROWS.replace(",是", ",否").replace("80,,否", "80,,是", 1),
        ["系数全是 0"],
    ),
    "500 rows": (
        "\n".join([HEADER, *(f"{n},1,80,,是" for n in range(500))]),
        ["名册.csv：住户超过上限 200 户"],
    ),
    "quotation mark": (ROWS.replace("101", '"101', 1), ["名册.csv 第", "引号没有成对"]),
    "binary": (b"\0\1\2\3" * 99, ["名册.csv：不是文本文件"]),
}


@pytest.mark.parametrize("case", ROSTERS)
def test_a_roster_is_refused(refused, roster, case):
    text, words = ROSTERS[case]
    message = refused("make", "南京", "--roster", roster(text), "--storeys", "7", *COST, *OUT)
    assert all(word in message for word in words), message


@pytest.mark.sampled(4)
@pytest.mark.parametrize("column", [0, 3], ids=["房号", "业主"])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@甲", "＝甲", " =甲"])
def test_what_looks_like_a_formula_stays_a_text(done, roster, column, text):
    cells = ["303", "3", "80", "张三", "是"]
    cells[column] = text
    done("make", "南京", "--roster", roster(with_row(",".join(cells))), *COST, *OUT)
    row = open_book(Path("簿.xlsx")).sheet("住户").cells
    cell = row[19, 2 if column == 0 else 5]
    said = text.strip().replace("＝", "=") if column == 0 else text.strip()
    assert (cell.formula, cell.value, cell.kind) == (None, said, "s")


@pytest.mark.parametrize("column", [0, 3], ids=["房号", "业主"])
@pytest.mark.parametrize("mark", ["\a", "\x1b", "\u202e", "\t", "\x7f"])
def test_hidden_characters_are_refused(refused, roster, column, mark):
    cells = ["103", "1", "80", "张三", "是"]
    cells[column] = f"甲{mark}乙"
    message = refused("make", "南京", "--roster", roster(with_row(",".join(cells))), *COST, *OUT)
    assert "第 16 行" in message and mark not in message


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_left_out_of_a_book(done, roster, mark):
    name = roster(with_row(f"甲{mark}乙,3,80,张{mark}三,是"))
    done("make", "南京", "--roster", name, *COST, *OUT)
    assert named("簿.xlsx", "room_no")[14] == "甲乙"


def test_what_was_understood_is_told_in_a_few_lines(call, roster):
    rows = f"{with_row('303,三层,80㎡,,同意')}\n合计,,1340,,\n"
    status, output, errors = call("make", "南京", "--roster", roster(rows), *COST, *OUT)
    assert (status, errors) == (0, "")
    lines = output.splitlines()
    assert lines[-2:] == [MADE.replace("14 户", "15 户").strip(), NO_PAYEE.strip()]
    lines = lines[:-1]
    assert lines[1] == "15 户，参与 15 户，面积合计 1340.00 平方米" and len(lines) <= 5
    for words in ("三层→3", "80㎡→80.00 平方米", "同意→是", "第 17 行「合计 1340」"):
        assert words in output


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("名册.xlsx", ROWS.encode(), "不是 Excel 工作簿"),
        ("名册.xlsx", b"", "是空文件"),
        ("名册.xlsx", b"PK\x03\x04" + b"\0" * 99, "名册.xlsx"),
        ("名册.xlsx", OLE, "其实是旧的 .xls 格式"),
        ("名册.csv", OLE, "内容是 Excel 工作簿"),
        ("名册.xls", OLE, "不是 .xlsx 或 .csv 文件"),
        ("名册.docx", b"PK\x03\x04", "不是 .xlsx 或 .csv 文件"),
    ],
)
def test_a_roster_of_another_kind_is_refused(refused, roster, name, data, words):
    assert words in refused("make", "南京", "--roster", roster(data, name), *COST, *OUT)


def test_all_that_is_wrong_with_a_roster_is_told_at_once(call, roster, folder):
    roster(with_row("101,1.2,甲,乙\a,"))
    status, output, errors = call("make", "南京", "--roster", "名册.csv", *COST, *OUT)
    assert (status, output, errors.count("错误：")) == (2, "", 1)
    assert errors.count("第 16 行：") == 5
    assert list(contents(folder)) == [folder / "名册.csv"]


# ---------------------------------------------------------------- the target is refused


def test_a_book_that_is_there_is_not_touched(refused, folder):
    (folder / "簿.xlsx").write_bytes(b"mine")
    message = refused("make", "南京", *BUILDING, *OUT)
    assert message.startswith("错误：簿.xlsx：文件已经存在") and "--force" in message


def test_a_refused_building_spares_the_book_even_with_force(refused, folder):
    (folder / "簿.xlsx").write_bytes(b"mine")
    refused("make", "南京", *BUILDING[:-1], "-1", *OUT, "--force")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("没有/簿.xlsx", "没有：文件夹不存在"),
        ("文件/簿.xlsx", "文件：文件夹不存在"),
        ("夹.xlsx", "夹.xlsx：这是一个文件夹"),
        ("簿.xls", "簿.xls：文件名应以 .xlsx 结尾"),
        ("簿", "文件名应以 .xlsx 结尾"),
        ("", "文件名应以 .xlsx 结尾"),
        (".", "文件名应以 .xlsx 结尾"),
        ("簿" * 300 + ".xlsx", "文件名太长"),
    ],
    ids=range(8),
)
def test_a_target_is_refused(refused, folder, target, words):
    (folder / "夹.xlsx").mkdir()
    (folder / "文件").write_bytes(b"")
    assert words in refused("make", "南京", *BUILDING, "--force", "-o", target)


def test_a_folder_without_permission_is_refused(refused, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "文件夹不能写入" in refused("make", "南京", *BUILDING, *OUT)


def test_a_folder_that_takes_no_files_is_refused(refused):
    if not Path("/proc/self").is_dir():
        pytest.skip("no /proc")
    assert "/proc/簿.xlsx：写不进去" in refused("make", "南京", *BUILDING, "-o", "/proc/簿.xlsx")


STEPS = [(tempfile, "NamedTemporaryFile"), (os, "fsync"), (Path, "replace")]
each_step = pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])


@each_step
def test_a_full_disk_is_told_and_leaves_nothing(refused, folder, monkeypatch, where, name):
    (folder / "簿.xlsx").write_bytes(b"mine")
    stop(monkeypatch, where, name, OSError(errno.ENOSPC, "No space left on device"))
    message = refused("make", "南京", *BUILDING, "--force", *OUT)
    assert message.startswith("错误：簿.xlsx：写不进去（磁盘已满）")


@each_step
def test_an_interruption_leaves_nothing(call, folder, monkeypatch, where, name):
    stop(monkeypatch, where, name, KeyboardInterrupt())
    assert call("make", "南京", *OUT) == (2, "", "已中止。\n")
    assert contents(folder) == {}
