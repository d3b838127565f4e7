"""The parts of the page Geschiedenis."""
