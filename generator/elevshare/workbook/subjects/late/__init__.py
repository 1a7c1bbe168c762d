"""后加入: its inputs, tables, sheets and papers."""
