"""The parts of `controleer`: reading a file, asking its question again, comparing, and telling."""
