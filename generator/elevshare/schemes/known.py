"""What a paper says of a document: only what is known of it, and no status.

Unknown numbers, titles and articles are 待填 in the scheme files. 来源 and 说明 say so; papers that
are handed out leave them out.
"""

from __future__ import annotations

import re

from elevshare.schemes.model import Scheme

UNKNOWN = "待填"
#: An unknown last word in brackets, then brackets of which nothing else is known.
_ASIDES = (re.compile("[，、][^（），、]*待填(?=）)"), re.compile("（[^（）]*待填）"))
#: The basis of amounts where nothing of the document is known.
_AGREED = "业主协商一致"


def known(text: str) -> str:
    """Return what is known in a text; empty if nothing is.

    >>> known("北京市（发布单位待填）"), known("津住建房管〔2019〕50号"), known("待填")
    ('北京市', '津住建房管〔2019〕50号', '')
    >>> known("黑龙江省电梯行业协会的分摊测算（《生活报》报道，标题待填）")
    '黑龙江省电梯行业协会的分摊测算（《生活报》报道）'
    """
    for aside in _ASIDES:
        text = aside.sub("", text)
    return "" if UNKNOWN in text else text.strip()


def cited_as(title: str, article: str, issuer: str = "") -> str:
    """Return a document as papers cite it: title, article, issuer, each only if it is known.

    >>> cited_as("《办法》", "第八条", "市政府"), cited_as("《办法》", ""), cited_as("待填", "待填", "市政府")
    ('《办法》 第八条（市政府）', '《办法》', '业主协商一致')
    """
    parts = " ".join(filter(None, (known(title), known(article))))
    by = known(issuer)
    return f"{parts}（{by}）" if parts and by else parts or _AGREED


def basis_of_bills(scheme: Scheme) -> str:
    """Return the basis that the bills of a scheme's books state."""
    document = scheme.document
    return cited_as(document.title, document.article, document.issuer)
