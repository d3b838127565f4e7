"""One module per format that leaves the house: content in, bytes out, the same bytes every time."""
