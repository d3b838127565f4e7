"""`make toets-pakketten`: licences always; known vulnerabilities where the service that knows them can be reached."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pakketten import pinnen, verkeerde_licenties, zoek_kwetsbaarheden

WORTEL = Path(__file__).parents[2]


def main(pip_audit: str) -> int:
    """Say in Dutch what was found; 1 when there is anything to do."""
    bestanden = sorted(WORTEL.glob("requirements*.txt"))
    verkeerd = verkeerde_licenties(naam for pad in bestanden for naam in pinnen(pad))
    print("\n".join(verkeerd) or "Licenties: alle pakketten die hier staan, mogen.")
    nazicht = zoek_kwetsbaarheden(pip_audit, bestanden)
    if nazicht.bekend:
        print("Bekende kwetsbaarheden:", *nazicht.bekend, sep="\n- ")
    elif nazicht.nagekeken:
        print(f"Kwetsbaarheden: van {nazicht.nagekeken} pakketten is er geen bekend.")
    if nazicht.niet_nagekeken:
        print(
            f"Kwetsbaarheden: {len(nazicht.niet_nagekeken)} pakketten zijn NIET nagekeken; de dienst die ze kent was "
            "niet te bereiken of kent ze niet. Probeer het later opnieuw, met internet."
        )
    return 1 if verkeerd or nazicht.bekend else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
