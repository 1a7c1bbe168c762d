"""其他来源: its inputs, tables, sheets and papers."""
