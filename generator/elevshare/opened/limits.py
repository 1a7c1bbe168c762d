"""How much a file from outside may hold: far more than any book of ours, far less than does harm.

The largest book that this program makes (200 households, every sheet) has 220,000 cells in
20 MB of XML, 8 million characters of formulas, 13,000 merged areas. Together the limits keep the
reading of any file under 300 MB and 5 seconds.
"""

#: A packed book: bytes of all its parts unpacked, number of parts, characters of a part's name.
UNPACKED = 64 * 1024 * 1024
PARTS = 2_000
PART_NAME = 250
#: XML: bytes of one tag, nesting, different names of elements and attributes, namespaces.
TOKEN = 512 * 1024
DEPTH = 64
XML_NAMES = 2_000
NAMESPACES = 5_000
#: Elements of a sheet other than rows and cells; elements and bytes of a part that is read whole.
ELEMENTS, FEW_ELEMENTS, SMALL_PART = 150_000, 50_000, 4 * 1024 * 1024
#: A book: sheets, defined names, styles of cells, shared strings, cells, characters of texts.
SHEETS = 255
DEFINED_NAMES = 5_000
STYLES = 66_000
STRINGS = 200_000
CELLS = 300_000
CHARACTERS = 16_000_000
#: Pieces of formulas that are copies of a shared formula.
COPIED = 1_000_000
#: Formulas without a stored value that are computed.
MISSING = 20_000
#: A sheet: last row and column that may have content; merged areas and their cells, characters of
#: a list of areas, validations, all rows and columns.
LAST_ROW, LAST_COLUMN = 100_000, 1_000
MERGES, MERGED_CELLS = 50_000, 500_000
AREA_LIST = 32_767
VALIDATIONS = 20_000
ROWS, COLUMNS = 1_048_576, 16_384
#: A cell: what Excel allows.
TEXT, FORMULA = 32_767, 8_192


class TooMuchError(Exception):
    """A file holds more than a limit allows."""
