"""The commands of `python -m data`, one file each: its arguments, and what it does and prints."""
