import io
import zipfile
from contextlib import redirect_stdout
from dataclasses import fields

import pytest

from commands.conftest import BUILDING, contents, fen, named
from elevshare import cli
from elevshare.schemes import find
from elevshare.templates import EXAMPLE, ready_books, template_name

#: Some of the ready books: tests/test_templates.py rebuilds them all.
SOME = ("xianyang", "beijing-hualing")
NAMES = sorted([*(template_name(find(name)) for name in SOME), EXAMPLE])
BOOKS = {name: project for name, project in ready_books().items() if name in NAMES}


@pytest.fixture(scope="session", autouse=True)
def some():
    """The command has only these books to write."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("elevshare.templates.ready_books", lambda: BOOKS)
        yield


@pytest.fixture(scope="session")
def ready(tmp_path_factory, some):
    """The templates, written into folders that were not there."""
    folder = tmp_path_factory.mktemp("ready") / "新" / "模板"
    with redirect_stdout(io.StringIO()) as output:
        assert cli.main(["templates", str(folder)]) == 0
    assert output.getvalue() == f"已在 {folder} 写出 {len(NAMES)} 本\n"
    return folder


def test_every_ready_book_is_written_and_nothing_else(ready):
    assert sorted(path.name for path in ready.iterdir()) == NAMES
    assert all(zipfile.is_zipfile(path) for path in ready.iterdir())


def test_the_example_is_filled_and_the_others_are_blank(ready):
    dues = {path.name: fen(named(path, "amount_due")) for path in ready.iterdir()}
    assert sum(dues.pop(EXAMPLE)) == 60_000_000
    assert not any(any(values) for values in dues.values())


def test_the_books_are_those_that_make_writes(ready, done, folder):
    (folder / "项目.toml").write_text(_papers(BOOKS[EXAMPLE].papers), encoding="utf-8")
    done("make", "nanjing", *BUILDING, "--project", "项目.toml", "-o", "示例.xlsx")
    done("make", "咸阳", "-o", "空白.xlsx")
    assert (folder / "示例.xlsx").read_bytes() == (ready / EXAMPLE).read_bytes()
    assert (folder / "空白.xlsx").read_bytes() == (ready / "加梯分摊-咸阳.xlsx").read_bytes()


def _papers(papers):
    """A project file with what the bills of the example say."""
    own = {one.name: getattr(papers, one.name) for one in fields(papers)}
    day = own.pop("due_date")
    lines = [f"{key} = '{text}'" for key, text in own.items() if text]
    return "\n".join(["[project]", f"due_date = {day}", *lines])


def test_again_they_are_refused_and_with_force_the_same(ready, refused, done):
    before = contents(ready)
    assert "文件已经存在" in refused("templates", str(ready))
    assert contents(ready) == before
    for path in ready.iterdir():
        path.write_bytes(b"old")
    done("templates", str(ready), "--force")
    assert contents(ready) == before


def test_one_that_is_there_keeps_all_from_being_written(refused, folder):
    (folder / NAMES[-1]).write_bytes(b"mine")
    assert NAMES[-1] in refused("templates", ".")


def test_a_file_in_the_place_of_the_folder_is_refused(refused, folder):
    (folder / "文件").write_bytes(b"")
    assert "文件：不能建立这个文件夹" in refused("templates", "文件")
    assert "不能建立这个文件夹" in refused("templates", "文件/里面")


@pytest.mark.parametrize("name", ["", " "])
def test_a_folder_without_a_name_is_refused(refused, name):
    assert "文件夹的名称是空的" in refused("templates", name)


def test_no_folder_is_refused(refused):
    assert "缺少：文件夹" in refused("templates")
