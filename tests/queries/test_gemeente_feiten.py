"""Who a gemeente is and what its borders did, read off data/gebieden."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, LEEUWARDEN, rijen
from tests.queries.schetsen import FUSIES, KADER

KOLOMMEN = ("gemeente", "richting", "soort", "ander")


def test_alkmaar_nam_twee_gemeenten_op(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_feiten", gemeente=ALKMAAR)
    assert rijen(antwoord, *KOLOMMEN) == [
        ("Alkmaar", "erbij", "opgegaan_in", "Graft-De Rijp"),
        ("Alkmaar", "erbij", "opgegaan_in", "Schermer"),
    ]
    assert {str(dag)[:10] for dag in antwoord["datum"]} == {"2015-01-01"}
    assert set(antwoord["provincie"]) == {"Noord-Holland"}


def test_opgegaan_en_een_deel_erbij(bron: Bron) -> None:
    graft = bron.vraag("gemeente_feiten", gemeente="GM0365")
    assert rijen(graft, *KOLOMMEN) == [("Graft-De Rijp", "weg", "opgegaan_in", "Alkmaar")]
    assert str(graft.loc[0, "geldig_tot"])[:10] == "2014-12-31"
    assert rijen(bron.vraag("gemeente_feiten", gemeente=LEEUWARDEN), *KOLOMMEN) == [
        ("Leeuwarden", "erbij", "deel_naar", "Boarnsterhim")
    ]


def test_zonder_grenswijziging_een_rij(bron: Bron) -> None:
    assert rijen(bron.vraag("gemeente_feiten", gemeente="GM0034"), *KOLOMMEN) == [("Almere", None, None, None)]
    assert bron.vraag("gemeente_feiten", gemeente="GM9999").empty


def test_oudste_eerst(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # FG0003: took in FG0002 on 2015-01-01, gave a part to FG0004 on 2015-06-01
    assert rijen(verzonnen(FUSIES).vraag("gemeente_feiten", gemeente="FG0003"), "richting", "ander_code") == [
        ("erbij", "FG0002"),
        ("weg", "FG0004"),
    ]


def test_een_ruil_op_een_dag(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    ruil = "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|deel_naar\nFG0002|FG0001|2015-01-01|deel_naar"
    antwoord = verzonnen(KADER | {"gebiedswijzigingen": ruil}).vraag("gemeente_feiten", gemeente="FG0001")
    assert rijen(antwoord, "richting", "ander") == [("erbij", "Twee"), ("weg", "Twee")]
