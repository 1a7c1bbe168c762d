"""What a kept shape cannot be: then the book is made from nothing."""


class UnforeseenError(Exception):
    """A book differs from the kept one of its recipe in more than inputs and values."""
