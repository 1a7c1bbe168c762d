"""The error for a book that the kept shape does not fit: it is then made from scratch."""


class UnforeseenError(Exception):
    """A book differs from the kept one in more than constants and values."""
