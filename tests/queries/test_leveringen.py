"""Which leveringen a database knows of: those of the store and the product's own lists."""

from __future__ import annotations

from data.instellingen import NASLAG
from data.levering.leveringen import koppen
from queries import Bron
from tests.geleverd import VIER


def test_een_rij_per_levering(bron: Bron) -> None:
    gekend = bron.vraag("leveringen")
    assert list(gekend["levering_id"]) == sorted(levering.id for levering in koppen([*NASLAG, *VIER]))
    assert gekend["van_kracht"].all()
    # four rapporten, three kaders, the onderwerpen, the gemeenten and the rondes
    assert {
        "alkmaar-2015", "den-helder-2017", "leeuwarden-2015", "zwolle-2014", "kader-ggsr-beleid", "kader-ggsr-casus",
        "kader-stelseltoezicht", "onderwerpen", "gebieden", "rondes",
    } <= set(gekend["levering_id"])  # fmt: skip
