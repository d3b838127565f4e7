"""What can be a row of the heatmap."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, rijen
from tests.queries.schetsen import EDITIES, TWEE_VAN_ALLES


def test_in_de_volgorde_van_het_kader(bron: Bron) -> None:
    """The kaders hold 10 and 33 indicatoren."""
    assert len(bron.vraag("heatmap_rijen", kader=BELEID)) == 10
    casus = bron.vraag("heatmap_rijen", kader=CASUS)
    assert list(casus["indicator_volgorde"]) == list(range(1, 34))
    assert bron.vraag("heatmap_rijen", kader="onbekend").empty


def test_een_begrip_een_keer_zoals_de_nieuwste_editie_het_heeft(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    """oud-1 is nieuw-1; oud-2 was dropped; nieuw-3 came."""
    antwoord = verzonnen(EDITIES).vraag("heatmap_rijen", kader="fk")
    assert sorted(rijen(antwoord, "indicator_id", "thema_id")) == [
        ("nieuw-1", "t-nieuw"), ("nieuw-3", "t-elders"), ("oud-2", "t-oud"),
    ]  # fmt: skip


def test_wat_op_een_plek_staat_komt_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("heatmap_rijen", kader="fk")
    assert list(antwoord["indicator_id"]) == ["b3", "b1", "b2"]
