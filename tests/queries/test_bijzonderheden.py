"""The oddities of the four shipped rapporten, counted by hand in data/leveringen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, oordelen, rijen
from tests.queries.schetsen import FUSIES, KADER


def _van(bron: Bron, soort: str, *kolommen: str) -> list[tuple[Any, ...]]:
    antwoord = bron.vraag("bijzonderheden")
    return rijen(antwoord[antwoord["soort"] == soort], *kolommen)


def test_hoeveel_van_elke_soort(bron: Bron) -> None:
    assert Counter(bron.vraag("bijzonderheden")["soort"]) == {
        "lege cel": 1,  # Alkmaar, gezamenlijke doelen 2014
        "twee tekens in één cel": 1,  # Zwolle, niet loslaten
        "ander thema gedrukt": 4,  # Alkmaar, 2 indicatoren × 2 columns
        "verschillende tekens": 2,  # Leeuwarden and Zwolle print X and ✗; Alkmaar X alone
        "meer dan één weergave": 1,  # Alkmaar
        "peiljaar uitgelegd": 5,  # Alkmaar 2013, Leeuwarden 2 × 2013, Zwolle, Den Helder
        "meting zonder oordelen": 1,  # Den Helder
        "grenswijziging": 3,  # Graft-De Rijp, Schermer, Boarnsterhim
        "opmerking bij een oordeel": 12,  # Leeuwarden 4, Zwolle 8
        "opmerking bij een meting": 4,  # Alkmaar 2014, Leeuwarden 2014, Zwolle, Den Helder
        "opmerking bij een rapport": 4,
        "opmerking bij een weergave": 3,  # Alkmaar's second, Zwolle, Den Helder
    }


def test_lege_cel(bron: Bron) -> None:
    (rij,) = _van(bron, "lege cel", "rapport_id", "gemeente", "onderwerp", "vindplaats")
    assert rij == (
        R_ALKMAAR, "Alkmaar", "Gezamenlijke doelen van netwerkpartners",
        "Uitkomsten verbeterpunten, tabel Toeleiding, rij 2, kolom 2014",
    )  # fmt: skip


def test_twee_tekens_in_een_cel(bron: Bron) -> None:
    (rij,) = _van(bron, "twee tekens in één cel", "rapport_id", "gemeente", "onderwerp")
    assert rij == (R_ZWOLLE, "Zwolle", "Gezin wordt niet losgelaten")


def test_ander_thema_gedrukt(bron: Bron) -> None:
    """Aanpak for De aanpak, or Gezin Centraal with a capital, is no other thema."""
    uitleg = "Het rapport drukt deze indicator onder Toeleiding; in het kader hoort hij bij De aanpak."
    assert _van(bron, "ander thema gedrukt", "rapport_id", "onderwerp", "uitleg", "vindplaats") == [
        (R_ALKMAAR, naam, uitleg, f"Uitkomsten verbeterpunten, tabel Toeleiding, rij {rij}, kolom {jaar}")
        for naam, rij in (("Doorzettingsmacht voor de regisseur", 3), ("Gezin wordt niet losgelaten", 4))
        for jaar in (2013, 2014)
    ]


def test_verschillende_tekens(bron: Bron) -> None:
    assert _van(bron, "verschillende tekens", "rapport_id", "gemeente", "uitleg") == [
        (rapport, gemeente, "Het rapport drukt een verbeterpunt met X en ✗. Zij betekenen hetzelfde.")
        for rapport, gemeente in ((R_LEEUWARDEN, "Leeuwarden"), (R_ZWOLLE, "Zwolle"))
    ]


def test_weergaven_en_meting_zonder_oordelen(bron: Bron) -> None:
    assert _van(bron, "meer dan één weergave", "rapport_id", "gemeente", "vindplaats") == [
        (R_ALKMAAR, None, "000_380ac783e8fd5e25.txt en 001_f8eb0c1aeaa2846d.txt")
    ]
    assert _van(bron, "meting zonder oordelen", "rapport_id", "onderwerp") == [(R_DEN_HELDER, "Sociaal Wijkteam")]


def test_grenswijziging(bron: Bron) -> None:
    assert _van(bron, "grenswijziging", "gemeente", "onderwerp", "vindplaats") == [
        ("Alkmaar", "Graft-De Rijp", "2015-01-01"),
        ("Alkmaar", "Schermer", "2015-01-01"),
        ("Leeuwarden", "Boarnsterhim", "2014-01-01"),
    ]


def test_grenswijziging_van_wie_hier_een_meting_heeft(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Changes that touch no gemeente of the collection (Alkmaar, Leeuwarden are not in this one) are not odd."""
    assert _van(verzonnen(FUSIES), "grenswijziging", "gemeente", "uitleg") == [
        ("Drie", "Twee ging op in Drie."),
        ("Twee", "Een ging op in Twee."),
        ("Vier", "Een deel van Drie ging naar Vier."),
    ]


def test_opmerkingen_van_de_bron(bron: Bron) -> None:
    """What no rule can see stands in the data: the dringend advice, the annex that names another aanpak."""
    oordelen = _van(bron, "opmerking bij een oordeel", "gemeente", "onderwerp", "uitleg")
    (dringend,) = [rij for rij in oordelen if "dringend" in str(rij[2])]
    assert dringend[:2] == ("Leeuwarden", "Doorzettingsmacht voor de regisseur")
    assert [rij[0] for rij in oordelen].count("Zwolle") == 8
    rapporten = dict(_van(bron, "opmerking bij een rapport", "rapport_id", "uitleg"))
    assert "Gezinscoaching" in str(rapporten[R_ZWOLLE])


def test_twee_keer_vreemd_is_twee_rijen_en_op_volgorde(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    """Two aanpakken with an empty cell in one place. Only r2 has an opmerking, and what has no rapport comes last."""
    schets = (
        KADER
        | {
            "rapporten": "rapport_id|titel|opmerking\nr1|Het eerste|\nr2|Het tweede|Let op",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0002|Aanpak C",
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|opgegaan_in",
        }
        | oordelen("a 2014-06-01 ed b1=- b3=X", "b 2014-06-01 ed b1=-", "c 2014-06-01 ed b2=X b1=X")
    )
    schets["oordelen"] = schets["oordelen"].replace(
        "c-2014-06-01|b2|r1|verbeterpunt|X", "c-2014-06-01|b2|r1|verbeterpunt|✗"
    )
    antwoord = verzonnen(schets).vraag("bijzonderheden")
    antwoord = antwoord[antwoord["soort"] != "peiljaar uitgelegd"]
    assert rijen(antwoord, "soort", "rapport_id", "gemeente", "onderwerp") == [
        ("grenswijziging", None, "Twee", "Een"),
        ("lege cel", "r1", "Een", "Een"),
        ("lege cel", "r1", "Een", "Een"),
        ("opmerking bij een rapport", "r2", None, "Het tweede"),
        ("verschillende tekens", "r1", "Een, Twee", "tekens"),
    ]
