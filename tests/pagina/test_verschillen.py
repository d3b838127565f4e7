"""The table of differences between two leveringen: in words, no codes."""

from __future__ import annotations

from data.aanvaarding.geschiedenis import Verschil
from pagina.delen import verschillen

NAMEN = {
    "m-1": verschillen.meting("Proefstad", "Buurtteam", 2025),
    "i-1": "Gezinnen maken een plan",
    "i-2": "Iemand heeft de regie",
    "rap-1": "Hertoets Proefstad",
}


def cellen(deel: Verschil) -> list[str]:
    """The cells of its row, after the head."""
    html = verschillen.tabel([deel], bijschrift="Wat er verandert", namen=NAMEN)
    return [cel.split("</td>")[0].split(">", 1)[1] for cel in html.split("<td")[1:]]


def test_rij_en_kolom_in_woorden() -> None:
    deel = Verschil("oordelen", "m-1 + i-1 + rap-1", "teken_gedrukt", "X", "✓")
    rij = "Proefstad, Buurtteam, 2025<br>Gezinnen maken een plan<br>Hertoets Proefstad"
    assert cellen(deel) == ["oordeel", rij, "gedrukt teken", "X", "✓"]


def test_een_code_in_een_cel_in_de_woorden_van_andere_paginas() -> None:
    bewijs = Verschil("metingen", "m-1", "bewijs", "hertoets_verbeterpunten", "mondelinge_rapportage")
    woorden = ["hertoets van de verbeterpunten", "mondelinge rapportage door de gemeente"]
    assert cellen(bewijs)[-3:] == ["bewijs", *woorden]
    assert cellen(Verschil("oordelen", "m-1", "indicator_id", "i-1", "i-2"))[-3:] == [
        "indicator",
        "Gezinnen maken een plan",
        "Iemand heeft de regie",
    ]
    assert cellen(Verschil("oordelen", "m-1", "uitkomst", "niet_beoordeeld", "gemengd"))[-2] == "niet beoordeeld"
    # a text may hold an underscore of its own
    assert cellen(Verschil("oordelen", "m-1", "toelichting", "a_b", ""))[-2] == "a_b"


def test_wat_geen_naam_heeft_staat_er_zoals_het_is() -> None:
    assert cellen(Verschil("weergaven", "w-9", "bladzijden", "", "4"))[1] == "w-9"
