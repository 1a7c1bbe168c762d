"""What was typed into inputs although their rules refuse it."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.cells import said
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.rules import Rule
from elevshare.opened import Value
from elevshare.opened.places import reference
from elevshare.text import shown


def out_of_range(layout: FoundLayout) -> Iterator[Finding]:
    """Inputs that are outside their bounds or none of their choices."""
    for pair in layout.pairs:
        for place, rule in pair.original.ruled:
            cell = pair.cells.get(place)
            if cell is None or not rule.refuses(cell.value):
                continue
            now = layout.moves.place(pair.original.title, place)
            if now is not None:
                text = f"填的是{_kind(rule, cell.value)}“{said(cell.value)}”，限填 {rule.said}"
                title, at = shown(pair.now.title), reference(*now)
                yield Finding("input-out-of-range", text, title, at, now=said(cell.value))


def _kind(rule: Rule, value: Value) -> str:
    """That a number is stored as a text: nobody sees it, and nothing computes with it."""
    listed = rule.kind in ("list", "textLength")
    return "文字" if isinstance(value, str) and not listed else ""
