import multiprocessing

import pytest
from unlucky import task, work

from elevshare.batch.stopped import StoppedError
from elevshare.batch.workers import made_here


def made(*tasks, jobs=2):
    """Name → answer; nothing lost, nothing doubled, no process left."""
    pairs = [*made_here(tasks, jobs, work)]
    assert sorted(one.name for one, _ in pairs) == sorted(one.name for one in tasks)
    assert not multiprocessing.active_children()
    return {one.name: answer for one, answer in pairs}


def text(answer):
    return answer.book.decode().partition(" ")[2]


def test_every_task_is_answered_by_so_many_processes():
    tasks = [task(str(number), "甲乙"[number % 2]) for number in range(6)]
    found = made(*tasks)
    assert {text(answer) for answer in found.values()} == set("012345")
    assert 1 <= len({answer.book.split()[0] for answer in found.values()}) <= 2


def test_a_process_makes_way_after_so_many_books(monkeypatch):
    monkeypatch.setattr("elevshare.batch.workers._BOOKS", 3)
    found = made(*(task(str(number)) for number in range(5)), jobs=1)
    pids = [answer.book.split()[0] for answer in found.values()]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 2]


def test_a_refusal_is_handed_on():
    assert made(task("wrong"), jobs=1)["wrong.xlsx"].problem == "不行。"


def test_a_death_costs_its_own_book_only_and_only_the_second_time(tmp_path):
    once = f"once {tmp_path / 'was'}"
    found = made(task("1"), task("die"), task("2"), task(once), task("3"))
    assert {name for name, answer in found.items() if answer.problem} == {"die.xlsx"}
    assert "两次中止" in found["die.xlsx"].problem
    assert {text(answer) for answer in found.values()} == {"1", "2", "3", once, ""}


def test_a_process_is_deaf_to_interruptions_from_its_first_moment(capfd):
    assert text(made(task("interrupt"), jobs=1)["interrupt.xlsx"]) == "True"
    assert capfd.readouterr() == ("", "")


def test_a_death_in_the_middle_of_an_answer_hangs_nothing():
    found = made(task("half"), task("1"), task("2"))
    assert text(found["1.xlsx"]) == "1" and text(found["2.xlsx"]) == "2"


def test_where_every_worker_dies_it_stops(monkeypatch):
    monkeypatch.setattr("elevshare.batch.workers._TOO_MANY", 4)
    with pytest.raises(StoppedError, match="一再中止"):
        made(*(task(f"die {number}") for number in range(9)))
    assert not multiprocessing.active_children()


def test_what_is_not_wanted_any_more_is_ended_at_once():
    results = made_here([task("1"), task("slow 60 a"), task("slow 60 b")], 2, work)
    next(results)
    results.close()
    assert not multiprocessing.active_children()
