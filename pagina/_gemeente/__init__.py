"""The parts of the page Gemeente."""
