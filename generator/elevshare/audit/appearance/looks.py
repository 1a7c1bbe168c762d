"""How the cells of a book look: of every style, of every conditional format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from elevshare.audit.appearance.colours import Colour
from elevshare.opened.built_in_formats import GENERAL

#: A line beside a cell: left, right, top, bottom, falling or rising across; its style and colour.
Line = tuple[str, str, Colour]


class Look(NamedTuple):
    """How cells of one style look; sizes in points, a rotation in degrees, ``None``: not stated."""

    code: str | None = GENERAL
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: str | None = None
    struck: bool | None = None
    raised: str | None = None
    drawn: bool = False
    signs: bool = False
    ink: Colour = None
    pattern: str = ""
    ground: Colour = None
    lines: tuple[Line, ...] = ()
    across: str = "general"
    down: str = "bottom"
    rotated: int = 0
    indent: int = 0
    wraps: bool = False
    shrinks: bool = False
    direction: int = 0


@dataclass(slots=True)
class Looks:
    """The looks of a book: of every style, and of every conditional format.

    ``usual`` is the font by which widths of columns are measured; ``theme`` and ``palette`` are
    the colours that numbers refer to.
    """

    styles: list[Look] = field(default_factory=list)
    conditional: list[Look] = field(default_factory=list)
    usual: Look = field(default_factory=Look)
    theme: list[Colour] = field(default_factory=list)
    palette: list[str] = field(default_factory=list)

    def of(self, style: int) -> Look:
        """The look of a style; of one that the file does not have, the plain one."""
        return self.styles[style] if 0 <= style < len(self.styles) else Look()
