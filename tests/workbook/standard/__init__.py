"""What a good workbook is, as a checker: one function a point, over a light model of a file."""
