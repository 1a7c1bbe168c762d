"""Audit a returned book: what was changed in it, and whether its amounts follow the rules."""
