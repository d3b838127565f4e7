"""What a page asks (heatmap, filters, totals), beside a bare scan of the columns that the question needs."""
