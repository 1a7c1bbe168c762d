"""Every ready book and filled books of every family keep the 22 points of a good workbook."""

from functools import cache
from pathlib import Path

import pytest
import samples
from standard import POINTS, findings
from standard.exceptions import EXEMPTIONS, exempt
from standard.model import Book

TEMPLATES = Path(__file__).parent.parent.parent / "xlsx_templates"
READY = sorted(path.name for path in TEMPLATES.glob("*.xlsx"))
#: The books that show every exemption: filled ones, and a template of each kind of scheme.
TELLING = [*samples.NAMES, "加梯分摊-无锡.xlsx", "加梯租赁-华龄安康.xlsx"]


@cache
def opened(name):
    """A book, read once."""
    if name in samples.NAMES:
        return Book(name, samples.sample(name).data)
    return Book(name, (TEMPLATES / name).read_bytes())


@cache
def found(name):
    """Point → what breaks it in a book."""
    return {point: findings(opened(name), point) for point in POINTS}


def said(name, point):
    """What breaks a point in a book and is not meant."""
    return [one for one in found(name)[point] if not exempt(point, one)]


@pytest.mark.parametrize("name", [*READY, *samples.NAMES])
def test_a_book_keeps_every_point(name):
    broken = {point: some[:5] for point in POINTS if (some := said(name, point))}
    assert broken == {}


def test_every_exemption_is_still_needed():
    used = {one for name in TELLING for point in POINTS
            for some in found(name)[point] for one in exempt(point, some)}  # fmt: skip
    assert [one for one in EXEMPTIONS if one not in used] == []
