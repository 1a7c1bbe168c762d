"""Report inputs that their validations would have refused."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.cells import value_text
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.rules import Rule
from elevshare.opened import Value
from elevshare.opened.places import reference
from elevshare.text import shown


def out_of_range(layout: FoundLayout) -> Iterator[Finding]:
    """Report inputs outside their bounds or not among their choices."""
    for pair in layout.pairs:
        for place, rule in pair.original.ruled:
            cell = pair.cells.get(place)
            if cell is None or not rule.refuses(cell.value):
                continue
            now = layout.moves.place(pair.original.title, place)
            if now is not None:
                text = f"填的是{_kind(rule, cell.value)}“{value_text(cell.value)}”，限填 {rule.allowed}"
                title, at = shown(pair.now.title), reference(*now)
                yield Finding("input-out-of-range", text, title, at, now=value_text(cell.value))


def _kind(rule: Rule, value: Value) -> str:
    """Return 文字 where a number is stored as a text, which nobody sees and no formula counts."""
    listed = rule.kind in ("list", "textLength")
    return "文字" if isinstance(value, str) and not listed else ""
