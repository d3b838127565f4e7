"""Recognising verdicts: tables and blocks of text made into cells, each with its sign, its place and every doubt."""
