"""变更: its inputs, tables, sheets and papers."""
