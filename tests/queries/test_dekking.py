"""Coverage, from the rapporten's own words: 2 of 21, 1 of 4, 1 of 6."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import KADER


def test_dekking(bron: Bron) -> None:
    kolommen = ("kader_id", "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd", "jaar_van", "jaar_tot")
    assert rijen(bron.vraag("dekking"), *kolommen) == [
        # named: Alkmaar, Leeuwarden, Zwolle, and by inference Delft, Lelystad, Maastricht
        (BELEID, 21, 2, "Alkmaar, Leeuwarden", 6, 2013, 2014),
        (CASUS, 4, 1, "Zwolle", 4, 2013, 2014),
        (STELSEL, 6, 1, "Den Helder", 1, 2016, 2017),
    ]


def _in_ronde(metingen: str, ronde: str) -> str:
    kop, *regels = metingen.splitlines()
    return "\n".join([f"{kop}|ronde_id", *(f"{regel}|{ronde}" for regel in regels)])


def test_geen_rapport_is_nul_en_een_gemeente_telt_een_keer(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    # Twee was measured twice and by two aanpakken, Een once; of round q no rapport is here and nobody is named
    schets = KADER | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0002|Aanpak A\nb|FG0002|Aanpak B\nc|FG0001|Aanpak C",
        "onderzoeksrondes": "ronde_id|ronde|kader_id|jaar_van|jaar_tot|aantal_gemeenten|bron\n"
        "r|Ronde|fk|2012|2012|9|x\nq|Lege ronde|fk|2012|2012|7|x\np|Latere lege ronde|fk|2014|2014|5|x",
        "ronde_deelname": "ronde_id|gemeente_code|aanpak|bron\n"
        "r|FG0001||x\nr|FG0002|Aanpak A|x\nr|FG0002|Aanpak B|x\nr|FG0003||x",
    }
    gemeten = oordelen("a 2012-02-01 ed b1=X", "a 2012-09-01 ed b1=X", "b 2012-02-01 ed b1=X", "c 2012-02-01 ed b1=V")
    gemeten["metingen"] = _in_ronde(gemeten["metingen"], "r")
    kolommen = ("ronde_id", "kader_id", "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd")
    # the three shipped rounds stand between these, by year: none of their rapporten is here, all that took part is
    assert rijen(verzonnen(schets | gemeten).vraag("dekking"), *kolommen) == [
        ("q", "fk", 7, 0, None, 0),
        ("r", "fk", 9, 2, "Een, Twee", 3),
        ("ronde-ggsr-beleid", BELEID, 21, 0, None, 6),
        ("ronde-ggsr-casus", CASUS, 4, 0, None, 4),
        ("p", "fk", 5, 0, None, 0),
        ("ronde-wijkteams", STELSEL, 6, 0, None, 1),
    ]
