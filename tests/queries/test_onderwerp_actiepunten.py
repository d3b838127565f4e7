"""The actiepunten per onderwerp: Zwolle's seven aanbevelingen and Den Helder's four verbeterpunten."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import TWEE_VAN_ALLES


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


def test_twee_van_een_gemeente_en_een_zonder_onderwerp(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Two of FG0001 on o, of which one is vervallen; one of FG0002 on no onderwerp. A risico is no actiepunt."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("onderwerp_actiepunten")
    assert rijen(antwoord, "onderwerp_id", "actiepunten", "open", "gemeenten") == [("o", 2, 1, 1), (None, 1, 1, 1)]
