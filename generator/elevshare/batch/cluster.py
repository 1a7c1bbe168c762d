"""Make books on a dask.distributed cluster. Books come back as bytes: no shared disk is needed."""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from elevshare import __version__
from elevshare.batch.stopped import StoppedError
from elevshare.batch.task import Answer, Queue, Results, Task
from elevshare.batch.workers import Work
from elevshare.errors import InputError

if TYPE_CHECKING:
    from distributed import Client, Future

#: Seconds: until a machine must let itself be called, until a scheduler must have answered, and how
#: long a cluster may be without a worker.
_RINGING, _PATIENCE, _NOBODY = 3, 10, 60
#: An address of a machine with its port; dask takes the first where no protocol is named.
_MACHINE = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?\[?([^/\[\]]+)\]?:([0-9]{1,5})")
#: Tasks on their way for each thread of the cluster: enough to keep it busy, few to hold.
_AHEAD = 3
#: What is raised where the scheduler, or all of its workers, cannot be reached any more.
_GONE = (OSError, TimeoutError, CancelledError)
_LOST = "集群里做这一本的工作进程几次中止（可能是内存不足）。请在本机单独再做一次。"


def connected(address: str) -> Client:
    """Connect to the cluster at an address, whose workers must have this version of elevshare.

    Raises:
        InputError: dask.distributed is missing, nobody answers, or a worker has no elevshare
            or another version of it.
    """
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            "没有装 dask.distributed", where="--dask", todo="请先运行 pip install elevshare[dask]"
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        _ring(address)
        client = Client(address, timeout=_PATIENCE)
    except Exception:  # each kind of address fails in its own way
        raise InputError(
            f"连不上「{address}」的 dask 集群",
            where="--dask",
            todo="请检查地址，如 tcp://192.168.1.5:8786，以及调度程序是否在运行",
        ) from None
    try:
        _check_versions(client)
    except BaseException:
        client.close()
        raise
    return client


def _ring(address: str) -> None:
    """Call the machine of an address once: dask would try a dead one again until it gives up.

    Raises:
        OSError: nobody is there, or nobody answers.
    """
    if machine := _MACHINE.fullmatch(address):
        socket.create_connection((machine[1], int(machine[2])), timeout=_RINGING).close()


def _check_versions(client: Client) -> None:
    """Refuse a cluster without workers, or with another version on any of them."""
    found: dict[str, Any] = client.run(_version, on_error="return")
    there = {worker: one for worker, one in found.items() if not isinstance(one, OSError)}
    if not there:  # those that do not answer are just being started again
        raise InputError("集群里没有工作进程", where="--dask", todo="请先启动 dask worker")
    for worker, one in there.items():
        if one != __version__:
            has = f"是 {one}" if isinstance(one, str) else "没有装好"
            raise InputError(
                f"工作进程 {worker} 的 elevshare {has}，本机是 {__version__}",
                where="--dask",
                todo="请在集群的每台机器上装同一版本",
            )


def _version() -> str:
    """The version of elevshare on the machine where this runs."""
    from elevshare import __version__ as version

    return version


def made_there(tasks: Sequence[Task], client: Client, work: Work) -> Results:
    """Yield every task with its answer as soon as the cluster has it.

    When a worker dies, dask gives its tasks to another. A task that dask gives up, because its
    workers died several times, is tried once more with no other task beside it.

    Raises:
        StoppedError: the scheduler is gone, or there has been no worker for a minute.
    """
    lost = []
    for task, answer in _answered(tasks, client, work):
        if answer:
            yield task, answer
        else:
            lost.append(task)
    for alone in lost:
        for task, answer in _answered([alone], client, work):
            yield task, answer or Answer(problem=_LOST)


def _answered(
    tasks: Sequence[Task], client: Client, work: Work
) -> Iterator[tuple[Task, Answer | None]]:
    """Yield tasks with answers, ``None`` where dask gave up; only a few tasks are submitted ahead."""
    queue, shape = Queue(tasks), ""
    running: dict[Future, Task] = {}
    try:
        while True:
            threads = sum(client.nthreads().values())
            while len(running) < _AHEAD * max(threads, 1) and (task := queue.next(shape)):
                shape = task.shape
                running[client.submit(work, task.packed, pure=False)] = task
            if not running:
                return
            for future in _done(client, [*running]):
                yield running.pop(future), _answer(future)
    except _GONE as error:
        raise StoppedError("与 dask 集群的联系断了。请检查集群。") from error


def _done(client: Client, futures: list[Future]) -> list[Future]:
    """Wait for one future or more to be done.

    Raises:
        TimeoutError: the cluster has had no worker for a minute.
    """
    from distributed import wait

    while True:
        try:
            return [*wait(futures, timeout=_NOBODY, return_when="FIRST_COMPLETED").done]
        except TimeoutError:
            if not client.nthreads():
                raise


def _answer(future: Future) -> Answer | None:
    """The answer of a finished future, ``None`` where dask has given it up."""
    from distributed import KilledWorker

    try:
        found: Answer = future.result()
    except KilledWorker:
        return None
    except _GONE:
        raise
    except Exception as error:  # a worker that has joined later, without this program
        return Answer(problem=f"集群里出错（{type(error).__name__}）。请检查各台机器的安装。")
    finally:
        future.release()
    return found
