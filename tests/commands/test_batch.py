import io
import shutil
from contextlib import redirect_stderr, redirect_stdout

import openpyxl
import pytest

from commands.conftest import ROWS, contents, fen, named
from elevshare import cli

LIST = """文件名,小区,方案,层数,每层面积,总费用,名册
甲,幸福里,南京,3,80,10万,
乙,幸福里,通用-按面积,,,20万,名册.csv
丙,,,3,80,10万,
丁,,南京,3,很大,10万,
"""
#: A row whose amount is none.
ODD = "戊,,南京,3,80,10万整,\n"


def batch(folder, *more, listing="清单.csv"):
    """Status, output and errors of a batch."""
    with redirect_stdout(io.StringIO()) as output, redirect_stderr(io.StringIO()) as errors:
        words = ["batch", str(folder / listing), "-o", str(folder / "出"), *more]
        status = cli.main(words)
    return status, output.getvalue(), errors.getvalue()


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A list of four buildings, two of which are wrong, after a batch."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "清单.csv").write_text(LIST, "utf-8")
    (folder / "名册.csv").write_text(ROWS, "utf-8")
    return folder, batch(folder, "--jobs", "2")


@pytest.fixture
def after(first, tmp_path):
    """The folder after the batch, to be changed at will."""
    return shutil.copytree(first[0], tmp_path / "里")


def reported(folder):
    """The rows of the list of what is to be looked after."""
    book = openpyxl.load_workbook(folder / "出" / "待处理.xlsx")
    return [*book.active.iter_rows(min_row=2, values_only=True)]


def test_the_good_rows_are_made_and_the_wrong_ones_are_told(first):
    folder, (status, output, errors) = first
    assert status == 1
    understood, roster, how, made = output.splitlines()
    assert "总费用 10万→100,000.00 元、20万→200,000.00 元" in understood
    assert roster.startswith("乙.xlsx：") and "户，参与" in roster and "elevshare roster" in how
    assert made == f"已在 {folder / '出'} 生成 2 本"
    assert "清单.csv 第 4 行，丙.xlsx：没有生成。没有写方案。请填“方案”一栏" in errors
    assert "清单.csv 第 5 行，丁.xlsx：没有生成。“每层面积”：第 1 户的建筑面积「很大」" in errors
    rows = reported(folder)
    assert [row[:3] for row in rows] == [
        ("清单.csv 第 4 行", "丙.xlsx", "没有生成"),
        ("清单.csv 第 5 行", "丁.xlsx", "没有生成"),
    ]
    assert sum(fen(named(folder / "出" / "乙.xlsx", "amount_due"))) == 20_000_000
    assert {path.name for path in (folder / "出").glob("*.*")} == {
        ".elevshare-batch", "甲.xlsx", "乙.xlsx", "待处理.xlsx",
    }  # fmt: skip


def test_a_wrong_amount_stops_no_other_building(after):
    (after / "清单.csv").write_text(LIST + ODD, "utf-8")
    status, output, errors = batch(after, "--jobs", "1")
    assert status == 1 and "原来就有 2 本没有变化" in output
    assert "清单.csv 第 6 行，戊.xlsx：没有生成。总费用「10万整」不是数字" in errors


def test_a_book_is_the_one_that_make_writes(first, tmp_path):
    words = ["make", "通用-按面积", "--roster", str(first[0] / "名册.csv"), "--cost", "20万"]
    project = "[project]\nestate = '幸福里'\n"
    (tmp_path / "a.toml").write_text(project, "utf-8")
    with redirect_stdout(io.StringIO()):
        assert (
            cli.main(
                [*words, "--project", str(tmp_path / "a.toml"), "-o", str(tmp_path / "乙.xlsx")]
            )
            == 0
        )
    assert (first[0] / "出" / "乙.xlsx").read_bytes() == (tmp_path / "乙.xlsx").read_bytes()


