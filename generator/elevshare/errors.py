"""What can go wrong with what a user hands in, said in Chinese."""

#: How many characters of a place are said at most, and of its beginning: the rest is its end.
_MOST, _BEGINNING = 200, 60


class InputError(Exception):
    """The call or its input is wrong (exit status 2).

    One message says where it is wrong, what is wrong and what to do.

    >>> str(InputError("房号重复", where="名册.csv 第 5 行", todo="请改成不同的房号"))
    '名册.csv 第 5 行：房号重复。请改成不同的房号。'
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        place = f"{_short(where)}：" if where else ""
        advice = f"{todo}。" if todo else ""
        message = f"{place}{what}。{advice}"
        # What a user typed is repeated here: nothing in it may steer a terminal.
        super().__init__("".join(c if c.isprintable() or c == "\n" else "·" for c in message))


def _short(place: str) -> str:
    """A place, without the middle of one that is far too long.

    >>> _short("名册.csv"), len(_short("a" * 5000))
    ('名册.csv', 200)
    """
    if len(place) <= _MOST:
        return place
    return f"{place[:_BEGINNING]}…{place[_BEGINNING + 1 - _MOST :]}"
