"""Print the papers of a book that was filled in: PDF files, one a household and one of all.

A household's file is made from that household's values alone, so that nothing of another's can
be in it, whatever a PDF keeps out of sight.
"""
