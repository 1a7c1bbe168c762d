"""Make the pictures of the manual: real books, printed by LibreOffice, as small PNG files.

Run ``python docs/make_pictures.py`` after a change of what a sheet looks like. It needs
LibreOffice and ``pdftotext``, ``pdftoppm`` of poppler-utils, and a Chinese font.
"""

from __future__ import annotations

import datetime
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
sys.path.append(str(DOCS.parent / "tests"))
sys.path.append(str(DOCS.parent / "tests" / "workbook"))

from editing import Book, with_inputs  # noqa: E402

from elevshare.cli import main  # noqa: E402
from elevshare.intake import read_project  # noqa: E402
from elevshare.project import Project, assess  # noqa: E402
from elevshare.rules.compensation import Compensation  # noqa: E402
from elevshare.rules.settlement import Actual  # noqa: E402
from elevshare.schemes import find  # noqa: E402
from elevshare.workbook.book import draft, make_book  # noqa: E402
from elevshare.workbook.engine.filling import filled  # noqa: E402
from elevshare.workbook.subjects.cash import places as cashbook  # noqa: E402
from elevshare.workbook.subjects.changes import versions  # noqa: E402
from elevshare.workbook.subjects.ledger import places as ledger  # noqa: E402
from elevshare.workbook.subjects.sharing.plan import SharingPlan  # noqa: E402

SAMPLE = DOCS / "示例" / "项目.toml"
PICTURES = DOCS / "pictures"
#: Pixels across an upright page and a broad one, and those that stay white around what is on it.
_UPRIGHT, _BROAD, _MARGIN = 1_150, 1_450, 12
#: Characters among which the title of a page stands.
_HEAD = 60
_DAY = datetime.date(1899, 12, 30)


@dataclass(frozen=True)
class Picture:
    """A picture: its file, of which book, what stands at the top of its page, how much from the top.

    ``which`` of several such pages, counting as lists do; ``broad``: printed in landscape.
    """

    name: str
    book: str
    marker: str
    part: float = 1.0
    which: int = 0
    broad: bool = False


ALL = (
    Picture("说明", "样本", "加装电梯费用分摊簿", 0.55),
    Picture("参数", "样本", "参数：黄色格子可以填", 0.5),
    Picture("住户", "样本", "住户：一行一户", 0.7, broad=True),
    Picture("分摊", "样本", "分摊计算（全部由公式得出", 0.75, broad=True),
    Picture("公示", "样本", "加装电梯出资方案公示表"),
    Picture("账单", "样本", "加装电梯费用缴款通知单", which=-1),
    Picture("台账", "收款", "台账：收一笔、退一笔", 0.6, broad=True),
    Picture("收缴", "收款", "收缴：每户缴了多少", 0.9, broad=True),
    Picture("收据", "收款", "收款收据"),
    Picture("资金", "收款", "资金：收了多少", 0.8),
    Picture("图表", "收款", "加装电梯分摊与缴款图", 0.93),
    Picture("变更表", "收款", "加装电梯费用分摊变更说明", 0.6, broad=True),
    Picture("决算表", "完工", "加装电梯费用决算多退少补表", broad=True),
    Picture("住户有误", "填错", "住户：一行一户", 0.5, broad=True),
    Picture("校验不通过", "填错", "校验：全部通过才可以收款", 0.7, broad=True),
    Picture("收费单", "租赁", "电梯使用费缴款通知单"),
    Picture("公示有定额", "个别", "加装电梯出资方案公示表", 0.85),
    Picture("比较", "比较", "加装电梯分摊方案比较\n", broad=True),
)


def make() -> None:
    """Make all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for book in _BOOKS:
            path = Path(folder) / f"{book}.xlsx"
            path.write_bytes(_BOOKS[book](Path(folder)))
            pages = _print(path)
            for picture in ALL:
                if picture.book == book:
                    _draw(path.with_suffix(".pdf"), pages, picture)


def _sample(folder: Path) -> bytes:
    """The book of the manual's example."""
    return make_book(read_project(SAMPLE, find("南京")))


def _paid(folder: Path) -> bytes:
    """The same with payments."""
    return _filled(read_project(SAMPLE, find("南京")))


def _settled(folder: Path) -> bytes:
    """The same once all has been paid for."""
    actual = Actual("2027-06-30", (38_000_000, 22_135_050, 1_840_000))
    return _filled(replace(read_project(SAMPLE, find("南京")), settlement=actual))


def _filled(project: Project) -> bytes:
    """A book with what was received and spent."""
    plan = SharingPlan(project)
    book = Book(filled(draft(plan)), plan)
    dues = [due or 0 for due in book.read().dues]
    _pay(book, dues)
    _spend(book)
    _version(book)
    book.parameter("as_of", _day(2027, 1, 10))
    return filled(with_inputs(draft(plan), book.typed))


def _pay(book: Book, dues: list[Any]) -> None:
    """Most have paid all, one a part, one too much, some nothing yet."""
    block, line = ledger.typed(book.plan), 0
    for row, due in enumerate(dues):
        share = {5: 0.4, 9: 0, 12: 0}.get(row, 1)
        if not due * share:
            continue
        amount = round(due * share) / 100 + (500 if row == 10 else 0)
        _row(book, block, line, day=_day(2026, 12, 1 + line), room=book.plan.project.flats[row].room,
             side="收款", amount=amount, method=("转账", "微信", "现金")[line % 3], handler="李会计")  # fmt: skip
        line += 1


