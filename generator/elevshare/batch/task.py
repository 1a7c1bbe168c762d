"""One book to make, the answer of its worker, and the order in which books are made."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A packed project, the file name of its book, its mark, its shape and its row.

    ``shape`` names a layout: books of one shape differ only in what is filled in, and are made
    faster one after the other. ``place`` is the row's place in the list, for messages.
    """

    name: str
    place: str
    mark: str
    shape: str
    packed: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a book, or the problem, in Chinese."""

    book: bytes = b""
    problem: str = ""


#: Tasks and their answers as they come; to be closed where the rest is not wanted.
Results = Generator[tuple[Task, Answer], None, None]


class Queue:
    """Tasks, handed out so that a worker gets tasks of one shape after the other.

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
        """The next task for a worker that last made a ``shape``; ``None`` where none is left.

        It is one of that shape, else of a shape not yet begun, else of the shape with most left.
        """
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
        """Put a task back, to be handed out again."""
        self._groups.setdefault(task.shape, deque()).append(task)
