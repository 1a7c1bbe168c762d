"""What a file carries that no book of ours does: macros, objects, connections, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elevshare.audit.finding import Finding
from elevshare.intake.text import shown

#: How the names of parts begin that no book of ours has → kind of finding, what they are.
_PARTS = (
    (r"vbaproject|xl/macrosheets/|xl/intlmacrosheets/|xl/dialogsheets/|customui/", "macro", "宏"),
    (r"xl/externallinks/", "external-link", "通往别的工作簿的链接"),
    (r"xl/embeddings/", "embedded-object", "嵌入的文件"),
    (r"xl/activex/|xl/ctrlprops/", "embedded-object", "控件"),
    (r"xl/webextensions/", "embedded-object", "网络加载项"),
    (r"xl/connections|xl/querytables/|xl/model/|xl/xmlmaps", "data-connection", "数据连接"),
    (r"xl/tables/|xl/pivot|xl/slicer|xl/timeline", "extra-part", "表格、透视表或切片器"),
    (r"xl/(?:comments|threadedcomments)", "comment", "批注"),
)
_KNOWN = [(re.compile(rf"(?:.*/)?(?:{start})", re.I), kind, what) for start, kind, what in _PARTS]


def extra_parts(names: Iterable[str]) -> Iterator[Finding]:
    """Parts that no book of ours has, one finding a kind.

    >>> [one.text for one in extra_parts(["xl/workbook.xml", "xl/vbaProject.bin"])]
    ['文件里有宏（xl/vbaProject.bin）']
    """
    told = set()
    for name in names:
        for pattern, kind, what in _KNOWN:
            if pattern.match(name) and (kind, what) not in told and not name.endswith(".rels"):
                told.add((kind, what))
                yield Finding(kind, f"文件里有{what}（{shown(name)}）", now=shown(name))
