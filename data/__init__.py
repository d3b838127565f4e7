"""What we know and how it got in: leveringen, checks, the build, and opening what was built."""
