"""What a proposal changes in the figures, said in sentences: nothing left out, nothing said that does not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pagina._inlezen.verandering import Cijfers, Verandering, cijfers, veranderingen
from queries import Bron, bron

NUL = dict.fromkeys(
    (
        *("vastgesteld", "beoordeeld", "opgepakt", "verteld", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld"),
        *("nog_niet_hertoetst", "vervallen", "behouden", "teruggevallen"),
    ),
    0,
)


def periode(van: int, naar: int | None, **aantallen: int) -> dict[str, Any]:
    wie = {"gemeente_code": "FG0001", "gemeente": "Verzonnen", "kader_id": "k", "kader": "Kader"}
    return {**wie, "periode": f"{van}-{naar or ''}", "jaar_van": van, "jaar_naar": naar, **NUL, **aantallen}


def open_nu(aantal: int, onbekend: int = 0) -> dict[str, Any]:
    wie = {"gemeente_code": "FG0001", "gemeente": "Verzonnen", "kader_id": "k"}
    return {**wie, "open": aantal, "onbekend": onbekend}


def meting(meting_id: str, **aantallen: int) -> dict[str, Any]:
    wat = {"gemeente": "Verzonnen", "kader": "Kader", "aanpak": "Aanpak", "peiljaar": 2016}
    uitkomsten = dict.fromkeys(("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"), 0)
    return {"meting_id": meting_id, "bewijs": "hertoets_verbeterpunten", **wat, **uitkomsten, **aantallen}


def actiepunt(stand: str, aantal: int) -> dict[str, Any]:
    return {"gemeente_code": "FG0001", "gemeente": "Verzonnen", "stand": stand, "aantal": aantal}


def test_een_hertoets_die_twee_van_zes_opgepakt_vindt() -> None:
    voor = Cijfers([periode(2014, None, vastgesteld=6, nog_niet_hertoetst=6)], [open_nu(6)], [], [])
    na = Cijfers(
        [periode(2014, 2016, vastgesteld=6, beoordeeld=6, opgepakt=2, niet_opgepakt=4)],
        [open_nu(4)],
        [],
        [meting("m", voldoet=2, verbeterpunt=4)],
    )
    assert veranderingen(voor, na) == [
        Verandering(
            "Verzonnen",
            "Kader",
            (
                "open nu 6 → 4",
                "2014 → nog geen hertoets: verbeterpunten 6 → 0, nog niet hertoetst 6 → 0",
                "2014 → 2016: verbeterpunten 0 → 6, opgepakt 0 → 2 van 6, niet opgepakt 0 → 4",
                "nieuwe meting 2016, Aanpak (hertoets van de verbeterpunten): 2 voldoet en 4 verbeterpunt",
            ),
        )
    ]


def test_nul_opgepakt_wordt_ook_gezegd() -> None:
    na = Cijfers([periode(2014, 2016, vastgesteld=3, beoordeeld=3, niet_opgepakt=3)], [], [], [])
    (deel,) = veranderingen(Cijfers([], [], [], []), na)
    assert deel.zinnen == ("2014 → 2016: verbeterpunten 0 → 3, opgepakt 0 → 0 van 3, niet opgepakt 0 → 3",)


def test_wat_de_gemeente_zelf_zegt_heet_zo() -> None:
    voor = Cijfers([periode(2013, 2014, vastgesteld=5, beoordeeld=5, niet_opgepakt=5)], [], [], [])
    na = Cijfers([periode(2013, 2014, vastgesteld=5, beoordeeld=5, opgepakt=5, verteld=3)], [], [], [])
    (deel,) = veranderingen(voor, na)
    assert deel.zinnen == ("2013 → 2014: opgepakt 0 → 5 van 5 (3 volgens de gemeente zelf), niet opgepakt 5 → 0",)


def test_actiepunten_en_metingen_die_gaan_of_anders_worden() -> None:
    voor = Cijfers([], [], [actiepunt("open", 7)], [meting("weg", voldoet=1), meting("anders", voldoet=1)])
    na = Cijfers([], [], [actiepunt("open", 5), actiepunt("gemeld", 2)], [meting("anders", verbeterpunt=1)])
    kader, acties = veranderingen(voor, na)
    assert kader.zinnen == (
        "de meting 2016, Aanpak vervalt (1 voldoet)",
        "de meting 2016, Aanpak: 1 voldoet wordt 1 verbeterpunt",
    )
    assert (acties.waaronder, acties.zinnen) == (
        "actiepunten",
        ("open 7 → 5", "gedaan volgens de gemeente, niet getoetst 0 → 2"),
    )


def test_dezelfde_cijfers_geven_geen_zin(geleverd_map: Path) -> None:
    een: Bron = bron(geleverd_map)
    assert veranderingen(cijfers(een.vraag), cijfers(een.vraag)) == []
