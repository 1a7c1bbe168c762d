"""The list 待处理.xlsx of everything that somebody must look at after a batch."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.batch.naming import REPORT
from elevshare.batch.output_folder import Delivery, OutputFolder

FAILED, KEPT = "没有生成", "没有覆盖"
CHECKS, LOOK = "已生成，校验没有通过", "已生成，名册请看一看"
LIST_LOOK = "清单请看一看"
_HEADS = (("在清单的哪里", 24), ("文件名", 36), ("结果", 22), ("原因和办法", 90))


@dataclass(frozen=True, slots=True)
class RowFinding:
    """One thing to look at: the row's place, the book's name, what became of it, and why."""

    place: str
    name: str
    result: str
    reason: str

    def __str__(self) -> str:
        """The finding as one line for the terminal."""
        named = f"，{self.name}" if self.name not in ("", self.place) else ""
        return f"{self.place}{named}：{self.result}。{self.reason}"


def write_report(output: OutputFolder, findings: Sequence[RowFinding]) -> str:
    """Write the list into the output folder and give its file name, empty where there is no finding.

    The list of an earlier run is deleted first, unless somebody has changed it.

    Raises:
        OSError: it cannot be written.
    """
    output.remove(REPORT)
    if not findings:
        return ""
    book, number, name = _table(findings), 1, REPORT
    while output.deliver(name, "", book, force=False) is not Delivery.NEW:
        number += 1
        name = REPORT.replace(".", f"（{number}）.")
    return name


def _table(findings: Sequence[RowFinding]) -> bytes:
    """The findings as an .xlsx file; every cell is a text, so none can be a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = "待处理", "A2"
    for column, (head, width) in enumerate(_HEADS, 1):
        sheet.cell(1, column, head).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, one in enumerate(findings, 2):
        for column, text in enumerate((one.place, one.name, one.result, one.reason), 1):
            cell = sheet.cell(row, column, text)
            cell.data_type, cell.quotePrefix = "s", True
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
