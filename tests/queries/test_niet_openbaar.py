"""What is not public yet: the concept leveringen in force, with their rapporten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from data.bouw.bouwen import bouw
from queries import Bron
from tests.queries.hulp import rijen, schrijf_levering
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, FUSIES

KOP = "levering_id|formaat|aanvaard_op|concept|fictief|toelichting\nfictief|1|2020-12-31|ja|ja|Nog niet uit"


def _bron(map_: Path, *, concept: bool) -> Bron:
    """A database of one concept levering with two rapporten, with or without what is not public."""
    rapporten = "rapport_id|titel\nr1|Tweede\nr2|Eerste"
    levering = schrijf_levering(map_, DRIE_KEER_IN_EEN_JAAR | {"levering": KOP, "rapporten": rapporten})
    return Bron(bouw([levering], naar=map_ / "x.duckdb", concept=concept).bestand)


def test_een_concept_met_zijn_rapporten(tmp_path: Path) -> None:
    bron = _bron(tmp_path, concept=True)
    (rij,) = rijen(bron.vraag("niet_openbaar"), "levering_id", "toelichting", "rapporten")
    assert (*rij[:2], list(rij[2])) == ("fictief", "Nog niet uit", ["Eerste", "Tweede"])
    assert bron.bevat_concept


def test_wat_vervangen_is_staat_er_niet_en_zonder_rapport_is_er_geen(tmp_path: Path) -> None:
    """Of three concept leveringen the second replaces the first, and the last holds no rapport."""
    kop = "levering_id|formaat|aanvaard_op|concept|fictief|vervangt|reden\n"
    for naam, rest in (("eerste", "|"), ("tweede", "eerste|Beter gelezen"), ("derde", "|")):
        schets = {"levering": f"{kop}{naam}|1|2020-12-31|ja|ja|{rest}"}
        if naam != "derde":
            schets["rapporten"] = f"rapport_id|titel\nr1|Rapport, {naam} keer"
        schrijf_levering(tmp_path / naam, schets).rename(tmp_path / naam / naam)
    mappen = [tmp_path / naam for naam in ("eerste", "tweede", "derde")]
    bron = Bron(bouw(mappen, naar=tmp_path / "x.duckdb", concept=True).bestand)
    gevonden = rijen(bron.vraag("niet_openbaar"), "levering_id", "rapporten")
    assert [(levering, list(rapporten)) for levering, rapporten in gevonden] == [
        ("derde", []),
        ("tweede", ["Rapport, tweede keer"]),
    ]


def test_de_openbare_database_houdt_er_niets_van(tmp_path: Path) -> None:
    bron = _bron(tmp_path, concept=False)
    assert bron.vraag("niet_openbaar").empty
    assert not bron.bevat_concept


def test_zonder_concept_niets(bron: Bron, verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    assert bron.vraag("niet_openbaar").empty
    assert verzonnen(FUSIES).vraag("niet_openbaar").empty
