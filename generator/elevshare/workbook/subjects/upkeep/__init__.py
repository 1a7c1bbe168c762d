"""运维: its inputs, tables, sheets and papers."""
