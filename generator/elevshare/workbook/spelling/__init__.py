"""The ways in which 住户 may be filled in: one meaning, as formulas of the book and in Python.

``steps`` are the replacements that both apply, ``lists`` the words that both look up, ``formulas``
what the book calculates, ``meaning`` what is read back from it.
"""
