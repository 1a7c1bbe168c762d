"""Excel's side of a call, for machines without Excel: see ``excel.Excel``."""
