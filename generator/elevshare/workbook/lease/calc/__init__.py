"""The formulas of a lease book."""
