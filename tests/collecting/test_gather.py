"""Which files are taken for books, and in which order."""

import os

import pytest

from elevshare.collecting.gather import gather
from elevshare.errors import InputError


@pytest.fixture
def folder(tmp_path):
    for name in ("10 幢.xlsx", "2 幢.xlsx", "~$2 幢.xlsx", ".~2 幢.xlsx", ".隐藏.xlsx", "说明.pdf",
                 "旧.xls", "北区/1 幢.xlsx", "北区/1 幢.XLSX.bak", ".git/x.xlsx", "汇总.xlsx"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def names(gathered, folder):
    return [os.path.relpath(one.name, folder) for one in gathered.files]


def test_a_folder_is_searched_to_the_bottom_without_what_is_no_book(folder):
    found = gather([str(folder)], without=folder / "汇总.xlsx")
    assert names(found, folder) == ["2 幢.xlsx", "10 幢.xlsx", "北区/1 幢.xlsx", "旧.xls"]
    assert found.others == 2


def test_a_file_named_twice_is_taken_once(folder):
    one = str(folder / "2 幢.xlsx")
    found = gather([one, str(folder), one], without=folder / "汇总.xlsx")
    assert len(found.files) == 4


def test_a_file_that_is_named_is_tried_whatever_it_is_called(folder):
    found = gather([str(folder / "说明.pdf")], without=folder / "x.xlsx")
    assert names(found, folder) == ["说明.pdf"] and found.others == 0


@pytest.mark.parametrize("place", ["没有.xlsx", "", "北区/.."])
def test_what_is_not_there(folder, place, monkeypatch):
    monkeypatch.chdir(folder)
    if place == "北区/..":
        assert len(gather([place], without=folder / "汇总.xlsx").files) == 4
        return
    with pytest.raises(InputError):
        gather([place], without=folder / "汇总.xlsx")


def test_no_book_at_all(tmp_path):
    (tmp_path / "说明.pdf").write_bytes(b"")
    with pytest.raises(InputError, match="没有找到簿子"):
        gather([str(tmp_path)], without=tmp_path / "x.xlsx")
