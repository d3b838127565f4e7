"""The Kamerbrief: what a selection comes to in plain Dutch, with what cannot be concluded from it."""
