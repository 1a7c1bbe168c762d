"""ELEVSOURCE: which document a rule comes from, and how far it was checked."""

from __future__ import annotations

from elevshare.schemes import Scheme
from elevshare_addin.blocks import Block, Result, one
from elevshare_addin.cells import one_of
from elevshare_addin.descriptions import label
from elevshare_addin.lookup import PARTS, part_of, scheme_of

_WHOLE = "方案"
#: What a scheme file says of what was not seen.
_UNKNOWN = "待填"


def elevsource(scheme: Block | None, what: Block | None = None) -> Result:
    """Document, article and status of a scheme, or of a part of it, in one text.

    >>> elevsource([["咸阳"]], [["补贴"]])[:20]
    '《咸阳市中心城区既有多层住宅加装电梯实施'
    """
    words = {_WHOLE: "", **{word: word for word in PARTS}}
    word = one_of(one(what, "what"), words, label("what"))
    found = scheme_of(scheme, word)
    if not word:
        return _text(found, found.document.source, found.document.article, found.status)
    part = part_of(found, getattr(found, PARTS[word]), word)
    return _text(found, part.source, part.article, getattr(part, "status", found.status))


def _text(scheme: Scheme, source: str, article: str, status: str) -> str:
    """The document where it is the source, else the source; then article and status."""
    document, seen = scheme.document, scheme.source(source).title
    said = [article]
    if source == document.source:
        number = "" if document.number == "无" else f"文号：{document.number}"
        said = [document.title, document.issuer, number, article]
    if seen not in said:
        said.append(f"见于{seen}")
    told = "；".join(part for part in said if part and part != _UNKNOWN)
    return f"{told}；状态：{status}"
