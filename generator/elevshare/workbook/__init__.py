"""Make formula-driven workbooks: formulas restate the rules, and nothing is computed here.

Conventions, unless a docstring says otherwise. A function that returns a text gives a formula
without its ``=``; "whether …" and a name with (1/0) mean a formula that gives TRUE/FALSE or 1/0.
Whole numbers in a book: amounts in fen, areas in 0.01 m², weights and percentages in 1/10,000,
dates as day numbers of spreadsheets. Rows and columns of a sheet count from 1, rows of a table from
0. "Typed" is what users filled in; "read" is the number that the book makes of it: an invalid entry
reads as blank (mostly 0), is marked in a column ``problem``, and fails a check. On a sheet that
prints one form for each household, ``@`` in a formula stands for the household's row.
"""
