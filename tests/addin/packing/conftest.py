import importlib.util
from pathlib import Path

import pytest

from elevshare_addin.packing.package import build


@pytest.fixture(scope="session")
def template():
    """xlwings' example of an add-in."""
    return Path(importlib.util.find_spec("xlwings").origin).with_name("quickstart_addin.xlam")


@pytest.fixture(scope="session")
def xlam(tmp_path_factory):
    """The add-in, built once."""
    file = tmp_path_factory.mktemp("built") / "elevshare.xlam"
    file.write_bytes(build())
    return file
