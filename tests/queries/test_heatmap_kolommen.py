"""What can be a column of the heatmap."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, BELEID, CASUS, LEEUWARDEN, ZWOLLE, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES

VELDEN = ("kolom_id", "kolom", "gemeente_code", "gemeente")


def test_aanpakken(bron: Bron) -> None:
    """By gemeente, then by name; Zwolle's was measured under another kader."""
    assert rijen(bron.vraag("heatmap_kolommen", kader=BELEID, eenheid="aanpak"), *VELDEN) == [
        ("alkmaar-helpende-hand", "Helpende Hand in de Wijk", ALKMAAR, "Alkmaar"),
        ("leeuwarden-interventieteam", "Interventieteam Gezinnen", LEEUWARDEN, "Leeuwarden"),
        ("leeuwarden-sociale-wijkteams", "Sociale Wijkteams", LEEUWARDEN, "Leeuwarden"),
        (
            "leeuwarden-voorwaardelijke-interventie", "Voorwaardelijke Interventie Gezinnen", LEEUWARDEN, "Leeuwarden",
        ),
    ]  # fmt: skip


def test_gemeenten(bron: Bron) -> None:
    assert rijen(bron.vraag("heatmap_kolommen", kader=BELEID, eenheid="gemeente"), *VELDEN) == [
        (ALKMAAR, "Alkmaar", ALKMAAR, "Alkmaar"), (LEEUWARDEN, "Leeuwarden", LEEUWARDEN, "Leeuwarden"),
    ]  # fmt: skip
    assert rijen(bron.vraag("heatmap_kolommen", kader=CASUS, eenheid="gemeente"), "kolom_id") == [(ZWOLLE,)]
    assert bron.vraag("heatmap_kolommen", kader="onbekend", eenheid="gemeente").empty


def test_een_naam_komt_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("heatmap_kolommen", kader="fk", eenheid="aanpak")
    assert list(antwoord["kolom_id"]) == ["a", "b", "c"]
