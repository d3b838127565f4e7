"""Which leveringen a database knows of: those of the store and the product's own lists."""

from __future__ import annotations

from queries import Bron


def test_een_rij_per_levering(bron: Bron) -> None:
    gekend = bron.vraag("leveringen")
    # four rapporten, the gemeenten, three kaders, the onderwerpen and the rondes, by id
    assert list(gekend["levering_id"]) == [
        "alkmaar-2015", "den-helder-2017", "gebieden", "kader-ggsr-beleid", "kader-ggsr-casus",
        "kader-stelseltoezicht", "leeuwarden-2015", "onderwerpen", "rondes", "zwolle-2014",
    ]  # fmt: skip
    assert gekend["van_kracht"].all()
