"""Books one after the other, each of the kept shape of its recipe where there is one."""

from __future__ import annotations

from collections import OrderedDict
from threading import local

from elevshare.project import Project
from elevshare.workbook.book import kind_of, make_book
from elevshare.workbook.recipe import Recipe, recipe_of
from elevshare.workbook.template_cache.shape import Shape
from elevshare.workbook.template_cache.unforeseen import UnforeseenError

#: Shapes that are kept at most; one takes some 10 to 15 MB.
_KEPT = 6


class Books:
    """Makes books; the shapes met last are kept. Not for two threads at a time."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept, self._shapes = kept, OrderedDict[Recipe, Shape]()

    def kept(self, recipe: Recipe) -> Shape | None:
        """The shape that is kept for a recipe."""
        return self._shapes.get(recipe)

    def book_of(self, project: Project) -> bytes:
        """The book of a project, byte for byte what ``make_book`` makes.

        Raises:
            InputError: the project makes no sense (see ``project.validate``).
        """
        kind_of(project).validate(project)
        recipe = recipe_of(project)
        # Taken out: a shape that an error leaves half changed is never used again.
        shape = self._shapes.pop(recipe, None)
        try:
            shape, data = _made(shape, project)
        except UnforeseenError:
            return make_book(project)
        self._shapes[recipe] = shape
        if len(self._shapes) > self._kept:
            self._shapes.popitem(last=False)
        return data


def _made(shape: Shape | None, project: Project) -> tuple[Shape, bytes]:
    """The book of a project, and the shape that it was made of: a new one where the old is not."""
    if shape is not None and shape.scheme == project.scheme:
        try:
            return shape, shape.book(project)
        except UnforeseenError:
            pass
    shape = Shape(project)
    return shape, shape.book(project)


class _Own(local):
    """Every thread has its own."""

    def __init__(self, kept: int) -> None:
        self.books = Books(kept)


_own = _Own(_KEPT)


def keep(kept: int) -> None:
    """Keep that many shapes at most from now on, none of those kept so far."""
    global _own
    _own = _Own(kept)


def book_of(project: Project) -> bytes:
    """The book of a project, as the bytes of an .xlsx file: ``make_book``, fast for many books.

    Raises:
        InputError: the project makes no sense (see ``project.validate``).
    """
    return _own.books.book_of(project)
