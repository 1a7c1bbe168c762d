"""The wheel, built and installed into an empty environment, makes the same book and has the page of the release."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKE = "make nanjing --storeys 7 --areas 80,100 --cost 600000 -o".split()


ALONE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def run(*command, env=None):
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=env)


def released(folder):
    """The project's files as the release builds them: with the page beside them, which git does not hold."""
    for name in (".gitignore", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for name in ("generator/elevshare", "addin/elevshare_addin"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "generator/elevshare/page/加梯分摊.html").write_text("the page", "utf-8")
    return folder


@pytest.mark.sampled(0)
def test_the_installed_wheel_makes_the_same_book(tmp_path):
    (tmp_path / "project").mkdir()
    project = released(tmp_path / "project")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", tmp_path, project)
    venv.create(tmp_path / "empty")  # without pip, which takes long to set up
    scripts = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    wheel = next(tmp_path.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", wheel)
    run(scripts / "elevshare", *MAKE, tmp_path / "book.xlsx", env=ALONE)
    run(sys.executable, "-m", "elevshare.cli", *MAKE, tmp_path / "here.xlsx")
    made, here = tmp_path / "book.xlsx", tmp_path / "here.xlsx"
    assert made.read_bytes() == here.read_bytes()
    run(scripts / "python", "-c", "import elevshare_addin", env=ALONE)
    run(scripts / "elevshare", "page", "-o", tmp_path / "page.html", env=ALONE)
    assert (tmp_path / "page.html").read_text("utf-8") == "the page"
