import os
import pty
import re
import subprocess
import sys
import termios
import zlib

import openpyxl
import pytest
from engines import need
from papers import (
    COPIES,
    LEASE,
    LEASE_PLAN,
    OWNERS,
    PLAN,
    PROJECT,
    book,
    full,
    lease,
    programs,
    typed,
)

from elevshare import cli
from elevshare.money import yuan
from elevshare.project import CostItem, assess
from elevshare.workbook.subjects.upkeep.bills_paper import ROWS as UPKEEP_ROWS

NAMES = {"1/2": "1／2.pdf", "CON": "房号CON.pdf", "101.": "101．.pdf"}
ALL = "全部账单.pdf"


def text_of(path):
    """What a PDF shows, page by page, without blanks and line ends."""
    out = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout
    return [re.sub(r"\s", "", page) for page in out.decode().split("\f")[:-1]]


def letters_of(path):
    """Every character that the fonts of a PDF can show, whether it is shown or not."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
    parts = (zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"\x78")
    maps = b"".join(part for part in parts if b"begincmap" in part)
    maps = b"".join(re.findall(rb"beginbf(.*?)endbf", maps, re.DOTALL))
    codes = re.findall(rb"<\w+>\s*<(\w+)>", maps)
    return set("".join(bytes.fromhex(code.decode()).decode("utf-16-be") for code in codes))


def size_of(path):
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
    return re.search(r"Pages: +(\d+)", info)[1], re.search(r"Page size: .*\((\w+)\)", info)[1]


def on_a_terminal(folder, *arguments):
    """Run the command with its errors on a terminal; gives status, output and what it shows."""
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (24, 100))
    command = [sys.executable, "-m", "elevshare.cli", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=writer) as ran:
        os.close(writer)
        shown = b""
        try:
            while part := os.read(reader, 4096):
                shown += part
        except OSError:  # so a terminal ends
            pass
        os.close(reader)
        output = ran.stdout.read()
    return ran.returncode, output.decode(), shown.decode()


# ---------------------------------------------------------------- with LibreOffice


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Bills of three households, printed before a terminal; the stored ones are of half the cost."""
    need("soffice")
    need("pdftotext")
    folder = tmp_path_factory.mktemp("bills")
    double = typed(book(), {PLAN.costs.at("yuan", 0): PROJECT.cost / 50})
    (folder / "簿.xlsx").write_bytes(double)
    return folder, *on_a_terminal(folder, "bills", "簿.xlsx", "-o", "打印/账单")


def test_every_household_has_a_file_and_one_is_of_all(printed):
    folder, status, output, _ = printed
    assert (status, output) == (
        0, "已在 打印/账单 写出 3 户的账单，每户一个文件；全部在 全部账单.pdf\n"
    )  # fmt: skip
    assert {path.name for path in (folder / "打印/账单").iterdir()} == {*NAMES.values(), ALL}
    assert {path.name for path in folder.iterdir()} == {"簿.xlsx", "打印"}


def test_the_progress_is_shown_in_chinese(printed):
    *_, shown = printed
    lines = [line for line in re.split(r"[\r\n]|\x1b\[\w+", shown) if line.strip()]
    assert all(
        re.match(r"生成 4 个 PDF +\d+% \|.*\| 已用 [\d:]+，还要 [\d:?]+", one) for one in lines
    )
    percents = [int(re.search(r"(\d+)%", line)[1]) for line in lines]
    assert percents[0] == 0 and max(percents) > 0 and percents == sorted(percents)


def test_a_file_is_one_page_of_a4(printed):
    folder, *_ = printed
    for name in NAMES.values():
        assert size_of(folder / "打印/账单" / name) == ("1", "A4")
    assert size_of(folder / "打印/账单" / ALL) == ("3", "A4")


def test_a_file_has_its_own_household_and_no_trace_of_another(printed):
    folder, *_ = printed
    for room, owner in OWNERS.items():
        path = folder / "打印/账单" / NAMES[room]
        (text,) = text_of(path)
        assert f"房号{room}" in text and f"业主{owner}" in text
        others = {other: name for other, name in OWNERS.items() if other != room}
        assert not [word for pair in others.items() for word in pair if word in text]
        assert set(owner) <= letters_of(path)
        assert not set("".join(others.values())) & letters_of(path)


