"""Earlier names of labels, heads, sections and sheets, to find the inputs and forms of older books.

Inputs of a book are found by these texts. Whoever changes such a text adds a line here: the present
name, then the earlier ones, the latest first.
"""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.workbook.seal_inputs import CODE_NAME, FACTS_NAME, NOW_NAME

#: Text of this version → what it was before.
FORMERLY: Mapping[str, tuple[str, ...]] = {"不用缴款的户": ("账单发给",)}
#: Label of an input → word that it offered before → the word that means the same now.
FORMER_WORDS: Mapping[str, Mapping[str, str]] = {
    "不用缴款的户": {"全部住户": "发确认单", "只给应缴户": "不发账单"},
}

#: Defined name → the version that brought it, of those that 0.1.0 did not have.
NAMES_SINCE: Mapping[str, str] = dict.fromkeys((CODE_NAME, FACTS_NAME, NOW_NAME), "0.6.0")

#: Number format of a cell that says whose form it stands on → what it was before. It stood on the
#: form then, not right of it.
FORMER_FORMATS: Mapping[str, str] = {
    '"“住户”第 "0" 户"': '"住户序号 "0',
    '"“收缴”第 "0" 张"': '"第 "0" 张"',
}


def names_of(text: str) -> tuple[str, ...]:
    """A text and its earlier names.

    >>> names_of("房号")
    ('房号',)
    """
    return (text, *FORMERLY.get(text, ()))


def word_now(label: str, word: object) -> str | None:
    """The word of today for one that an input offered before; ``None`` for anything else.

    >>> word_now("不用缴款的户", "只给应缴户"), word_now("不用缴款的户", "发确认单")
    ('不发账单', None)
    """
    return FORMER_WORDS.get(label, {}).get(str(word).strip())
