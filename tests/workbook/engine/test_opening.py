"""The seam: books are made and audited by whatever keeps the protocol, and by nothing beside it."""

import bases
import pytest
from bookfile import BookFile
from buildings import project
from sampling import BOOKS_KEPT

from elevshare.audit.audited import audit
from elevshare.opened import opened
from elevshare.returned import made
from elevshare.workbook.book import make_book
from elevshare.workbook.engine import native
from elevshare.workbook.engine.opening import open_engine, use_engine
from elevshare.workbook.template_cache.books import Books


class Recording:
    """An engine that writes down what it is asked for, and lets another one answer."""

    def __init__(self, inner, asked):
        self._inner, self._asked = inner, asked

    def type(self, sheet, area, typed):
        self._asked.append(("type", sheet, area))
        self._inner.type(sheet, area, typed)

    def put(self, sheet, place, formula):
        self._asked.append(("put", sheet, place, formula))
        self._inner.put(sheet, place, formula)

    def calculate(self):
        self._asked.append(("calculate",))
        self._inner.calculate()

    def read(self, sheet, area):
        self._asked.append(("read", sheet, area))
        return self._inner.read(sheet, area)


@pytest.fixture
def asked():
    """What the engine in use is asked for."""
    found = []
    before = use_engine(lambda draft: _opened(found, draft))
    yield found
    use_engine(before)


def _opened(found, draft):
    found.append(("open", len(draft)))
    return Recording(native.NativeEngine(draft), found)


def kinds(asked):
    return [one[0] for one in asked]


def test_a_book_is_made_by_another_engine(asked):
    one = project(storeys=3, areas=(8000,))
    data = make_book(one)
    assert kinds(asked)[:2] == ["open", "calculate"] and set(kinds(asked)[2:]) == {"read"}
    use_engine(native.NativeEngine)
    assert make_book(one) == data


def test_kept_shapes_are_computed_by_another_engine(asked):
    one, two = (project(storeys=3, areas=(area,)) for area in (8000, 8100))
    books = Books()
    books.book_of(one)
    asked.clear()
    data = books.book_of(two)
    assert {"type", "calculate", "read"} == set(kinds(asked))
    use_engine(native.NativeEngine)
    assert make_book(two) == data


def test_an_audit_is_computed_by_another_engine(asked):
    made.keep(1)
    file = BookFile(bases.book("plain"))
    formula = file.formula("分摊", "J22").replace("&quot;", '"')
    file.calculate("分摊", "J22", f"{formula}+7", "1")
    asked.clear()
    found = audit(opened(file.data(), "簿.xlsx"))
    assert "formula-edited" in {one.kind for one in found.findings}
    assert ("put", "分摊", (22, 10), f"{formula}+7") in asked
    assert asked[-1] == ("put", "分摊", (22, 10), formula)
    made.keep(BOOKS_KEPT)


def test_an_engine_is_chosen_and_given_back():
    def chosen(draft):
        raise NotImplementedError(draft)

    before = use_engine(chosen)
    try:
        with pytest.raises(NotImplementedError):
            open_engine(b"")
    finally:
        assert use_engine(before) is chosen
