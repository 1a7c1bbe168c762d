"""Fuzz the reader of books from outside: broken in any way, a book is read or refused in one line.

    python tests/fuzz/reader.py [--runs 10000] [--seed 1]

prints how many were read, how many refused and with what words, and the slowest. A failure prints its
seed and number, from which it comes again, and ends the run with status 1.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))
import handmade
import xlsxwriter

from elevshare.errors import InputError
from elevshare.intake import read_roster
from elevshare.opened import opened, recalculated

#: Seconds that one reading may take, and one in so many is computed too.
PATIENCE, COMPUTED = 5, 500
_TOKEN = re.compile(rb'"[^"<>]*"|<[^<>]*>|[^<>"]+')
_NASTY = (
    b'""', b'"-1"', b'"0"', b'"99999999999"', b'"XFD1048576"', b'"A0"', b'"rId99"', b'"../../x"',
    b'"http://127.0.0.1:9/"', b"<c/>", b"<c>", b"</c>", b"<row/>", b"</row>", b"<f/>", b"<v/>", b"<is/>",
    b"<si/>", b'<f t="shared" si="0"/>', b"&amp;", b"&x;", b"<![CDATA[x]]>", b"<!-- -->", b"<?x?>",
    b"<!DOCTYPE x>", b"nan", b"1e999", b"-", b"\xff", b"\0", "长".encode(), b"_xD83D_", b"'", b"#REF!",
)  # fmt: skip


def seeds() -> list[dict[str, bytes]]:
    """The parts of a few small books, of several spellings."""
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>楼层</t></is></c></row>'
        '<row r="2"><c r="A2"><v>101</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A2+$A$1:B$2</f>'
        '<v>1</v></c></row><row r="3" hidden="1"><c/><c><f t="shared" si="0"/></c><c t="e"><v>#N/A</v></c>'
        '<c t="b"><v>1</v></c><c s="1"/></row>'
    )
    after = (
        '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B1"/></mergeCells><dataValidations>'
        '<dataValidation type="list" sqref="A1:A9"><formula1>1</formula1></dataValidation></dataValidations>'
    )
    styles = '<cellXfs><xf/><xf numFmtId="14"><protection locked="0"/></xf></cellXfs>'
    names = '<definedNames><definedName name="room_no">住户!$A$2</definedName></definedNames>'
    ours = handmade.parts(
        sheet=handmade.worksheet(rows, after), styles=handmade.styles(styles),
        strings=handmade.strings("<si><r><t>房</t></r><r><t>号</t></r></si>"),
        workbook=handmade.workbook(more=names),
    )  # fmt: skip
    return [{name: text.encode() for name, text in ours.items()}, _by_xlsxwriter()]


def _by_xlsxwriter() -> dict[str, bytes]:
    """A book as Excel writes it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, ["房号", "楼层", "建筑面积", "业主", "参与"])
        for row in range(1, 6):
            sheet.write_row(row, 0, [100 + row, 1, 80.5, "张三", "是"])
        sheet.write_formula("F2", "=SUM(C2:C6)", None, 402.5)
        sheet.data_validation("E2:E6", {"validate": "list", "source": ["是", "否"]})
        sheet.protect()
        book.define_name("room_no", "=名册!$A$2:$A$6")
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- ways to break a book -----------------------------------------------------------------------


