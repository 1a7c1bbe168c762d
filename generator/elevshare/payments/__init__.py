"""Payments of a bank's statement, matched to the households of a book and entered in its 台账."""
