"""Collect many books that came back: read and audit them, write one summary of formulas."""
