"""区间: its inputs, tables, sheets and papers."""
