"""The formula-driven book: it writes formulas and never computes what the rules own."""
