"""How many random examples a test tries: few in an ordinary run, as many more as VERBETERPUNTEN_VOORBEELDEN says."""

import os

#: Times the ordinary number: 50 goes fifty times as far.
KEER = int(os.environ.get("VERBETERPUNTEN_VOORBEELDEN", "1"))


def voorbeelden(gewoon: int) -> int:
    """The number of examples of a test that tries `gewoon` of them in an ordinary run."""
    return gewoon * KEER
