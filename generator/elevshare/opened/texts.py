"""Read shared strings and the texts of cells."""

from __future__ import annotations

import re

from elevshare.opened import limits
from elevshare.opened.limits import TooMuchError
from elevshare.opened.package import Package
from elevshare.opened.xml import Attributes, Nested, main_names, own, parse

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ITEM, _TEXT, _PHONETIC = main_names("si", "t", "rPh")


def plain(text: str) -> str:
    r"""Decode the characters that XML cannot hold, which Excel writes as ``_x000D_``.

    >>> plain("a_x000D_b"), plain("_x005F_x000D_")
    ('a\rb', '_x000D_')

    Characters that no cell can hold stay encoded: ``plain("_x0000_")`` is ``_x0000_``.
    """
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    """Return the encoded character, or the code itself if no cell can hold the character."""
    character = chr(int(match[1], 16))
    return character if character.isprintable() or character in "\t\n\r" else match[0]


class ReadingBudget:
    """How many cells, characters and pieces of copied formulas a book may still have."""

    def __init__(self) -> None:
        self.cells, self.characters = limits.CELLS, limits.CHARACTERS
        self.copied = limits.COPIED

    def text(self, text: str, longest: int) -> str:
        """Return a text, and subtract its characters from the budget.

        Raises:
            TooMuchError: it is longer than ``longest``, or the budget is used up.
        """
        self.characters -= len(text)
        if self.characters < 0 or len(text) > longest:
            raise TooMuchError
        return text


#: The fonts of the runs of a text: (element, attributes) in order, each run begins with ``rPr``.
Dress = tuple[tuple[str, Attributes], ...]


class Strings(list[str]):
    """The shared strings of a book.

    Attributes:
        dressed: the fonts of those whose runs have their own.
        hinted: those with a phonetic hint.
    """

    def __init__(self) -> None:
        super().__init__()
        self.dressed: dict[int, Dress] = {}
        self.hinted: set[int] = set()


class Runs:
    """Collects the fonts of the runs of one text."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Attributes]] = []
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        word = own(name)
        self._inside = self._inside or word == "rPr"
        if self._inside:
            self.found.append((word, attributes))

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if own(name) == "rPr":
            self._inside = False

    def taken(self) -> Dress:
        """Return what was collected, and begin anew."""
        found, self.found, self._inside = tuple(self.found), [], False
        return found


class _Strings:
    """Collects the shared strings: joins the runs of a text, leaves out phonetic hints."""

    def __init__(self, budget: ReadingBudget) -> None:
        self.found = Strings()
        self._dress = Runs()
        self.texts: list[str] = []
        self._runs: list[str] = []
        self._budget, self._seen, self._aside = budget, 0, False
        self._nested = Nested()

    def start(self, name: str, attributes: Attributes) -> None:
        self.texts.clear()
        self._nested.start(name)
        self._seen += 1
        if self._seen > 4 * limits.STRINGS or len(self.found) >= limits.STRINGS:
            raise TooMuchError
        if name in _PHONETIC:
            self._aside = True
        elif name not in _TEXT and name not in _ITEM:
            self._dress.start(name, attributes)

    def end(self, name: str) -> None:
        self._nested.end(name)
        if name in _TEXT:
            if not self._aside:
                self._runs.append(self._budget.text("".join(self.texts), limits.TEXT))
        elif name in _ITEM:
            if dress := self._dress.taken():
                self.found.dressed[len(self.found)] = dress
            self.found.append(plain("".join(self._runs)))
            self._runs.clear()
        elif name in _PHONETIC:
            self._aside = False
            self.found.hinted.add(len(self.found))
        else:
            self._dress.end(name)
        self.texts.clear()


def read_strings(package: Package, part: str, budget: ReadingBudget) -> Strings:
    """Read the shared strings of a book.

    Raises:
        InputError: the part is damaged, or holds too much.
    """
    strings = _Strings(budget)
    parse(package, part, strings.start, strings.end, strings.texts)
    return strings.found
