import errno
import shutil

import pytest

from elevshare.errors import InputError
from elevshare.printing.delivery import check_folder, deliver

NAMES = ("101.pdf", "102.pdf")


@pytest.fixture
def files(tmp_path):
    """Two files that were made elsewhere."""
    (tmp_path / "made").mkdir()
    paths = {name: tmp_path / "made" / f"{number}" for number, name in enumerate(NAMES)}
    for name, path in paths.items():
        path.write_text(name)
    return paths


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_the_folder_is_made_and_holds_the_files_alone(tmp_path, files):
    check_folder(tmp_path / "甲" / "乙", NAMES, force=False)
    assert not (tmp_path / "甲").exists()
    deliver(files, tmp_path / "甲" / "乙")
    assert contents(tmp_path / "甲" / "乙") == {name: name for name in NAMES}


def test_files_are_overwritten_with_force_only(tmp_path, files):
    (tmp_path / "102.pdf").write_text("old")
    with pytest.raises(InputError, match=r"里面已经有 102.pdf。请换一个文件夹，或加 --force 覆盖"):
        check_folder(tmp_path, NAMES, force=False)
    check_folder(tmp_path, NAMES, force=True)
    deliver(files, tmp_path)
    assert (tmp_path / "102.pdf").read_text() == "102.pdf"


def test_several_files_that_are_there_are_counted(tmp_path, files):
    deliver(files, tmp_path / "甲")
    with pytest.raises(InputError, match=r"里面已经有 101.pdf 等 2 个文件"):
        check_folder(tmp_path / "甲", NAMES, force=False)


@pytest.mark.parametrize("where", ["file", "file/甲", "甲", "a" * 300, "a\0b"])
def test_what_cannot_be_the_folder_is_refused(tmp_path, where):
    (tmp_path / "file").write_text("")
    (tmp_path / "甲" / "101.pdf").mkdir(parents=True)
    with pytest.raises(InputError, match=r"请换一个文件夹"):
        check_folder(tmp_path / where, NAMES, force=True)


def test_a_folder_that_may_not_be_written_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(InputError, match=r"没有写入的权限"):
        check_folder(tmp_path / "甲", NAMES, force=False)


@pytest.mark.parametrize("folder", ["there", "new"])
def test_a_full_disk_leaves_nothing(tmp_path, files, monkeypatch, folder):
    (tmp_path / "there").mkdir()
    copy = shutil.copyfile

    def full(source, target):
        if source == files["102.pdf"]:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(InputError, match=r"磁盘已满"):
        deliver(files, tmp_path / folder)
    assert [*(tmp_path / "there").iterdir()] == [] and not (tmp_path / "new").exists()
