"""The road to a new book, from the city to the download."""

from __future__ import annotations

from chromium import downloaded
from make_steps import at_result

from elevshare import cli


def test_a_book_of_alike_storeys_is_what_the_command_makes(page, tmp_path):
    at_result(page)
    page.get_by_text("各项检查都通过").wait_for(timeout=60_000)
    assert page.get_by_role("cell", name="600,000.00").count() >= 1
    page.get_by_role("button", name="下一步").click()
    name, data = downloaded(page, page.get_by_role("button", name="下载这本簿子").click)
    assert name == "加梯分摊-南京.xlsx"
    project = tmp_path / "a.toml"
    project.write_text(
        '[building]\nstoreys = "7"\nareas = ["80", "100"]\n'
        '[[cost]]\nitem = "电梯设备和安装"\namount = "60万"\n'
    )
    book = tmp_path / name
    assert cli.main(["make", "南京", "--project", str(project), "-o", str(book)]) == 0
    assert data == book.read_bytes()
