"""Reading reports: from a file as published to verdicts that an editor can accept, each traceable to its place."""
