"""The wheel, built and installed into an empty environment, makes the same book."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAKE = "make nanjing --storeys 7 --areas 80,100 --cost 600000 -o".split()


def run(*command):
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def test_the_installed_wheel_makes_the_same_book(tmp_path):
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", tmp_path, ROOT)
    venv.create(tmp_path / "empty")  # without pip, which takes long to set up
    scripts = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    wheel = next(tmp_path.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", wheel)
    run(scripts / "elevshare", *MAKE, tmp_path / "book.xlsx")
    run(sys.executable, "-m", "elevshare.cli", *MAKE, tmp_path / "here.xlsx")
    made, here = tmp_path / "book.xlsx", tmp_path / "here.xlsx"
    assert made.read_bytes() == here.read_bytes()
    run(scripts / "python", "-c", "import elevshare_addin")
