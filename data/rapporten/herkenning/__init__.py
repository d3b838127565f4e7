"""What the running text of a report tells, one module per kind of fact."""
