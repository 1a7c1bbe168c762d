"""分项: its inputs, tables, sheets and papers."""
