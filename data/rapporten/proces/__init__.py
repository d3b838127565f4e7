"""A report is read in a process of its own, with limits: what it may send back, and how it is ended."""
