"""The rules of sharing as pure functions over whole numbers; they know no workbook."""
