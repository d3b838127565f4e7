"""The paragraph of a letter against sentences written by hand, for every way in which figures can fall."""

from collections.abc import Sequence
from typing import Any

import pytest

from pagina.uitvoer.brief.alinea import Ronde, Uitslag, alinea

BELEID = Ronde("GGSR op beleidsniveau", 21, 2)


def tel(**aantallen: int) -> dict[str, Any]:
    """A row of totalen.sql or cijfers.sql: what is not named is zero; the sums follow from the parts."""
    rij: dict[str, Any] = dict.fromkeys(
        ("opgepakt", "verteld", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst"), 0
    ) | {"vervallen": 0, "behouden": 0, "teruggevallen": 0}
    rij |= aantallen
    rij["beoordeeld"] = rij["opgepakt"] + rij["deels_opgepakt"] + rij["niet_opgepakt"]
    rij["getoetst"] = rij["opgepakt"] - rij["verteld"]
    rij["vastgesteld"] = rij["beoordeeld"] + rij["niet_beoordeeld"] + rij["nog_niet_hertoetst"] + rij["vervallen"]
    rij["cellen"] = aantallen.get("cellen", rij["vastgesteld"] + rij["behouden"] + rij["teruggevallen"])
    return rij


def plaats(naam: str, code: str = "GF0001", **aantallen: int) -> dict[str, Any]:
    return {"groep": naam, "groep_id": code, **tel(**aantallen)}


def uitslag(per_gemeente: Sequence[dict[str, Any]], **anders: object) -> Uitslag:
    """What the gemeenten come to together, under GGSR beleid from 2013 to 2014 per aanpak."""
    namen = ("opgepakt", "verteld", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst")
    som = {naam: sum(rij[naam] for rij in per_gemeente) for naam in (*namen, "vervallen", "behouden", "teruggevallen")}
    vast: dict[str, Any] = {
        "kader": "GGSR beleid",
        "jaar_van": 2013,
        "jaar_naar": 2014,
        "eenheid": "aanpak",
        "verloop": False,
    }
    return Uitslag(**(vast | {"totaal": tel(**som), "per_gemeente": per_gemeente} | anders))


BEGIN = "Bij de gemeente Voorst aan Zee zijn in 2013"
EEN = "Bij de gemeente Voorst aan Zee is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per aanpak)."


def een(**aantallen: int) -> Uitslag:
    return uitslag([plaats("Voorst aan Zee", "GF0001", **aantallen)])


def veel(aantal: int, **aantallen: int) -> list[dict[str, Any]]:
    """The same points in so many gemeenten; each has one."""
    return [plaats(f"Dorp {nr}", code=f"GF{nr:04}", **aantallen) for nr in range(1, aantal + 1)]


GEVALLEN: dict[str, tuple[Uitslag, str]] = {
    "the known answer: GGSR beleid 2013 to 2014": (
        uitslag(
            [
                plaats("Alkmaar", niet_opgepakt=5, niet_beoordeeld=1),
                plaats("Leeuwarden", opgepakt=10, verteld=10, behouden=2),
            ],
            rondes=[BELEID],
            getoetst=tel(niet_opgepakt=5),
        ),
        "Bij twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ (Alkmaar en Leeuwarden) zijn in "
        "2013 zestien verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan waren er in 2014 tien "
        "opgepakt en vijf niet opgepakt; van één is de stand onbekend, omdat het in 2014 niet is beoordeeld. Opgepakt "
        "is dus 67% van de beoordeelde punten (10 van 15) en 63% van alle vastgestelde punten (10 van 16). Dat deze "
        "tien punten zijn opgepakt, heeft de gemeente Leeuwarden zelf gemeld; geen ervan is opnieuw getoetst. Van de "
        "vijf punten die wel opnieuw zijn getoetst, was er geen helemaal opgepakt.",
    ),
    "the known answer per gemeente: six of six": (
        uitslag([plaats("Leeuwarden", opgepakt=6, verteld=6)], eenheid="gemeente", gekozen=True, rondes=[BELEID]),
        "Bij de gemeente Leeuwarden zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "indicator binnen een gemeente). Alle zes waren in 2014 opgepakt. Opgepakt is dus 100% van de vastgestelde "
        "punten (6 van 6); alle zijn beoordeeld. Dat deze zes punten zijn opgepakt, heeft de gemeente Leeuwarden zelf "
        "gemeld; geen ervan is opnieuw getoetst.",
    ),
    "the known answer: GGSR casus, nothing tested again": (
        uitslag(
            [plaats("Zwolle", nog_niet_hertoetst=11)],
            kader="GGSR casus",
            jaar_naar=None,
            rondes=[Ronde("GGSR op casusniveau", 4, 1)],
        ),
        "Bij één van de vier gemeenten uit de onderzoeksronde ‘GGSR op casusniveau’ (Zwolle) zijn in 2013 elf "
        "verbeterpunten vastgesteld (kader GGSR casus, geteld per aanpak). Geen van de elf punten is in deze "
        "verzameling opnieuw getoetst. Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "no oordeel at all is not zero": (
        uitslag([], waar="bij het thema Continu"),
        "Over 2013 bij het thema Continu staat in deze verzameling geen oordeel onder het kader GGSR beleid. Dat is "
        "niet hetzelfde als nul verbeterpunten.",
    ),
    "no oordeel at all in a gemeente": (
        uitslag([], waar="bij het thema Continu", in_gemeenten="in de gemeente Voorst aan Zee", gekozen=True),
        "Over 2013 bij het thema Continu in de gemeente Voorst aan Zee staat in deze verzameling geen oordeel onder "
        "het kader GGSR beleid. Dat is niet hetzelfde als nul verbeterpunten.",
    ),
    "oordelen but no verbeterpunt": (
        uitslag([plaats("Voorst aan Zee", behouden=4)]),
        "In 2013 zijn geen verbeterpunten vastgesteld (kader GGSR beleid): wat is beoordeeld, voldeed.",
    ),
    "no verbeterpunt under a choice": (
        uitslag([plaats("Voorst aan Zee", behouden=4)], waar="in de provincie Verzinland"),
        "In 2013 zijn in de provincie Verzinland geen verbeterpunten vastgesteld (kader GGSR beleid): wat is "
        "beoordeeld, voldeed.",
    ),
    "one point, picked up and tested": (
        een(opgepakt=1),
        f"{EEN} Dat punt was in 2014 opgepakt. Het opgepakte punt is opnieuw getoetst.",
    ),
    "one point, picked up by the gemeente's word": (
        een(opgepakt=1, verteld=1),
        f"{EEN} Dat punt was in 2014 opgepakt. Dat dit punt is opgepakt, heeft de gemeente Voorst aan Zee zelf "
        "gemeld; het is niet opnieuw getoetst.",
    ),
    "one point, not picked up": (een(niet_opgepakt=1), f"{EEN} Dat punt was in 2014 niet opgepakt."),
    "one point, partly": (een(deels_opgepakt=1), f"{EEN} Dat punt was in 2014 deels opgepakt."),
    "one point, not assessed": (
        een(niet_beoordeeld=1),
        f"{EEN} In 2014 is er opnieuw gekeken, maar dat punt is toen niet beoordeeld. Of het is opgepakt, is dus "
        "onbekend; dat is iets anders dan niet opgepakt.",
    ),
    "one point, not tested again": (
        uitslag([plaats("Voorst aan Zee", nog_niet_hertoetst=1)], jaar_naar=None),
        f"{EEN} Dat punt is in deze verzameling niet opnieuw getoetst. Of het is opgepakt, is dus onbekend; dat is "
        "iets anders dan niet opgepakt.",
    ),
    "one point, its aanpak stopped": (
        uitslag([plaats("Voorst aan Zee", vervallen=1)], jaar_naar=None),
        f"{EEN} Bij dat punt is de aanpak gestopt voordat opnieuw is getoetst. Of het is opgepakt, is dus onbekend; "
        "dat is iets anders dan niet opgepakt.",
    ),
    "two points, both picked up and tested": (
        een(opgepakt=2),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Beide waren in 2014 "
        "opgepakt. Opgepakt is dus 100% van de vastgestelde punten (2 van 2); alle zijn beoordeeld. Beide opgepakte "
        "punten zijn opnieuw getoetst.",
    ),
    "two points, both by word": (
        een(opgepakt=2, verteld=2),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Beide waren in 2014 "
        "opgepakt. Opgepakt is dus 100% van de vastgestelde punten (2 van 2); alle zijn beoordeeld. Dat beide punten "
        "zijn opgepakt, heeft de gemeente Voorst aan Zee zelf gemeld; geen ervan is opnieuw getoetst.",
    ),
    "two points, neither": (
        een(niet_opgepakt=2),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Geen van beide was in 2014 "
        "opgepakt. Opgepakt is dus 0% van de vastgestelde punten (0 van 2); alle zijn beoordeeld.",
    ),
    "two points, both not assessed": (
        een(niet_beoordeeld=2),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). In 2014 is er opnieuw "
        "gekeken, maar geen van beide punten is toen beoordeeld. Hoeveel er zijn opgepakt, is dus onbekend; dat is "
        "iets anders dan nul.",
    ),
    "one of each: the verb goes with the number": (
        een(opgepakt=1, deels_opgepakt=1, niet_opgepakt=2),
        f"{BEGIN} vier verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan was er in 2014 één "
        "opgepakt, één deels opgepakt en waren er twee niet opgepakt. Opgepakt is dus 25% van de vastgestelde punten "
        "(1 van 4); alle zijn beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "many and then one": (
        een(opgepakt=3, niet_opgepakt=1),
        f"{BEGIN} vier verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan waren er in 2014 "
        "drie opgepakt en was er één niet opgepakt. Opgepakt is dus 75% van de vastgestelde punten (3 van 4); alle "
        "zijn beoordeeld. Alle drie opgepakte punten zijn opnieuw getoetst.",
    ),
    "none picked up, some partly": (
        een(deels_opgepakt=2, niet_opgepakt=1),
        f"{BEGIN} drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan was er in 2014 geen "
        "enkel opgepakt, waren er twee deels opgepakt en was er één niet opgepakt. Opgepakt is dus 0% van de "
        "vastgestelde punten (0 van 3); alle zijn beoordeeld.",
    ),
    "all partly": (
        een(deels_opgepakt=3),
        f"{BEGIN} drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Alle drie waren in 2014 "
        "deels opgepakt. Opgepakt is dus 0% van de vastgestelde punten (0 van 3); alle zijn beoordeeld.",
    ),
    "none of what was assessed, one unknown (Alkmaar)": (
        uitslag([plaats("Alkmaar", niet_opgepakt=5, niet_beoordeeld=1)], gekozen=True, rondes=[BELEID]),
        "Bij de gemeente Alkmaar zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). "
        "Daarvan was er in 2014 geen enkel opgepakt en waren er vijf niet opgepakt; van één is de stand onbekend, "
        "omdat het in 2014 niet is beoordeeld. Opgepakt is dus 0% van de beoordeelde punten (0 van 5) en 0% van alle "
        "vastgestelde punten (0 van 6).",
    ),
    "several unknown": (
        een(opgepakt=2, niet_beoordeeld=3),
        f"{BEGIN} vijf verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan waren er in 2014 "
        "twee opgepakt; van drie is de stand onbekend, omdat ze in 2014 niet zijn beoordeeld. Opgepakt is dus 100% van "
        "de beoordeelde punten (2 van 2) en 40% van alle vastgestelde punten (2 van 5). Beide opgepakte punten zijn "
        "opnieuw getoetst.",
    ),
    "twenty in words": (
        een(opgepakt=20),
        f"{BEGIN} twintig verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Alle twintig waren in "
        "2014 opgepakt. Opgepakt is dus 100% van de vastgestelde punten (20 van 20); alle zijn beoordeeld. Alle "
        "twintig opgepakte punten zijn opnieuw getoetst.",
    ),
    "twenty-one in digits": (
        een(niet_opgepakt=21),
        f"{BEGIN} 21 verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Geen van de 21 was in 2014 "
        "opgepakt. Opgepakt is dus 0% van de vastgestelde punten (0 van 21); alle zijn beoordeeld.",
    ),
    "a tie is rounded up: 1 of 8 is 12.5": (
        een(opgepakt=1, niet_opgepakt=7),
        f"{BEGIN} acht verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan was er in 2014 één "
        "opgepakt en waren er zeven niet opgepakt. Opgepakt is dus 13% van de vastgestelde punten (1 van 8); alle zijn "
        "beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "a tie of one half of a hundredth: 1 of 200": (
        een(opgepakt=1, niet_opgepakt=199),
        f"{BEGIN} 200 verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan was er in 2014 één "
        "opgepakt en waren er 199 niet opgepakt. Opgepakt is dus 1% van de vastgestelde punten (1 van 200); alle zijn "
        "beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "tested and told apart": (
        uitslag([plaats("Aaldorp", opgepakt=7), plaats("Beekum", "GF0002", opgepakt=3, verteld=3)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 tien verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Alle tien waren in 2014 opgepakt. Opgepakt is dus 100% van de vastgestelde punten (10 van "
        "10); alle zijn beoordeeld. Van de tien opgepakte punten zijn er zeven opnieuw getoetst; dat de andere drie "
        "zijn opgepakt, heeft de gemeente Beekum zelf gemeld.",
    ),
    "one tested, one told": (
        uitslag([plaats("Aaldorp", opgepakt=1), plaats("Beekum", "GF0002", opgepakt=1, verteld=1)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Beide waren in 2014 opgepakt. Opgepakt is dus 100% van de vastgestelde punten (2 van 2); "
        "alle zijn beoordeeld. Van de twee opgepakte punten is er één opnieuw getoetst; dat het andere punt is "
        "opgepakt, heeft de gemeente Beekum zelf gemeld.",
    ),
    "two gemeenten told": (
        uitslag([plaats("Aaldorp", opgepakt=1, verteld=1), plaats("Beekum", "GF0002", opgepakt=2, verteld=2)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Alle drie waren in 2014 opgepakt. Opgepakt is dus 100% van de vastgestelde punten (3 van "
        "3); alle zijn beoordeeld. Dat deze drie punten zijn opgepakt, hebben de gemeenten Aaldorp en Beekum zelf "
        "gemeld; geen ervan is opnieuw getoetst.",
    ),
    "more gemeenten than a sentence bears": (
        uitslag(veel(6, opgepakt=1, verteld=1)),
        "Bij zes gemeenten zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Alle "
        "zes waren in 2014 opgepakt. Opgepakt is dus 100% van de vastgestelde punten (6 van 6); alle zijn beoordeeld. "
        "Dat deze zes punten zijn opgepakt, hebben zes gemeenten zelf gemeld; geen ervan is opnieuw getoetst.",
    ),
    "342 gemeenten, thousands in Dutch form": (
        uitslag(veel(342, niet_opgepakt=4)),
        "Bij 342 gemeenten zijn in 2013 1.368 verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Geen "
        "van de 1.368 was in 2014 opgepakt. Opgepakt is dus 0% van de vastgestelde punten (0 van 1.368); alle zijn "
        "beoordeeld.",
    ),
    "two gemeenten of one name": (
        uitslag([plaats("Bergen", "GF0001", niet_opgepakt=1), plaats("Bergen", "GF0002", niet_opgepakt=1)]),
        "Bij twee gemeenten (Bergen (GF0001) en Bergen (GF0002)) zijn in 2013 twee verbeterpunten vastgesteld (kader "
        "GGSR beleid, geteld per aanpak). Geen van beide was in 2014 opgepakt. Opgepakt is dus 0% van de vastgestelde "
        "punten (0 van 2); alle zijn beoordeeld.",
    ),
    "not tested again and stopped": (
        uitslag([plaats("Voorst aan Zee", nog_niet_hertoetst=8, vervallen=3)], jaar_naar=None),
        f"{BEGIN} elf verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Acht zijn nog niet opnieuw "
        "getoetst; bij drie is de aanpak gestopt voordat opnieuw is getoetst. Hoeveel er zijn opgepakt, is dus "
        "onbekend; dat is iets anders dan nul.",
    ),
    "one not tested again, one stopped": (
        uitslag([plaats("Voorst aan Zee", nog_niet_hertoetst=1, vervallen=1)], jaar_naar=None),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Eén is nog niet opnieuw "
        "getoetst; bij één is de aanpak gestopt voordat opnieuw is getoetst. Hoeveel er zijn opgepakt, is dus "
        "onbekend; dat is iets anders dan nul.",
    ),
    "all stopped": (
        uitslag([plaats("Voorst aan Zee", vervallen=3)], jaar_naar=None),
        f"{BEGIN} drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Bij alle drie is de aanpak "
        "gestopt voordat opnieuw is getoetst. Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "the course, from first to latest": (
        uitslag([plaats("Voorst aan Zee", opgepakt=2, niet_opgepakt=1)], verloop=True, jaar_naar=2019),
        "Bij de gemeente Voorst aan Zee zijn bij de eerste meting, in 2013, drie verbeterpunten vastgesteld (kader "
        "GGSR beleid, geteld per aanpak). Daarvan waren er bij de laatste meting, in 2019, twee opgepakt en was er één "
        "niet opgepakt. Opgepakt is dus 67% van de vastgestelde punten (2 van 3); alle zijn beoordeeld. Beide "
        "opgepakte punten zijn opnieuw getoetst.",
    ),
    "a thema and an onderwerp": (
        uitslag(
            [plaats("Alkmaar", niet_opgepakt=2)], waar="bij het thema De aanpak over het onderwerp ‘Informatiedeling’"
        ),
        "Bij de gemeente Alkmaar zijn in 2013 bij het thema De aanpak over het onderwerp ‘Informatiedeling’ twee "
        "verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Geen van beide was in 2014 opgepakt. "
        "Opgepakt is dus 0% van de vastgestelde punten (0 van 2); alle zijn beoordeeld.",
    ),
    "two rounds: no number to set it against": (
        uitslag([plaats("Aaldorp", niet_opgepakt=1)], rondes=[BELEID, Ronde("Ronde B", 9, 3)]),
        "Bij de gemeente Aaldorp is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per aanpak). Dat "
        "punt was in 2014 niet opgepakt.",
    ),
    "what the tests themselves showed, of one point": (
        uitslag(
            [plaats("Aaldorp", niet_opgepakt=1), plaats("Beekum", "GF0002", opgepakt=1, verteld=1)],
            getoetst=tel(niet_opgepakt=1),
        ),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Daarvan was er in 2014 één opgepakt en één niet opgepakt. Opgepakt is dus 50% van de "
        "vastgestelde punten (1 van 2); alle zijn beoordeeld. Dat dit punt is opgepakt, heeft de gemeente Beekum zelf "
        "gemeld; het is niet opnieuw getoetst. Het ene punt dat wel opnieuw is getoetst, was niet helemaal opgepakt.",
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_the_paragraph_is_the_one_written_by_hand(geval: str) -> None:
    gevraagd, verwacht = GEVALLEN[geval]
    assert alinea(gevraagd) == verwacht


def test_at_least_thirty_selections_are_written_out() -> None:
    assert len(GEVALLEN) >= 30
    assert len({verwacht for _, verwacht in GEVALLEN.values()}) == len(GEVALLEN)
