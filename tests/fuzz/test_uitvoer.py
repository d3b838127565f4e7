"""Selections and what leaves the house: the rows that plain Python counts, each cell as it was, never a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import strategies as st

from data.bouw.bouwen import bouw
from data.levering.vorm import tabellen
from data.voorbeeld import maak
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.tabel import Waarde
from pagina.uitvoer.vormen import formaten, ods, xlsx
from pagina.uitvoer.vormen.csv import DIALECTEN, lees_tabel_uit
from queries import Bron
from tests.data.voorbeeld.voorbeelden import lees
from tests.hoeveel import eigenschap

#: Texts of reports that a spreadsheet would run, that break a line, a column or a quote; put into the fictional facts.
VIJANDIG = (
    *('=HYPERLINK("http://boos.example")', "+1+1", "-2+3"),
    *("@SOM(A1)", "\u200b=1+1", "＝1+1", "'=1+1", "a;=1+1", "a,=1+1"),
    *('"aangehaald"', "a;b,c", "=cmd|' /C calc'!A0", " =1", "-", "- een"),
    *("€ 100,-", "#N/B", "1e5", "00123", "3-4", "\u202eboos", "🙂"),
)  # fmt: skip
#: The tables and columns of facts that hold a text that anybody may have written.
VRIJ = {"oordelen": ("toelichting", "opmerking"), "rapporten": ("titel",), "bevindingen": ("tekst", "titel")}


class Winkel:
    """A built database, its public views of steps and courses as plain rows, and what filters there are to choose."""

    def __init__(self, map_: Path) -> None:
        leveringen = map_ / "leveringen"
        maak(leveringen, gemeenten=3, jaren=4, zaad=7)
        _maak_vijandig(leveringen)
        bestand = bouw([leveringen], naar=map_ / "v.duckdb").bestand
        with duckdb.connect(bestand, read_only=True) as con:
            self.views = {
                naam: _rijen(con, naam) for naam in ("opvolging", "verloop", "oordelen", "stand", "bevindingen")
            }
            self.onderwerpen = {rij["onderwerp"]: rij["onderwerp_id"] for rij in _rijen(con, "opslag.onderwerp")}
            self.kaders = {rij["kader"]: rij["kader_id"] for rij in _rijen(con, "opslag.kader")}
            self.themas = {rij["thema_id"]: rij["thema"] for rij in _rijen(con, "opslag.thema")}
        self.bron = Bron(bestand)
        self.provincie = {rij["gemeente_code"]: rij["provincie"] for rij in lees(leveringen, "gemeenten")}
        gebieden = lees(leveringen, "gebiedswijzigingen")
        self.opgegaan = {rij["van"]: rij["naar"] for rij in gebieden if rij["soort"] == "opgegaan_in"}


@pytest.fixture(scope="module")
def winkel(tmp_path_factory: pytest.TempPathFactory) -> Winkel:
    return Winkel(tmp_path_factory.mktemp("verzonnen"))


def _maak_vijandig(map_: Path) -> None:
    for tabel, kolommen in VRIJ.items():
        for pad in sorted(map_.glob(f"*/{tabel}.csv")):
            with pad.open(encoding="utf-8", newline="") as bestand:
                rijen = list(csv.DictReader(bestand))
            for nummer, rij in enumerate(rijen):
                for kolom in kolommen:
                    rij[kolom] = VIJANDIG[nummer % len(VIJANDIG)] + (f" {nummer}" if kolom == "titel" else "")
            with pad.open("w", encoding="utf-8", newline="") as bestand:
                schrijver = csv.DictWriter(bestand, tabellen()[tabel], lineterminator="\n")
                schrijver.writeheader()
                schrijver.writerows(rijen)


def _rijen(con: duckdb.DuckDBPyConnection, view: str) -> list[dict[str, Any]]:
    antwoord = con.execute(f"select * from {view}")
    namen = [kolom[0] for kolom in antwoord.description or ()]
    return [dict(zip(namen, rij, strict=True)) for rij in antwoord.fetchall()]


@st.composite
def keuzes(draw: st.DrawFn) -> dict[str, Any]:
    """A selection, by numbers of what there is to choose: the test turns these into codes."""
    nummers = st.none() | st.lists(st.integers(0, 40), max_size=3)
    return {
        **{
            naam: draw(nummers)
            for naam in ("themas", "onderwerpen", "gemeenten", "provincies", "bewijzen", "statussen")
        },
        "kader": draw(st.integers(0, 5)),
        "periode": draw(st.none() | st.integers(0, 40)),
        "verloop": draw(st.booleans()),
    }


STATUSSEN = (
    *("opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld"),
    *("nog_niet_hertoetst", "vervallen"),
)
BEWIJZEN = (
    *("volledige_toets", "hertoets_verbeterpunten", "mondelinge_rapportage", "casusonderzoek", "stelselonderzoek"),
)


def _parameters(winkel: Winkel, keuze: Mapping[str, Any]) -> dict[str, Any]:
    """The choice in codes, as a query takes it."""
    kaders = sorted(winkel.kaders.values())
    kader = kaders[keuze["kader"] % len(kaders)]
    rijen = [rij for rij in _van(winkel, verloop=keuze["verloop"]) if winkel.kaders[rij["kader"]] == kader]
    perioden = sorted({_periode(rij) for rij in rijen}) or ["2013-2014"]
    mogelijk = {
        "themas": sorted(set(winkel.themas.values())),
        "onderwerpen": sorted(winkel.onderwerpen.values()),
        "gemeenten": sorted(winkel.provincie),
        "provincies": sorted(set(winkel.provincie.values())),
        "bewijzen": BEWIJZEN,
        "statussen": STATUSSEN,
    }
    codes = {
        naam: None if keuze[naam] is None else sorted({lijst[nr % len(lijst)] for nr in keuze[naam]})
        for naam, lijst in mogelijk.items()
    }
    if codes["themas"] is not None:
        # a page chooses a thema by its name, which stands for those of every edition
        codes["themas"] = [code for code, naam in winkel.themas.items() if naam in codes["themas"]]
    periode = None if keuze["periode"] is None else perioden[keuze["periode"] % len(perioden)]
    return {"kader": kader, "periode": periode, "verloop": keuze["verloop"], "eenheid": "aanpak", **codes}


def _periode(rij: Mapping[str, Any]) -> str:
    return f"{rij['jaar_van']}-{rij['jaar_naar'] or ''}"


def _van(winkel: Winkel, *, verloop: bool) -> Sequence[Mapping[str, Any]]:
    return winkel.views["verloop" if verloop else "opvolging"]


def _gekozen(winkel: Winkel, keuze: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The rows that a selection takes, in plain Python over the public view."""
    for rij in _van(winkel, verloop=keuze["verloop"]):
        eind = rij["gemeente_code"]
        plekken = {eind}
        while eind in winkel.opgegaan:
            eind = winkel.opgegaan[eind]
            plekken.add(eind)
        past = (
            winkel.kaders[rij["kader"]] == keuze["kader"]
            and keuze["periode"] in {None, _periode(rij)}
            and _in(keuze["gemeenten"], plekken)
            and _in(keuze["provincies"], {winkel.provincie[plek] for plek in plekken})
            and _in(keuze["onderwerpen"], {winkel.onderwerpen[rij["onderwerp"]]})
            and _in(keuze["bewijzen"], {rij["bewijs_naar"]})
            and _in(keuze["statussen"], {rij["status"]})
            and _in(None if keuze["themas"] is None else {winkel.themas[t] for t in keuze["themas"]}, {rij["thema"]})
        )
        if past:
            yield rij


