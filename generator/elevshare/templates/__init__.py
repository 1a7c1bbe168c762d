"""Books to begin with: the ready ones of this project, and the whole set of every city."""

from elevshare.templates.ready import (
    EXAMPLE,
    FULL_BLANK,
    FULL_EXAMPLE,
    ready_books,
    template_name,
)

__all__ = ["EXAMPLE", "FULL_BLANK", "FULL_EXAMPLE", "ready_books", "template_name"]
