"""Files made to hurt: refused as by the command; what takes too long, or kills the worker, ends alone."""

from __future__ import annotations

import hostile
import pytest
import returned_books
from chromium import drop

from elevshare import cli

GIVEN_UP = "算得太久，已经停下，程序重新打开了"


@pytest.fixture
def page(new_page):
    return new_page


@pytest.fixture
def books(tmp_path):
    return returned_books.fill(tmp_path, "1 幢.xlsx", "2 幢.xlsx")


@pytest.fixture
def road(page):
    page.get_by_role("button", name="核对收回来的簿子").click()
    return page


def checked(page) -> str:
    head = page.get_by_role("heading", name="核对完了")
    head.wait_for(timeout=240_000)
    return head.text_content()


def test_hostile_files_are_refused_as_by_the_command(desk, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    files = {f"{make.__name__}.xlsx": make() for make in list(hostile.BOOKS)[::4]}
    files["计算.xlsx"] = hostile.greedy(hostile.GREEDY["a circle"])
    assert len(files) >= 20
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        status = cli.main(["check", name])
        said = capsys.readouterr()
        assert desk.run_on({name: data}, "check", name)[:2] == (status, said.out + said.err), name


@pytest.mark.sampled(0)
def test_a_book_that_takes_too_long_is_ended_and_the_rest_is_checked(road, books):
    # The first book gets a hundredth of a second.
    road.evaluate(
        "() => { elevshare.patience = () => { delete elevshare.patience; return 0.01; }; }"
    )
    drop(road, "把收回来的簿子", books / "1 幢.xlsx", books / "2 幢.xlsx")
    assert checked(road) == "核对完了：1 本通过，1 本没有核对成"
    assert road.get_by_text(f"1 幢.xlsx：{GIVEN_UP}").is_visible()
    # Nor is it taken into the summary, where it would be as slow.
    assert road.get_by_role("button", name="把读得了的 1 本合成一本汇总簿").is_visible()


@pytest.mark.sampled(0)
def test_a_worker_that_dies_is_started_again(road, books):
    while road.evaluate("elevshare.queue.length"):  # what the page asked for while it opened
        road.wait_for_timeout(100)
    road.evaluate(
        """() => {
        const run = elevshare.run.bind(elevshare);
        elevshare.run = (...asked) => {
            elevshare.run = run;
            const answer = run(...asked);
            elevshare.worker.dispatchEvent(new MessageEvent("message", {data: {fatal: "out of memory"}}));
            return answer;
        };
    }"""
    )
    drop(road, "把收回来的簿子", books / "1 幢.xlsx", books / "2 幢.xlsx")
    assert checked(road) == "核对完了：1 本通过，1 本没有核对成"
    assert road.get_by_text("程序停住了，已经重新打开").is_visible()


@pytest.mark.sampled(0)
def test_what_waits_for_its_turn_is_done_by_the_next_worker(page):
    said = page.evaluate(
        """async () => {
        const slow = elevshare.run(["schemes"], {}, {seconds: 0}).catch((error) => error.message);
        const next = elevshare.run(["schemes", "--json"]);
        const first = await slow, between = elevshare.run(["--version"]).catch((error) => error.message);
        return [first, (await next).status, (await between).said];
    }"""
    )
    assert said[0].startswith(GIVEN_UP) and said[1] == 0 and "elevshare" in said[2]


@pytest.mark.sampled(0)
def test_a_slow_computer_gets_more_time(page):
    times = page.evaluate(
        "[1, 3, 12].map((took) => { elevshare.opening = took; return elevshare.patience(60); })"
    )
    assert times == [60, 60, 240]
