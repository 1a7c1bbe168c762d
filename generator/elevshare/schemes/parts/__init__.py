"""What a scheme may state, one module a part: the record, and how it is read from TOML."""
