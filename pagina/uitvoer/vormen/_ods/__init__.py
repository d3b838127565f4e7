"""Parts of the ODS file: what is the same in each (as XML), and how it is read back."""
