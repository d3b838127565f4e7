"""What a proposal changes in the figures, said in sentences: nothing left out, nothing said that does not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pagina._inlezen.verandering import Cijfers, Plaats, Verandering, cijfers, plaatsen, veranderingen
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
                "nieuwe meting 2016, Aanpak (hertoets van de verbeterpunten): 2 voldoet en 4 verbeterpunt",
                "verbeterpunten die open staan: nu 6, straks 4",
                "verbeterpunten uit 2014 die op een hertoets wachten: nu 6, straks geen. Die 6 tellen straks mee bij "
                "2014 → 2016",
                "2014 → 2016 is nieuw: 6 verbeterpunten uit 2014; in 2016: 2 opgepakt en 4 niet opgepakt",
            ),
        )
    ]


def cijfers_van(*perioden: dict[str, Any]) -> Cijfers:
    return Cijfers(list(perioden), [], [], [])


def test_waar_de_nieuwe_cijfers_staan() -> None:
    """Only pairs of years that change; what waits for a hertoets is named where nothing else changes."""
    blijft = periode(2011, 2013, vastgesteld=3, beoordeeld=3, opgepakt=3)
    wacht = periode(2014, None, vastgesteld=6, nog_niet_hertoetst=6)
    getoetst = periode(2014, 2016, vastgesteld=6, beoordeeld=6, opgepakt=2, niet_opgepakt=4)
    daarna = periode(2016, None, vastgesteld=4, nog_niet_hertoetst=4)
    voor = cijfers_van(blijft, wacht)
    assert plaatsen(voor, cijfers_van(blijft, getoetst, daarna)) == [Plaats("Verzonnen", "Kader", "2014 → 2016")]
    assert plaatsen(cijfers_van(blijft), voor) == [Plaats("Verzonnen", "Kader", "2014 → nog geen hertoets")]
    assert plaatsen(voor, voor) == []
    assert plaatsen(voor, cijfers_van(blijft)) == []  # gone: nothing is left to look at


def test_nul_opgepakt_wordt_ook_gezegd() -> None:
    na = Cijfers([periode(2014, 2016, vastgesteld=3, beoordeeld=3, niet_opgepakt=3)], [], [], [])
    (deel,) = veranderingen(Cijfers([], [], [], []), na)
    assert deel.zinnen == ("2014 → 2016 is nieuw: 3 verbeterpunten uit 2014; in 2016: 0 opgepakt en 3 niet opgepakt",)


def test_wat_al_voldeed_is_geen_verbeterpunt() -> None:
    """Three verbeterpunten and three that met the norm: each is counted with its own."""
    na = Cijfers(
        [periode(2025, 2026, vastgesteld=3, niet_beoordeeld=3, behouden=2, teruggevallen=1)],
        *([], []),
        [meting("m", voldoet=2, verbeterpunt=1, niet_beoordeeld=1)],
    )
    (deel,) = veranderingen(Cijfers([], [], [], []), na)
    assert deel.zinnen == (
        "nieuwe meting 2016, Aanpak (hertoets van de verbeterpunten): 2 voldoet, 1 verbeterpunt en 1 niet beoordeeld "
        "(lege cel)",
        "2025 → 2026 is nieuw: 3 verbeterpunten uit 2025; in 2026: 3 niet beoordeeld (leeg in het rapport, of er niet "
        "in afgedrukt). Daarnaast, van wat al voldeed: 2 behouden en 1 teruggevallen",
    )
    zonder = Cijfers([periode(2025, 2026, behouden=2)], [], [], [])
    (deel,) = veranderingen(Cijfers([], [], [], []), zonder)
    assert deel.zinnen == (
        "2025 → 2026 is nieuw: 0 verbeterpunten uit 2025. Daarnaast, van wat al voldeed: 2 behouden",
    )


def test_wat_minder_wordt_zegt_waar_de_rest_gaat_tellen() -> None:
    """Of twenty verbeterpunten nine are tested; six of these got no verdict, and wait on from there."""
    voor = Cijfers([periode(2023, None, vastgesteld=20, nog_niet_hertoetst=20)], [open_nu(20)], [], [])
    na = Cijfers(
        [
            periode(2023, 2025, vastgesteld=9, beoordeeld=3, opgepakt=2, niet_opgepakt=1, niet_beoordeeld=6),
            periode(2023, None, vastgesteld=11, nog_niet_hertoetst=11),
            periode(2025, None, vastgesteld=7, nog_niet_hertoetst=7),
        ],
        [open_nu(18, onbekend=1)],
        [],
        [],
    )
    (deel,) = veranderingen(voor, na)
    assert deel.zinnen == (
        "verbeterpunten die open staan: nu 20, straks 18",
        "indicatoren waarvan de stand onbekend is: nu geen, straks 1",
        "verbeterpunten uit 2023 die op een hertoets wachten: nu 20, straks 11. De andere 9 tellen straks mee bij "
        "2023 → 2025",
        "2023 → 2025 is nieuw: 9 verbeterpunten uit 2023; in 2025: 2 opgepakt, 1 niet opgepakt en 6 niet beoordeeld "
        "(leeg in het rapport, of er niet in afgedrukt)",
        "verbeterpunten uit 2025 die op een hertoets wachten: nu geen, straks 7. Daarvan 6 van eerder (bij de "
        "meting in 2025 niet beoordeeld)",
    )


def test_wat_verdwijnt_gaat_nergens_tellen() -> None:
    """A proposal that replaces a rapport by less: nobody says that it goes elsewhere."""
    weg = periode(2014, 2016, vastgesteld=3, beoordeeld=3, opgepakt=1, niet_opgepakt=2)
    voor = Cijfers([periode(2014, None, vastgesteld=6, nog_niet_hertoetst=6), weg], [], [], [])
    na = Cijfers([periode(2014, None, vastgesteld=5, nog_niet_hertoetst=5)], [], [], [])
    (deel,) = veranderingen(voor, na)
    assert deel.zinnen == (
        "verbeterpunten uit 2014 die op een hertoets wachten: nu 6, straks 5",
        "2014 → 2016 valt weg: 3 verbeterpunten uit 2014; in 2016: 1 opgepakt en 2 niet opgepakt",
    )


def test_wat_de_gemeente_zelf_zegt_heet_zo() -> None:
    voor = Cijfers([periode(2013, 2014, vastgesteld=5, beoordeeld=5, niet_opgepakt=5)], [], [], [])
    na = Cijfers([periode(2013, 2014, vastgesteld=5, beoordeeld=5, opgepakt=5, verteld=3)], [], [], [])
    (deel,) = veranderingen(voor, na)
    assert deel.zinnen == (
        "2013 → 2014: opgepakt: nu geen, straks 5 van 5 (3 volgens de gemeente zelf); niet opgepakt: nu 5, straks geen",
    )


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
        ("open: nu 7, straks 5", "gedaan volgens de gemeente, niet getoetst: nu geen, straks 2"),
    )


def test_dezelfde_cijfers_geven_geen_zin(geleverd_map: Path) -> None:
    een: Bron = bron(geleverd_map)
    assert veranderingen(cijfers(een.rijen), cijfers(een.rijen)) == []
