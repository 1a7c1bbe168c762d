"""The subjects of a book, one folder each: inputs, tables of formulas, sheets and papers."""
