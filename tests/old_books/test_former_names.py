"""Books of a scheme that has another id and name since."""

import pytest
from bookfile import BookFile
from buildings import project_from
from growing import grown

from elevshare.audit.audited import audit_file
from elevshare.cli import main
from elevshare.opened import open_book
from elevshare.returned import read_back
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.recipe import parse

RENAMED = [("heilongjiang-case", "hangzhou-case", "杭州-七层案例")]


@pytest.fixture(params=RENAMED, ids=lambda one: one[0])
def old(request, tmp_path):
    """A filled book, as if made when the scheme had its former id and name; and its scheme."""
    now, id, name = request.param
    scheme = find(now)
    project = project_from(scheme, storeys="7", areas="80,100", cost="30万")
    file = BookFile(make_book(project))
    for part, data in file.parts.items():
        for new, former in ((now, id), (scheme.name, name)):
            data = data.replace(new.encode(), former.encode())
        file.parts[part] = data
    path = tmp_path / "簿.xlsx"
    path.write_bytes(file.data())
    return path, scheme, id


@pytest.mark.sampled(2)
def test_such_a_book_is_read_as_one_of_the_scheme(old):
    path, scheme, id = old
    assert id in str([cell.value for cell in open_book(path).sheet("说明").cells.values()])
    with grown():
        audit = audit_file(path)
    assert (audit.scheme, audit.verdict) == (id, "通过")
    assert read_back(open_book(path)).project.scheme == scheme


@pytest.mark.sampled(2)
def test_it_is_carried_into_a_book_of_the_same_scheme(old, tmp_path, capsys):
    path, scheme, _ = old
    with grown():
        assert main(["make", "--from", str(path), "-o", str(tmp_path / "新.xlsx")]) == 0
    said = capsys.readouterr().out
    assert f"方案 {scheme.name}" in said and "各户金额不变" in said
    assert parse(f"{old[2]}；户数 14；层数 7；页 无").scheme == scheme.id
