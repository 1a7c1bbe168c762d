"""补偿: its inputs, tables, sheets and papers."""
