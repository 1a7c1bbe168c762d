"""Who is overdue, and what came in on a day."""
