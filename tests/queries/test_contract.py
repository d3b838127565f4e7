"""The public contract: the columns that others rely on, from section 6 of the design, in a built database."""

from __future__ import annotations

import pytest

from queries import Bron

VERLOOP = """gemeente_code gemeente aanpak_van aanpak_naar kader niveau thema criterium indicator_id indicator
    onderwerp jaar_van jaar_naar uitkomst_van uitkomst_naar status was_verbeterpunt overgenomen bewijs_van bewijs_naar
    rapport_van rapport_naar"""
BEVINDING = "rapport_id gemeente_code gemeente soort onderwerp tekst indicatoren voor_wie"

CONTRACT = {
    "oordelen": """rapport_id meting_id gemeente_code gemeente aanpak kader niveau thema thema_gedrukt criterium
        indicator_id indicator onderwerp peiljaar moment bewijs dekking uitkomst teken_gedrukt toelichting opmerking
        vindplaats""",
    "opvolging": VERLOOP,
    "verloop": VERLOOP,
    "stand": """gemeente_code gemeente aanpak kader niveau thema indicator_id indicator onderwerp uitkomst peiljaar
        bewijs rapport_id open sinds""",
    "bevindingen": BEVINDING,
    "actiepunten": f"{BEVINDING} opvolging_verwacht_van opvolging_verwacht_tot stand",
    "dataset": "datasetversie methodeversie kennisdatum gebouwd_op bevat_fictief",
}


@pytest.mark.parametrize("view", CONTRACT)
def test_view_heeft_de_beloofde_kolommen(bron: Bron, view: str) -> None:
    kolommen = bron._con.cursor().table(view).columns
    assert set(CONTRACT[view].split()) - set(kolommen) == set()
    assert len(set(kolommen)) == len(kolommen)


# counted by hand in data/leveringen: 12 + 18 + 33 oordelen; 63 - 1 empty cell known, each a row, and 1 more for the
# empty cell's carried X; 18 + 33 courses; 6 + 6 + 33 indicatoren; 2 + 5 + 27 + 29 bevindingen, of which
# 7 + 4 actiepunten
AANTALLEN = {
    "oordelen": 63, "opvolging": 63, "verloop": 51, "stand": 45, "bevindingen": 63, "actiepunten": 11, "dataset": 1,
}  # fmt: skip


@pytest.mark.parametrize(("view", "aantal"), AANTALLEN.items())
def test_view_heeft_alle_rijen(bron: Bron, view: str, aantal: int) -> None:
    assert len(bron._con.cursor().table(view).df()) == aantal
