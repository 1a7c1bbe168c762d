"""Write the books that workers make into the output folder, and count what became of each."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from elevshare.batch.interruption import interruption_held
from elevshare.batch.output_folder import Delivery, OutputFolder
from elevshare.batch.report import FAILED, KEPT, RowFinding
from elevshare.batch.stopped import StoppedError
from elevshare.batch.task import Answer, Results, Task
from elevshare.files import refused

#: What the system says when no other book could be written either.
_NO_MORE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EIO}
_FORCE = "要按现在的清单重做并覆盖，请加 --force；改过的内容会丢掉。"


@dataclass(slots=True)
class BatchTally:
    """How many books were made, how many were there already, and what went wrong with others."""

    made: int = 0
    there: int = 0
    findings: list[RowFinding] = field(default_factory=list)

    @property
    def handled(self) -> int:
        """How many tasks are done, well or badly."""
        return self.made + self.there + len(self.findings)


def store(
    results: Results,
    output: OutputFolder,
    tally: BatchTally,
    step: Callable[[int], object],
    *,
    force: bool,
) -> None:
    """Write every book as it comes. ``tally`` counts what was written, also after an interruption.

    Raises:
        StoppedError: no more books can be written, or no more can be made.
    """
    with closing(results):
        for task, answer in results:
            with interruption_held():  # or a book would be there that is not counted
                _one(task, answer, output, tally, force)
            step(1)


def _one(task: Task, answer: Answer, output: OutputFolder, tally: BatchTally, force: bool) -> None:
    """Write one book and count it, or note why there is none."""
    if answer.problem:
        tally.findings.append(RowFinding(task.place, task.name, FAILED, answer.problem))
        return
    try:
        delivery = output.deliver(task.name, task.mark, answer.book, force=force)
    except OSError as error:
        problem = refused(output.folder / task.name, error)
        if error.errno in _NO_MORE:
            raise StoppedError(str(problem)) from None
        tally.findings.append(RowFinding(task.place, task.name, FAILED, str(problem)))
        return
    tally.made += delivery is Delivery.NEW
    tally.there += delivery is Delivery.SAME
    if delivery in (Delivery.OTHER, Delivery.EDITED):
        tally.findings.append(RowFinding(task.place, task.name, KEPT, f"{delivery}。{_FORCE}"))
