"""Parse a part as a stream of XML: no document type, no entities, everything limited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.parsers import expat

from elevshare.opened import limits
from elevshare.opened.limits import TooMuchError
from elevshare.opened.package import Package, damaged

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]

_BUFFER = 64 * 1024
#: Most pieces (of the buffer's size) of one text; no text of a cell has more.
_PIECES = 64
_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
#: How the namespaces of the standard begin, and those in which Microsoft and Kingsoft extend it. What
#: is for programs to choose from (``markup-compatibility``) is none of either.
_STANDARD = (
    "http://schemas.openxmlformats.org/spreadsheetml/", "http://schemas.openxmlformats.org/drawingml/",
    "http://schemas.openxmlformats.org/officeDocument/", "http://schemas.openxmlformats.org/package/",
    "http://purl.oclc.org/ooxml/", "http://purl.org/dc/", "http://www.w3.org/",
)  # fmt: skip
#: Elements that Excel itself puts among what is to choose from: long lists, controls, objects.
_CHOSEN = frozenset(
    "formula1 formula2 controls control controlPr oleObjects oleObject objectPr anchor".split()
)
_MICROSOFT = ("http://schemas.microsoft.com/", "http://www.wps.cn/", "urn:schemas-microsoft-com:")


def main_names(*names: str) -> Iterator[frozenset[str]]:
    """Return for each element of a workbook its names in both namespaces, transitional and strict.

    >>> next(main_names("c")) >= {"http://purl.oclc.org/ooxml/spreadsheetml/main c"}
    True
    """
    return (frozenset(f"{uri} {name}" for uri in _MAIN) for name in names)


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace, if programs know that.

    One of another namespace keeps it, for no program takes it for the standard's.

    >>> local("http://schemas.openxmlformats.org/spreadsheetml/2006/main c"), local("c")
    ('c', 'c')
    >>> local("urn:x c")
    'urn:x c'
    """
    space, _, word = name.rpartition(" ")
    return word if not space or space.startswith(_STANDARD) else name


def own(name: str) -> str:
    """Return the name of an element of a workbook as ``local`` does, but only of its own namespace.

    >>> own("http://purl.oclc.org/ooxml/spreadsheetml/main c"), own("http://purl.org/dc/terms/ c")
    ('c', 'http://purl.org/dc/terms/ c')
    """
    space, _, word = name.rpartition(" ")
    return word if not space or space in _MAIN else name


def truth(text: str) -> bool:
    """Return what an attribute says that is true or false.

    Raises:
        ValueError: it says neither; programs differ in what they make of that.

    >>> truth("1"), truth("false")
    (True, False)
    """
    if text in ("1", "true"):
        return True
    if text in ("0", "false"):
        return False
    raise ValueError("neither true nor false")


def whole(text: str) -> int:
    """Return the whole number of an attribute, which Python spells in more ways than others do.

    Raises:
        ValueError: it is none.

    >>> whole("132"), whole("-1")
    (132, -1)
    >>> whole("1_32")
    Traceback (most recent call last):
    ValueError: no whole number
    """
    if not (text.isascii() and text.removeprefix("-").isdigit()):
        raise ValueError("no whole number")
    return int(text)


class Nested:
    """Refuses an element of a workbook within one that the standard does not know.

    Some programs read it, some do not. Those of Microsoft's own namespaces hold such elements by
    right; who reads them is told by ``within``.
    """

    def __init__(self) -> None:
        self.within = 0
        self._refused = 0

    def start(self, name: str) -> None:
        """Handle the start of an element.

        Raises:
            StrangeError: it stands where only some programs find it.
        """
        space = name.rpartition(" ")[0]
        if not space.startswith(_STANDARD):
            self.within += 1
            self._refused += not space.startswith(_MICROSOFT)
        elif self._refused and space in _MAIN and name.rpartition(" ")[2] not in _CHOSEN:
            raise StrangeError

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        space = name.rpartition(" ")[0]
        if not space.startswith(_STANDARD):
            self.within -= 1
            self._refused -= not space.startswith(_MICROSOFT)


class StrangeError(Exception):
    """An element stands where only some programs find it."""


def parse(package: Package, part: str, start: Start, end: End, texts: list[str]) -> None:
    """Call ``start`` and ``end`` for every element of a part, and append all text to ``texts``.

    The handlers clear ``texts`` when a text that they want begins.

    Raises:
        InputError: the part is missing, damaged, too large, or has a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text, parser.buffer_size = True, _BUFFER
    _forbid(parser, package)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = texts.append
    fed = 0
    try:
        for chunk in package.chunks(part):
            parser.Parse(chunk, False)
            fed += len(chunk)
            _check(parser, fed, texts)
        parser.Parse(b"", True)
    except TooMuchError:
        raise package.too_large() from None
    except StrangeError:
        raise package.deceiving("内容（套在别的东西里）") from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(package.name) from error


def _check(parser: expat.XMLParserType, fed: int, texts: list[str]) -> None:
    """Stop if a tag or a text is too long, or there are too many names."""
    waiting = fed - parser.CurrentByteIndex
    if waiting > limits.TOKEN or len(texts) > _PIECES or len(parser.intern) > limits.XML_NAMES:
        raise TooMuchError


def _forbid(parser: expat.XMLParserType, package: Package) -> None:
    """Refuse a document type (only it can define entities) and too many namespaces."""
    count = 0

    def doctype(*_: object) -> None:
        raise package.deceiving("内容（文档类型声明）")

    def namespace(*_: object) -> None:
        nonlocal count
        count += 1
        if count > limits.NAMESPACES:
            raise TooMuchError

    parser.StartDoctypeDeclHandler = doctype
    parser.StartNamespaceDeclHandler = namespace


def elements(package: Package, part: str) -> list[tuple[int, str, Attributes, str]]:
    """Return the elements of a small part in order: (depth from 1, local name, attributes, text).

    Raises:
        InputError: as ``parse``, or the part has too many elements.
    """
    if package.size(part) > limits.SMALL_PART:
        raise package.too_large()
    found: list[tuple[int, str, Attributes, list[str]]] = []
    open_ones: list[int] = []
    texts: list[str] = []
    nested = Nested()

    def keep() -> None:
        if open_ones and texts:
            found[open_ones[-1]][3].append("".join(texts))
        texts.clear()

    def start(name: str, attributes: Attributes) -> None:
        keep()
        if len(found) >= limits.FEW_ELEMENTS or len(open_ones) >= limits.DEPTH:
            raise TooMuchError
        nested.start(name)
        open_ones.append(len(found))
        word = name if nested.within else local(name)
        found.append((len(open_ones), word, attributes, []))

    def end(name: str) -> None:
        keep()
        nested.end(name)
        open_ones.pop()

    parse(package, part, start, end, texts)
    return [(depth, name, attributes, "".join(text)) for depth, name, attributes, text in found]
