"""Statements into the 台账 of a new book: shown as tables first, the same bytes as the command's."""

from __future__ import annotations

import pytest
from axe import grave_faults
from chromium import downloaded, drop
from commands.test_collect_payments import contribution, dues, moves, write
from statements import icbc_enterprise, wechat

from elevshare import cli


@pytest.fixture
def road(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page.get_by_role("button", name="银行流水记入台账").click()
    return page


@pytest.mark.sampled(0)
def test_two_statements(road, tmp_path):
    book = write(tmp_path, contribution())
    listed = [move for move, _ in moves(dues(book))]
    banks = icbc_enterprise(tmp_path, listed[:5]), wechat(tmp_path, listed[5:])
    drop(road, "填好的、有“台账”", tmp_path / book)
    drop(road, "银行流水，或", *banks)
    road.get_by_role("button", name="对到各户").click()
    road.get_by_role("heading", name="对完了").wait_for(timeout=180_000)
    assert (
        road.evaluate("document.activeElement.textContent") == "对完了：记入台账 4 笔，待核对 2 笔"
    )
    row = road.get_by_role("row", name="2026-03-07 2,500.00")
    assert all(f"可能是 {room} 张三" in row.text_content() for room in ("401", "402"))
    assert road.get_by_text("与本簿无关 1 笔，2,500.00 元").is_visible()
    assert grave_faults(road) == []
    name, data = downloaded(road, road.get_by_role("button", name="下载记好的簿子").click)
    assert name == f"台账-{book}"
    for at, bank in enumerate(banks):
        source = book if at == 0 else f"新{at - 1}.xlsx"
        cli.main(["collect-payments", source, "--bank", bank.name, "-o", f"新{at}.xlsx"])
    assert data == (tmp_path / "新1.xlsx").read_bytes()


def test_a_table_that_is_no_statement_is_refused_in_words_of_the_page(road, tmp_path):
    book = write(tmp_path, contribution())
    (tmp_path / "名册.csv").write_text("房号,楼层\n101,1\n", "utf-8")
    drop(road, "填好的、有“台账”", tmp_path / book)
    drop(road, "银行流水，或", tmp_path / "名册.csv")
    road.get_by_role("button", name="对到各户").click()
    told = road.locator("#main .bad")
    told.wait_for(timeout=60_000)
    assert "名册.csv" in told.text_content() and "--" not in told.text_content()


def test_something_is_missing(road):
    road.get_by_role("button", name="对到各户").click()
    assert road.get_by_text("请先放好填过的簿子和流水").is_visible()
