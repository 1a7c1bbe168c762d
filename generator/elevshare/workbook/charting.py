"""Make bar charts for any book: series, titles, axes, and their area on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines, _BaseAxis
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)

_PALE = "D9D9D9"
#: A quarter of a turn to the left, in 1/60000 of a degree.
UPRIGHT = -5_400_000


@dataclass(frozen=True, slots=True)
class Letters:
    """The typeface of a chart's texts, and their sizes in 1/100 point."""

    face: str
    title: int
    text: int

    def small(self, turn: int | None = None) -> RichText:
        """The text format of labels, turned by ``turn`` 1/60000 degrees."""
        return _rich(self.face, self.text, turn)

    def headed(self, text: str, size: int) -> Title:
        """A title that does not overlap the bars."""
        title = title_maker(text)
        title.tx.rich.p[0].pPr = _rich(self.face, size).p[0].pPr  # type: ignore[union-attr]
        title.overlay = False
        return title


@dataclass(frozen=True, slots=True)
class Bars:
    """One series: the addresses of its name and values, its fill, and the outline of its bars."""

    name: str
    values: str
    fill: str
    line: str | None = None


def bars(
    title: str,
    categories: str,
    series: Sequence[Bars],
    letters: Letters,
    *,
    axes: tuple[str, str] = ("", ""),
    across: bool = False,
    labels: int | None = None,
    inside: tuple[float, float, float, float] | None = None,
    told: bool = False,
) -> BarChart:
    """A bar chart with the series side by side, or stacked if the bars go ``across``.

    Args:
        categories: the address of the texts under the bars.
        axes: the titles of the axes of categories and of amounts; an empty title is left out.
        labels: the turn of the amounts on the bars in 1/60000 degree; ``None`` for no amounts.
        across: horizontal bars with the first category on top and the series stacked.
        inside: left, top, width and height of the plot area, as parts of the chart. With it, no
            lines are drawn except those of the bars.
        told: the categories tell the amounts, so that there is neither an axis of amounts nor a
            legend; without rows the chart shows nothing.
    """
    chart = BarChart()
    chart.type, chart.grouping = ("bar", "stacked") if across else ("col", "clustered")
    chart.gapWidth, chart.overlap = (40, 100) if across else (60, 0)
    chart.title = letters.headed(title, letters.title) if title else None
    chart.series = [_series(one, categories, letters, labels) for one in series]
    if across:
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"  # the amounts stand below the last bar, not above the first
    _axes(chart, letters, axes)
    _legend(chart, letters)
    if inside:
        _bare(chart, inside)
    if told:
        chart.y_axis.delete, chart.legend = True, None
    return chart


def place(chart: BarChart, left: int, top: int, right: int, bottom: int) -> BarChart:
    """Anchor a chart to whole cells (numbered from 1), so that column widths do not distort it."""
    start, end = AnchorMarker(col=left - 1, row=top - 1), AnchorMarker(col=right, row=bottom)
    chart.anchor = TwoCellAnchor(_from=start, to=end)  # type: ignore[assignment]
    return chart


def _series(one: Bars, categories: str, letters: Letters, labels: int | None) -> Series:
    """A series that refers to cells for its name, categories and values."""
    series = Series(val=NumDataSource(numRef=NumRef(f=one.values)))
    series.tx = SeriesLabel(strRef=StrRef(f=one.name))
    series.cat = AxDataSource(strRef=StrRef(f=categories))
    series.invertIfNegative = False
    line = LineProperties(solidFill=one.line, w=9525) if one.line else LineProperties(noFill=True)
    series.graphicalProperties = GraphicalProperties(solidFill=one.fill, ln=line)
    if labels is not None:
        series.dLbls = DataLabelList(
            numFmt="#,##0.00", txPr=letters.small(labels), showVal=True, dLblPos="outEnd",
            showLegendKey=False, showCatName=False, showSerName=False, showPercent=False,
            showBubbleSize=False,
        )  # fmt: skip
    return series


def _axes(chart: BarChart, letters: Letters, titles: tuple[str, str]) -> None:
    """Show both axes, with a label for every category."""
    axes: tuple[_BaseAxis, _BaseAxis] = (chart.x_axis, chart.y_axis)
    for axis, title in zip(axes, titles, strict=True):
        axis.delete = False
        axis.txPr = letters.small()
        axis.title = letters.headed(title, letters.text) if title else None
    chart.x_axis.tickLblSkip, chart.x_axis.noMultiLvlLbl = 1, True
    chart.y_axis.number_format, chart.y_axis.scaling.min = "#,##0", 0
    lines = GraphicalProperties(ln=LineProperties(solidFill=_PALE))
    chart.y_axis.majorGridlines = ChartLines(spPr=lines)


def _bare(chart: BarChart, inside: tuple[float, float, float, float]) -> None:
    """Show only the bars, with labels outside of the plot area."""
    left, top, width, height = inside
    room = ManualLayout(
        layoutTarget="inner", xMode="edge", yMode="edge", x=left, y=top, w=width, h=height
    )
    chart.layout = Layout(manualLayout=room)
    chart.y_axis.majorGridlines = None
    for axis in (chart.x_axis, chart.y_axis):
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))


def _legend(chart: BarChart, letters: Letters) -> None:
    """A legend, except for a single series, which the title describes."""
    if len(chart.series) == 1:
        chart.legend = None
    else:
        chart.legend = Legend()
        chart.legend.position, chart.legend.txPr = "t", letters.small()


def _rich(face: str, size: int, turn: int | None = None) -> RichText:
    """An empty rich text of a typeface and a size in 1/100 point."""
    letters = CharacterProperties(sz=size, latin=Font(typeface=face), ea=Font(typeface=face))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[], endParaRPr=letters)
    body = RichTextProperties(rot=turn, vert="horz") if turn is not None else None
    return RichText(bodyPr=body, p=[paragraph])
