"""Many books that came back, in one summary: read, judged, put into a workbook of formulas."""
