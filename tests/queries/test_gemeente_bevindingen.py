"""What reports say in words of one gemeente, and when follow-up was announced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, DEN_HELDER, ZWOLLE, oordelen, rijen
from tests.queries.schetsen import GEMELD, KADER

FUSIE = (
    KADER
    | {
        "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2021-01-01|opgegaan_in",
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B",
        "bevindingen": """
            bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|opvolging_verwacht_van|opvolging_verwacht_tot|stand
            v1|r1|FG0001|aanbeveling|Doe iets|Verzonnen|p|2021-02||gemeld
            v2|r1|FG0002|sterk_punt|Goed zo|Verzonnen|p|||
        """,
    }
    | oordelen("a 2019-06-01 ed b1=X")
)


def test_zwolle(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_bevindingen", gemeente=ZWOLLE)
    assert Counter(antwoord["soort"]) == {
        "sterk_punt": 3, "kan_beter": 8, "risico": 2, "verklaring": 2, "oordeel": 1, "aanbeveling": 7, "reactie": 4,
    }  # fmt: skip
    acties = antwoord[antwoord["soort"] == "aanbeveling"]
    assert {str(dag)[:10] for dag in acties["uiterste_dag"]} == {"2015-08-31"}
    assert set(acties["stand"]) == {"open"}
    assert not antwoord["later_gemeten"].any()
    assert list(acties.iloc[0]["indicatoren"]) == ["casus-alle-leefgebieden", "casus-probleemanalyse"]


def test_den_helder_en_alkmaar(bron: Bron) -> None:
    helder = bron.vraag("gemeente_bevindingen", gemeente=DEN_HELDER)
    punten = helder[helder["soort"] == "verbeterpunt"]
    assert {str(dag)[:10] for dag in punten["uiterste_dag"]} == {"2018-06-30"}
    assert len(punten) == 4
    assert rijen(bron.vraag("gemeente_bevindingen", gemeente=ALKMAAR), "soort", "uiterste_dag") == [
        ("reactie", None),
        ("risico", None),
    ]


def test_van_wat_er_in_opging(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(FUSIE).vraag("gemeente_bevindingen", gemeente="FG0002")
    assert rijen(antwoord, "bevinding_id", "gemeente", "stand") == [("v1", "Een", "gemeld"), ("v2", "Twee", None)]
    # announced from a month on, without an end: no last day, so never overdue
    assert rijen(antwoord, "opvolging_verwacht_van", "uiterste_dag")[0] == ("2021-02", None)
    # the rapport is of 2020, the only meting of 2019
    assert not antwoord["later_gemeten"].any()


def test_later_gemeten(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    rapporten = "rapport_id|titel|gepubliceerd\nr1|Het eerste|2020\nr2|Het tweede|2022"
    schets = FUSIE | oordelen("a 2019-06-01 ed b1=X", "b 2021-06-01 ed b1=V") | {"rapporten": rapporten}
    later = {
        tabel: schets[tabel]
        .replace("b-2021-06-01|r1", "b-2021-06-01|r2")
        .replace("b-2021-06-01|b1|r1", "b-2021-06-01|b1|r2")
        for tabel in ("meting_rapport", "oordelen")
    }
    antwoord = verzonnen(schets | later).vraag("gemeente_bevindingen", gemeente="FG0002")
    assert antwoord["later_gemeten"].all()
    # of the first rapport only the year is known, so its last day: a meting on that very day is not later
    zelfde_dag = {tabel: tekst.replace("2021-06-01", "2020-12-31") for tabel, tekst in (schets | later).items()}
    assert not verzonnen(zelfde_dag).vraag("gemeente_bevindingen", gemeente="FG0002")["later_gemeten"].any()
    assert not verzonnen(schets | later).vraag("gemeente_bevindingen", gemeente="FG0001")["later_gemeten"].any()


def test_in_welk_rapport_het_is_gemeld(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GEMELD).vraag("gemeente_bevindingen", gemeente="FG0001")
    assert rijen(antwoord, "bevinding_id", "stand", "gemeld_in", "gemeld_rapport", "gemeld_op") == [
        ("g1", None, None, None, None),
        ("p1", "gemeld", "r2", "De reactie van Een", "2021-05"),
        ("p2", "open", None, None, None),
    ]


def test_zonder_meting_is_er_geen_latere_en_een_dag_staat_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # of both rapporten the day is known no better than the year, and Een was never measured
    schets = KADER | {
        "rapporten": "rapport_id|titel|gepubliceerd\nr1|Het eerste|2020\nr2|Het tweede|2020",
        "bevindingen": "bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats\n"
        "v1|r2|FG0001|risico|Een|x|p. 1\nv2|r1|FG0001|risico|Twee|x|p. 1",
    }
    antwoord = verzonnen(schets).vraag("gemeente_bevindingen", gemeente="FG0001")
    assert rijen(antwoord, "bevinding_id", "rapport_id", "later_gemeten") == [("v2", "r1", False), ("v1", "r2", False)]
