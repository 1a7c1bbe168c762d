import os
import time
from pathlib import Path

import pytest
from papers import COPIES, programs

from elevshare.errors import InputError
from elevshare.printing import pdf
from elevshare.printing.pdf import convert, find_libreoffice

#: Writes the first file, then never ends; its child would outlive it.
HANGS = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
echo > "$2/0.pdf"
/bin/sleep 60 &
echo $! > "$2/new"
/bin/mv "$2/new" "$2/child"  # there only once it is whole
wait
"""


@pytest.fixture
def books(tmp_path):
    (tmp_path / "out").mkdir()
    paths = [tmp_path / f"{number}.xlsx" for number in range(5)]
    for path in paths:
        path.write_text(path.stem)
    return paths


def use(monkeypatch, tmp_path, script):
    monkeypatch.setenv("PATH", programs(tmp_path / "bin", script))
    return find_libreoffice()


def ended(folder):
    """Whether the child that HANGS started has gone."""
    child = int((folder / "child").read_text())
    for _ in range(50):
        try:
            if Path(f"/proc/{child}/stat").read_text().split()[2] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.02)
    return False


def test_without_libreoffice_one_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        InputError, match=r"^没有找到 LibreOffice，不能生成 PDF。请先安装 LibreOffice"
    ):
        find_libreoffice()


@pytest.mark.parametrize("batch", [2, 5, 50])
def test_every_file_is_converted_and_counted_once(monkeypatch, tmp_path, books, batch):
    monkeypatch.setattr(pdf, "_BATCH", batch)
    program, counts = use(monkeypatch, tmp_path, COPIES), []
    made = convert(program, books, tmp_path / "out", counts.append)
    assert [path.read_text() for path in made] == ["0", "1", "2", "3", "4"]
    assert sum(counts) == 5 and all(count > 0 for count in counts)


@pytest.mark.parametrize(
    "script", ["#!/bin/sh\nexit 0\n", "#!/bin/sh\nexit 1\n", COPIES + ': > "$out/3.pdf"\n']
)
def test_a_run_that_does_not_write_all_is_an_error(monkeypatch, tmp_path, books, script):
    program = use(monkeypatch, tmp_path, script)
    with pytest.raises(InputError, match=r"^LibreOffice 没有全部完成，没有写出文件。请关闭"):
        convert(program, books, tmp_path / "out", id)


def test_a_program_that_cannot_be_started_is_an_error(tmp_path, books):
    with pytest.raises(InputError, match=r"^LibreOffice 启动不了"):
        convert(os.fspath(tmp_path / "none"), books, tmp_path / "out", id)


def test_a_run_that_hangs_is_ended_with_its_children(monkeypatch, tmp_path, books):
    monkeypatch.setattr(pdf, "_PATIENCE", 0.3)
    program = use(monkeypatch, tmp_path, HANGS)
    with pytest.raises(InputError, match=r"^LibreOffice 太久没有反应"):
        convert(program, books, tmp_path / "out", lambda more: None)
    assert ended(tmp_path / "out")


def test_an_interruption_ends_the_run(monkeypatch, tmp_path, books):
    def interrupt(more):
        while not (tmp_path / "out" / "child").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    program = use(monkeypatch, tmp_path, HANGS)
    with pytest.raises(KeyboardInterrupt):
        convert(program, books, tmp_path / "out", interrupt)
    assert ended(tmp_path / "out")
