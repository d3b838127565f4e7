"""How long a validated build takes beside an unvalidated read of the same files, how much memory, how much disk."""
