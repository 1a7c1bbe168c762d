"""Small workbooks written part by part, to say exactly what a file holds."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def types(main="sheet.main+xml"):
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.{main}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}.sharedStrings+xml"/>'
        "</Types>"
    )


def relations(*pairs, uri=REL, mode=""):
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{uri}/{kind}" Target="{target}"{mode}/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def worksheet(data="", after="", before="", uri=MAIN):
    return f'<worksheet xmlns="{uri}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def workbook(sheets='<sheet name="住户" sheetId="1" r:id="rId1"/>', more="", uri=MAIN, rel=REL):
    return f'<workbook xmlns="{uri}" xmlns:r="{rel}"><sheets>{sheets}</sheets>{more}</workbook>'


def strings(items="", uri=MAIN):
    return f'<sst xmlns="{uri}">{items}</sst>'


def styles(items='<cellXfs count="1"><xf numFmtId="0"/></cellXfs>', uri=MAIN):
    fonts = "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
    base = '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    return f'<styleSheet xmlns="{uri}">{fonts}{base}{items}</styleSheet>'


def parts(data="", **more):
    """The parts of a small book with the rows ``data``; ``more`` takes the place of a part."""
    found = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": worksheet(data),
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": strings(),
    }
    return found | {NAMES[key]: text for key, text in more.items()}


NAMES = {
    "types": "[Content_Types].xml",
    "root": "_rels/.rels",
    "workbook": "xl/workbook.xml",
    "rels": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
    "styles": "xl/styles.xml",
    "strings": "xl/sharedStrings.xml",
}


def packed(contents, method=zipfile.ZIP_DEFLATED):
    """Parts (name → text or bytes) as the bytes of a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def book(data="", **more):
    """The bytes of a small book."""
    return packed(parts(data, **more))
