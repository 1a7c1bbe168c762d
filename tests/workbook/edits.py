"""Edits of a book as a user makes them: each is a function that types into one."""


def household(row, **inputs):
    """Type into one household."""
    return lambda book: book.household(row, **inputs)


def parameter(key, value):
    """Type into a single input."""
    return lambda book: book.parameter(key, value)


def both(*edits):
    """One edit after the other."""

    def all_of_them(book):
        for edit in edits:
            edit(book)

    return all_of_them


def subsidy(amount):
    """A subsidy filled in by hand, in yuan."""
    return both(parameter("subsidy_mode", "手工填写"), parameter("subsidy_amount", amount))


def coefficients(*values):
    """Type coefficients from the first storey on."""
    return both(*(lambda b, s=s, v=v: b.coefficient(s, v) for s, v in enumerate(values, 1)))


def cost(*amounts):
    """Type cost items."""
    return both(*(lambda b, i=i, a=a: b.cost(i, a) for i, a in enumerate(amounts)))
