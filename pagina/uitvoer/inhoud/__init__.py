"""What a file says: its table, the words of its columns, and where it comes from."""
