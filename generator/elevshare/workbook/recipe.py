"""The recipe of a book: a line of text in the book, from which its formulas follow.

From it the same book can be made again without the project, to compare a returned book with it.
Books with equal recipes differ only in their inputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from elevshare.errors import InputError
from elevshare.project import MAX_FLATS, MAX_STOREYS, Project, Topic
from elevshare.project.topics import of_family, topics_of
from elevshare.rules.late import MAX_JOINERS
from elevshare.rules.share import Flat, Method, Storey
from elevshare.schemes import Family, Scheme, find
from elevshare.schemes.combine import PARTS, with_part
from elevshare.workbook.papers.foreseen import PAPERS, counts_of

_NO_RECIPE = "请用生成它的那一版软件重新生成"


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides a book's formulas.

    ``scheme`` is an id, ``parts`` are (part, id of the other scheme) pairs. ``flats`` and
    ``storeys`` are 0 in a blank template; ``topics`` are the subjects; ``two_a_page`` means two
    bills on a page; ``rows`` is the number of household rows, 0 if it follows from ``flats``;
    ``half_stops`` are those of the book, empty for none or all; ``joiners`` is the number of
    later joiners with room in the book, 0 if it follows from the subjects. A scheme of which there
    are several versions is named with its version, such as ``changchun@2023``; ``day`` is the day
    of making where rules are judged by it, else empty; ``printed`` has the title of a paper and how
    many of its forms were foreseen to be printed, where another number than usual.
    """

    scheme: str
    parts: tuple[tuple[str, str], ...] = ()
    flats: int = 0
    storeys: int = 0
    topics: frozenset[Topic] = frozenset()
    two_a_page: bool = False
    rows: int = 0
    half_stops: tuple[Storey, ...] = ()
    joiners: int = 0
    day: str = ""
    printed: tuple[tuple[str, int], ...] = ()

    def text(self) -> str:
        """The recipe as a line of text.

        >>> Recipe("nanjing", (("subsidy", "xianyang"),), 14, 7, frozenset([Topic.NOTICE])).text()
        'nanjing；户数 14；层数 7；页 公示；补贴 xianyang'
        """
        listed = "、".join(topic.value for topic in Topic if topic in self.topics)
        facts = [self.scheme, f"户数 {self.flats}", f"层数 {self.storeys}", f"页 {listed or '无'}"]
        facts += [f"行数 {self.rows}"] if self.rows else []
        halves = "、".join(f"{storey:g}" for storey in self.half_stops)
        facts += [f"半层 {halves}"] if halves else []
        facts += [f"后加入 {self.joiners}"] if self.joiners else []
        facts += [f"日期 {self.day}"] if self.day else []
        forms = "、".join(f"{title} {count}" for title, count in self.printed)
        facts += [f"打印 {forms}"] if forms else []
        taken = [f"{PARTS[part]} {scheme}" for part, scheme in self.parts]
        return "；".join([*facts, *taken, *(["账单 一页两户"] if self.two_a_page else [])])

    def project(self) -> Project:
        """A project with this recipe and no inputs.

        Raises:
            InputError: the program does not have the scheme.
        """
        storeys = max(self.storeys, 1)
        flats = tuple(Flat(f"{row + 1}", row % storeys + 1, 100) for row in range(self.flats))
        return Project(
            self._scheme(),
            Method(),
            flats=flats,
            storeys=self.storeys,
            topics=self.topics,
            two_a_page=self.two_a_page,
            rows=self.rows,
            half_stops=self.half_stops,
            joiners=self.joiners,
            rules_day=self.day,
            printed=self.printed,
        )

    def _scheme(self) -> Scheme:
        """The scheme, with the parts taken from other schemes."""
        scheme = find(self.scheme)
        for part, other in self.parts:
            scheme = with_part(scheme, part, find(other))
        return scheme


