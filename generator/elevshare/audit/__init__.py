"""The audit of a book that came back: what was changed in it, and whether its amounts hold."""
