"""What cannot be concluded, rule by rule: each sentence appears when its ground is there, and only then."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from pagina.uitvoer.brief.alinea import Ronde, Uitslag
from pagina.uitvoer.brief.voorbehoud import Omstandigheid, voorbehoud, waarschuwingen
from tests.pagina.uitvoer.test_alinea import BELEID, een, plaats, uitslag

ALTIJD = "De cijfers zeggen of aan indicatoren is voldaan, niet hoe het met de gezinnen gaat of waardoor dat komt."
RUSTIG = een(opgepakt=50)


def meting(gemeente: str = "Aaldorp", **anders: object) -> dict[str, Any]:
    vast = {"kant": "van", "meting_id": f"m-{gemeente}", "gemeente": gemeente, "aanpak": "Team A", "peiljaar": 2013}
    return {**vast, "bewijs": "volledige_toets", "dekking": "heel_kader", "basis": None} | anders


def grens(gemeente: str, dag: dt.date, ander: str, soort: str = "opgegaan_in") -> dict[str, Any]:
    return {"gemeente": gemeente, "datum": dag, "ander": ander, "soort": soort, "richting": "erbij"}


def zegt(
    wie: Uitslag, *metingen: dict[str, Any], grenzen: Sequence[dict[str, Any]] = (), **anders: bool
) -> tuple[str, ...]:
    return voorbehoud(wie, Omstandigheid(metingen=metingen, grenzen=grenzen, **anders))


def test_a_large_whole_tested_selection_has_only_the_reserve_that_always_holds() -> None:
    assert zegt(RUSTIG, meting()) == (ALTIJD,)


GEVALLEN: dict[str, tuple[Uitslag, dict[str, Any], str]] = {
    "coverage": (
        uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[BELEID]),
        {},
        "Hoe het in de andere negentien gemeenten van de ronde ‘GGSR op beleidsniveau’ gaat, is hieruit niet op te "
        "maken.",
    ),
    "coverage but for one": (
        uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[Ronde("Ronde B", 3, 2)]),
        {},
        "Hoe het in de andere gemeente van de ronde ‘Ronde B’ gaat, is hieruit niet op te maken.",
    ),
    "selection": (
        RUSTIG,
        {"metingen": [meting(dekking="selectie"), meting("Beekum", dekking="selectie", kant="naar")]},
        "Welk deel van het hele kader in orde is, is hieruit niet op te maken: alleen een selectie is afgedrukt.",
    ),
    "told": (
        een(opgepakt=50, verteld=10),
        {},
        "Voor de tien punten die zijn opgepakt volgens de gemeente zelf, heeft geen inspectie vastgesteld dat ze "
        "werkelijk zijn opgepakt.",
    ),
    "told once": (
        een(opgepakt=50, verteld=1),
        {},
        "Voor het punt dat is opgepakt volgens de gemeente zelf, heeft geen inspectie vastgesteld dat het werkelijk is "
        "opgepakt.",
    ),
    "unknown": (
        een(opgepakt=40, niet_beoordeeld=3),
        {},
        "Van drie punten is de stand onbekend. Het werkelijke aantal opgepakte punten ligt daardoor ergens tussen 40 "
        "en 43 van de 43.",
    ),
    "few: one of fifteen is 6.67, so 7": (
        een(opgepakt=10, niet_opgepakt=5),
        {},
        "Het gaat om kleine aantallen: bij vijftien beoordeelde punten scheelt één punt 7 procentpunt.",
    ),
    "two aanpakken in one gemeente": (
        RUSTIG,
        {"metingen": [meting(), meting(aanpak="Team B", meting_id="m2"), meting("Beekum")]},
        "Aaldorp telt met twee aanpakken mee; een indicator kan daar dus twee keer een verbeterpunt zijn.",
    ),
    "only verbeterpunten were looked at again": (
        RUSTIG,
        {"metingen": [meting(kant="naar", bewijs="hertoets_verbeterpunten")]},
        "Bij de hertoets is alleen naar de verbeterpunten gekeken: of wat eerder voldeed nog steeds voldoet, is niet "
        "bekend.",
    ),
    "on what it rests": (
        RUSTIG,
        {"metingen": [meting(bewijs="casusonderzoek", basis="3 van de circa 80 gezinnen.")]},
        "Aaldorp 2013 rust op: 3 van de circa 80 gezinnen.",
    ),
    "boundaries": (
        RUSTIG,
        {
            "grenzen": [
                grens("Aaldorp", dt.date(2015, 1, 1), "Klein Veen"),
                grens("Aaldorp", dt.date(2015, 1, 1), "Groot Veen", soort="deel_naar"),
            ]
        },
        "Op 1 januari 2015 veranderden de grenzen van Aaldorp (een deel van Groot Veen erbij en Klein Veen erbij): de "
        "cijfers van ervoor en erna gaan niet over precies hetzelfde gebied.",
    ),
    "a choice of bewijs": (
        RUSTIG,
        {"bewijs": True},
        "Verbeterpunten zonder het gekozen bewijs tellen niet mee; het aandeel van alle verbeterpunten is anders.",
    ),
    "onderwerpen": (
        RUSTIG,
        {"onderwerp": True},
        "De indeling in onderwerpen is een lezing van dit dashboard; de rapporten zelf kennen die niet.",
    ),
    "themas": (
        RUSTIG,
        {"thema": True},
        "Welk thema bij een indicator hoort, is deels een lezing van dit dashboard: de rapporten verschillen.",
    ),
    "more than one part": (
        RUSTIG,
        {"meer": True},
        "Cijfers van verschillende kaders of perioden gaan over andere indicatoren en zijn niet op te tellen.",
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_each_ground_gives_its_one_sentence(geval: str) -> None:
    wie, rond, zin = GEVALLEN[geval]
    overig = {naam: waarde for naam, waarde in rond.items() if naam != "metingen"}
    assert zegt(wie, *rond.get("metingen", ()), **overig) == (zin, ALTIJD)


@pytest.mark.parametrize(
    "wie",
    [
        pytest.param(uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[BELEID], gekozen=True), id="gemeente chosen"),
        pytest.param(uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[Ronde("B", 2, 2)]), id="all of the round"),
        pytest.param(een(opgepakt=40), id="forty points"),
        pytest.param(een(opgepakt=1), id="a single point"),
    ],
)
def test_no_sentence_without_its_ground(wie: Uitslag) -> None:
    assert zegt(wie, meting()) == (ALTIJD,)


def test_per_gemeente_two_aanpakken_are_one() -> None:
    per_gemeente = uitslag([plaats("Aaldorp", opgepakt=50)], eenheid="gemeente")
    assert zegt(per_gemeente, meting(), meting(aanpak="Team B", meting_id="m2")) == (ALTIJD,)


def test_many_samples_and_boundaries_are_told_in_one_sentence_each() -> None:
    metingen = [meting(f"Dorp {nr}", bewijs="casusonderzoek", basis="2 gezinnen") for nr in range(7)]
    grenzen = [grens(f"Dorp {nr}", dt.date(2015, 1, 1), "Veen") for nr in range(7)]
    assert zegt(RUSTIG, *metingen, grenzen=grenzen) == (
        "Zeven metingen rusten op een steekproef van gezinnen of dossiers.",
        "Bij zeven gemeenten veranderden de grenzen: reeksen lopen daarover niet zuiver door.",
        ALTIJD,
    )


def test_the_letter_itself_carries_selection_and_coverage() -> None:
    wie = uitslag([plaats("Alkmaar", niet_opgepakt=2)], rondes=[BELEID])
    letop = waarschuwingen(wie, Omstandigheid(metingen=[meting("Alkmaar", dekking="selectie")], grenzen=()))
    assert letop == (
        "Van Alkmaar is niet het hele kader afgedrukt, maar alleen de indicatoren die in minstens één aanpak een "
        "verbeterpunt hadden: over de rest van het kader zegt dit niets. Dit is geen landelijk beeld: van twee van de "
        "21 gemeenten uit de ronde ‘GGSR op beleidsniveau’ staat een rapport in deze verzameling, van de andere "
        "negentien niet."
    )
    bijna = uitslag([plaats("Aaldorp", niet_opgepakt=2)], rondes=[Ronde("Ronde B", 3, 2)])
    assert waarschuwingen(bijna, Omstandigheid(metingen=[meting()], grenzen=())) == (
        "Dit is geen landelijk beeld: van twee van de drie gemeenten uit de ronde ‘Ronde B’ staat een rapport in deze "
        "verzameling, van de andere gemeente niet."
    )
    beide = uitslag([plaats("Aaldorp", niet_opgepakt=2)], rondes=[Ronde("Ronde B", 3, 2), Ronde("Ronde C", 9, 1)])
    assert waarschuwingen(beide, Omstandigheid(metingen=[meting()], grenzen=())) == (
        "Dit is geen landelijk beeld: van twee van de drie gemeenten uit de ronde ‘Ronde B’ staat een rapport in deze "
        "verzameling, van de andere gemeente niet. Van één van de negen gemeenten uit de ronde ‘Ronde C’ staat een "
        "rapport in deze verzameling, van de andere acht niet."
    )
    assert waarschuwingen(RUSTIG, Omstandigheid(metingen=[meting()], grenzen=())) == ""
