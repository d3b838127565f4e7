"""Load: so many readers at once, over the protocol that a browser speaks. `python -m tests.belasting`."""
