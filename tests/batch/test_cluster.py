"""A real cluster of dask: two worker processes on this machine, one of which is killed."""

import os
import signal
from threading import Timer

import pytest
from unlucky import task, work

from elevshare.batch import cluster
from elevshare.batch.cluster import connected, made_there
from elevshare.batch.stopped import StoppedError
from elevshare.errors import InputError

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def two():
    """Two worker processes; one that dies is started again, as dask does."""
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options, silence_logs="CRITICAL") as found:
        yield found


def kill_one(client):
    os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)


def test_a_worker_is_killed_in_the_middle_and_nothing_is_lost_or_doubled(two):
    tasks = [task(f"slow 0.05 {number}", "甲乙"[number % 2]) for number in range(24)]
    found, pids = [], set()
    with connected(two.scheduler_address) as client:
        for one, answer in made_there(tasks, client, work):
            pid, _, text = answer.book.decode().partition(" ")
            found.append((one.name, text))
            pids.add(pid)
            if len(found) == 6:
                kill_one(client)
    assert sorted(found) == sorted((one.name, one.parcel.decode()) for one in tasks)
    assert len(pids) >= 2


def test_a_refusal_and_a_deadly_task_are_told_and_the_rest_is_made(two):
    good = [task(str(number)) for number in range(4)]
    with connected(two.scheduler_address) as client:
        client.run_on_scheduler(
            lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0)
        )
        pairs = made_there([task("wrong"), task("die"), *good], client, work)
        found = {one.name: answer for one, answer in pairs}
    assert found["wrong.xlsx"].problem == "不行。"
    assert "几次中止" in found["die.xlsx"].problem
    assert all(found[one.name].book.endswith(one.parcel) for one in good) and len(found) == 6


def test_another_version_on_the_cluster_is_refused(two, monkeypatch):
    two.wait_for_workers(1, timeout=30)
    monkeypatch.setattr(cluster, "__version__", "0.0")
    with pytest.raises(InputError, match=r"的 elevshare 是 .*，本机是 0\.0"):
        connected(two.scheduler_address)


def test_a_cluster_that_is_not_there_is_refused(monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", ""):
        with pytest.raises(InputError, match="连不上"):
            connected(address)


@pytest.fixture
def empty():
    """A cluster without a worker."""
    options = {"dashboard_address": ":0", "silence_logs": "CRITICAL"}
    with distributed.LocalCluster(n_workers=0, processes=False, **options) as found:
        yield found


def test_a_cluster_without_a_worker_is_refused_and_one_that_loses_them_ends_the_work(
    empty, monkeypatch
):
    monkeypatch.setattr(cluster, "_NOBODY", 0.5)
    with pytest.raises(InputError, match="没有工作进程"):
        connected(empty.scheduler_address)
    with distributed.Client(empty) as client, pytest.raises(StoppedError, match="联系断了"):
        list(made_there([task("1"), task("2")], client, work))


def test_a_scheduler_that_goes_away_ends_the_work(empty):
    with distributed.Client(empty) as client, pytest.raises(StoppedError, match="联系断了"):
        Timer(0.3, empty.close).start()
        list(made_there([task("1"), task("2")], client, work))