def recipe_of(project: Project) -> Recipe:
    """The recipe of a project's book.

    >>> recipe_of(Recipe("nanjing", flats=14, storeys=7).project()).flats
    14
    """
    scheme = project.scheme
    sources = {part: getattr(scheme, part).source for part in PARTS if getattr(scheme, part)}
    # What is taken from another scheme goes on naming its source, by both keys.
    taken = {part: key.split(":")[0] for part, key in sources.items() if ":" in key}
    return Recipe(
        scheme.key,
        tuple(taken.items()),
        len(project.flats),
        project.storeys,
        topics_of(project),
        project.two_a_page and scheme.family is not Family.LEASE,
        project.rows,
        project.known_half_stops if project.has(Topic.HALF_STOPS) else (),
        _joiners(project),
        project.rules_day,
        counts_of(project),
    )


def _joiners(project: Project) -> int:
    """The number of later joiners with room in the book, 0 if it is that of a book without any."""
    count = project.joining_blocks if project.has(Topic.LATE) else project.usual_joiners
    return 0 if count == project.usual_joiners else count


def parse(text: str) -> Recipe:
    """Read a recipe from its line of text.

    Raises:
        InputError: it is no recipe, or no book can be made from it.

    >>> parse(Recipe("nanjing", (), 14, 7, frozenset([Topic.NOTICE])).text()).storeys
    7
    >>> parse("nanjing；户数 很多")
    Traceback (most recent call last):
    elevshare.errors.InputError: “来源”的制作记录看不懂：「nanjing；户数 很多」。请用生成它的那一版软件重新生成。
    """
    try:
        name, *facts = text.split("；")
        known = dict(fact.split(" ", 1) for fact in facts)
        flats, storeys = int(known.pop("户数")), int(known.pop("层数"))
        listed, bills = known.pop("页"), known.pop("账单", None)
        halves = _halves(known.pop("半层", ""))
        rows, joiners = int(known.pop("行数", 0)), int(known.pop("后加入", 0))
        day = known.pop("日期", "")
        day = str(date.fromisoformat(day)) if day else ""
        printed = _printed(known.pop("打印", ""))
        topics = frozenset(Topic(word) for word in listed.split("、") if listed != "无")
        parts = tuple((part, known.pop(word)) for part, word in PARTS.items() if word in known)
        sizes = (
            (flats, MAX_FLATS),
            (storeys, MAX_STOREYS),
            (rows, MAX_FLATS),
            (joiners, MAX_JOINERS),
        )
        whole = not known and all(0 <= size <= most for size, most in sizes)
    except (ValueError, KeyError):
        whole = False
    if not whole:
        raise InputError(f"“来源”的制作记录看不懂：「{text[:80]}」", todo=_NO_RECIPE)
    scheme = find(name)  # by its former id, too
    two_a_page = bills == "一页两户"
    shape = (flats, storeys, topics, two_a_page, rows, halves, joiners, day, printed)
    recipe = Recipe(scheme.key, parts, *shape)
    if not topics <= of_family(scheme.family):
        raise InputError(f"方案「{name}」的簿子没有这些页：{listed}", todo=_NO_RECIPE)
    return recipe


def _printed(text: str) -> tuple[tuple[str, int], ...]:
    """Titles of papers and how many forms were foreseen, from their words.

    Raises:
        ValueError: one is no such paper, or there cannot be so many.

    >>> _printed("补偿凭证 2、运维账单 12")
    (('补偿凭证', 2), ('运维账单', 12))
    """
    pairs = [word.split(" ") for word in text.split("、") if word]
    printed = tuple((title, int(count)) for title, count in pairs)
    if not all(title in PAPERS and 0 < count <= MAX_FLATS for title, count in printed):
        raise ValueError("no such paper")
    return printed


def _halves(text: str) -> tuple[Storey, ...]:
    """Half stops from their words.

    Raises:
        ValueError: one is no half stop.

    >>> _halves("2.5、3.5")
    (2.5, 3.5)
    """
    halves = tuple(float(word) for word in text.split("、") if word)
    if not all(1 < one < MAX_STOREYS + 1 and one % 1 == 0.5 for one in halves):
        raise ValueError("no half stop")
    return halves
