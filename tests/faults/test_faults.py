"""A batch whose disk is full, whose folder goes away, whom somebody interrupts: all of it real."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from kills import LIST, command, hashes
from unlucky import task

from elevshare.batch.output_folder import OutputFolder
from elevshare.batch.running import BatchTally, store
from elevshare.batch.stopped import StoppedError
from elevshare.batch.task import Answer

SIZE = 100_000


def results(number, before=lambda count: None):
    """Books of 100 KB that are none, as workers would give them."""
    for count in range(number):
        before(count)
        yield task(str(count)), Answer(os.urandom(SIZE))


def stored(folder, given):
    """What a folder took; the books that stand there are all whole."""
    tally = BatchTally()
    with OutputFolder(folder) as output:
        try:
            store(given, output, tally, lambda count: None, force=False)
            said = ""
        except StoppedError as error:
            said = str(error)
    if folder.exists():
        sizes = {path.stat().st_size for path in folder.glob("*.xlsx") if path.is_file()}
        assert sizes <= {SIZE}
        assert not [*folder.rglob("*.tmp")]
    return tally, said


@pytest.fixture
def small_disk(tmp_path):
    """A real disk of 512 KB."""
    place = tmp_path / "盘"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_ends_the_work_with_whole_books_only(small_disk):
    folder = small_disk / "出"
    tally, said = stored(folder, results(9))
    assert 3 <= tally.made == len([*folder.glob("*.xlsx")]) < 6
    assert "写不进去（磁盘已满）" in said
    (folder / "0.xlsx").unlink()
    assert stored(folder, results(1)) == (BatchTally(made=1), "")


@pytest.mark.sampled(0)
def test_the_command_says_that_the_disk_is_full_and_goes_on_when_it_is_not(small_disk, tmp_path):
    listing = tmp_path / "清单.csv"
    listing.write_text("\n".join(LIST.splitlines()[:6]), "utf-8")
    ran = subprocess.run(command(listing, small_disk / "出"), capture_output=True, text=True)
    assert ran.returncode == 1 and ran.stderr.count("错误：") == 1 and "Trace" not in ran.stderr
    assert "磁盘已满" in ran.stderr and "再运行一次就接着做。" in ran.stderr
    first = hashes(small_disk / "出")
    assert 1 <= len(first) < 5
    bigger = ["mount", "-o", "remount,size=9m", str(small_disk)]
    subprocess.run(bigger, check=True, capture_output=True)
    ran = subprocess.run(command(listing, small_disk / "出"), capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"原来就有 {len(first)} 本没有变化" in ran.stdout
    again = hashes(small_disk / "出")
    assert len(again) == 5 and first.items() <= again.items()


def test_files_that_may_not_be_so_large_are_told_one_by_one(tmp_path):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 2, limits[1]))
    try:
        tally, said = stored(tmp_path / "出", results(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (tally.made, said) == (0, "")
    assert all("写不进去" in finding.reason for finding in tally.findings)
    assert len(tally.findings) == 2


def test_a_folder_that_is_taken_away_ends_the_work(tmp_path):
    folder = tmp_path / "出"
    tally, said = stored(folder, results(5, lambda count: count == 3 and shutil.rmtree(folder)))
    assert tally.made == 3 and "写不进去（文件夹不存在）" in said
    assert not folder.exists()


def test_a_book_that_a_user_has_put_a_folder_in_place_of_is_told(tmp_path):
    (tmp_path / "出" / "1.xlsx").mkdir(parents=True)
    tally, said = stored(tmp_path / "出", results(3))
    assert (tally.made, said) == (2, "") and len(tally.findings) == 1


def alive(group):
    """How many processes of a group are there and do something."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of, *_ = path.read_text().rpartition(")")[2].split()
            found += of == str(group) and state != "Z"
    return found


def heeds_interruptions():
    """A shell that runs the tests in the background tells all of them to ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


#: The command, interrupted like all its processes when it does something the second time.
INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from elevshare import cli
from elevshare.batch import {module} as module

def interrupting(*given, real={owner}.{name}, calls=[], **more):
    found = real(*given, **more)
    calls.append(1)
    if len(calls) == 2:
        os.killpg(0, signal.SIGINT)
    return found

{owner}.{name} = interrupting
if __name__ == "__main__":
    cli.run()
"""


@pytest.mark.sampled(0)
@pytest.mark.parametrize(
    ("module", "owner", "name"),
    [
        ("output_folder", "module", "put"),  # the book has its name, and is not on record yet
        ("output_folder", "module.OutputFolder", "_note"),  # it is on record
        ("running", "module", "_one"),  # it is counted
    ],
)
def test_a_book_that_was_written_when_the_interruption_came_is_counted(
    tmp_path, module, owner, name
):
    listing, folder = tmp_path / "清单.csv", tmp_path / "出"
    listing.write_text(LIST, "utf-8")
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED.format(module=module, owner=owner, name=name), "utf-8")
    words = [sys.executable, str(program), *command(listing, folder)[5:]]
    ran = subprocess.run(words, start_new_session=True, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len([*folder.glob("*.xlsx")]) == 2
    assert ran.stderr == f"已中止。做好的 2 本都在 {folder}，再运行一次就接着做。\n"
    whole = subprocess.run(command(listing, folder), capture_output=True, text=True)
    assert whole.stdout == f"已在 {folder} 生成 4 本，原来就有 2 本没有变化\n"


@pytest.mark.parametrize("seen", ["*.xlsx", ".elevshare-batch/lock"])
def test_an_interruption_is_told_in_one_line_and_what_is_done_stays(tmp_path, seen):
    listing, folder = tmp_path / "清单.csv", tmp_path / "出"
    listing.write_text(LIST, "utf-8")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen(
        command(listing, folder), start_new_session=True, preexec_fn=heeds_interruptions, **pipes
    )
    while process.poll() is None and not [*folder.glob(seen)]:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does, to all of them
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output) == (2, "")
    assert errors.startswith("已中止。") and errors.count("\n") == 1
    assert not [*folder.rglob("*.tmp")]
    end = time.monotonic() + 10
    while alive(process.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(process.pid)
    if seen == "*.xlsx":
        done = len([*folder.glob(seen)])
        assert 1 <= done < 6 and f"做好的 {done} 本都在" in errors
