"""The paragraph of a letter against sentences written by hand, for every way in which figures can fall."""

from collections.abc import Sequence
from typing import Any

import pytest

from pagina.uitvoer.brief.alinea import alinea
from pagina.uitvoer.brief.uitslag import Ronde, Uitslag

BELEID = Ronde("GGSR op beleidsniveau", 21, ("Alkmaar", "Leeuwarden"))


def tel(**aantallen: int) -> dict[str, Any]:
    """A row of totalen.sql or cijfers.sql: what is not named is zero; the sums follow from the parts."""
    rij: dict[str, Any] = dict.fromkeys(
        ("opgepakt", "verteld", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst"), 0
    ) | dict.fromkeys(("vervallen", "behouden", "teruggevallen", "eerder_vastgesteld"), 0)
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
    som = {
        naam: sum(rij[naam] for rij in per_gemeente)
        for naam in (*namen, "vervallen", "behouden", "teruggevallen", "eerder_vastgesteld")
    }
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

VERWERKT = (
    "Van twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ is een rapport verwerkt (Alkmaar en "
    "Leeuwarden); dit is geen landelijk beeld."
)


def een(**aantallen: int) -> Uitslag:
    return uitslag([plaats("Voorst aan Zee", "GF0001", **aantallen)])


def van_toen(naam: str, oordelen: int, verteld: int) -> dict[str, Any]:
    """A row of eerste_oordelen.sql."""
    return {"gemeente_code": "GF0001", "gemeente": naam, "oordelen": oordelen, "verteld": verteld}


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
            getoetst=(5, 0),
        ),
        "Van twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ is een rapport verwerkt "
        "(Alkmaar en Leeuwarden); dit is geen landelijk beeld. Bij deze twee gemeenten samen zijn in 2013 zestien "
        "verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Daarvan waren er in 2014 tien opgepakt "
        "en vijf niet opgepakt; van één is de stand onbekend, omdat het in 2014 niet is beoordeeld. Opgepakt is dus "
        "67% van de beoordeelde punten (10 van 15) en 63% van alle vastgestelde punten (10 van 16, waarvan één "
        "onbekend). Dat deze tien punten zijn opgepakt, heeft de gemeente Leeuwarden zelf verteld; geen ervan is "
        "opnieuw getoetst. Van de vijf punten die wel opnieuw zijn getoetst, was er geen helemaal opgepakt.",
    ),
    "the known answer per gemeente: six of six": (
        uitslag([plaats("Leeuwarden", opgepakt=6, verteld=6)], eenheid="gemeente", gekozen=True, rondes=[BELEID]),
        "Bij de gemeente Leeuwarden zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "indicator binnen een gemeente). Alle zes waren in 2014 opgepakt. Dat deze zes punten zijn opgepakt, heeft "
        "de gemeente Leeuwarden zelf verteld; geen ervan is opnieuw getoetst.",
    ),
    "the known answer: GGSR casus, nothing tested again": (
        uitslag(
            [plaats("Zwolle", nog_niet_hertoetst=11)],
            kader="GGSR casus",
            jaar_naar=None,
            rondes=[Ronde("GGSR op casusniveau", 4, ("Zwolle",))],
        ),
        "Van één van de vier gemeenten uit de onderzoeksronde ‘GGSR op casusniveau’ is een rapport verwerkt "
        "(Zwolle); dit is geen landelijk beeld. Bij deze gemeente zijn in 2013 elf verbeterpunten vastgesteld (kader"
        " GGSR casus, geteld per aanpak). Van geen van de elf punten staat in dit dashboard een nieuwe toets. "
        "Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "no oordeel at all is not zero": (
        uitslag([], waar="bij het thema Continu"),
        "In dit dashboard staat geen oordeel over 2013 bij het thema Continu (kader GGSR beleid). Dat is niet "
        "hetzelfde als nul verbeterpunten.",
    ),
    "no oordeel at all in a gemeente": (
        uitslag([], waar="bij het thema Continu", in_gemeenten="in de gemeente Voorst aan Zee", gekozen=True),
        "In dit dashboard staat geen oordeel over 2013 bij het thema Continu in de gemeente Voorst aan Zee (kader "
        "GGSR beleid). Dat is niet hetzelfde als nul verbeterpunten.",
    ),
    "oordelen but no verbeterpunt": (
        uitslag([plaats("Voorst aan Zee", behouden=4)], beoordeeld=["Voorst aan Zee"]),
        "Bij de gemeente Voorst aan Zee zijn in 2013 geen verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak): alle vier oordelen zijn ‘voldoet’.",
    ),
    "no verbeterpunt under a choice": (
        uitslag(
            [plaats("Voorst aan Zee", behouden=4)], beoordeeld=["Voorst aan Zee"], waar="in de provincie Verzinland"
        ),
        "Bij de gemeente Voorst aan Zee zijn in 2013 in de provincie Verzinland geen verbeterpunten vastgesteld "
        "(kader GGSR beleid, geteld per aanpak): alle vier oordelen zijn ‘voldoet’.",
    ),
    "from 2014, one of 2013 (Alkmaar)": (
        uitslag([plaats("Alkmaar", nog_niet_hertoetst=6, eerder_vastgesteld=1)], jaar_van=2014, jaar_naar=None),
        "Bij de gemeente Alkmaar zijn in 2014 of eerder zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Eén van de zes verbeterpunten is eerder vastgesteld en bij de meting in 2014 niet beoordeeld. Van "
        "geen van de zes punten staat in dit dashboard een nieuwe toets na 2014. Hoeveel er zijn opgepakt, is dus "
        "onbekend; dat is iets anders dan nul.",
    ),
    "from 2014, the one of 2013": (
        uitslag([plaats("Alkmaar", nog_niet_hertoetst=1, eerder_vastgesteld=1)], jaar_van=2014, jaar_naar=None),
        "Bij de gemeente Alkmaar is in 2014 of eerder één verbeterpunt vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Dit verbeterpunt is eerder vastgesteld en bij de meting in 2014 niet beoordeeld. Van dat punt staat "
        "in dit dashboard geen nieuwe toets na 2014. Of het is opgepakt, is dus onbekend; dat is iets anders dan niet "
        "opgepakt.",
    ),
    "from 2014, both of before, their aanpak stopped": (
        uitslag([plaats("Alkmaar", vervallen=2, eerder_vastgesteld=2)], jaar_van=2014, jaar_naar=None),
        "Bij de gemeente Alkmaar zijn in 2014 of eerder twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Beide verbeterpunten zijn eerder vastgesteld en bij de meting in 2014 niet beoordeeld. Bij beide "
        "verbeterpunten is de aanpak gestopt voordat na 2014 opnieuw is getoetst. Hoeveel er zijn opgepakt, is dus "
        "onbekend; dat is iets anders dan nul.",
    ),
    "from 2014, some of before, unknown in two ways": (
        uitslag(
            [plaats("Alkmaar", nog_niet_hertoetst=2, vervallen=1, eerder_vastgesteld=2)], jaar_van=2014, jaar_naar=None
        ),
        "Bij de gemeente Alkmaar zijn in 2014 of eerder drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Twee van de drie verbeterpunten zijn eerder vastgesteld en bij de meting in 2014 niet beoordeeld. "
        "Van de drie verbeterpunten geldt: twee zijn na 2014 nog niet opnieuw getoetst; bij één is de aanpak gestopt "
        "voordat na 2014 opnieuw is getoetst. Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "of before, mixed, picked up by word, and what fell back": (
        uitslag(
            [plaats("Alkmaar", opgepakt=1, verteld=1, niet_opgepakt=1, eerder_vastgesteld=1, teruggevallen=1)],
            jaar_van=2014,
            jaar_naar=2016,
            gemengd=1,
            eerder=frozenset({"voldeed", "teruggevallen"}),
        ),
        "Bij de gemeente Alkmaar zijn in 2014 of eerder twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Eén daarvan is gemengd: het rapport drukt er ✓ en X af. Eén van de twee verbeterpunten is eerder "
        "vastgesteld en bij de meting in 2014 niet beoordeeld. Van de twee verbeterpunten was er in 2016 één "
        "opgepakt en één niet opgepakt. Opgepakt is dus 50% van de punten (1 van 2); alle zijn beoordeeld. Dat dit "
        "punt is opgepakt, heeft de gemeente Alkmaar zelf verteld; het is niet opnieuw getoetst. Van wat in 2014 of "
        "eerder voldeed, was er in 2016 één teruggevallen tot een verbeterpunt.",
    ),
    "no verbeterpunt, and a ✓ of before": (
        uitslag(
            [plaats("Alkmaar", behouden=2)],
            jaar_van=2014,
            jaar_naar=2016,
            beoordeeld=["Alkmaar"],
            eerder=frozenset({"voldeed"}),
        ),
        "Bij de gemeente Alkmaar zijn in 2014 geen verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak): "
        "beide oordelen zijn ‘voldoet’. Wat eerder voldeed en bij de meting in 2014 niet is beoordeeld, telt daarin "
        "mee.",
    ),
    "one point, picked up and tested": (
        een(opgepakt=1),
        f"{EEN} Dat punt was in 2014 opgepakt. Het opgepakte punt is opnieuw getoetst.",
    ),
    "one point, picked up by the gemeente's word": (
        een(opgepakt=1, verteld=1),
        f"{EEN} Dat punt was in 2014 opgepakt. Dat dit punt is opgepakt, heeft de gemeente Voorst aan Zee zelf "
        "verteld; het is niet opnieuw getoetst.",
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
        "Bij de gemeente Voorst aan Zee is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Van dat punt staat in dit dashboard geen nieuwe toets. Of het is opgepakt, is dus onbekend; dat is"
        " iets anders dan niet opgepakt.",
    ),
    "one point, its aanpak stopped": (
        uitslag([plaats("Voorst aan Zee", vervallen=1)], jaar_naar=None),
        f"{EEN} Bij dat punt is de aanpak gestopt voordat opnieuw is getoetst. Of het is opgepakt, is dus onbekend; "
        "dat is iets anders dan niet opgepakt.",
    ),
    "two points, both picked up and tested": (
        een(opgepakt=2),
        "Bij de gemeente Voorst aan Zee zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Beide waren in 2014 opgepakt. Beide opgepakte punten zijn opnieuw getoetst.",
    ),
    "two points, both by word": (
        een(opgepakt=2, verteld=2),
        "Bij de gemeente Voorst aan Zee zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Beide waren in 2014 opgepakt. Dat beide punten zijn opgepakt, heeft de gemeente Voorst aan Zee "
        "zelf verteld; geen ervan is opnieuw getoetst.",
    ),
    "two points, neither": (
        een(niet_opgepakt=2),
        "Bij de gemeente Voorst aan Zee zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Geen van beide was in 2014 opgepakt.",
    ),
    "two points, both not assessed": (
        een(niet_beoordeeld=2),
        f"{BEGIN} twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). In 2014 is er opnieuw "
        "gekeken, maar geen van beide punten is toen beoordeeld. Hoeveel er zijn opgepakt, is dus onbekend; dat is "
        "iets anders dan nul.",
    ),
    "one of each: the verb goes with the number": (
        een(opgepakt=1, deels_opgepakt=1, niet_opgepakt=2),
        "Bij de gemeente Voorst aan Zee zijn in 2013 vier verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan was er in 2014 één opgepakt, één deels opgepakt en waren er twee niet opgepakt. Opgepakt "
        "is dus 25% van de punten (1 van 4); alle zijn beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "many and then one": (
        een(opgepakt=3, niet_opgepakt=1),
        "Bij de gemeente Voorst aan Zee zijn in 2013 vier verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan waren er in 2014 drie opgepakt en was er één niet opgepakt. Opgepakt is dus 75% van de "
        "punten (3 van 4); alle zijn beoordeeld. Alle drie opgepakte punten zijn opnieuw getoetst.",
    ),
    "none picked up, some partly": (
        een(deels_opgepakt=2, niet_opgepakt=1),
        "Bij de gemeente Voorst aan Zee zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan was er in 2014 geen enkel opgepakt, waren er twee deels opgepakt en was er één niet "
        "opgepakt. Opgepakt is dus 0% van de punten (0 van 3); alle zijn beoordeeld.",
    ),
    "all partly": (
        een(deels_opgepakt=3),
        "Bij de gemeente Voorst aan Zee zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Alle drie waren in 2014 deels opgepakt.",
    ),
    "none of what was assessed, one unknown (Alkmaar)": (
        uitslag([plaats("Alkmaar", niet_opgepakt=5, niet_beoordeeld=1)], gekozen=True, rondes=[BELEID]),
        "Bij de gemeente Alkmaar zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak)."
        " Daarvan was er in 2014 geen enkel opgepakt en waren er vijf niet opgepakt; van één is de stand onbekend, "
        "omdat het in 2014 niet is beoordeeld. Opgepakt is dus 0% van de beoordeelde punten (0 van 5) en 0% van alle"
        " vastgestelde punten (0 van 6, waarvan één onbekend).",
    ),
    "several unknown": (
        een(opgepakt=2, niet_beoordeeld=3),
        "Bij de gemeente Voorst aan Zee zijn in 2013 vijf verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan waren er in 2014 twee opgepakt; van drie is de stand onbekend, omdat ze in 2014 niet zijn "
        "beoordeeld. Opgepakt is dus 100% van de beoordeelde punten (2 van 2) en 40% van alle vastgestelde punten (2"
        " van 5, waarvan drie onbekend). Beide opgepakte punten zijn opnieuw getoetst.",
    ),
    "twenty in words": (
        een(opgepakt=20),
        "Bij de gemeente Voorst aan Zee zijn in 2013 twintig verbeterpunten vastgesteld (kader GGSR beleid, geteld "
        "per aanpak). Alle twintig waren in 2014 opgepakt. Alle twintig opgepakte punten zijn opnieuw getoetst.",
    ),
    "twenty-one in digits": (
        een(niet_opgepakt=21),
        "Bij de gemeente Voorst aan Zee zijn in 2013 21 verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Geen van de 21 was in 2014 opgepakt.",
    ),
    "a tie is rounded up: 1 of 8 is 12.5": (
        een(opgepakt=1, niet_opgepakt=7),
        "Bij de gemeente Voorst aan Zee zijn in 2013 acht verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan was er in 2014 één opgepakt en waren er zeven niet opgepakt. Opgepakt is dus 13% van de "
        "punten (1 van 8); alle zijn beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "a tie of one half of a hundredth: 1 of 200": (
        een(opgepakt=1, niet_opgepakt=199),
        "Bij de gemeente Voorst aan Zee zijn in 2013 200 verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Daarvan was er in 2014 één opgepakt en waren er 199 niet opgepakt. Opgepakt is dus 1% van de "
        "punten (1 van 200); alle zijn beoordeeld. Het opgepakte punt is opnieuw getoetst.",
    ),
    "tested and told apart": (
        uitslag([plaats("Aaldorp", opgepakt=7), plaats("Beekum", "GF0002", opgepakt=3, verteld=3)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 tien verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Alle tien waren in 2014 opgepakt. Van de tien opgepakte punten zijn er zeven opnieuw "
        "getoetst; dat de andere drie zijn opgepakt, heeft de gemeente Beekum zelf verteld.",
    ),
    "one tested, one told": (
        uitslag([plaats("Aaldorp", opgepakt=1), plaats("Beekum", "GF0002", opgepakt=1, verteld=1)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Beide waren in 2014 opgepakt. Van de twee opgepakte punten is er één opnieuw getoetst; "
        "dat het andere punt is opgepakt, heeft de gemeente Beekum zelf verteld.",
    ),
    "two gemeenten told": (
        uitslag([plaats("Aaldorp", opgepakt=1, verteld=1), plaats("Beekum", "GF0002", opgepakt=2, verteld=2)]),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Alle drie waren in 2014 opgepakt. Dat deze drie punten zijn opgepakt, hebben de "
        "gemeenten Aaldorp en Beekum zelf verteld; geen ervan is opnieuw getoetst.",
    ),
    "more gemeenten than a sentence bears": (
        uitslag(veel(6, opgepakt=1, verteld=1)),
        "Bij zes gemeenten zijn in 2013 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Alle "
        "zes waren in 2014 opgepakt. Dat deze zes punten zijn opgepakt, hebben zes gemeenten zelf verteld; geen ervan"
        " is opnieuw getoetst.",
    ),
    "342 gemeenten, thousands in Dutch form": (
        uitslag(veel(342, niet_opgepakt=4)),
        "Bij 342 gemeenten zijn in 2013 1.368 verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). "
        "Geen van de 1.368 was in 2014 opgepakt.",
    ),
    "two gemeenten of one name": (
        uitslag([plaats("Bergen", "GF0001", niet_opgepakt=1), plaats("Bergen", "GF0002", niet_opgepakt=1)]),
        "Bij twee gemeenten (Bergen (GF0001) en Bergen (GF0002)) zijn in 2013 twee verbeterpunten vastgesteld (kader"
        " GGSR beleid, geteld per aanpak). Geen van beide was in 2014 opgepakt.",
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
        "GGSR beleid, geteld per aanpak). Daarvan waren er bij de laatste meting, in 2019, twee opgepakt en was er "
        "één niet opgepakt. Opgepakt is dus 67% van de punten (2 van 3); alle zijn beoordeeld. Beide opgepakte "
        "punten zijn opnieuw getoetst.",
    ),
    "a thema and an onderwerp": (
        uitslag(
            [plaats("Alkmaar", niet_opgepakt=2)], waar="bij het thema De aanpak over het onderwerp ‘Informatiedeling’"
        ),
        "Bij de gemeente Alkmaar zijn in 2013 bij het thema De aanpak over het onderwerp ‘Informatiedeling’ twee "
        "verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Geen van beide was in 2014 opgepakt.",
    ),
    "two rounds: no number to set it against": (
        uitslag([plaats("Aaldorp", niet_opgepakt=1)], rondes=[BELEID, Ronde("Ronde B", 9, ("Aaldorp",))]),
        "Bij de gemeente Aaldorp is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per aanpak). Dat "
        "punt was in 2014 niet opgepakt.",
    ),
    "no verbeterpunt in a round of four: who, how many, and of whom": (
        uitslag(
            [plaats("Zwolle", behouden=2)],
            kader="GGSR casus",
            beoordeeld=["Zwolle"],
            rondes=[Ronde("GGSR op casusniveau", 4, ("Zwolle",))],
            uitgevers=["Samenwerkend Toezicht Jeugd (STJ)"],
        ),
        "Van één van de vier gemeenten uit de onderzoeksronde ‘GGSR op casusniveau’ is een rapport verwerkt (Zwolle); "
        "dit is geen landelijk beeld. Bij deze gemeente heeft Samenwerkend Toezicht Jeugd (STJ) in 2013 geen "
        "verbeterpunten vastgesteld (kader GGSR casus, geteld per aanpak): beide oordelen zijn ‘voldoet’.",
    ),
    "one of two gemeenten that are here, the other without an oordeel on it": (
        uitslag(
            [plaats("Alkmaar", niet_opgepakt=1)],
            beoordeeld=["Alkmaar"],
            rondes=[BELEID],
            waar="over het onderwerp ‘Informatiedeling’",
            uitgevers=["Samenwerkend Toezicht Jeugd (STJ)"],
            getoetst=(1, 0),
        ),
        "Van twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ is een rapport verwerkt (Alkmaar "
        "en Leeuwarden); dit is geen landelijk beeld. Bij één daarvan (Alkmaar) heeft Samenwerkend Toezicht Jeugd "
        "(STJ) in 2013 over het onderwerp ‘Informatiedeling’ één verbeterpunt vastgesteld (kader GGSR beleid, geteld "
        "per aanpak). Over Leeuwarden staat hierover geen oordeel uit 2013 in dit dashboard. Het ene verbeterpunt was "
        "in 2014 niet opgepakt. Dit is opnieuw getoetst.",
    ),
    "the other of two gemeenten had none": (
        uitslag([plaats("Alkmaar", niet_opgepakt=2)], beoordeeld=["Alkmaar", "Leeuwarden"], rondes=[BELEID]),
        "Van twee van de 21 gemeenten uit de onderzoeksronde ‘GGSR op beleidsniveau’ is een rapport verwerkt (Alkmaar "
        "en Leeuwarden); dit is geen landelijk beeld. Bij één daarvan (Alkmaar) zijn in 2013 twee verbeterpunten "
        "vastgesteld (kader GGSR beleid, geteld per aanpak). Bij Leeuwarden voldeed alles wat is beoordeeld. Geen van "
        "beide verbeterpunten was in 2014 opgepakt.",
    ),
    "the other had none, by its own word": (
        uitslag(
            [plaats("Alkmaar", nog_niet_hertoetst=6, eerder_vastgesteld=1)],
            jaar_van=2014,
            jaar_naar=None,
            beoordeeld=["Alkmaar", "Leeuwarden"],
            rondes=[BELEID],
            woord=[van_toen("Alkmaar", 6, 0), van_toen("Leeuwarden", 6, 6)],
        ),
        f"{VERWERKT} Bij één daarvan (Alkmaar) zijn in 2014 of eerder zes verbeterpunten vastgesteld (kader GGSR "
        "beleid, geteld per aanpak). Eén van de zes verbeterpunten is eerder vastgesteld en bij de meting in 2014 niet "
        "beoordeeld. Bij Leeuwarden voldeed alles wat is beoordeeld, volgens de gemeente zelf; dat is niet getoetst. "
        "Van geen van de zes punten staat in dit dashboard een nieuwe toets na 2014. Hoeveel er zijn opgepakt, is dus "
        "onbekend; dat is iets anders dan nul.",
    ),
    "those without: tested, told in part, told": (
        uitslag(
            [plaats("Aa", niet_opgepakt=4)],
            beoordeeld=["Aa", "Bee", "Cee", "Dee", "Ee"],
            rondes=[Ronde("Ronde B", 5, ("Aa", "Bee", "Cee", "Dee", "Ee"))],
            woord=[van_toen("Bee", 3, 0), van_toen("Cee", 3, 1), van_toen("Dee", 2, 2), van_toen("Ee", 1, 1)],
            getoetst=(4, 0),
        ),
        "Van alle vijf gemeenten uit de onderzoeksronde ‘Ronde B’ is een rapport verwerkt. Bij één daarvan (Aa) zijn "
        "in 2013 vier verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Bij Bee voldeed alles wat is "
        "beoordeeld. Bij Cee voldeed alles wat is beoordeeld, een deel alleen volgens de gemeente zelf; dat deel is "
        "niet getoetst. Bij Dee en Ee voldeed alles wat is beoordeeld, volgens de gemeenten zelf; dat is niet "
        "getoetst. Geen van de vier verbeterpunten was in 2014 opgepakt. Alle beoordeelde punten zijn opnieuw "
        "getoetst.",
    ),
    "no verbeterpunt, by the gemeente's word": (
        uitslag([plaats("Leeuwarden", behouden=6)], beoordeeld=["Leeuwarden"], woord=[van_toen("Leeuwarden", 6, 6)]),
        "Bij de gemeente Leeuwarden zijn in 2013 geen verbeterpunten vastgesteld (kader GGSR beleid, geteld per "
        "aanpak): alle zes oordelen zijn ‘voldoet’, volgens de gemeente zelf; dat is niet getoetst.",
    ),
    "no verbeterpunt, in part by the gemeente's word": (
        uitslag([plaats("Aa", behouden=2)], beoordeeld=["Aa"], woord=[van_toen("Aa", 2, 1)]),
        "Bij de gemeente Aa zijn in 2013 geen verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak): beide "
        "oordelen zijn ‘voldoet’, een deel alleen volgens de gemeente zelf; dat deel is niet getoetst.",
    ),
    "what was judged of the other was not tested again that year": (
        uitslag(
            [plaats("Alkmaar", opgepakt=2, niet_opgepakt=4)],
            jaar_van=2014,
            jaar_naar=2015,
            beoordeeld=["Alkmaar"],
            rondes=[BELEID],
            buiten=frozenset({"Leeuwarden"}),
            getoetst=(6, 2),
        ),
        f"{VERWERKT} Bij één daarvan (Alkmaar) zijn in 2014 zes verbeterpunten vastgesteld (kader GGSR beleid, geteld "
        "per aanpak). Wat in 2014 bij Leeuwarden is beoordeeld, is in 2015 niet opnieuw getoetst. Van de zes "
        "verbeterpunten waren er in 2015 twee opgepakt en vier niet opgepakt. Opgepakt is dus 33% van de punten (2 van "
        "6); alle zijn beoordeeld. Beide opgepakte punten zijn opnieuw getoetst.",
    ),
    "what was judged of the others is in another course, or nothing was": (
        uitslag(
            [plaats("Aa", opgepakt=2)],
            verloop=True,
            waar="over het onderwerp ‘Informatiedeling’",
            rondes=[Ronde("Ronde B", 9, ("Aa", "Bee", "Cee"))],
            buiten=frozenset({"Bee"}),
        ),
        "Van drie van de negen gemeenten uit de onderzoeksronde ‘Ronde B’ is een rapport verwerkt (Aa, Bee en Cee); "
        "dit is geen landelijk beeld. Bij één daarvan (Aa) zijn bij de eerste meting, in 2013, over het onderwerp "
        "‘Informatiedeling’ twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). Wat in 2013 "
        "hierover bij Bee is beoordeeld, had de laatste meting niet in 2014. Over Cee staat hierover geen oordeel uit "
        "2013 in dit dashboard. Beide verbeterpunten waren bij de laatste meting, in 2014, opgepakt. Beide opgepakte "
        "punten zijn opnieuw getoetst.",
    ),
    "what was judged of the other has been tested again": (
        uitslag(
            [plaats("Alkmaar", nog_niet_hertoetst=1, vervallen=2)],
            jaar_naar=None,
            rondes=[BELEID],
            buiten=frozenset({"Leeuwarden"}),
        ),
        f"{VERWERKT} Bij één daarvan (Alkmaar) zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, geteld "
        "per aanpak). Wat in 2013 bij Leeuwarden is beoordeeld, is daarna opnieuw getoetst. Van de drie verbeterpunten "
        "geldt: één is nog niet opnieuw getoetst; bij twee is de aanpak gestopt voordat opnieuw is getoetst. Hoeveel "
        "er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "what was judged of the other is left out by a choice of bewijs": (
        uitslag([plaats("Alkmaar", opgepakt=1)], rondes=[BELEID], buiten=frozenset({"Leeuwarden"}), op_bewijs=True),
        f"{VERWERKT} Bij één daarvan (Alkmaar) is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per "
        "aanpak). Wat in 2013 bij Leeuwarden is beoordeeld, valt buiten deze keuze. Het ene verbeterpunt was in 2014 "
        "opgepakt. Het opgepakte punt is opnieuw getoetst.",
    ),
    "a whole round": (
        uitslag(
            [plaats("Aaldorp", niet_opgepakt=3), plaats("Beekum", "GF0002", niet_opgepakt=1)],
            rondes=[Ronde("Ronde B", 2, ("Aaldorp", "Beekum"))],
            uitgevers=["Inspectie A", "Inspectie B"],
            getoetst=(4, 0),
        ),
        "Van alle twee gemeenten uit de onderzoeksronde ‘Ronde B’ is een rapport verwerkt (Aaldorp en Beekum). Bij "
        "deze twee gemeenten samen hebben Inspectie A en Inspectie B in 2013 vier verbeterpunten vastgesteld (kader "
        "GGSR beleid, geteld per aanpak). Geen van de vier was in 2014 opgepakt. Alle beoordeelde punten zijn "
        "opnieuw getoetst.",
    ),
    "three inspectorates, and one mixed verdict": (
        uitslag([plaats("Aaldorp", nog_niet_hertoetst=3)], uitgevers=["A", "B", "C"], gemengd=1, jaar_naar=None),
        "Bij de gemeente Aaldorp hebben de inspecties in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Eén daarvan is gemengd: het rapport drukt er ✓ en X af. Van geen van de drie punten staat "
        "in dit dashboard een nieuwe toets. Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul.",
    ),
    "two mixed verdicts": (
        uitslag([plaats("Aaldorp", niet_opgepakt=3)], gemengd=2),
        "Bij de gemeente Aaldorp zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). "
        "Twee daarvan zijn gemengd: het rapport drukt er ✓ en X af. Geen van de drie verbeterpunten was in 2014 "
        "opgepakt.",
    ),
    "one aanpak that took over from two": (
        uitslag([plaats("Aaldorp", opgepakt=2)], opvolgers={"Aaldorp": (["Team A", "Team B"], ["Wijkteam"])}),
        "Bij de gemeente Aaldorp zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, geteld per aanpak). "
        "Beide waren in 2014 opgepakt. In Aaldorp zijn de aanpakken Team A en Team B overgenomen door Wijkteam; de "
        "stand van 2014 gaat over die opvolger, die voor elk van beide telt. Beide opgepakte punten zijn opnieuw "
        "getoetst.",
    ),
    "one aanpak that split into two": (
        uitslag([plaats("Aaldorp", niet_opgepakt=1)], opvolgers={"Aaldorp": (["Team A"], ["Noord", "Zuid"])}),
        "Bij de gemeente Aaldorp is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per aanpak). Dat "
        "punt was in 2014 niet opgepakt. In Aaldorp is de aanpak Team A overgenomen door Noord en Zuid; de stand van "
        "2014 gaat over die opvolgers.",
    ),
    "another aanpak took over in three gemeenten": (
        uitslag(veel(3, niet_opgepakt=1), opvolgers={f"Dorp {nr}": (["A"], ["B"]) for nr in (1, 2, 3)}),
        "Bij drie gemeenten (Dorp 1, Dorp 2 en Dorp 3) zijn in 2013 drie verbeterpunten vastgesteld (kader GGSR "
        "beleid, geteld per aanpak). Geen van de drie was in 2014 opgepakt. In drie gemeenten nam een andere aanpak "
        "het over; de stand van 2014 gaat over die opvolger.",
    ),
    "what voldeed fell back": (
        uitslag([plaats("Aaldorp", opgepakt=1, teruggevallen=2)]),
        "Bij de gemeente Aaldorp is in 2013 één verbeterpunt vastgesteld (kader GGSR beleid, geteld per aanpak). Dat "
        "punt was in 2014 opgepakt. Het opgepakte punt is opnieuw getoetst. Van wat in 2013 voldeed, waren er in 2014 "
        "twee teruggevallen tot een verbeterpunt.",
    ),
    "what the tests themselves showed, of one point": (
        uitslag(
            [plaats("Aaldorp", niet_opgepakt=1), plaats("Beekum", "GF0002", opgepakt=1, verteld=1)],
            getoetst=(1, 0),
        ),
        "Bij twee gemeenten (Aaldorp en Beekum) zijn in 2013 twee verbeterpunten vastgesteld (kader GGSR beleid, "
        "geteld per aanpak). Daarvan was er in 2014 één opgepakt en één niet opgepakt. Opgepakt is dus 50% van de "
        "punten (1 van 2); alle zijn beoordeeld. Dat dit punt is opgepakt, heeft de gemeente Beekum zelf verteld; het"
        " is niet opnieuw getoetst. Het ene punt dat wel opnieuw is getoetst, was niet helemaal opgepakt.",
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_the_paragraph_is_the_one_written_by_hand(geval: str) -> None:
    gevraagd, verwacht = GEVALLEN[geval]
    assert alinea(gevraagd) == verwacht


def test_at_least_thirty_selections_are_written_out() -> None:
    assert len(GEVALLEN) >= 30
    assert len({verwacht for _, verwacht in GEVALLEN.values()}) == len(GEVALLEN)
