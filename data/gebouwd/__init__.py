"""What was built: the pointer to it, connections to it that stay shut to the outside, and its answers as a file."""
