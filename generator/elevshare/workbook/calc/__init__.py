"""The formulas of 分摊, one module a topic; each gives a row's formulas by column key."""
