"""The subjects of a book, a room each: inputs, tables of formulas, sheets and papers."""