def _in(gekozen: Sequence[str] | set[str] | None, waarden: set[Any]) -> bool:
    return gekozen is None or bool(set(gekozen) & waarden)


SLEUTEL = ("gemeente_code", "indicator_id", "aanpak_van", "jaar_van", "jaar_naar", "uitkomst_van", "status")


@eigenschap("filters en uitvoer", gewoon=12, lang=1000, keuze=keuzes())
def test_een_selectie_is_wat_python_telt(winkel: Winkel, keuze: dict[str, Any]) -> None:
    parameters = _parameters(winkel, keuze)
    verwacht = list(_gekozen(winkel, parameters))
    antwoord = winkel.bron.vraag("opvolging_tabel", **parameters).astype(object)
    gevonden = antwoord.where(antwoord.notna(), None)[list(SLEUTEL)].itertuples(index=False, name=None)
    assert Counter(gevonden) == Counter(tuple(rij[naam] for naam in SLEUTEL) for rij in verwacht)
    zonder = list(_gekozen(winkel, {**parameters, "statussen": None}))
    (totaal,) = winkel.bron.vraag("totalen", **parameters).to_dict("records")
    geteld = Counter(rij["status"] for rij in zonder if rij["was_verbeterpunt"])
    assert totaal["vastgesteld"] == geteld.total()
    for status in ("opgepakt", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen"):
        assert totaal[status] == geteld[status], status


@eigenschap("filters en uitvoer", gewoon=3, lang=150, keuze=keuzes(), dialect=st.sampled_from(sorted(DIALECTEN)))
def test_een_bestand_leest_terug(winkel: Winkel, keuze: dict[str, Any], dialect: str) -> None:
    parameters = _parameters(winkel, keuze)
    stuk = stuk_van(winkel.bron, "opvolging_tabel", parameters)
    verwacht = list(_gekozen(winkel, parameters))
    assert stuk.tabel.aantal == len(verwacht)
    if not verwacht:
        return
    inhoud = _bytes(stuk, f"csv-{dialect}")
    _geen_formule(inhoud, DIALECTEN[dialect].scheiding)
    kop, *rijen = lees_tabel_uit(inhoud, "t.csv")
    assert kop == [kolom.kop for kolom in stuk.tabel.kolommen]
    assert rijen == [[_tekst(cel, DIALECTEN[dialect].decimaal) for cel in rij] for rij in stuk.tabel.rijen()]
    plek = {kolom.naam: nr for nr, kolom in enumerate(stuk.tabel.kolommen)}
    teksten = Counter((rij[plek["gemeente"]], rij[plek["indicator"]], rij[plek["jaar_van"]]) for rij in rijen)
    assert teksten == Counter((rij["gemeente"], rij["indicator"], str(rij["jaar_van"])) for rij in verwacht)


@eigenschap(
    "filters en uitvoer", gewoon=1, lang=60, keuze=keuzes(), formaat=st.sampled_from(["ods", "xlsx"]),
)  # fmt: skip
def test_een_rekenblad_leest_terug(
    winkel: Winkel, tmp_path_factory: pytest.TempPathFactory, keuze: dict[str, Any], formaat: str
) -> None:
    stuk = stuk_van(winkel.bron, "opvolging_tabel", _parameters(winkel, keuze))
    inhoud = _bytes(stuk, formaat)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        xml = b"".join(zip_.read(naam) for naam in zip_.namelist() if naam.endswith(".xml"))
    assert not re.search(rb"<f>|<f |table:formula|<hyperlink\b.{0,200}boos", xml)
    pad = tmp_path_factory.getbasetemp() / f"t.{formaat}"
    pad.write_bytes(inhoud)
    kop, *rijen = {"ods": ods, "xlsx": xlsx}[formaat].lees_tabel(pad)
    assert kop == [kolom.kop for kolom in stuk.tabel.kolommen]
    assert [[_tekst(cel, ".") for cel in rij] for rij in rijen] == [
        [_tekst(cel, ".") for cel in rij] for rij in stuk.tabel.rijen()
    ]


@eigenschap(
    "filters en uitvoer", gewoon=1, lang=12, view=st.sampled_from(["oordelen", "stand", "bevindingen"]),
    dialect=st.sampled_from(sorted(DIALECTEN)), zaad=st.integers(),
)  # fmt: skip
def test_een_view_is_wat_erin_staat(winkel: Winkel, view: str, dialect: str, zaad: int) -> None:
    stuk = stuk_van(winkel.bron, view, {})
    inhoud = _bytes(stuk, f"csv-{dialect}")
    _geen_formule(inhoud, DIALECTEN[dialect].scheiding)
    _, *rijen = lees_tabel_uit(inhoud, "t.csv")
    assert len(rijen) == len(winkel.views[view])
    plek = next(nr for nr, kolom in enumerate(stuk.tabel.kolommen) if kolom.naam == "gemeente")
    assert Counter(rij[plek] for rij in rijen) == Counter(rij["gemeente"] for rij in winkel.views[view])


def _bytes(stuk: Stuk, formaat: str) -> bytes:
    naar = io.BytesIO()
    formaten.schrijf(stuk, formaat, naar)
    return naar.getvalue()


def _tekst(cel: Waarde, decimaal: str) -> str | None:
    """A value as a file holds it, said here once more."""
    if cel is None or cel == "":
        return None
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    return str(cel) if isinstance(cel, str) else str(cel).replace(".", decimaal)


def _geen_formule(inhoud: bytes, eigen: str) -> None:
    """No cell that a spreadsheet runs, opened with the separator that it was made for or with another."""
    tekst = inhoud.decode("utf-8-sig")
    for scheiding in {eigen, ";", ",", "\t"}:
        # behind a separator that was not meant as one a blank or quote may stand before the apostrophe that disarms
        voor, verdacht = ("[\u200b\ufeff \t\n]", "=+@-＝") if scheiding == eigen else (r"[\s\"\u200b\ufeff]", "=+@")
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding):
            for cel in rij:
                kaal = re.sub(f"^{voor}+", "", cel)
                assert not kaal.startswith(tuple(verdacht)) or re.fullmatch(r"-?[\d.,]+", cel), (cel, rij)
