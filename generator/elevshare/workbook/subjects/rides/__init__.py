"""用量、使用费: its inputs, tables, sheets and papers."""
