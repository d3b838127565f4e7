"""The aanpakken of a gemeente and of the lines that run through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import LEEUWARDEN, rijen
from tests.queries.schetsen import FUSIES, KADER, TWEE_VAN_ALLES


def _overgenomen(bron: Bron, gemeente: str) -> dict[str, list[str]]:
    antwoord = bron.vraag("gemeente_aanpakken", gemeente=gemeente)
    paren = zip(antwoord["aanpak_id"], antwoord["overgenomen_van"], strict=True)
    return {code: [stap["van"] for stap in stappen] for code, stappen in paren}


def test_leeuwarden_twee_worden_een(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_aanpakken", gemeente=LEEUWARDEN)
    # in order of moment: of 2013 only the year is known, so 31 December; the wijkteams are of November 2014
    assert rijen(antwoord, "aanpak", "einde", "leeft", "elders", "metingen") == [
        ("Interventieteam Gezinnen", "2014", False, False, 1),
        ("Voorwaardelijke Interventie Gezinnen", "2014", False, False, 1),
        ("Sociale Wijkteams", None, True, False, 1),
    ]
    assert _overgenomen(bron, LEEUWARDEN) == {
        "leeuwarden-interventieteam": [],
        "leeuwarden-voorwaardelijke-interventie": [],
        "leeuwarden-sociale-wijkteams": ["leeuwarden-interventieteam", "leeuwarden-voorwaardelijke-interventie"],
    }


def test_over_gemeenten_heen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a (FG0001) → b (FG0002) → c (FG0003), and FG0001, FG0002 merged into FG0003, which has d too."""
    bron = verzonnen(FUSIES)
    van_een = bron.vraag("gemeente_aanpakken", gemeente="FG0001")
    assert rijen(van_een, "aanpak_id", "elders") == [("a", False), ("b", True), ("c", True)]
    van_drie = bron.vraag("gemeente_aanpakken", gemeente="FG0003")
    assert rijen(van_drie, "aanpak_id", "elders") == [("a", False), ("b", False), ("c", False), ("d", False)]
    assert _overgenomen(bron, "FG0001") == {"a": [], "b": ["a"], "c": ["b"]}
    assert rijen(bron.vraag("gemeente_aanpakken", gemeente="FG0004"), "aanpak_id") == [("e",)]


def test_niets(bron: Bron) -> None:
    assert bron.vraag("gemeente_aanpakken", gemeente="GM0034").empty


def test_een_aanpak_zonder_meting_staat_achteraan(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a is measured under two kaders, from 2013; b from 2014; the other three never: by name, then by id."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("gemeente_aanpakken", gemeente="FG0001")
    assert rijen(antwoord, "aanpak_id", "aanpak", "metingen") == [
        ("a", "Aanpak", 3),
        ("b", "Aanpak", 2),
        ("f", "Nooit gemeten", 0),
        ("d", "Ongemeten", 0),
        ("e", "Ongemeten", 0),
    ]


def test_wie_verderop_aansloot_blijft_weg(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a (FG0001) and b (FG0002) became c (FG0003): for FG0001 c took over from a, and b is not named."""
    schets = KADER | {
        "gebiedswijzigingen": "van|naar|datum|soort\n"
        "FG0001|FG0003|2014-01-01|opgegaan_in\nFG0002|FG0003|2014-01-01|opgegaan_in",
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B\nc|FG0003|Aanpak C",
        "aanpak_opvolging": "van|naar\na|c\nb|c",
    }
    assert _overgenomen(verzonnen(schets), "FG0001") == {"a": [], "c": ["a"]}
    assert _overgenomen(verzonnen(schets), "FG0003") == {"a": [], "b": [], "c": ["a", "b"]}
