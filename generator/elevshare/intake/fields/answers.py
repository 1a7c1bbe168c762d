"""Answers: 是, 否, and all the ways of writing them."""

from __future__ import annotations

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import refuse_error
from elevshare.text import shown
from elevshare.vocabulary import folded

#: Columns with words of their own: who agrees without taking part says yes to one, no to the other.
_OWN_WORDS = ("参与", "同意")


def yes_no_of(text: str, where: str = "", *, what: str) -> bool | None:
    """Whether a text means 是 or 否, in any usual way of writing; ``None`` where it is empty.

    Args:
        text: as written.
        where: the place, for messages.
        what: the column; 参与 and 同意 have words of their own.

    Raises:
        InputError: it means neither.

    >>> yes_no_of(" √", what="参与"), yes_no_of("", what="同意")
    (True, None)
    >>> yes_no_of("同意不参与", what="参与"), yes_no_of("同意不参与", what="同意")
    (False, True)
    """
    refuse_error(text, what, where)
    word = folded(text)
    if not word:
        return None
    topic = what if what in _OWN_WORDS else "是否"
    if word in vocabulary.words(topic, "是"):
        return True
    if word in vocabulary.words(topic, "否"):
        return False
    raise InputError(f"{what}「{shown(text.strip())}」看不懂", where=where, todo="请填 是 或 否")
