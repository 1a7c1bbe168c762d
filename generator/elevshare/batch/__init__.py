"""Many buildings at once: a list or a folder of rosters in, one book a building out."""
