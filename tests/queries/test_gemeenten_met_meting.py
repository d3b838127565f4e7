"""Of which gemeenten there is a meting, under a kader or at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, BELEID, CASUS, DEN_HELDER, LEEUWARDEN, STELSEL, ZWOLLE, oordelen, rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES

A = (ALKMAAR, "Alkmaar", "Noord-Holland")
D = (DEN_HELDER, "Den Helder", "Noord-Holland")
L = (LEEUWARDEN, "Leeuwarden", "Fryslân")
Z = (ZWOLLE, "Zwolle", "Overijssel")


@pytest.mark.parametrize(
    ("kader", "verwacht"), [(None, [A, D, L, Z]), (BELEID, [A, L]), (CASUS, [Z]), (STELSEL, [D]), ("geen-kader", [])]
)
def test_gemeenten(bron: Bron, kader: str | None, verwacht: list[tuple[str, str, str]]) -> None:
    for met_opgegaan in (True, False):
        antwoord = bron.vraag("gemeenten_met_meting", kader=kader, met_opgegaan=met_opgegaan)
        assert rijen(antwoord) == verwacht


def test_wie_een_gemeente_overnam_is_ook_te_kiezen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Of FUSIES only Een has a meting: Twee took Een over, and Drie took over Twee; Vier got a part of Drie."""
    alleen_een = {**FUSIES} | oordelen("a 2013-06-01 ed b1=X")
    bron = verzonnen(alleen_een)
    for met_opgegaan, verwacht in ((True, ["Drie", "Een", "Twee"]), (False, ["Een"])):
        antwoord = bron.vraag("gemeenten_met_meting", kader="fk", met_opgegaan=met_opgegaan)
        assert list(antwoord["gemeente"]) == verwacht


def test_wie_meer_dan_een_keer_gemeten_is_staat_er_een_keer(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # of FUSIES all four have a meting, and Drie has those of Een and Twee too
    antwoord = verzonnen(FUSIES).vraag("gemeenten_met_meting", kader="fk", met_opgegaan=True)
    assert list(antwoord["gemeente"]) == ["Drie", "Een", "Twee", "Vier"]
    # FG0001 has metingen under two kaders
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("gemeenten_met_meting", kader=None, met_opgegaan=False)
    assert rijen(antwoord, "gemeente_code", "gemeente") == [("FG0003", "Drie"), ("FG0001", "Een"), ("FG0002", "Een")]
