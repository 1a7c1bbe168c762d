"""表决: its inputs, tables, sheets and papers."""
