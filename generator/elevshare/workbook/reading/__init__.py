"""Read a returned book: cells, single inputs and rows, as the book's own formulas read them."""
