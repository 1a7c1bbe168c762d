"""What can go wrong with what a user hands in, said in Chinese."""


class InputError(Exception):
    """The call or its input is wrong (exit status 2).

    One message says where it is wrong, what is wrong and what to do.

    >>> str(InputError("房号重复", where="名册.csv 第 5 行", todo="请改成不同的房号"))
    '名册.csv 第 5 行：房号重复。请改成不同的房号。'
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        place = f"{where}：" if where else ""
        advice = f"{todo}。" if todo else ""
        message = f"{place}{what}。{advice}"
        # What a user typed is repeated here: nothing in it may steer a terminal.
        super().__init__("".join(c if c.isprintable() or c == "\n" else "·" for c in message))
