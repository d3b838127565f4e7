"""The parts of a Word file: the bare document with our styles, cells, tables, footnotes, and reading one back."""
