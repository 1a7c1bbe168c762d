"""台账、收缴、收据: its inputs, tables, sheets and papers."""
