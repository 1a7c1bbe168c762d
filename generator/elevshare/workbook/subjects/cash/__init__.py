"""资金: its inputs, tables, sheets and papers."""
