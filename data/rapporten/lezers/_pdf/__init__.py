"""The parts of the PDF reader: what stands on a page, made into lines, tables and paragraphs."""