def test_again_only_what_was_corrected_is_made(after):
    before = contents(after / "出")
    text = LIST.replace("丙,,,", "丙,,南京,").replace("很大", "80")
    (after / "清单.csv").write_text(text, "utf-8")
    status, output, errors = batch(after, "--jobs", "1")
    assert (status, errors) == (0, "")
    assert output.splitlines()[-1] == f"已在 {after / '出'} 生成 2 本，原来就有 2 本没有变化"
    now = contents(after / "出")
    assert all(now[path] == before[path] for path in before if path.stem in ("甲", "乙"))
    assert not (after / "出" / "待处理.xlsx").exists()
    # A book is the same whatever made it, in whichever order.
    assert len({now[after / "出" / name] for name in ("丙.xlsx", "丁.xlsx")}) == 1


def test_what_a_user_filled_in_is_never_lost_unasked(after):
    (after / "出" / "甲.xlsx").write_bytes(b"filled in")
    (after / "清单.csv").write_text(LIST.replace("20万", "30万"), "utf-8")
    status, _, errors = batch(after)
    assert status == 1
    assert "甲.xlsx：没有覆盖。已有同名文件，内容不同，可能填过或改过。" in errors
    assert "乙.xlsx：没有覆盖。清单改过，与原来生成的不同。" in errors
    assert (after / "出" / "甲.xlsx").read_bytes() == b"filled in"
    assert sum(fen(named(after / "出" / "乙.xlsx", "amount_due"))) == 20_000_000
    assert len(reported(after)) == 4
    assert batch(after, "--force")[1].endswith("生成 2 本\n")
    assert sum(fen(named(after / "出" / "乙.xlsx", "amount_due"))) == 30_000_000


def test_a_list_of_ours_with_notes_is_kept_and_another_written(after):
    report = after / "出" / "待处理.xlsx"
    report.write_bytes(b"notes")
    _, _, errors = batch(after)
    assert report.read_bytes() == b"notes" and "待处理（2）.xlsx" in errors


def test_a_folder_of_rosters_takes_the_options_for_all(tmp_path):
    (tmp_path / "名册").mkdir()
    (tmp_path / "名册" / "3 单元.csv").write_text(ROWS, "utf-8")
    words = (
        "--scheme",
        "无锡",
        "--cost",
        "60万",
        "--coefficients",
        "7=1",
        "--unit",
        "元",
        "--jobs",
        "1",
    )
    status, output, errors = batch(tmp_path, *words, listing="名册")
    assert status == 1 and "生成 1 本" in output
    assert "3 单元.xlsx：已生成，校验没有通过。楼层系数已填齐" in errors
    assert sum(fen(named(tmp_path / "出" / "3 单元.xlsx", "amount_due"))) == 60_000_000


# ---------------------------------------------------------------- refused


def test_names_that_are_alike_are_refused_before_any_work(refused, folder):
    (folder / "清单.csv").write_text("文件名,方案\nA,南京\na,南京\n", "utf-8")
    assert "文件名「a.xlsx」与第 2 行的相同" in refused("batch", "清单.csv", "-o", "出")


@pytest.mark.parametrize("where", [".", "..//./里"])
def test_no_book_takes_the_place_of_a_roster_or_the_list(refused, folder, monkeypatch, where):
    (folder / "里").mkdir()
    monkeypatch.chdir(folder / "里")
    (folder / "里" / "清单.csv").write_text("名册\n甲.xlsx\n", "utf-8")
    message = refused("batch", "清单.csv", "-o", where, "--scheme", "南京", "--force")
    assert "簿子「甲.xlsx」会盖掉同名的清单或名册" in message


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("没有.csv", "-o", "出"), "找不到这个文件"),
        (("清单.csv", "-o", ""), "文件夹的名称是空的"),
        (("清单.csv", "-o", "清单.csv"), "不是文件夹"),
        (("清单.csv", "-o", "出", "--jobs", "0"), "请填 1 到 64 的整数"),
        (("清单.csv", "-o", "出", "--jobs", "两"), "请填 1 到 64 的整数"),
        (("清单.csv",), "缺少：-o"),
        (("清单.csv", "-o", "出", "--dask", "nonsense://x"), "连不上「nonsense://x」"),
    ],
)
def test_a_wrong_call_is_refused(refused, folder, words, said):
    (folder / "清单.csv").write_text("文件名,方案\nA,南京\n", "utf-8")
    assert said in refused("batch", *words)
