import errno
import os
import stat
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from elevshare.errors import InputError
from elevshare.files import check_target, put, write_whole

FULL = OSError(errno.ENOSPC, "No space left on device")
#: Where writing can fail or be stopped: before, while and after the bytes are written.
STEPS = [(tempfile, "NamedTemporaryFile"), (os, "fsync"), (Path, "chmod"), (Path, "replace")]
each_step = pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])


def stop(monkeypatch, where, name, error):
    def raiser(*args, **named):
        raise error

    monkeypatch.setattr(where, name, raiser)


def refusal(path, **options):
    with pytest.raises(InputError) as caught:
        check_target(path, **{"force": False, **options})
    return str(caught.value)


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "簿.xlsx"
    path.write_bytes(b"old")
    return path


# ---------------------------------------------------------------- the target


def test_a_new_file_is_let_pass(tmp_path):
    check_target(tmp_path / "簿.xlsx", force=False)
    check_target(tmp_path / "簿.XLSX", force=False)
    check_target(tmp_path / "簿.csv", force=False, suffix=".csv")


def test_a_file_that_is_there_needs_force(book):
    assert refusal(book) == f"{book}：文件已经存在。请换一个文件名，或加 --force 覆盖。"
    check_target(book, force=True)


@pytest.mark.parametrize("name", ["簿.xls", "簿", "簿.xlsx.txt", ""])
def test_another_ending_is_refused(tmp_path, name):
    assert "应以 .xlsx 结尾" in refusal(tmp_path / name)


def test_a_folder_is_refused(tmp_path):
    path = tmp_path / "簿.xlsx"
    path.mkdir()
    assert "是一个文件夹" in refusal(path, force=True)


def test_a_missing_folder_is_refused(tmp_path, book):
    assert refusal(tmp_path / "没有" / "簿.xlsx").startswith(f"{tmp_path / '没有'}：文件夹不存在")
    assert "文件夹不存在" in refusal(book / "簿.xlsx")


def test_a_folder_without_permission_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert refusal(tmp_path / "簿.xlsx").startswith(f"{tmp_path}：文件夹不能写入")


def test_a_name_that_no_disk_takes_is_refused(tmp_path):
    assert "文件名太长" in refusal(tmp_path / ("簿" * 300 + ".xlsx"))


def test_a_folder_that_may_not_be_looked_into_is_refused(tmp_path, monkeypatch):
    stop(monkeypatch, Path, "is_dir", PermissionError(errno.EACCES, "Permission denied"))
    assert "写不进去（没有权限）" in refusal(tmp_path / "簿.xlsx")


# ---------------------------------------------------------------- writing


@pytest.mark.parametrize("new", [True, False])
def test_nobody_ever_sees_a_part_of_a_file(tmp_path, new):
    path, seen, done = tmp_path / "簿.xlsx", set(), threading.Event()

    def look():
        while not done.is_set():
            with suppress(FileNotFoundError):
                seen.add(path.stat().st_size)

    watcher = threading.Thread(target=look)
    watcher.start()
    for _ in range(5):
        put(path, b"x" * 5_000_000, new=new)
        time.sleep(0.01)
        path.unlink()
    done.set()
    watcher.join()
    assert seen == {5_000_000}


def test_a_file_that_is_there_is_not_written_where_it_must_be_new(book):
    with pytest.raises(FileExistsError):
        put(book, b"new", new=True)
    assert [path.read_bytes() for path in book.parent.iterdir()] == [b"old"]


def test_the_temporary_file_may_be_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "里").mkdir()
    stop(monkeypatch, os, "fsync", FULL)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path / "簿.xlsx", b"new", within=tmp_path / "里")
    monkeypatch.undo()
    put(tmp_path / "簿.xlsx", b"new", within=tmp_path / "里")
    assert not [*(tmp_path / "里").iterdir()] and (tmp_path / "簿.xlsx").read_bytes() == b"new"


def test_the_bytes_are_written_and_nothing_else(tmp_path):
    write_whole(tmp_path / "簿.xlsx", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_an_old_file_is_replaced_whole(book):
    write_whole(book, b"n")
    assert book.read_bytes() == b"n"


@pytest.mark.skipif(os.name == "nt", reason="no permissions as on POSIX")
def test_a_book_is_as_open_as_other_new_files(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_whole(tmp_path / "簿.xlsx", b"new")
    assert len({stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}) == 1


@each_step
def test_a_failure_leaves_the_old_file_and_nothing_else(book, monkeypatch, where, name):
    stop(monkeypatch, where, name, FULL)
    with pytest.raises(InputError, match="写不进去（磁盘已满）") as caught:
        write_whole(book, b"new")
    assert str(caught.value).startswith(f"{book}：")
    assert [path.read_bytes() for path in book.parent.iterdir()] == [b"old"]


@each_step
def test_an_interruption_leaves_the_old_file_and_nothing_else(book, monkeypatch, where, name):
    stop(monkeypatch, where, name, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_whole(book, b"new")
    assert [path.read_bytes() for path in book.parent.iterdir()] == [b"old"]


@pytest.mark.parametrize("number", [*errno.errorcode, None])
def test_every_reason_is_given_without_english(book, monkeypatch, number):
    stop(monkeypatch, os, "fsync", OSError(number, "Some words in English"))
    with pytest.raises(InputError) as caught:
        write_whole(book, b"new")
    assert "English" not in str(caught.value)


def test_a_folder_in_which_no_file_can_be_made():
    if not Path("/proc/self").is_dir():
        pytest.skip("no /proc")
    with pytest.raises(InputError, match=r"/proc/簿\.xlsx：写不进去"):
        write_whole(Path("/proc/簿.xlsx"), b"new")
