"""The parts of the page Onderwerp."""
