"""Make many books quickly: a shape made before is kept, and only what differs is written.

Books of one recipe differ in their inputs and what follows from them. The first book of a recipe is
drafted whole; its engine, its sheets split where books can differ, and its other parts in
compressed form are kept. The bytes are those of ``make_book``.
"""

from elevshare.workbook.template_cache.books import book_of, keep

__all__ = ["book_of", "keep"]
