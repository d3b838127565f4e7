"""Who took part: the 12 rows of data/rondes/ronde_deelname.csv, against what is here."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import rijen

BELEID, CASUS, WIJK = "ronde-ggsr-beleid", "ronde-ggsr-casus", "ronde-wijkteams"


def test_wie_en_of_het_hier_is(bron: Bron) -> None:
    # Zwolle took part in beleid too, but that factsheet is not here; of its two casus aanpakken one is
    assert rijen(bron.vraag("deelname"), "ronde_id", "gemeente", "aanpak", "hier") == [
        (BELEID, "Alkmaar", "Helpende Hand in de Wijk", True),
        (BELEID, "Delft", None, False),
        (BELEID, "Leeuwarden", "Interventieteam Gezinnen", True),
        (BELEID, "Leeuwarden", "Voorwaardelijke Interventie Gezinnen", True),
        (BELEID, "Lelystad", None, False),
        (BELEID, "Maastricht", None, False),
        (BELEID, "Zwolle", None, False),
        (CASUS, "Delft", None, False),
        (CASUS, "Lelystad", None, False),
        (CASUS, "Maastricht", None, False),
        (CASUS, "Zwolle", "Bemoeizorg Jeugd", False),
        (CASUS, "Zwolle", "Bijzondere Doelgroepen", True),
        (WIJK, "Den Helder", "Sociaal Wijkteam", True),
    ]
