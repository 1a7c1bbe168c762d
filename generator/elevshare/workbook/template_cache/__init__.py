"""Books of a shape that was met before: only what differs is written.

Books of one recipe differ in their inputs and in what follows from them. The first one is drafted
whole; its engine, its sheets split at the cells that may differ, and its other parts, compressed,
are kept. Every byte is what ``make_book`` writes.
"""

from elevshare.workbook.template_cache.books import book_of, keep

__all__ = ["book_of", "keep"]
