"""筹资: its inputs, tables, sheets and papers."""
