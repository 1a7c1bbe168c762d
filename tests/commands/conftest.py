"""Commands called as a user calls them, and what a refusal must look like."""

import re

import openpyxl
import pytest

from elevshare import cli

BUILDING = ("--storeys", "7", "--areas", "80,100", "--cost", "600000")
HEADER = "房号,楼层,建筑面积,业主,参与"
ROWS = "\n".join(
    [HEADER]
    + [f"{s}0{n},{s},{area},,是" for s in range(1, 8) for n, area in ((1, 80), (2, 100))]
)  # fmt: skip
#: What no option gives: a bill of such a book could not be paid.
LACKING = "收款户名、开户银行、收款账号、截止日期、小区、楼栋"
NO_PAYEE = f"现在还是草案，不能收款：还没有填{LACKING}；打开在“参数”里填，或写在项目文件里\n"
#: A project file that says what every bill has to tell.
PAYEE = (
    "[project]\nestate = '幸福里'\nbuilding = '3 幢'\npayee = '加装电梯专户'\n"
    "bank = '南京银行'\naccount = '0301 0152 0910 0123 456'\ndue_date = 2026-12-31\n"
)
#: What a message may say beside Chinese and what the user typed.
_WORDS = {
    *(word for name in cli.COMMANDS for word in name.split("-")),
    *("elevshare", "help", "nanjing", "all", "floor"),
    *("jobs", "dask", "bank", "from", "with", "households"),
    *("Excel", "WPS", "xlsx", "xls", "csv", "CSV", "UTF", "building"),
    *("storeys", "areas", "roster", "project", "cost", "subsidy", "unit", "opt", "out"),
    *("coefficients", "force", "output", "json"),
    *("sheet", "columns", "rows", "entrance", "everyone", "takes", "part"),
    *("scheme", "tcp", "csv"),
    *("LibreOffice", "PDF", "pdf", "www", "libreoffice", "org"),
}


def check_refusal(error, *typed):
    """One Chinese message: what is wrong and what to do, without a traceback or English."""
    assert re.fullmatch(r"错误：[^\n]+。\n", error), error
    assert error.count("错误：") == 1
    assert re.search("请|可用的命令", error), error
    plain = re.sub("--[a-z-]+", "", error)  # options are no English
    english = set(re.findall("[A-Za-z]{2,}", plain)) - _WORDS
    assert not {word for word in english if word not in " ".join(typed)}, error


def contents(folder):
    """Every file and folder in a folder, with its bytes."""
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def named(path, *names):
    """The cached values of the cells that each of a book's defined names stands for."""
    # Read-only, openpyxl reads no more than the sheets that are asked for.
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found = [_cells(book, book.defined_names[name]) for name in names]
    book.close()
    return found[0] if len(names) == 1 else found


def _cells(book, name):
    (sheet, address), *more = name.destinations
    assert not more
    area = book[sheet][address.replace("$", "")]
    rows = area if isinstance(area, tuple) else ((area,),)
    return [cell.value for row in rows for cell in row]


def fen(values):
    """Money of a book, blanks left out."""
    return [round(value * 100) for value in values if value not in (None, "")]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(folder, capsys):
    """Run a command; gives status, output and errors."""

    def run(*arguments):
        capsys.readouterr()
        status = cli.main(arguments)
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def done(call):
    """Run a command that must do its work without a word of complaint; gives its output.

    With --json what was understood of a roster is on stderr, where it troubles no program.
    """

    def run(*arguments):
        status, output, errors = call(*arguments)
        read = "--json" in arguments and "--roster" in arguments
        assert status == 0 and ("注意" not in errors and "名册" in errors if read else not errors)
        return output

    return run


@pytest.fixture
def refused(call, folder):
    """Run a command that must refuse and leave every file as it was; gives its message."""

    def run(*arguments):
        before = contents(folder)
        status, output, errors = call(*arguments)
        assert (status, output) == (2, "")
        check_refusal(errors, *arguments)
        assert contents(folder) == before
        return errors

    return run


@pytest.fixture
def roster(folder):
    """Write a roster and give its name."""

    def write(text=ROWS, name="名册.csv", encoding="utf-8"):
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return name

    return write
