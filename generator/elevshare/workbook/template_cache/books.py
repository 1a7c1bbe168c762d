"""Make books one after the other, reusing the shape of their recipe if it was kept."""

from __future__ import annotations

from collections import OrderedDict
from threading import local

from elevshare.project import Project
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.recipe import Recipe, recipe_of
from elevshare.workbook.template_cache.shape import Shape
from elevshare.workbook.template_cache.unforeseen import UnforeseenError

#: The most shapes that are kept; one takes 10 to 15 MB.
_KEPT = 6


class Books:
    """Makes books and keeps the shapes used last. Not safe for two threads at a time."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept, self._shapes = kept, OrderedDict[Recipe, Shape]()

    def kept(self, recipe: Recipe) -> Shape | None:
        """The shape kept for a recipe, if any."""
        return self._shapes.get(recipe)

    def book_of(self, project: Project) -> bytes:
        """The book of a project, with the same bytes as ``make_book``.

        Raises:
            InputError: the project makes no sense (see ``project.validate``).
        """
        family_of(project).validate(project)
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
    """The book of a project and the shape used: the given one, or a new one if it does not fit."""
    if shape is not None and shape.scheme == project.scheme:
        try:
            return shape, shape.book(project)
        except UnforeseenError:
            pass
    shape = Shape(project)
    return shape, shape.book(project)


class _Own(local):
    """One ``Books`` for every thread."""

    def __init__(self, kept: int) -> None:
        self.books = Books(kept)


_own = _Own(_KEPT)


def keep(kept: int) -> None:
    """Keep at most this many shapes from now on; drop those kept so far."""
    global _own
    _own = _Own(kept)


def book_of(project: Project) -> bytes:
    """The book of a project, as the bytes of an .xlsx file: ``make_book``, fast for many books.

    Raises:
        InputError: the project makes no sense (see ``project.validate``).
    """
    return _own.books.book_of(project)
