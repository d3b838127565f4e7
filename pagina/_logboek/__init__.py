"""The parts of the page Logboek."""
