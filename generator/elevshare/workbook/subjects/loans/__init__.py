"""还款: its inputs, tables, sheets and papers."""
