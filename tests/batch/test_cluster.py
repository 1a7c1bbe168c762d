"""A real cluster of dask: two worker processes on this machine, one of which is killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from threading import Thread, Timer

import pytest
from kills import LIST
from unlucky import task, work

from elevshare import cli
from elevshare.batch import cluster
from elevshare.batch.cluster import connected, made_there
from elevshare.batch.stopped import StoppedError
from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.schemes import find
from elevshare.workbook.book import make_book

distributed = pytest.importorskip("distributed")


class Cluster:
    """A scheduler and worker processes that nobody starts again when they die."""

    def __init__(self, scheduler):
        self.scheduler_address, self._workers = scheduler, []

    def of(self, number):
        """The cluster with so many workers alive."""
        self._workers = [one for one in self._workers if one.poll() is None]
        missing = number - len(self._workers)
        words = [sys.executable, "-m", "distributed.cli.dask_worker", self.scheduler_address]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        options = ["--no-nanny", "--no-dashboard", "--nthreads", "1"]
        self._workers += [
            subprocess.Popen([*words, *options], env=env, **quiet) for _ in range(missing)
        ]
        with distributed.Client(self.scheduler_address) as client:
            client.wait_for_workers(number, timeout=60)
        return self

    def end(self):
        for one in self._workers:
            one.kill()
            one.wait()


@pytest.fixture(scope="module")
def cluster_of():
    """A real cluster: gives it with so many workers alive."""
    options = {"dashboard_address": None, "silence_logs": "CRITICAL", "protocol": "tcp"}
    with distributed.LocalCluster(n_workers=0, **options) as scheduler:
        found = Cluster(scheduler.scheduler_address)
        yield found.of
        found.end()


def kill_one(client):
    os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)


def test_a_worker_is_killed_in_the_middle_and_nothing_is_lost_or_doubled(cluster_of):
    two = cluster_of(2)
    tasks = [task(f"slow 0.05 {number}", "甲乙"[number % 2]) for number in range(24)]
    found, pids = [], set()
    with connected(two.scheduler_address) as client:
        for one, answer in made_there(tasks, client, work):
            pid, _, text = answer.book.decode().partition(" ")
            found.append((one.name, text))
            pids.add(pid)
            if len(found) == 6:
                kill_one(client)
    assert sorted(found) == sorted((one.name, one.packed.decode()) for one in tasks)
    assert len(pids) == 2


def test_the_command_makes_the_same_books_on_a_cluster_whose_worker_is_killed(
    cluster_of, tmp_path, capsys
):
    two = cluster_of(2)
    (tmp_path / "清单.csv").write_text(LIST, "utf-8")
    folder = tmp_path / "出"

    def kill_at_the_first_book():
        while not [*folder.glob("*.xlsx")]:
            time.sleep(0.01)
        with distributed.Client(two.scheduler_address) as client:
            kill_one(client)

    killer = Thread(target=kill_at_the_first_book, daemon=True)
    killer.start()
    words = ["batch", str(tmp_path / "清单.csv"), "-o", str(folder), "--scheme", "南京"]
    status = cli.main([*words, "--dask", two.scheduler_address])
    killer.join(30)
    assert (status, *capsys.readouterr()) == (0, f"已在 {folder} 生成 6 本\n", "")
    book = make_book(project_from(find("南京"), storeys="4", areas="100", cost="100005"))
    assert (folder / "楼5.xlsx").read_bytes() == book
    assert len([*folder.glob("*.xlsx")]) == 6


def test_a_refusal_and_a_deadly_task_are_told_and_the_rest_is_made(cluster_of):
    three = cluster_of(3)  # two will die of it
    good = [task(str(number)) for number in range(4)]
    with connected(three.scheduler_address) as client:
        client.run_on_scheduler(
            lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0)
        )
        pairs = made_there([task("wrong"), task("die"), *good], client, work)
        found = {one.name: answer for one, answer in pairs}
    assert found["wrong.xlsx"].problem == "不行。"
    assert "几次中止" in found["die.xlsx"].problem
    assert all(found[one.name].book.endswith(one.packed) for one in good) and len(found) == 6


def test_another_version_on_the_cluster_is_refused(cluster_of, monkeypatch):
    monkeypatch.setattr(cluster, "__version__", "0.0")
    with pytest.raises(InputError, match=r"的 elevshare 是 .*，本机是 0\.0"):
        connected(cluster_of(1).scheduler_address)


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


def test_a_cluster_that_is_not_there_is_refused(monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", ""):
        with pytest.raises(InputError, match="连不上"):
            connected(address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{}", "127.0.0.1:{}", "tls://[::1]:{}"])
def test_a_dead_address_is_told_at_once(address):
    with socket.socket() as found:  # a port that nobody listens at
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    before = time.monotonic()
    with pytest.raises(InputError, match="连不上"):
        connected(address.format(port))
    assert time.monotonic() - before < 5
