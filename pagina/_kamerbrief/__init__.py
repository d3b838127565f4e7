"""The parts of the page Kamerbrief."""
