import errno
import os
from pathlib import Path

import pytest

from elevshare.batch.output_folder import Delivery, OutputFolder
from elevshare.errors import InputError

NAME, MARK = "甲.xlsx", "1"


def deliver(folder, book=b"book", mark=MARK, force=False):
    with OutputFolder(folder) as output:
        return output.deliver(NAME, mark, book, force=force)


def holds(folder, mark=MARK):
    with OutputFolder(folder) as output:
        return output.holds(NAME, mark)


@pytest.fixture
def folder(tmp_path):
    """A folder with one book in it."""
    assert deliver(tmp_path / "出" / "里") is Delivery.NEW
    return tmp_path / "出" / "里"


def books(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def leftovers(folder):
    return [*folder.rglob("*.tmp")]


def test_a_book_is_written_whole_and_known_again(folder):
    assert books(folder) == {NAME: b"book"} and not leftovers(folder)
    assert holds(folder) and not holds(folder, "2")


def test_the_same_again_is_no_news_and_another_is_not_written(folder):
    assert deliver(folder) is Delivery.SAME
    assert deliver(folder, b"other", "2") is Delivery.OTHER
    assert deliver(folder, b"other", "2") is Delivery.OTHER
    assert books(folder) == {NAME: b"book"} and holds(folder)


def test_what_a_user_changed_is_written_over_by_force_only(folder):
    (folder / NAME).write_bytes(b"mine")
    assert not holds(folder)
    assert deliver(folder) is Delivery.EDITED
    assert books(folder) == {NAME: b"mine"}
    assert deliver(folder, force=True) is Delivery.NEW
    assert books(folder) == {NAME: b"book"} and holds(folder)


def test_a_book_that_a_user_saves_in_the_middle_of_a_run_stays(folder):
    with OutputFolder(folder) as output:
        (folder / "乙.xlsx").write_bytes(b"mine")
        assert output.deliver("乙.xlsx", MARK, b"ours", force=False) is Delivery.EDITED
    assert books(folder)["乙.xlsx"] == b"mine"


@pytest.mark.parametrize("left", ["", '["甲.xlsx", "1", "ab', "[1]\n{}\n[1,2,3]\n", "\udcff"])
def test_a_record_that_is_lost_or_cut_short_costs_nothing_but_time(folder, left):
    record = folder / ".elevshare-batch" / "record.jsonl"
    record.write_bytes(left.encode("utf-8", "surrogateescape"))
    assert not holds(folder)
    assert deliver(folder) is Delivery.SAME
    assert "\udcff" in left or holds(folder)


def test_what_a_killed_run_left_is_cleared_away(folder):
    (folder / ".elevshare-batch" / ".elevshare-x.tmp").write_bytes(b"half")
    assert holds(folder) and not leftovers(folder)


def test_one_run_at_a_time_has_the_folder(folder):
    with OutputFolder(folder), pytest.raises(InputError, match="另一个 batch 正在写这个文件夹"):
        deliver(folder)
    assert holds(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows needs no links")
def test_a_disk_without_links_keeps_the_rules(folder, monkeypatch):
    def no(path, target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no)
    assert deliver(folder, b"other") is Delivery.OTHER
    with OutputFolder(folder) as output:
        assert output.deliver("乙.xlsx", MARK, b"ours", force=False) is Delivery.NEW
    assert books(folder) == {NAME: b"book", "乙.xlsx": b"ours"} and not leftovers(folder)


def test_only_what_was_written_here_is_removed(folder):
    with OutputFolder(folder) as output:
        output.remove("不在.xlsx")
        output.remove(NAME)
    assert books(folder) == {}
    (folder / NAME).write_bytes(b"mine")
    with OutputFolder(folder) as output:
        output.remove(NAME)
    assert books(folder) == {NAME: b"mine"}
