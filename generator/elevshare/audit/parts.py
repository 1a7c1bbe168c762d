"""Find parts in a file that no generated book has: macros, objects, connections, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elevshare.audit.finding import Finding
from elevshare.opened import OpenedBook
from elevshare.opened.relations import Relation, pointers
from elevshare.text import shown

#: Beginning of a part's name (pattern), kind of finding, Chinese name.
_PARTS = (
    (r"vbaproject|xl/macrosheets/|xl/intlmacrosheets/|xl/dialogsheets/|customui/", "macro", "宏"),
    (r"xl/externallinks/", "external-link", "通往别的工作簿的链接"),
    (r"xl/embeddings/", "embedded-object", "嵌入的文件"),
    (r"xl/activex/|xl/ctrlprops/", "embedded-object", "控件"),
    (r"xl/richdata/|xl/cellimages", "picture-added", "放在格子里的图片"),
    (r"xl/webextensions/", "embedded-object", "网络加载项"),
    (r"xl/connections|xl/querytables/|xl/model/|xl/xmlmaps", "data-connection", "数据连接"),
    (r"xl/tables/|xl/pivot|xl/slicer|xl/timeline", "extra-part", "表格、透视表或切片器"),
    (r"xl/(?:comments|threadedcomments)", "comment", "批注"),
)
_KNOWN = [(re.compile(rf"(?:.*/)?(?:{start})", re.I), kind, what) for start, kind, what in _PARTS]
#: Kind of relation → kind of finding, Chinese name; found even if the part has another name.
_KINDS = {
    "vbaProject": ("macro", "宏"),
    "externalLink": ("external-link", "通往别的工作簿的链接"),
    "oleObject": ("embedded-object", "嵌入的文件"),
    "package": ("embedded-object", "嵌入的文件"),
    "control": ("embedded-object", "控件"),
    "ctrlProp": ("embedded-object", "控件"),
    "connections": ("data-connection", "数据连接"),
    "queryTable": ("data-connection", "数据连接"),
    "xmlMaps": ("data-connection", "数据连接"),
    "table": ("extra-part", "表格、透视表或切片器"),
    "pivotTable": ("extra-part", "表格、透视表或切片器"),
    "slicer": ("extra-part", "表格、透视表或切片器"),
    "comments": ("comment", "批注"),
}


def all_pointers(book: OpenedBook) -> list[Relation]:
    """The relationships of the file, of the workbook and of all its sheets."""
    parts = ["", book.main_part, *(sheet.path for sheet in book.sheets)]
    return [one for part in parts for one in pointers(book.package, part)]


def extra_parts(names: Iterable[str], pointed: Iterable[Relation] = ()) -> Iterator[Finding]:
    """Report parts that no generated book has, one finding for each kind.

    >>> [one.text for one in extra_parts(["xl/workbook.xml", "xl/vbaProject.bin"])]
    ['文件里有宏']
    """
    reported = set()
    for name in names:
        for pattern, kind, what in _KNOWN:
            if pattern.match(name) and (kind, what) not in reported and not name.endswith(".rels"):
                reported.add((kind, what))
                yield Finding(kind, f"文件里有{what}", now=shown(name))
    for one in pointed:
        kind, what = _KINDS.get(one.kind, ("", ""))
        if kind and not one.outside and (kind, what) not in reported:
            reported.add((kind, what))
            yield Finding(kind, f"文件里有{what}", now=shown(one.target))
