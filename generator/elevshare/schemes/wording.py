"""What is said of schemes: the words that choose one, and why none was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elevshare.errors import InputError
from elevshare.schemes.combine import PARTS
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.index import SchemeEntry
from elevshare.text import shown

#: A part that goes into another scheme → the option that takes it.
PART_OPTIONS = {part: f"--{part}-of" for part in PARTS}
_ENTRY = "入户"
#: The way of sharing in examples.
_EXAMPLE = "南京"


def contents_of(entry: SchemeEntry) -> str:
    """What a scheme states, in words.

    >>> from elevshare.schemes.index import named
    >>> contents_of(named("咸阳"))
    '分摊、补贴、运维、公积金、表决'
    """
    return "、".join(CONTENTS[part] for part in entry.parts)


def words_for(entry: SchemeEntry, storeys: int = 0, way: str = "") -> str:
    """The options that say which of a city's schemes is meant, without those that are known.

    >>> from elevshare.schemes.index import named
    >>> words_for(named("上海-七层平层入户")), words_for(named("上海-七层平层入户"), 7)
    ('--storeys 7 --entry 平层', '--entry 平层')
    """
    of_storeys = f"--storeys {entry.storeys}" if entry.storeys and not storeys else ""
    of_entry = f"--entry {entry.entry.removesuffix(_ENTRY)}" if entry.entry and not way else ""
    return " ".join(filter(None, (of_storeys, of_entry)))


def parts_taken(entry: SchemeEntry) -> str:
    """The options by which the parts of a scheme go into another one.

    >>> from elevshare.schemes.index import named
    >>> parts_taken(named("成都"))
    '--subsidy-of 成都'
    """
    options = (option for part, option in PART_OPTIONS.items() if part in entry.parts)
    return " ".join(f"{option} {entry.name}" for option in options)


def undecided(
    found: Sequence[SchemeEntry], others: Iterable[SchemeEntry], storeys: int, way: str
) -> InputError:
    """Several schemes of a city fit: which, and the words that decide."""
    known = _building(storeys, way)
    added = [(words_for(one, storeys, way), one.name) for one in found]
    listed = "、".join(f"{words}（{name}）" if words else name for words, name in added)
    by_name = "".join(f"、{one.name}（{contents_of(one)}）" for one in others)
    more = f"；另有要写名称的：{by_name[1:]}" if by_name else ""
    return InputError(
        f"{found[0].city}{known}有 {len(found)} 个分摊方案，要说明是哪一个",
        todo=f"请{'加上其中一种' if added[0][0] else '写其中一个的名称'}：{listed}{more}",
    )


def none_fits(found: Sequence[SchemeEntry], storeys: int, way: str) -> InputError:
    """No scheme of a city fits: what it has."""
    listed = "、".join(one.name for one in found)
    return InputError(
        f"{found[0].city}没有{_building(storeys, way)}的分摊方案",
        todo=f"请改正层数或入户方式，或写别的方案；{found[0].city}有：{listed}",
    )


def only_by_name(city: str, names: Iterable[str]) -> InputError:
    """A city has no rule, but schemes that only their names choose."""
    return InputError(f"{city}没有统一的分摊办法", todo=f"请写其中一个的名称：{'、'.join(names)}")


def not_alone(
    own: SchemeEntry,
    city: Iterable[SchemeEntry],
    rules: Sequence[SchemeEntry],
    usable: Iterable[SchemeEntry],
) -> InputError:
    """A scheme shares nothing: what it goes together with, and what else its city has.

    Args:
        own: the scheme.
        city: all schemes of its city.
        rules: those of the city that share.
        usable: those that go with any building.
    """
    names = [one.name for one in usable]
    example = own.city if rules else _EXAMPLE
    cases = [one.name for one in city if "share" in one.parts and one.city == own.name]
    local = f"；本地的案例要写名称：{'、'.join(cases)}" if cases else ""
    return InputError(
        f"方案「{own.name}」只有{contents_of(own)}的规定，没有分摊办法，不能单独做分摊簿",
        todo=f"请和有分摊办法的方案拼用，如 elevshare make --share {example} {parts_taken(own)}；"
        f"分摊可以用：{'、'.join(names)}{local}",
    )


def lacks(
    own: SchemeEntry | None, name: str, part: str, having: Sequence[SchemeEntry]
) -> InputError:
    """A scheme does not have a part: which of its city's do."""
    what = f"方案「{own.name}」没有{part}的规定" if own else f"没有「{shown(name)}」这个方案"
    listed = "、".join(one.name for one in having)
    advice = f"请写：{listed}" if having else "请换一个方案；elevshare schemes 列出每个方案有什么"
    return InputError(what, todo=advice)


def _building(storeys: int, way: str) -> str:
    """What is known of a building."""
    return f"{f' {storeys} 层' if storeys else ''}{way}"
