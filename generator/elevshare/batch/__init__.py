"""Make a book for every building of a list, or of a folder of rosters."""