def _spend(book: Book) -> None:
    """Two payments for the work, and the first part of the subsidy."""
    block = cashbook.payments(book.plan)
    for line, (day, item, amount) in enumerate(
        [((2026, 12, 20), "电梯设备与安装", 150_000), ((2027, 1, 8), "土建与井道", 80_000)]
    ):
        _row(book, block, line, day=_day(*day), spending="工程款", item=item, payee="某某电梯公司",
             amount=amount, method="转账", voucher=f"{line + 1:04}")  # fmt: skip
    _row(book, cashbook.grants(book.plan), 0, level="区级", applied_on=_day(2026, 12, 8), applied=120_000,
         number="建字〔2026〕12号", approved=120_000, arrived_on=_day(2027, 1, 6), arrived=120_000)  # fmt: skip
    _row(
        book,
        cashbook.grants(book.plan),
        1,
        level="市级",
        applied_on=_day(2026, 12, 8),
        applied=80_000,
    )


def _version(book: Book) -> None:
    """The amounts of the first notice, before 401 left."""
    one = book.plan.project
    everybody = replace(one, flats=tuple(replace(flat, taking_part=True) for flat in one.flats))
    block = versions.typed(book.plan)
    for line, due in enumerate(assess(everybody).dues):
        book.type(block.at("v1", line), due / 100)
    book.parameter("version_on_1", _day(2026, 10, 12))


def _row(book: Book, block: Any, line: int, **values: Any) -> None:
    for key, value in values.items():
        book.type(block.at(key, line), value)


def _day(year: int, month: int, day: int) -> int:
    """A day as spreadsheets count it."""
    return (datetime.date(year, month, day) - _DAY).days


def _wrong(folder: Path) -> bytes:
    """The same book with three slips of the hand."""
    plan = SharingPlan(read_project(SAMPLE, find("南京")))
    book = Book(filled(draft(plan)), plan)
    book.household(4, storey="5跃6")
    book.household(5, area="101.26左右")
    book.household(9, taking="看情况")
    book.cost(1, "21.56万")
    return filled(with_inputs(draft(plan), book.typed))


def _compared(folder: Path) -> bytes:
    """A comparison of two schemes for the same building."""
    path = folder / "made.xlsx"
    main(["compare", "南京", "咸阳", "--project", str(SAMPLE), "-o", str(path), "--force"])
    return path.read_bytes()


def _agreed(folder: Path) -> bytes:
    """The same building, where some households have terms of their own."""
    terms = {
        **{room: {"fixed": 50_000, "reason": "协议第三条"} for room in ("101", "102")},
        "202": {"fixed": 0, "reason": "低保，协议第四条"},
        "501": {"own_weight": 6_000, "reason": "协议第五条"},
    }
    one = read_project(SAMPLE, find("南京"))
    flats = tuple(replace(flat, **terms.get(flat.room, {})) for flat in one.flats)
    return make_book(replace(one, flats=flats, payouts=Compensation(), topics=None))


def _leased(folder: Path) -> bytes:
    """A lease book whose fees are known."""
    path = folder / "made.xlsx"
    words = ["--storeys", "6", "--areas", "60,70", "--force"]
    main(["make", "华龄安康", *words, "-o", str(path)])
    return path.read_bytes()


_BOOKS = {
    "样本": _sample,
    "收款": _paid,
    "完工": _settled,
    "填错": _wrong,
    "比较": _compared,
    "租赁": _leased,
    "个别": _agreed,
}


def _print(book: Path) -> list[str]:
    """Print a book to PDF beside it; the text of every page."""
    profile = f"-env:UserInstallation=file://{book.parent}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", book.parent,
                    book], check=True, capture_output=True)  # fmt: skip
    text = subprocess.run(
        ["pdftotext", book.with_suffix(".pdf"), "-"], check=True, capture_output=True
    )
    return text.stdout.decode().split("\f")[:-1]


def _draw(pdf: Path, pages: list[str], picture: Picture) -> None:
    """The page of a picture as a PNG file."""
    found = [n for n, text in enumerate(pages, 1) if picture.marker in text[:_HEAD]]
    page = found[picture.which]
    run = subprocess.run(
        ["pdftoppm", "-f", str(page), "-l", str(page), "-scale-to-x", str(_BROAD if picture.broad else _UPRIGHT), "-scale-to-y", "-1",
         pdf], check=True, capture_output=True)  # fmt: skip
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", run.stdout)
    assert head
    width, height = int(head[1]), int(head[2])
    shown = round(height * picture.part)
    lines = [run.stdout[start : start + width * 3]
             for start in range(head.end(), head.end() + width * shown * 3, width * 3)]  # fmt: skip
    (PICTURES / f"{picture.name}.png").write_bytes(_png(_trimmed(lines, width)))


def _trimmed(lines: list[bytes], width: int) -> list[bytes]:
    """The lines of a picture without its white margins, but for a few pixels."""
    white = b"\xff" * (width * 3)
    inked = [n for n, line in enumerate(lines) if line != white]
    left = min(len(line) - len(line.lstrip(b"\xff")) for line in lines) // 3
    right = max(len(line.rstrip(b"\xff")) for line in lines) // 3 + 1
    first, last = max(0, left - _MARGIN), min(width, right + _MARGIN)
    top, bottom = max(0, inked[0] - _MARGIN), inked[-1] + _MARGIN
    return [line[first * 3 : last * 3] for line in lines[top:bottom]]


def _png(lines: list[bytes]) -> bytes:
    """A PNG of lines of RGB pixels in sixteen steps a colour, so that it packs well."""
    steps = bytes(round(value / 17) * 17 for value in range(256))
    rows = b"".join(b"\0" + line.translate(steps) for line in lines)
    width, height = len(lines[0]) // 3, len(lines)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


if __name__ == "__main__":
    make()
