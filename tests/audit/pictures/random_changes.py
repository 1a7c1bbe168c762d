"""One change of one attribute or element of a paper's XML, drawn by a seed and written on one line."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from html import escape

from bookfile import BookFile
from picture_book import PAPERS
from valid_values import ATTRIBUTES, CHILDREN, TEXTS

_TAG = re.compile(r"<([\w:]+)((?:\s+[\w:]+=\"[^\"]*\")*)\s*(/?)>")
_ATTRIBUTE = re.compile(r'\s([\w:]+)="([^"]*)"')
_STYLES, _WORKBOOK = "xl/styles.xml", "xl/workbook.xml"
#: The lists of styles.xml by the element in them.
_LISTS = {"xf": "cellXfs", "font": "fonts", "fill": "fills", "border": "borders"}
_SEPARATOR = " | "
#: What a cell holds, which others try to change.
_CONTENT = ("f", "v")
#: Elements that are there once.
_ONCE = (
    "worksheet",
    "styleSheet",
    "workbook",
    "sheetData",
    "theme",
    "c",
    "row",
    "wsDr",
    "chartSpace",
)


class NothingThereError(Exception):
    """The book has no such element, or the change would change nothing."""


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        part: a paper's title, or the name of a part.
        anchor: what of the part is looked at: empty, ``c B22``, ``row 22``, or, in the styles,
            ``font 账单!B22``: the font of that cell; ``own font 账单!B22``: a copy for it alone.
        element, number: the how manieth element of which name, from 0, within that.
        do: set, drop (an attribute), remove, double, child (an element), text.
        attribute, value: of what is done.
    """

    part: str
    anchor: str
    element: str
    number: int
    do: str
    attribute: str
    value: str

    def line(self) -> str:
        """The change on one line."""
        return _SEPARATOR.join(map(str, astuple(self)))

    @staticmethod
    def of(line: str) -> Change:
        """Read a line."""
        part, anchor, element, number, *rest = line.rstrip("\n").split(_SEPARATOR)
        return Change(part, anchor, element, int(number), *rest)

    def apply(self, file: BookFile) -> None:
        """Change a file.

        Raises:
            NothingThereError: nothing is changed.
        """
        part = _path(file, self.part)
        start, end = _span(file, self.anchor, self.part)
        text = file.text(part)
        tags = [one for one in _TAG.finditer(text, start, end) if one[1] == self.element]
        if self.number >= len(tags):
            raise NothingThereError(self.line())
        new = self._changed(text, tags[self.number])
        if new == text:
            raise NothingThereError(self.line())
        file.parts[part] = new.encode()

    def _changed(self, text: str, tag: re.Match[str]) -> str:
        """The text of the part with the change."""
        start, end = tag.start(), _end(text, tag)
        whole = text[start:end]
        about = dict(_ATTRIBUTE.findall(tag[2]))
        match self.do:
            case "set" | "drop":
                about.pop(self.attribute, "") if self.do == "drop" else about.update(
                    {self.attribute: self.value}
                )
                said = "".join(f' {name}="{value}"' for name, value in about.items())
                return f"{text[:start]}<{tag[1]}{said}{tag[3]}>{text[tag.end() :]}"
            case "remove":
                whole = ""
            case "double":
                whole *= 2
            case "child":
                inside = text[tag.end() : end - len(f"</{tag[1]}>")] if not tag[3] else ""
                whole = f"<{tag[1]}{tag[2]}>{inside}{self.value}</{tag[1]}>"
            case "text":
                whole = f"<{tag[1]}{tag[2]}>{escape(self.value, quote=False)}</{tag[1]}>"
        return text[:start] + whole + text[end:]


def drawn(file: BookFile, seed: int) -> Change:
    """Draw a change of a book by a seed."""
    chance = random.Random(seed)
    while True:
        try:
            change = _drawn(file, chance)
            change.apply(_copy(file))
        except NothingThereError:
            continue
        return change


def _drawn(file: BookFile, chance: random.Random) -> Change:
    """Draw any change, whether or not it changes anything."""
    part, anchor = _place(file, chance)
    start, end = _span(trial := _copy(file), anchor, part)
    text = trial.text(_path(trial, part))
    names: dict[str, int] = {}
    for tag in _TAG.finditer(text, start, end):
        if tag[1] not in _CONTENT:
            names[tag[1]] = names.get(tag[1], 0) + 1
    if not names:
        raise NothingThereError(anchor)
    element = chance.choice(sorted(names))
    number = chance.randrange(names[element])
    tag = [one for one in _TAG.finditer(text, start, end) if one[1] == element][number]
    return Change(part, anchor, element, number, *_done(tag, chance, bool(anchor)))


def _place(file: BookFile, chance: random.Random) -> tuple[str, str]:
    """Draw a part, and what of it is looked at."""
    kind = chance.choices(("sheet", "cell", "style", "any", "book", "drawing", "theme"),
                          (30, 12, 30, 10, 7, 8, 3))[0]  # fmt: skip
    title = chance.choice(PAPERS[:2])
    if kind == "sheet":
        return chance.choice(PAPERS), ""
    if kind in ("cell", "style"):
        cells = re.findall(r'<c r="([A-Z]+\d+)"', file.text(file.path(title)))
        cells = [one for one in cells if int(re.sub(r"\D", "", one)) <= 40 and one[0] in "ABCD"]
        cell = chance.choice(cells)
        if kind == "cell":
            return title, chance.choice((f"c {cell}", f"row {re.sub('[A-Z]', '', cell)}"))
        own = chance.choice(("own ", ""))
        return _STYLES, f"{own}{chance.choice(list(_LISTS))} {title}!{cell}"
    drawings = sorted(
        one for one in file.parts if re.match(r"xl/(?:drawings|charts)/\w+\.xml", one)
    )
    part = {"any": _STYLES, "book": _WORKBOOK, "theme": "xl/theme/theme1.xml"}.get(kind)
    return part or chance.choice(drawings), ""


