"""The manual: its pictures and its PDF are made here (`make handleiding`), and held to what the product says."""
