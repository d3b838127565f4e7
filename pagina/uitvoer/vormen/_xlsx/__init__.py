"""Parts of the XLSX file: how a cell is written, and how the file is read back."""
