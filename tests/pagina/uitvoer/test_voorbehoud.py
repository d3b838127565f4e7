"""What cannot be concluded, rule by rule: each sentence appears when its ground is there, and only then."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from pagina.uitvoer.brief.uitslag import Ronde, Uitslag
from pagina.uitvoer.brief.voorbehoud import Omstandigheid, voorbehoud, waarschuwingen
from tests.pagina.uitvoer.test_alinea import BELEID, een, plaats, tel, uitslag

ALTIJD = "De cijfers zeggen of aan indicatoren is voldaan, niet hoe het met de gezinnen gaat of waardoor dat komt."
RUSTIG = een(opgepakt=50)


def meting(gemeente: str = "Aaldorp", **anders: object) -> dict[str, Any]:
    vast: dict[str, Any] = {
        "kant": "van",
        "meting_id": f"m-{gemeente}",
        "gemeente": gemeente,
        "aanpak": "Team A",
        "peiljaar": 2013,
    }
    return {
        **vast,
        "bewijs": "volledige_toets",
        "dekking": "heel_kader",
        "basis": None,
        "moment": dt.date(2013, 12, 31),
    } | anders


def grens(gemeente: str, dag: dt.date, ander: str, soort: str = "opgegaan_in") -> dict[str, Any]:
    return {"gemeente": gemeente, "datum": dag, "ander": ander, "soort": soort, "richting": "erbij"}


def zegt(
    wie: Uitslag,
    *metingen: dict[str, Any],
    grenzen: Sequence[dict[str, Any]] = (),
    anders_geteld: dict[str, Any] | None = None,
    **anders: bool,
) -> tuple[str, ...]:
    rond = Omstandigheid(metingen=metingen, grenzen=grenzen, anders_geteld=anders_geteld, **anders)
    return voorbehoud(wie, rond)


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
        uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[Ronde("Ronde B", 3, ("Aaldorp", "Beekum"))]),
        {},
        "Hoe het in de andere gemeente van de ronde ‘Ronde B’ gaat, is hieruit niet op te maken.",
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
        uitslag([plaats("Voorst aan Zee", opgepakt=40, niet_beoordeeld=3)], getoetst=(40, 40)),
        {},
        "Van drie punten is de stand onbekend. Het werkelijke aantal opgepakte punten ligt daardoor tussen 40 en 43 "
        "van de 43.",
    ),
    "few: one of fifteen is 6.67, so 7": (
        een(opgepakt=10, niet_opgepakt=5),
        {},
        "Het gaat om kleine aantallen: bij vijftien beoordeelde punten scheelt één punt 7 procentpunt.",
    ),
    "counted otherwise": (
        RUSTIG,
        {"anders_geteld": tel(opgepakt=6, niet_opgepakt=5)},
        "De manier van tellen maakt verschil: per indicator binnen een gemeente zijn het elf verbeterpunten, waarvan "
        "zes opgepakt.",
    ),
    "counted otherwise, and nothing assessed": (
        een(opgepakt=50, behouden=1),
        {"anders_geteld": tel(nog_niet_hertoetst=1)},
        "De manier van tellen maakt verschil: per indicator binnen een gemeente is het één verbeterpunt.",
    ),
    "only verbeterpunten were looked at again": (
        RUSTIG,
        {"metingen": [meting(kant="naar", bewijs="hertoets_verbeterpunten"), meting("Beekum", kant="naar")]},
        "Bij de hertoets in Aaldorp is alleen naar de verbeterpunten gekeken: of wat daar eerder voldeed nog steeds "
        "voldoet, is niet bekend.",
    ),
    "on what the later stand rests": (
        RUSTIG,
        {
            "metingen": [
                meting(basis="wat eerst was"),
                meting(kant="naar", peiljaar=2014, basis="Gesprek met de gemeente."),
            ]
        },
        "De stand van Aaldorp in 2014 rust op: Gesprek met de gemeente.",
    ),
    "boundaries between the metingen": (
        RUSTIG,
        {
            "metingen": [meting(kant="naar", moment=dt.date(2016, 1, 1))],
            "grenzen": [
                grens("Aaldorp", dt.date(2015, 1, 1), "Klein Veen"),
                grens("Aaldorp", dt.date(2015, 1, 1), "Groot Veen", soort="deel_naar"),
            ],
        },
        "Op 1 januari 2015 veranderden de grenzen van Aaldorp (een deel van Groot Veen erbij en Klein Veen erbij), "
        "tussen de metingen. De cijfers van ervoor en erna gaan niet over precies hetzelfde gebied.",
    ),
    "boundaries after the metingen": (
        RUSTIG,
        {
            "metingen": [meting(moment=dt.date(2014, 11, 25))],
            "grenzen": [grens("Aaldorp", dt.date(2015, 1, 1), "Klein Veen")],
        },
        "Op 1 januari 2015 veranderden de grenzen van Aaldorp (Klein Veen erbij), na de metingen. De cijfers gaan over "
        "het gebied van daarvoor.",
    ),
    "a gemeente was chosen": (
        uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[BELEID], gekozen=True),
        {},
        "Over andere gemeenten van de ronde ‘GGSR op beleidsniveau’ (in totaal 21) zegt dit niets.",
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


VAN_EEN = "Van één punt is de stand onbekend."


@pytest.mark.parametrize(
    ("punten", "getoetst", "zin"),
    [
        # as Leeuwarden and Alkmaar come to together: ten told, five tested, one of which nothing is known
        (
            {"opgepakt": 10, "verteld": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1},
            (5, 0),
            f"{VAN_EEN} Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor tussen tien en elf van de "
            "zestien. Van de opgepakte punten is er geen opnieuw getoetst.",
        ),
        (
            {"opgepakt": 5, "verteld": 4, "nog_niet_hertoetst": 2},
            (1, 1),
            "Van twee punten is de stand onbekend. Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor "
            "tussen vijf en zeven van de zeven. Van de opgepakte punten is er één opnieuw getoetst.",
        ),
        (
            {"opgepakt": 5, "verteld": 2, "vervallen": 1},
            (3, 3),
            f"{VAN_EEN} Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor tussen vijf en zes van de "
            "zes. Van de opgepakte punten zijn er drie opnieuw getoetst.",
        ),
        # what a gemeente told it had not picked up is no more certain
        (
            {"niet_opgepakt": 5, "niet_beoordeeld": 1},
            (3, 0),
            f"{VAN_EEN} Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor tussen nul en één van de "
            "zes.",
        ),
        # a choice of nothing but what was told
        (
            {"deels_opgepakt": 2, "niet_beoordeeld": 1},
            None,
            f"{VAN_EEN} Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor tussen nul en één van de "
            "drie.",
        ),
        (
            {"niet_opgepakt": 5, "niet_beoordeeld": 1},
            (5, 0),
            f"{VAN_EEN} Het werkelijke aantal opgepakte punten ligt daardoor tussen nul en één van de zes.",
        ),
    ],
)
def test_a_range_is_not_certain_where_it_rests_on_what_was_told(
    punten: dict[str, int], getoetst: tuple[int, int] | None, zin: str
) -> None:
    assert zin in zegt(uitslag([plaats("Aaldorp", "GF0001", **punten)], getoetst=getoetst))


@pytest.mark.parametrize("geval", GEVALLEN)
def test_each_ground_gives_its_one_sentence(geval: str) -> None:
    wie, rond, zin = GEVALLEN[geval]
    overig = {naam: waarde for naam, waarde in rond.items() if naam != "metingen"}
    assert zegt(wie, *rond.get("metingen", ()), **overig) == (zin, ALTIJD)


@pytest.mark.parametrize(
    "wie",
    [
        pytest.param(
            uitslag([plaats("Alkmaar", opgepakt=50)], rondes=[Ronde("B", 2, ("Aaldorp", "Beekum"))]),
            id="all of the round",
        ),
        pytest.param(een(opgepakt=40), id="forty points"),
        pytest.param(een(opgepakt=1), id="a single point"),
        pytest.param(een(niet_beoordeeld=5), id="nothing assessed: the paragraph says so"),
    ],
)
def test_no_sentence_without_its_ground(wie: Uitslag) -> None:
    assert zegt(wie, meting()) == (ALTIJD,)


def test_counted_otherwise_but_to_the_same_is_no_ground() -> None:
    assert zegt(RUSTIG, meting(), anders_geteld=tel(opgepakt=50)) == (ALTIJD,)


def test_boundaries_in_many_gemeenten_are_one_sentence() -> None:
    grenzen = [grens(f"Dorp {nr}", dt.date(2015, 1, 1), "Veen") for nr in range(7)]
    assert zegt(RUSTIG, meting(), grenzen=grenzen) == (
        "Bij zeven gemeenten veranderden de grenzen: reeksen lopen daarover niet zuiver door.",
        ALTIJD,
    )


def letop(wie: Uitslag, *metingen: dict[str, Any]) -> str:
    return waarschuwingen(wie, Omstandigheid(metingen=metingen, grenzen=()))


def test_the_letter_itself_carries_selection_and_a_small_sample() -> None:
    assert letop(RUSTIG, meting("Alkmaar", dekking="selectie")) == (
        "Van Alkmaar (2013) is niet het hele kader afgedrukt, maar een selectie. Een aandeel dat daarop rust, zegt "
        "niets over het kader als geheel."
    )
    assert letop(RUSTIG, meting("Zwolle", bewijs="casusonderzoek", basis="3 van circa 80 gezinnen.")) == (
        "Het oordeel over Zwolle in 2013 rust op: 3 van circa 80 gezinnen."
    )
    veel = [meting(f"Dorp {nr}", bewijs="casusonderzoek", basis="2 gezinnen") for nr in range(7)]
    assert letop(RUSTIG, *veel) == "Zeven metingen rusten op een steekproef van gezinnen of dossiers."
    assert letop(RUSTIG, meting()) == ""


def test_the_coverage_of_several_rounds_stands_under_the_paragraph_and_of_one_in_it() -> None:
    b, c = Ronde("Ronde B", 3, ("Aaldorp", "Beekum")), Ronde("Ronde C", 9, ("Aaldorp",))
    punten = [plaats("Aaldorp", niet_opgepakt=2)]
    assert letop(uitslag(punten, rondes=[b, c]), meting()) == (
        "Dit is geen landelijk beeld: van twee van de drie gemeenten uit de ronde ‘Ronde B’ is een rapport verwerkt. "
        "Van één van de negen gemeenten uit de ronde ‘Ronde C’ is een rapport verwerkt."
    )
    assert letop(uitslag(punten, rondes=[b]), meting()) == ""
    assert letop(uitslag(punten, rondes=[b, c], gekozen=True), meting()) == ""
