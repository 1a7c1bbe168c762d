"""The sums below the households of 收缴: amounts in yuan to be printed, whole numbers far right."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from elevshare.workbook.figures import Figures
from elevshare.workbook.grid import Grid

#: The columns of the amounts and of the notes.
_AMOUNT, _NOTE = 4, 5


class Summary(Figures):
    """Figures of which labels, amounts and notes are printed, and the whole numbers are not."""

    def yuan(self, key: str) -> str:
        """The address of a figure's amount in yuan."""
        return f"{self[key].split('!')[0]}!${get_column_letter(_AMOUNT)}${self.row(key)}"

    def noted(self, key: str) -> str:
        """The address of a figure's note."""
        return f"{self[key].split('!')[0]}!${get_column_letter(_NOTE)}${self.row(key)}"

    def write_sums(self, grid: Grid) -> None:
        """Write heads and figures."""
        letter = get_column_letter(self.value)
        grid.row(self.first_row - 1, 1, ("项目", None, None, "金额（元）", "说明"), "表头")
        grid.put(self.first_row - 1, self.value, "整数（分）", "表头")
        for row, figure in enumerate(self.figures.values(), self.first_row):
            whole, kind = f"${letter}{row}", "money" if figure.yuan else figure.kind
            shown = figure.yuan.format(whole, f=self) if figure.yuan else whole
            grid.row(row, 1, [figure.label, None, None], "标签-长")
            grid.put(row, _AMOUNT, f"={shown}", f"计算-{kind}")
            grid.put(row, _NOTE, figure.note if isinstance(figure.note, str) else None, "注")
            grid.put(row, self.value, self.formula(figure), f"计算-{figure.kind}")
