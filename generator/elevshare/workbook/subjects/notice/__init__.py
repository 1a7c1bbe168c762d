"""公示: its inputs, tables, sheets and papers."""
