"""决算: its inputs, tables, sheets and papers."""
