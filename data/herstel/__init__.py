"""What brings back: a backup, putting it back, and a database that is gone made again."""
