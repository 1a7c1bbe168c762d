"""参数、住户、分摊: its inputs, tables, sheets and papers."""
