"""`python -m tests.fouten`: make every fault as often as `make duurtest` does, and print the table."""

import sys

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "tests.fouten.tafel", "tests/fouten", *sys.argv[1:]]))
