"""What some programs see and some do not is refused or found; so are rarer changes of papers."""

from __future__ import annotations

import bases
import pytest
from bookfile import BookFile
from seen_by_some import FOUND, HONEST, REFUSED

from elevshare.audit.finding import Level
from elevshare.errors import InputError
from elevshare.opened import opened


def changed(case) -> bytes:
    file = BookFile(bases.book(case.base))
    case.do(file)
    assert file.data() != bases.book(case.base)
    return file.data()


@pytest.mark.sampled(4)
@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_no_program_writes_is_not_read(case):
    with pytest.raises(InputError):
        opened(changed(case), "簿.xlsx")


@pytest.mark.sampled(8)
@pytest.mark.parametrize("case", FOUND, ids=lambda case: case.name)
def test_what_is_seen_otherwise_is_found(case, audited):
    audit = audited(changed(case))
    assert audit.level > Level.NOTE, audit.findings


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case.name)
def test_what_harms_nothing_passes(case, audited):
    assert audited(changed(case)).verdict == "通过"
