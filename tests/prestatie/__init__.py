"""How fast the follow-up is beside what a user would otherwise take: `make benchmark` (not part of the test run)."""
