"""Which leveringen a database knows of: those of the store and the product's own lists."""

from __future__ import annotations

from data.instellingen import NASLAG
from data.levering.leveringen import koppen
from queries import Bron
from tests.queries.conftest import LEVERINGEN


def test_een_rij_per_levering(bron: Bron) -> None:
    gekend = bron.vraag("leveringen")
    # four rapporten, three kaders, the onderwerpen, the gemeenten and the rondes
    assert len(gekend) == 4 + 3 + 1 + 1 + 1
    assert list(gekend["levering_id"]) == sorted(levering.id for levering in koppen([*NASLAG, LEVERINGEN]))
