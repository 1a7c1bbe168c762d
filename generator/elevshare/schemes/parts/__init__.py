"""The parts of a scheme, one module for each: its record, and how it is read from TOML."""
