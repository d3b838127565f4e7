"""What pages share: filters, figures, tables, sentences."""
