"""What is handed out: bills, and the parts that all papers are put together from."""
