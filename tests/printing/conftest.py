"""Sheets of books as the printing reads them."""

from functools import cache

import pytest

from elevshare.printing.current_book import CurrentBook


@pytest.fixture(scope="session")
def sheet_of(tmp_path_factory):
    """Bytes of a book and title of a sheet → the sheet, new with every call."""

    @cache
    def source(data):
        path = tmp_path_factory.mktemp("book") / "簿.xlsx"
        path.write_bytes(data)
        return CurrentBook(path)

    return lambda data, title: source(data).sheet(title)