def valued(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Values of attributes, or texts, exchanged: the XML stays well-formed."""
    name = dice.choice(sorted(parts))
    tokens = _TOKEN.findall(parts[name])
    kind = dice.choice((b'"', b"", b"<"))
    likes = [
        at for at, token in enumerate(tokens) if (token[:1] if token[:1] in b'"<' else b"") == kind
    ]
    nasty = [one for one in _NASTY if (one[:1] if one[:1] in b'"<' else b"") == kind]
    for _ in range(dice.choice((1, 1, 2, 4)) if likes else 0):
        tokens[dice.choice(likes)] = (
            dice.choice(nasty) if dice.random() < 0.5 else tokens[dice.choice(likes)]
        )
    return handmade.packed(parts | {name: b"".join(tokens)})


def edited(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Tokens of one part exchanged, doubled, dropped, or nasty."""
    name = dice.choice(sorted(parts))
    tokens = _TOKEN.findall(parts[name])
    for _ in range(dice.choice((1, 1, 1, 2, 5, 20))):
        at = dice.randrange(len(tokens) or 1)
        some = [dice.choice(_NASTY)] if dice.random() < 0.6 else [dice.choice(tokens or [b""])]
        tokens[at : at + dice.choice((0, 1, 1, 3))] = some * dice.choice((1, 1, 2, 50))
    return handmade.packed(parts | {name: b"".join(tokens)})


def scribbled(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Bytes of one part changed, before it is packed."""
    name = dice.choice(sorted(parts))
    data = bytearray(parts[name] or b"x")
    for _ in range(dice.choice((1, 3, 30))):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return handmade.packed(parts | {name: bytes(data)})


def flipped(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Bits of the file changed."""
    data = bytearray(
        handmade.packed(parts, dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    )
    for _ in range(dice.choice((1, 2, 8, 64))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def in_the_directory(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Bytes of the list of entries changed: sizes, offsets, names."""
    data = bytearray(handmade.packed(parts))
    start = data.index(b"PK\x01\x02")
    for _ in range(dice.choice((1, 2, 4))):
        data[dice.randrange(start, len(data))] = dice.choice(
            (0, 1, 0x7F, 0xFF, dice.randrange(256))
        )
    return bytes(data)


def cut(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """A piece of the file, or of a part, is missing."""
    if dice.random() < 0.5:
        name = dice.choice(sorted(parts))
        return handmade.packed(parts | {name: parts[name][: dice.randrange(len(parts[name]) + 1)]})
    data = handmade.packed(parts)
    first, last = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[last:]


def swapped(dice: random.Random, parts: dict[str, bytes]) -> bytes:
    """Two parts have changed places, or one is missing, or comes from elsewhere."""
    one, other = dice.sample(sorted(parts), 2)
    changed = parts | {one: parts[other], other: parts[one]}
    if dice.random() < 0.4:
        del changed[one]
    return handmade.packed(changed)


WAYS: tuple[Callable[[random.Random, dict[str, bytes]], bytes], ...] = (
    valued, valued, valued, valued, edited, edited, scribbled, flipped, in_the_directory, cut, swapped,
)  # fmt: skip


def broken(seed: int, number: int, books: list[dict[str, bytes]]) -> bytes:
    """The file of one run; the same for the same numbers."""
    dice = random.Random(f"{seed}/{number}")
    return dice.choice(WAYS)(dice, dice.choice(books))


def words(path: Path, data: bytes, compute: bool) -> str:
    """What a user is told; empty where the book was read."""
    try:
        book = opened(data, "簿.xlsx")
        for sheet in book.sheets:
            book.where(sheet)
        if compute:
            recalculated(book)
        path.write_bytes(data)
        read_roster(path)
    except InputError as error:
        message = str(error)
        assert message.isprintable() or "\n" in message
        return error.what if len(error.what) < 40 else "（名册的问题）"
    return ""


def run(runs: int, seed: int, computed: int = COMPUTED) -> tuple[Counter[str], float]:
    """How often which words were said, and the seconds of the slowest.

    Raises:
        AssertionError: a book did neither; its seed and number are told.
    """
    books, told, slowest = seeds(), Counter[str](), 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "簿.xlsx")
        for number in range(runs):
            data, start = broken(seed, number, books), time.process_time()
            try:
                told[words(path, data, number % computed == computed - 1)] += 1
            except Exception:
                raise AssertionError(
                    f"seed {seed}, number {number}:\n{traceback.format_exc()}"
                ) from None
            seconds = time.process_time() - start
            slowest = max(slowest, seconds)
            assert seconds < PATIENCE, f"seed {seed}, number {number}: {seconds:.1f} seconds"
    return told, slowest


def main() -> int:
    """Run and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options, start = parser.parse_args(), time.perf_counter()
    try:
        told, slowest = run(options.runs, options.seed)
    except AssertionError as error:
        print(error)
        return 1
    for what, count in told.most_common(20):
        print(f"{count:7}  {what or 'read'}")
    print(f"{options.runs} runs in {time.perf_counter() - start:.0f} s, slowest {slowest:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
