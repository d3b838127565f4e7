"""The parts of the page Inlezen."""
