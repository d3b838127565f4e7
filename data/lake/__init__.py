"""The lake that several machines share: what was built is published there, and followed from there."""
