"""合并: one bill for an owner of several flats."""
