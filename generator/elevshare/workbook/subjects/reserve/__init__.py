"""维修资金: its inputs, tables and checks."""
