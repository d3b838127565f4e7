"""The data dictionary against every query and view: nothing missing, nothing idle, every cell as the column says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest

from pagina._agenda import zinnen as agenda
from pagina.beeld.status import BEVINDING
from pagina.delen.landkaart.soorten import ZONDER_AANDEEL
from pagina.uitvoer.inhoud import kolommen
from pagina.uitvoer.inhoud.lijsten import LIJSTEN
from pagina.uitvoer.inhoud.tabel import Soort, Tabel
from pagina.uitvoer.inhoud.uit_vraag import VIEWS, tabel_van
from pagina.uitvoer.opdrachten.vragen import GEEN_VRAAG
from queries import bron
from queries.lijst import vragen
from tests.pagina.uitvoer.geteld import Geteld
from tests.queries.hulp import ALKMAAR, ALLES, LEEUWARDEN, R_ALKMAAR

#: For each parameter a value that gives most queries rows.
GEVRAAGD: dict[str, Any] = ALLES | {
    "per": "thema", "gemeente": ALKMAAR, "rapport": R_ALKMAAR, "indicator": "beleid-doorzettingsmacht",
    "onderwerp": None, "kolom": "alkmaar-helpende-hand", "peildatum": dt.date(2018, 1, 1), "met_opgegaan": False,
    "alleen_open": False, "soorten": None, "kaders": None, "periode": "2013-2014",
}  # fmt: skip
#: Where another choice tells more: Leeuwarden has a successor, Alkmaar's follow-up waits.
ANDERS: dict[str, dict[str, Any]] = {"gemeente_aanpakken": {"gemeente": LEEUWARDEN}}
#: Nothing in the shipped leveringen is a concept.
ZONDER_RIJEN = {"niet_openbaar"}
#: What pandas calls the values of each soort.
DTYPES = {
    "tekst": {"object", "str"}, "keuze": {"object", "str"}, "datum": {"datetime64[us]"}, "janee": {"bool", "boolean"},
    "getal": {"int16", "int32", "int64", "Int16", "Int32", "Int64"}, "jaar": {"int16", "int32", "Int16", "Int32"},
}  # fmt: skip
TYPES = {"tekst": {str}, "keuze": {str}, "datum": {dt.date}, "janee": {bool}, "getal": {int}, "jaar": {int}}


class Vast:
    """A Vrager that has one answer."""

    datasetversie = methodeversie = "geen"
    kennisdatum = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    laatst_aanvaard = dt.date(2026, 1, 1)
    bevat_fictief = alles_fictief = bevat_concept = False

    def __init__(self, antwoord: pd.DataFrame) -> None:
        self.antwoord = antwoord

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:  # noqa: ARG002
        return self.antwoord

    def brokken(self, naam: str, **parameters: object) -> Iterator[pd.DataFrame]:  # noqa: ARG002
        return iter([self.antwoord] if len(self.antwoord) else [])

    def kopie(self, naam: str, **parameters: object) -> Geteld:  # noqa: ARG002
        return Geteld(len(self.antwoord))


@pytest.fixture(scope="module")
def antwoorden(geleverd_map: Path) -> Mapping[str, pd.DataFrame]:
    """The answer to every query and view, on the shipped leveringen."""
    feiten = bron(geleverd_map)
    los = {naam: feiten.vraag(naam, **GEVRAAGD | ANDERS.get(naam, {})) for naam in set(vragen()) - GEEN_VRAAG}
    return los | {view: feiten.vraag("bekijk", view=view) for view in VIEWS}


@pytest.fixture(scope="module")
def tabellen(antwoorden: Mapping[str, pd.DataFrame]) -> Mapping[str, Tabel]:
    """The same as tables."""
    return {vraag: tabel_van(Vast(antwoord), vraag, {}) for vraag, antwoord in antwoorden.items()}


def test_elke_kolom_staat_in_het_woordenboek(antwoorden: Mapping[str, pd.DataFrame]) -> None:
    weg = set()
    for vraag, antwoord in antwoorden.items():
        for naam in map(str, antwoord.columns):
            if kolommen.gaat_mee(vraag, naam):
                kolommen.kolom(vraag, naam)  # raises for one that is not there
            else:
                weg.add(naam)
    # the clock of a build is not even asked: `dataset` is the view of the contract
    assert weg == {
        "begrip_nr", "grenzen", "indicator_volgorde", "metingen", "overgenomen_van", "periode", "thema_volgorde",
    }  # fmt: skip


def test_elke_rij_van_het_woordenboek_wordt_gebruikt(antwoorden: Mapping[str, pd.DataFrame]) -> None:
    boek = set(kolommen._woordenboek())
    alle = {
        (vraag, str(naam))
        for vraag, antwoord in antwoorden.items()
        for naam in antwoord.columns
        if kolommen.gaat_mee(vraag, str(naam))
    }
    gebruikt = {(vraag, naam) if (vraag, naam) in boek else ("", naam) for vraag, naam in alle}
    assert boek - gebruikt == set()


def test_koppen_zijn_verschillend_binnen_een_tabel(tabellen: Mapping[str, Tabel]) -> None:
    for vraag, tabel in tabellen.items():
        koppen = [kolom.kop.casefold() for kolom in tabel.kolommen]
        assert len(set(koppen)) == len(koppen), (vraag, sorted(kop for kop in koppen if koppen.count(kop) > 1))


def test_elke_soort_past_bij_wat_de_vraag_geeft(
    antwoorden: Mapping[str, pd.DataFrame], tabellen: Mapping[str, Tabel]
) -> None:
    leeg = set()
    for vraag, tabel in tabellen.items():
        antwoord, rijen = antwoorden[vraag], list(tabel.rijen())
        assert len(rijen) == tabel.aantal == len(antwoord)
        leeg |= set() if rijen else {vraag}
        for nr, kolom in enumerate(tabel.kolommen):
            waarden = [rij[nr] for rij in rijen if rij[nr] is not None]
            if not waarden:
                continue
            assert len(waarden) == antwoord[kolom.naam].notna().sum()
            assert str(antwoord[kolom.naam].dtype) in DTYPES[kolom.soort], (vraag, kolom.naam)
            assert {type(waarde) for waarde in waarden} == TYPES[kolom.soort], (vraag, kolom.naam)
            if kolom.soort == "keuze":
                assert set(waarden) <= set(kolom.woorden), (vraag, kolom.naam)
            if kolom.soort == "jaar":
                assert all(1990 < waarde < 2100 for waarde in waarden if isinstance(waarde, int))
    assert leeg == ZONDER_RIJEN


def test_elke_regel_leest_als_een_uitleg() -> None:
    for (vraag, naam), rij in kolommen._woordenboek().items():
        waar = (vraag, naam)
        assert rij["kop"][0].isupper(), waar
        assert "_" not in rij["kop"] + rij["omschrijving"], waar
        assert rij["omschrijving"][0].isupper(), waar
        assert rij["omschrijving"].endswith("."), waar
        assert rij["soort"] in get_args(Soort), waar
        assert (rij["soort"] == "keuze") <= bool(rij["lijst"]), waar
        # a number says of what, but for the number of a page or a step
        assert bool(rij["eenheid"]) == (rij["soort"] == "getal" and naam not in {"pagina", "stap"}), waar


def test_het_woordenboek_staat_op_volgorde_en_noemt_niets_twee_keer() -> None:
    regels = kolommen.PAD.read_text(encoding="utf-8").splitlines()[1:]
    sleutels = [(naam, vraag) for vraag, naam in (regel.split(",")[:2] for regel in regels)]
    assert sleutels == sorted(set(sleutels))


@pytest.mark.parametrize(
    ("vraag", "naam", "kop", "soort", "eenheid"),
    [
        ("totalen", "opgepakt", "Opgepakt", "getal", "verbeterpunten"),
        ("gemeente_stand", "open", "Open", "janee", ""),  # of one verbeterpunt
        ("open_nu", "open", "Open", "getal", "verbeterpunten"),  # how many
        ("metingen", "niet_beoordeeld", "Niet beoordeeld", "getal", "oordelen"),
        ("onderwerp_actiepunten", "open", "Open", "getal", "actiepunten"),
        ("aandeel_per_gemeente", "rij", "Thema", "tekst", ""),
        ("aandeel_per_periode", "rij", "Rij", "tekst", ""),
    ],
)
def test_een_naam_die_elders_iets_anders_is(vraag: str, naam: str, kop: str, soort: str, eenheid: str) -> None:
    kolom = kolommen.kolom(vraag, naam)
    assert (kolom.naam, kolom.kop, kolom.soort, kolom.eenheid) == (naam, kop, soort, eenheid)


def test_een_kolom_die_er_niet_in_staat() -> None:
    with pytest.raises(KeyError, match="‘verzonnen’ van ‘totalen’"):
        kolommen.kolom("totalen", "verzonnen")


@pytest.mark.parametrize(
    ("vraag", "naam", "code", "woord"),
    [
        ("opvolging", "status", "nog_niet_hertoetst", "nog niet hertoetst"),
        ("opvolging", "bewijs_naar", "mondelinge_rapportage", "mondelinge rapportage door de gemeente"),
        ("bevindingen", "soort", "kan_beter", "punt dat beter kan"),
        ("actiepunten", "stand", "gemeld", "gedaan volgens de gemeente, niet getoetst"),
        ("agenda", "stand", "gemeld", "gemeld door de gemeente"),
        ("cel", "uitkomst", "niet_gedrukt", "niet afgedrukt"),
        # a cell of the heatmap may hold several verdicts
        ("cellen", "uitkomst_naar", "niet_beoordeeld + voldoet", "niet beoordeeld + voldoet"),
        ("rapporten", "soort", "opvolgfactsheet", "opvolgfactsheet"),  # no list: as the rapport says
    ],
)
def test_codes_worden_woorden(vraag: str, naam: str, code: str, woord: str) -> None:
    assert kolommen.zetter(vraag, naam)(code) == woord


def test_een_code_buiten_de_lijst_gaat_niet_stil_mee() -> None:
    with pytest.raises(KeyError, match="verzonnen"):
        kolommen.zetter("opvolging", "status")("verzonnen")


def test_lijsten_noemen_elke_code_van_de_gegevens() -> None:
    """The codes that data/controles/vorm.sql and data/schema.sql allow, copied by hand."""
    codes = {naam: set(lijst) for naam, lijst in LIJSTEN.items()}
    assert codes["uitkomst"] == {"voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"}
    assert codes["uitkomst_gedrukt"] == codes["uitkomst"] | {"niet_gedrukt"}
    assert codes["dekking"] == {"heel_kader", "selectie"}
    assert codes["niveau"] == {"beleid", "casus", "stelsel"}
    assert codes["grenswijziging"] == {"opgegaan_in", "deel_naar"}
    assert codes["stand_actie"] == {"open", "gemeld", "opgepakt", "vervallen"}
    assert codes["bevinding"] == set(BEVINDING)
    assert codes["bewijs"] == {
        "mondelinge_rapportage", "hertoets_verbeterpunten", "casusonderzoek", "stelselonderzoek", "volledige_toets",
    }  # fmt: skip
    assert codes["status"] == {
        "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
        "nog_niet_hertoetst", "vervallen",
    }  # fmt: skip


def test_lijsten_zeggen_wat_de_paginas_zeggen() -> None:
    def woorden(naam: str) -> dict[str, str]:
        return {code: woord.woord for code, woord in LIJSTEN[naam].items()}

    assert woorden("agendasoort") == agenda.SOORTEN
    assert woorden("agendastand") == agenda.STANDEN
    assert woorden("termijn") == agenda.TERMIJNEN
    kaart = {soort.sleutel: soort.woord for soort in ZONDER_AANDEEL}
    assert woorden("kaart") == kaart | {"beoordeeld": "beoordeeld"}


def test_elk_woord_is_er_een_keer_en_heeft_een_betekenis() -> None:
    gebruikt = {rij["lijst"] for rij in kolommen._woordenboek().values()} - {""}
    assert gebruikt == set(LIJSTEN)
    for lijst in LIJSTEN.values():
        assert len({woord.woord for woord in lijst.values()}) == len(lijst)
        assert all(woord.betekenis.endswith(".") for woord in lijst.values())


def test_de_csv_is_leesbaar_voor_iedereen() -> None:
    assert kolommen.PAD.read_bytes().startswith(b"vraag,kolom,kop,omschrijving,soort,eenheid,lijst\n")
