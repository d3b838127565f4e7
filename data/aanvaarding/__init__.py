"""What changes the store: accept, replace, take back, make public; and what it was before."""
