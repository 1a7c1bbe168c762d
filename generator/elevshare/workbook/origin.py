"""The numbers that a scheme ships: where each was found, and the input that now holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from elevshare.schemes import Scheme
from elevshare.schemes.model import SchemeSource
from elevshare.workbook.field import Field, found_at
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.sheetxml import Value

#: Widths of the columns of 来源; among them names, documents and articles, and who published them.
WIDTHS = (23, 11, 11, 11, 44, 31, 11, 11)
NAME, ARTICLE, PUBLISHER = WIDTHS[0], WIDTHS[4], WIDTHS[5]


@dataclass(frozen=True, slots=True)
class Origin:
    """One shipped number or choice.

    ``value`` is what the scheme has; ``cell`` the address of the input that now holds it, empty if
    the book has no such input. ``kind`` decides the number format. ``article`` is the place in the
    document, and ends with the status of the source.
    """

    name: str
    value: Value
    cell: str
    kind: str
    article: str
    source: SchemeSource


class SchemePart(Protocol):
    """A part of a scheme, such as its fund rule."""

    @property
    def article(self) -> str:
        """The article of the document."""

    @property
    def source(self) -> str:
        """The key of its source."""


def article_of(scheme: Scheme, part: SchemePart) -> str:
    """The article of the document for a part of a scheme, with the status of the source."""
    return f"{part.article}（{getattr(part, 'status', scheme.status)}）"


def shipped_by(plan: Inputs, fields: Iterable[Field]) -> Iterator[Origin]:
    """The numbers that a book's scheme ships for some single inputs.

    Inputs that the book does not have are included, with an empty ``cell``.
    """
    scheme = plan.project.scheme
    for field in fields:
        part = getattr(scheme, field.ships.partition(".")[0]) if field.ships else None
        value = found_at(scheme, field.ships) if part else None
        if part is None or value is None or value == field.unsaid:
            continue
        cell = plan.parameter(field.key) if field.key in plan.parameters else ""
        kind = "any" if field.kind == "text" else field.kind
        yield Origin(field.named or field.label, field.written(value), cell, kind,
                     article_of(scheme, part), scheme.source(part.source))  # fmt: skip
