"""Make books in processes of this machine; a process that dies costs no other's book.

Every worker has a pipe of its own. So the lost book is known when a worker dies, and half a
message of a dying worker blocks nobody, as it would in a pool with shared queues.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait

from elevshare.batch.stopped import StoppedError
from elevshare.batch.task import Answer, Queue, Results, Task

Work = Callable[[bytes], Answer]
#: So many deaths with no book between them are no accident.
_TOO_MANY = 12
#: After so many books a process makes way for a new one, whatever memory it has gathered.
_BOOKS = 500
_LOST = (
    "做这一本的进程两次中止（可能是内存不足，或被其他软件结束）。请单独再做一次，或减少 --jobs。"
)


def made_here(tasks: Sequence[Task], jobs: int, work: Work) -> Results:
    """Yield every task with its answer as soon as one of ``jobs`` processes has it.

    A task whose worker dies is given once more to a new worker.

    Raises:
        StoppedError: many workers have died in a row without making a book.
    """
    queue, tried, deaths = Queue(tasks), set[str](), 0
    crew = [_Worker(work) for _ in range(min(jobs, len(tasks)))]
    try:
        for worker in crew:
            worker.give(queue.next(""))
        while busy := {worker.pipe: worker for worker in crew if worker.task}:
            for pipe in wait([*busy]):
                worker = busy[pipe]  # type: ignore[index]
                task, answer = worker.take()
                deaths = 0 if answer else deaths + 1
                if deaths == _TOO_MANY:
                    raise StoppedError("工作进程一再中止。请关闭其他软件，腾出内存。")
                if answer is None and task.name not in tried:
                    tried.add(task.name)
                    queue.again(task)
                    worker.give(queue.next(task.shape))
                    continue
                worker.give(queue.next(task.shape))  # it works on while this one is written
                yield task, answer or Answer(problem=_LOST)
    finally:
        for worker in crew:
            worker.stop()


class _Worker:
    """One process, the pipe to it, and the task that it works on."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.task: Task | None = None
        self._start()

    def _renew(self) -> None:
        """Replace the process by a new one."""
        self.stop()
        self._start()

    def _start(self) -> None:
        """Start a process by ``spawn``: it inherits nothing, as on Windows."""
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        with _not_interrupted():
            self._process.start()
        self._given = 0
        theirs.close()  # or its death would not be noticed

    def give(self, task: Task | None) -> None:
        """Send it a task, or ``None`` to leave it idle. That it has died is noticed by ``take``."""
        self.task = task
        if task and self._given == _BOOKS:
            self._renew()
        self._given += 1
        if task:
            with suppress(OSError):
                self.pipe.send_bytes(task.packed)

    def take(self) -> tuple[Task, Answer | None]:
        """Its task with the answer, or with ``None`` where it died and was replaced."""
        assert self.task
        try:
            answer: Answer = self.pipe.recv()
        except (EOFError, OSError):
            self._renew()
            return self.task, None
        return self.task, answer

    def stop(self) -> None:
        """End the process at once."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _serve(pipe: Connection, work: Work) -> None:
    """Run in the process: answer packed projects until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    gc.freeze()
    gc.set_threshold(100_000)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv_bytes()))


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Block Ctrl-C while a process is started, so that the new process never receives it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
