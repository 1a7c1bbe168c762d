"""A filled-in book carried over into a new one: more rows, other sheets or scheme, a new version."""
