"""The comparison book: one building under several schemes, for an owners' meeting."""
