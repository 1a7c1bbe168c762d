"""Reading a book that came back: cells, single inputs and rows, as the book's own formulas read them."""
