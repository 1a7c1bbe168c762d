"""The way of entry: where the lift stops, at the storeys themselves or between them."""

from __future__ import annotations

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import refuse_error
from elevshare.schemes.parts.share import Entry
from elevshare.text import shown
from elevshare.vocabulary import folded


def entry_of(text: str, where: str, *, what: str = "入户方式") -> Entry | None:
    """The way of entry that a text means; ``None`` where it is empty.

    Args:
        text: as written.
        where: the place, for messages.
        what: what it is called in messages.

    Raises:
        InputError: it means none.

    >>> entry_of("平层", "--entry").value, entry_of("错层入户", "--entry").value
    ('平层入户', '错层入户')
    """
    refuse_error(text, what, where)
    word = folded(text)
    for entry in Entry:
        if word in vocabulary.words("入户", entry.value):
            return entry
    if not word:
        return None
    raise InputError(
        f"{what}「{shown(text.strip())}」看不懂", where=where, todo="请填 平层、错层 或 半层"
    )
