"""The actiepunten per onderwerp: Zwolle's seven aanbevelingen and Den Helder's four verbeterpunten."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import rijen


def test_actiepunten(bron: Bron) -> None:
    # Zwolle and Den Helder both: probleemanalyse, gezinsplan, regie. Den Helder alone: afspraken. Zwolle alone the rest
    assert rijen(bron.vraag("onderwerp_actiepunten"), "onderwerp_id", "actiepunten", "open", "gemeenten") == [
        ("doorzettingsmacht-en-opschaling", 1, 1, 1),
        ("evaluatie-en-kwaliteit", 1, 1, 1),
        ("gezinsplan-en-doelen", 2, 2, 2),
        ("probleemanalyse", 2, 2, 2),
        ("regie", 2, 2, 2),
        ("samenwerkingsafspraken", 1, 1, 1),
        ("sociaal-netwerk", 1, 1, 1),
        ("veiligheid-kinderen", 1, 1, 1),
    ]
