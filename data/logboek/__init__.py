"""The audit trail: who accepted, replaced, took back, made public or exported what, and when."""
