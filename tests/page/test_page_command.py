"""``elevshare page`` in a checkout."""

from __future__ import annotations

from elevshare.cli import main
from elevshare.commands.page import PAGE


def test_it_writes_the_same_page_as_the_build(page_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["page"]) == 0
    assert (tmp_path / PAGE).read_bytes() == page_file.read_bytes()
