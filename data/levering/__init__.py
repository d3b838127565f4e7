"""What a levering is: its form, its format, its checksums, and which leveringen are in force."""
