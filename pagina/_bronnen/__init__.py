"""The parts of the page Bronnen."""
