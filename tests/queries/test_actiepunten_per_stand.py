"""Actiepunten: Zwolle 7 aanbevelingen (summer 2015), Den Helder 4 verbeterpunten (first half of 2018), all open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import DEN_HELDER, R_DEN_HELDER, R_ZWOLLE, ZWOLLE, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, GEMELD, TWEE_VAN_ALLES


def test_vier_rapporten(bron: Bron) -> None:
    assert rijen(bron.vraag("actiepunten_per_stand")) == [
        (DEN_HELDER, "Den Helder", "open", 4, "2018-06", R_DEN_HELDER),
        (ZWOLLE, "Zwolle", "open", 7, "2015-08", R_ZWOLLE),
    ]


def test_standen_apart_en_het_laatste_jaar(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # "2015" lasts until December, so it is later than August 2015; a risico is no actiepunt
    bevindingen = """
        bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|opvolging_verwacht_van|opvolging_verwacht_tot|stand
        p1|r1|FG0001|aanbeveling|een|een|p. 1|2015|2015|open
        p2|r1|FG0001|verbeterpunt|twee|twee|p. 1|2015-06|2015-08|open
        p3|r1|FG0001|aanbeveling|drie|drie|p. 1|||gemeld
        p4|r1|FG0001|risico|vier|vier|p. 1|||
    """
    bron = verzonnen(DRIE_KEER_IN_EEN_JAAR | {"bevindingen": bevindingen})
    assert rijen(bron.vraag("actiepunten_per_stand"), "gemeente", "stand", "aantal", "verwacht_tot") == [
        ("Een", "gemeld", 1, None),
        ("Een", "open", 2, "2015"),
    ]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    assert rijen(verzonnen(TWEE_VAN_ALLES).vraag("actiepunten_per_stand"), "gemeente_code", "stand", "aantal") == [
        ("FG0001", "open", 1),
        ("FG0001", "vervallen", 1),
        ("FG0002", "open", 1),
    ]
    punten = {
        "bevindingen": """
        bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|stand
        p1|r2|FG0001|aanbeveling|Doe iets|Verzonnen|p. 1|open
        p2|r1|FG0001|aanbeveling|Doe meer|Verzonnen|p. 2|open
        p3|r1|FG0001|aanbeveling|En dit|Verzonnen|p. 2|open
    """
    }
    schets = {tabel: tekst for tabel, tekst in GEMELD.items() if not tabel.startswith("gemeld_")} | punten
    assert rijen(verzonnen(schets).vraag("actiepunten_per_stand"), "aantal", "rapporten") == [(3, "r1 + r2")]
