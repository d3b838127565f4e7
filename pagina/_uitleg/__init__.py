"""The parts of the page Uitleg."""
