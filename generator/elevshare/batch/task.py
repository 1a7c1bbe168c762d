"""One book to be made, what comes of it, and the order in which books are made."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A packed project, the file name of its book, its mark, its shape and its row.

    Books of one shape differ in what is filled in only: making one after the other is faster.
    """

    name: str
    place: str
    mark: str
    shape: str
    packed: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a book, or in words why there is none."""

    book: bytes = b""
    problem: str = ""


#: Tasks and their answers as they come; to be closed where the rest is not wanted.
Results = Generator[tuple[Task, Answer], None, None]


class Queue:
    """Tasks to be handed out so that a worker meets the same shape again and again.

    >>> tasks = [Task(name, "", "", name[0], b"") for name in ("a1", "b1", "a2", "b2", "a3")]
    >>> queue = Queue(tasks)
    >>> [queue.next(shape).name for shape in ("", "", "a", "b", "b")]
    ['a1', 'b1', 'a2', 'b2', 'a3']
    >>> queue.next("a") is None
    True
    """

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._groups: dict[str, deque[Task]] = {}
        for task in tasks:
            self._groups.setdefault(task.shape, deque()).append(task)
        self._begun: set[str] = set()

    def next(self, shape: str) -> Task | None:
        """A task of a worker's shape, else of a shape that nobody has begun, else of any."""
        if shape not in self._groups:
            fresh = (one for one in self._groups if one not in self._begun)
            longest = max(self._groups, key=lambda one: len(self._groups[one]), default=None)
            chosen = next(fresh, longest)
            if chosen is None:
                return None
            shape = chosen
        self._begun.add(shape)
        task = self._groups[shape].popleft()
        if not self._groups[shape]:
            del self._groups[shape]
        return task

    def again(self, task: Task) -> None:
        """Put a task back."""
        self._groups.setdefault(task.shape, deque()).append(task)
