"""The account to which households pay: whether it can be one."""

from __future__ import annotations

from string import ascii_letters, digits

#: The fewest digits and the most characters of an account.
LEAST, MOST = 8, 30
#: What may stand between its digits.
BETWEEN = " 　-－—"
#: What may be wrong with an account, by number from 0.
PROBLEMS = (
    "已填",
    "还没有填",
    "是数字，不是文本：末尾几位、开头的 0 会丢",
    "里面有账号以外的字符：看不见的，或全角的数字、字母；请用半角重打",
    "太短，不像账号",
    "太长，不像账号",
)


def account_problem(text: str) -> int:
    """The number of what is wrong with an account (see ``PROBLEMS``), 0 where nothing is.

    >>> [account_problem(text) for text in ("6217 0012-3456 7890 445", " ", "６２１７", "12345")]
    [0, 1, 3, 4]
    """
    plain = text.translate(dict.fromkeys(map(ord, BETWEEN)))
    if not plain:
        return 1
    if not all(one in digits or one in ascii_letters for one in plain):
        return 3
    if sum(one in digits for one in plain) < LEAST:
        return 4
    return 5 if len(plain) > MOST else 0
