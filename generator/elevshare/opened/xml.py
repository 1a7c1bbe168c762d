"""Read a part as XML, piece by piece: no document type, no entities, nothing without bounds."""

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
#: A text in one cell comes in a few pieces of the buffer's size; more is no text of a cell.
_PIECES = 64
_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def main_names(*names: str) -> Iterator[frozenset[str]]:
    """What the parser calls elements of a workbook: transitional or strict.

    >>> next(main_names("c")) >= {"http://purl.oclc.org/ooxml/spreadsheetml/main c"}
    True
    """
    return (frozenset(f"{uri} {name}" for uri in _MAIN) for name in names)


def local(name: str) -> str:
    """An element's or attribute's name without its namespace.

    >>> local("http://purl.oclc.org/ooxml/spreadsheetml/main c"), local("c")
    ('c', 'c')
    """
    return name.rpartition(" ")[2]


def parse(package: Package, part: str, start: Start, end: End, texts: list[str]) -> None:
    """Tell ``start`` and ``end`` of every element of a part; ``texts`` grows with its text.

    The handlers clear ``texts`` where a text of theirs begins.

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
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(package.name) from error


def _check(parser: expat.XMLParserType, fed: int, texts: list[str]) -> None:
    """Stop where a tag, a text or the number of names has no end in sight."""
    waiting = fed - parser.CurrentByteIndex
    if waiting > limits.TOKEN or len(texts) > _PIECES or len(parser.intern) > limits.XML_NAMES:
        raise TooMuchError


def _forbid(parser: expat.XMLParserType, package: Package) -> None:
    """Refuse a document type, which alone can bring entities, and a flood of namespaces."""
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
    """The elements of a small part in the order of their starts: depth, local name, attributes, text.

    Raises:
        InputError: as ``parse``, or the part has too many elements.
    """
    if package.size(part) > limits.SMALL_PART:
        raise package.too_large()
    found: list[tuple[int, str, Attributes, list[str]]] = []
    open_ones: list[int] = []
    texts: list[str] = []

    def keep() -> None:
        if open_ones and texts:
            found[open_ones[-1]][3].append("".join(texts))
        texts.clear()

    def start(name: str, attributes: Attributes) -> None:
        keep()
        if len(found) >= limits.FEW_ELEMENTS or len(open_ones) >= limits.DEPTH:
            raise TooMuchError
        open_ones.append(len(found))
        found.append((len(open_ones), local(name), attributes, []))

    def end(_: str) -> None:
        keep()
        open_ones.pop()

    parse(package, part, start, end, texts)
    return [(depth, name, attributes, "".join(text)) for depth, name, attributes, text in found]
