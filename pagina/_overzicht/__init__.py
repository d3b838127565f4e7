"""The parts of the page Overzicht."""
