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


def main_names(*names: str) -> Iterator[frozenset[str]]:
    """Return for each element of a workbook its names in both namespaces, transitional and strict.

    >>> next(main_names("c")) >= {"http://purl.oclc.org/ooxml/spreadsheetml/main c"}
    True
    """
    return (frozenset(f"{uri} {name}" for uri in _MAIN) for name in names)


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace.

    >>> local("http://purl.oclc.org/ooxml/spreadsheetml/main c"), local("c")
    ('c', 'c')
    """
    return name.rpartition(" ")[2]


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