def _done(tag: re.Match[str], chance: random.Random, anchored: bool) -> tuple[str, str, str]:
    """Draw what is done to an element."""
    name = tag[1].rpartition(":")[2]
    about = dict(_ATTRIBUTE.findall(tag[2]))
    known = ATTRIBUTES.get(name, {})
    ways = {
        "set": 10 if _changeable(known, about) else 0,
        "drop": 3 if _changeable(about) else 0,
        "remove": 0 if name in _ONCE[:5] else 2,
        "double": 0 if name in _ONCE else 1,
        "child": 5 if CHILDREN.get(name) else 0,
        "text": 5 if name in TEXTS and not tag[3] and not anchored else 0,
    }
    do = chance.choices(list(ways), list(ways.values()))[0] if any(ways.values()) else "remove"
    if do == "drop":
        return do, chance.choice(_changeable(about)), ""
    if do == "child":
        return do, "", chance.choice(CHILDREN[name])
    if do == "text":
        return do, "", chance.choice(TEXTS[name])
    if do != "set":
        return do, "", ""
    attribute = chance.choice(_changeable(known, about))
    return do, attribute, chance.choice(known.get(attribute) or _near(about[attribute]))


def _changeable(*some: Iterable[str]) -> list[str]:
    """The attributes in order; to declare a namespace is none, by the rules of XML."""
    return sorted({one for names in some for one in names if not one.startswith("xmlns")})


def _near(value: str) -> tuple[str, ...]:
    """Other values of an attribute of which nothing is known."""
    if value.lstrip("-").isdigit():
        return str(int(value) + 1), str(int(value) * 2), str(int(value) // 2), "0"
    return (value + "1", "")


def _copy(file: BookFile) -> BookFile:
    """A file whose parts can be changed."""
    copy = BookFile.__new__(BookFile)
    copy.parts = dict(file.parts)
    return copy


def _path(file: BookFile, part: str) -> str:
    """The name of a part, or of a paper's."""
    return part if "/" in part else file.path(part)


def _end(text: str, tag: re.Match[str]) -> int:
    """Where an element ends."""
    if tag[3]:
        return tag.end()
    depth = 0
    for one in re.finditer(rf"<{tag[1]}(?=[\s>/])[^>]*?(/?)>|</{tag[1]}>", text[tag.start() :]):
        depth += -1 if one[0].startswith("</") else (not one[1])
        if depth == 0:
            return tag.start() + one.end()
    raise NothingThereError(tag[0])


def _span(file: BookFile, anchor: str, part: str) -> tuple[int, int]:
    """From where to where an anchor reaches; an own copy is made first."""
    text = file.text(_path(file, part))
    if not anchor:
        return 0, len(text)
    *own, kind, where = anchor.split(" ")
    if kind in ("c", "row"):
        tag = next((one for one in _TAG.finditer(text) if one[1] == kind and f' r="{where}"' in one[2]), None)  # fmt: skip
        if tag is None:
            raise NothingThereError(anchor)
        return tag.start(), _end(text, tag)
    title, _, cell = where.partition("!")
    number = int(file.style(title, cell))
    if kind != "xf":
        number = int(re.search(rf'{kind}Id="(\d+)"', _member(file, "xf", number)[2])[1])
    if own:
        number = _own(file, title, cell, kind, number)
    start, end, _ = _member(file, kind, number)
    return start, end


def _member(file: BookFile, kind: str, number: int) -> tuple[int, int, str]:
    """A member of a list of the styles: its start, end and text."""
    text = file.text(_STYLES)
    at = text.index(f"<{_LISTS[kind]} ")
    for _ in range(number + 1):
        tag = next(one for one in _TAG.finditer(text, at + 1) if one[1] == kind)
        at, end = tag.start(), _end(text, tag)
        start, at = at, end - 1
    return start, end, text[start:end]


def _own(file: BookFile, title: str, cell: str, kind: str, number: int) -> int:
    """Give a cell a style of its own, and a copy of one member of its style; return its number."""
    style = _member(file, "xf", int(file.style(title, cell)))[2]
    if kind != "xf":
        copy = _appended(file, kind, _member(file, kind, number)[2])
        style = re.sub(rf'{kind}Id="\d+"', f'{kind}Id="{copy}"', style)
    own = _appended(file, "xf", style)
    file.replace(title, cell, re.sub(r' s="\d+"', f' s="{own}"', file.xml(title, cell)))
    return own if kind == "xf" else copy


def _appended(file: BookFile, kind: str, member: str) -> int:
    """Put a member at the end of its list; return its number."""
    text = file.text(_STYLES)
    end = f"</{_LISTS[kind]}>"
    head, _, tail = text.partition(end)
    inside = head[head.index(f"<{_LISTS[kind]} ") :]
    file.parts[_STYLES] = (head + member + end + tail).encode()
    depth, count = 0, 0
    for one in re.finditer(rf"<{kind}(?=[\s>/])[^>]*?(/?)>|</{kind}>", inside):
        closing = one[0].startswith("</")
        count += not closing and depth == 0
        depth += -1 if closing else (not one[1])
    return count