def test_amounts_are_computed_anew_whatever_was_stored(printed):
    from dataclasses import replace

    folder, *_ = printed
    double = replace(PROJECT, costs=(CostItem("加装电梯总费用", 2 * PROJECT.cost),))
    pages = text_of(folder / "打印/账单" / ALL)
    for flat, due, page in zip(double.flats, assess(double).dues, pages, strict=True):
        assert f"本户应分摊{yuan(due)}加：" in page and f"本次应缴¥{yuan(due)}截止" in page
        assert f"房号{flat.room}业主" in page
        assert text_of(folder / "打印/账单" / NAMES[flat.room]) == [page]


@pytest.mark.sampled(0)
def test_drafts_of_a_lease_are_printed_and_give_1(call, folder):
    odd = typed(lease(), {LEASE_PLAN.fees.at("own", 0): "面议"})
    (folder / "簿.xlsx").write_bytes(odd)
    status, output, errors = call("bills", "簿.xlsx", "-o", ".")
    assert (status, output.count("\n")) == (1, 1)
    assert errors.startswith("注意：有 1 项校验没有通过，这些单据是草案，不得据此收款")
    billed = [flat for flat in LEASE.flats if flat.storey > 1]
    names = {*(f"{flat.room}.pdf" for flat in billed), "全部收费单.pdf"}
    assert {path.name for path in folder.glob("*.pdf")} == names
    pages = text_of(folder / "全部收费单.pdf")
    assert [page.count("电梯使用费缴款通知单") for page in pages] == [2] * (len(billed) // 2)
    assert all(page.count("不得据此收款") == 2 for page in pages)
    (alone,) = text_of(folder / "502.pdf")
    assert alone.count("电梯使用费缴款通知单") == 1 and "501" not in alone


# ---------------------------------------------------------------- with a stand-in that copies


@pytest.fixture
def copying(folder, monkeypatch, tmp_path_factory):
    """A book in the folder, and a LibreOffice whose PDFs are the workbooks it was given."""
    bin_folder = tmp_path_factory.mktemp("copying") / "bin"
    monkeypatch.setenv("PATH", programs(bin_folder, COPIES))
    (folder / "簿.xlsx").write_bytes(book())


def sheet_of(path):
    with path.open("rb") as file:
        return openpyxl.load_workbook(file).worksheets[0]


def test_another_sheet_with_three_forms_a_page(copying, done, folder):
    output = done("bills", "簿.xlsx", "-o", "出", "--sheet", "运维账单")
    assert "写出 3 户的运维账单" in output and output.endswith("全部在 全部运维账单.pdf\n")
    everything = sheet_of(folder / "出" / "全部运维账单.pdf")
    assert everything.max_row == 3 * UPKEEP_ROWS and everything.row_breaks.brk == []
    assert sheet_of(folder / "出" / "101．-运维账单.pdf").max_row == UPKEEP_ROWS


def test_all_receipts_of_a_household_are_in_its_file(copying, done, folder):
    (folder / "簿.xlsx").write_bytes(full())
    done("bills", "簿.xlsx", "-o", "出", "--sheet", "收据")
    names = {"房号CON-收据.pdf", "1／2-收据.pdf", "全部收据.pdf"}
    assert {path.name for path in (folder / "出").iterdir()} == names
    values = [[cell.value for row in sheet_of(folder / "出" / n) for cell in row] for n in names]
    rooms = [(one.count("CON"), one.count("1/2")) for one in values]
    assert sorted(rooms) == [(0, 2), (4, 0), (4, 2)]  # each once more on its counterfoil


def test_force_overwrites_and_leaves_other_files(copying, done, folder):
    (folder / "出").mkdir()
    for name in ("1／2.pdf", "别的.pdf"):
        (folder / "出" / name).write_text("old")
    done("bills", "簿.xlsx", "-o", "出", "--force")
    assert sheet_of(folder / "出" / "1／2.pdf")["B6"].value == "1/2"
    assert (folder / "出" / "别的.pdf").read_text() == "old"
    assert {path.name for path in (folder / "出").iterdir()} == {*NAMES.values(), ALL, "别的.pdf"}


def test_files_that_are_there_are_found_before_any_work(copying, refused, folder, monkeypatch):
    monkeypatch.setattr("elevshare.printing.job.convert", None)
    (folder / "出").mkdir()
    (folder / "出" / "1／2.pdf").write_text("old")
    message = refused("bills", "簿.xlsx", "-o", "出")
    assert message == "错误：出：里面已经有 1／2.pdf。请换一个文件夹，或加 --force 覆盖。\n"


def test_no_libreoffice_is_one_message(refused, folder, monkeypatch):
    (folder / "簿.xlsx").write_bytes(book())
    monkeypatch.setenv("PATH", str(folder))
    message = refused("bills", "簿.xlsx", "-o", "出")
    assert "没有找到 LibreOffice，不能生成 PDF。请先安装 LibreOffice" in message


def test_a_libreoffice_that_fails_leaves_nothing(refused, folder, monkeypatch, tmp_path_factory):
    (folder / "簿.xlsx").write_bytes(book())
    script = COPIES + '/bin/rm "$out"/*1.pdf\n'
    bin_folder = tmp_path_factory.mktemp("failing") / "bin"
    monkeypatch.setenv("PATH", programs(bin_folder, script))
    assert "LibreOffice 没有全部完成" in refused("bills", "簿.xlsx", "-o", "出")


CALLS = {
    "no folder": (("簿.xlsx",), "缺少：-o/--output"),
    "no book": (("-o", "出"), "缺少：簿子"),
    "folder without a name": (("簿.xlsx", "-o", " "), "文件夹的名称是空的"),
    "folder a file": (("簿.xlsx", "-o", "簿.xlsx"), "不是文件夹"),
    "missing": (("没有.xlsx", "-o", "出"), "没有.xlsx：找不到这个文件"),
    "no such sheet": (
        ("簿.xlsx", "-o", "出", "--sheet", "收费单"),
        "没有「收费单」这一页。请用 --sheet 从这些页中选：账单、运维账单",
    ),
    "a sheet without forms": (
        ("簿.xlsx", "-o", "出", "--sheet", "住户"),
        "簿.xlsx 「住户」：没有一张单据可以打印",
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_call_is_refused(copying, refused, case):
    arguments, words = CALLS[case]
    assert words in refused("bills", *arguments)


def test_a_template_that_was_not_filled_in_is_refused(copying, refused, folder):
    cli.main(["make", "南京", "-o", "空.xlsx"])
    assert "空.xlsx 「账单」：没有一张单据可以打印。请先填好" in refused(
        "bills", "空.xlsx", "-o", "出"
    )


# ---------------------------------------------------------------- pictures


@pytest.mark.sampled(0)
def test_every_household_has_a_picture_too(tmp_path, monkeypatch):
    need("soffice")
    need("pdftoppm")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "簿.xlsx").write_bytes(full())
    assert cli.main(["bills", "簿.xlsx", "-o", "图", "--sheet", "运维账单", "--png"]) == 0
    stems = {name.removesuffix(".pdf") for name in NAMES.values()}
    made = {path.name for path in (tmp_path / "图").iterdir()}
    papers = {f"{stem}-运维账单" for stem in stems} & {name.split(".p")[0] for name in made}
    assert papers and {f"{stem}.png" for stem in papers} == {x for x in made if x[-4:] == ".png"}
    assert "全部运维账单.pdf" in made
    for stem in papers:
        head = (tmp_path / "图" / f"{stem}.png").read_bytes()[:24]
        width, height = (int.from_bytes(head[at : at + 4]) for at in (16, 20))
        # One of three bills on a page: the white below it is cut off.
        assert head[1:4] == b"PNG" and 1_200 < width < 1_300 and 500 < height < 900


def test_a_computer_without_a_painter_is_told_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "簿.xlsx").write_bytes(book())
    monkeypatch.setenv("PATH", programs(tmp_path / "bin", COPIES))
    monkeypatch.setattr("elevshare.printing.pictures.find_spec", lambda name: None)
    assert cli.main(["bills", "簿.xlsx", "-o", "图", "--png"]) == 2
    said = capsys.readouterr().err
    assert "pdftoppm" in said and "pypdfium2" in said and not (tmp_path / "图").exists()


# ---------------------------------------------------------------- what is not to be trusted


def forged(folder):
    """A book whose first bill shows another account than the inputs say."""
    from bookfile import BookFile

    file = BookFile(book())
    file.words("账单", "B27", "6217000011112222333")
    (folder / "簿.xlsx").write_bytes(file.data())


def test_a_book_that_is_not_to_be_trusted_is_not_printed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    forged(tmp_path)
    assert cli.main(["bills", "簿.xlsx", "-o", "打印"]) == 2
    said = capsys.readouterr().err
    assert "不可信" in said and "「账单」B27" in said and "--anyway" in said
    assert not (tmp_path / "打印").exists()


def test_what_is_printed_all_the_same_says_so_on_every_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    forged(tmp_path)
    assert cli.main(["bills", "簿.xlsx", "-o", "打印", "--anyway"]) == 1
    assert all("核对结果：不可信" in page for page in text_of(tmp_path / "打印" / ALL))
