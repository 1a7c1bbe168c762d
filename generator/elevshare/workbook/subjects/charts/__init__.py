"""图表: its inputs, tables, sheets and papers."""
