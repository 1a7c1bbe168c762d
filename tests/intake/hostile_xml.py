"""XML that is made to be read without end."""

from __future__ import annotations

import handmade
from handmade import MAIN, book, packed, parts, relations, strings, workbook, worksheet
from hostile_kit import DAMAGED, LARGE, ODD, ONE, READ, SHEET_HEAD, hostile, repeated, rows

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_doctype(text, doctype):
    """A part with a document type."""
    return f"<!DOCTYPE x {doctype}>{text}"


@hostile(ODD)
def billion_laughs_in_a_sheet():
    cell = '<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>'
    return book(sheet=with_doctype(worksheet(cell), f'[<!ENTITY l0 "x">{LAUGHS}]'))


@hostile(ODD)
def entity_of_a_file_in_the_texts():
    items = strings("<si><t>&x;</t></si>")
    return book(ONE, strings=with_doctype(items, '[<!ENTITY x SYSTEM "file:///etc/passwd">]'))


@hostile(ODD)
def document_type_from_the_net_in_the_workbook():
    return book(ONE, workbook=with_doctype(workbook(), 'SYSTEM "http://127.0.0.1:9/x.dtd"'))


@hostile(ODD)
def parameter_entity_in_the_styles():
    doctype = '[<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]'
    return book(ONE, styles=with_doctype(handmade.styles(), doctype))


@hostile(ODD)
def document_type_in_the_relations():
    rels = relations(("officeDocument", "xl/workbook.xml"))
    return book(ONE, root=with_doctype(rels, "[]"))


@hostile(ODD)
def document_type_in_utf_16():
    text = f'<?xml version="1.0" encoding="UTF-16"?>{with_doctype(worksheet(ONE), "[]")}'
    return book(sheet=text.encode("utf-16"))


@hostile(READ)
def billion_laughs_in_a_part_nobody_reads():
    text = with_doctype("<x>&l9;</x>", f'[<!ENTITY l0 "x">{LAUGHS}]')
    return packed(parts(ONE) | {"xl/drawings/drawing1.xml": text})


@hostile(DAMAGED)
def entity_that_is_not_there():
    return book('<row><c t="str"><v>&lol;</v></c></row>')


@hostile(LARGE)
def depth_in_a_sheet():
    return repeated("sheet", f'<worksheet xmlns="{MAIN}">', "<a>", 5_000, "")


@hostile(LARGE)
def depth_of_cells():
    return rows("<c>", 310_000)


@hostile(LARGE)
def depth_in_the_workbook():
    return repeated("workbook", f'<workbook xmlns="{MAIN}">', "<a>", 5_000, "")


@hostile(LARGE)
def attribute_without_end():
    return repeated("sheet", f'<worksheet xmlns="{MAIN}" a="', "x" * 1000, 3_000, '"/>')


@hostile(LARGE)
def comment_without_end():
    head = f'<worksheet xmlns="{MAIN}"><!--'
    return repeated("sheet", head, "x" * 1000, 3_000, "--></worksheet>")


@hostile(LARGE)
def text_without_end():
    return repeated(
        "sheet", f"{SHEET_HEAD}<row><c t='str'><v>", "长" * 300, 20_000, "</v></c></row>"
    )


@hostile(LARGE)
def many_names_of_attributes():
    return rows('<row a{n}="" b{n}="" c{n}=""/>', 30_000)


@hostile(LARGE)
def many_names_of_elements():
    return rows("<a{n}/>", 100_000)


@hostile(LARGE)
def many_namespaces():
    return rows('<row xmlns:a{n}="u"/>', 20_000)


@hostile(DAMAGED)
def encoding_that_nobody_has():
    return book(sheet=f'<?xml version="1.0" encoding="utf-77"?>{worksheet(ONE)}')


@hostile(DAMAGED)
def bytes_that_are_no_text():
    return book(sheet=worksheet(ONE).encode() + b"\xff\xfe")
