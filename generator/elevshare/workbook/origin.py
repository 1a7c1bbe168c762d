"""What a scheme ships, number by number: where it was seen, and which input holds it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from elevshare.schemes import Scheme
from elevshare.schemes.model import Source
from elevshare.workbook.field import Field, found_at
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.sheetxml import Value


@dataclass(frozen=True, slots=True)
class Origin:
    """One shipped number or choice.

    ``cell`` is the address of the input that has it now, empty where the book has none; ``kind``
    how it is shown; ``article`` ends on how far the source can be trusted.
    """

    name: str
    value: Value
    cell: str
    kind: str
    article: str
    source: Source


class SchemePart(Protocol):
    """A part of a scheme."""

    @property
    def article(self) -> str:
        """Where in the document it stands."""

    @property
    def source(self) -> str:
        """The key of its source."""


def article_of(scheme: Scheme, part: SchemePart) -> str:
    """Where in the document a part of a scheme stands, and its status."""
    return f"{part.article}（{getattr(part, 'status', scheme.status)}）"


def shipped_by(plan: Inputs, fields: Iterable[Field]) -> Iterator[Origin]:
    """What a book's scheme ships of some single inputs; the book need not have all of them."""
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
