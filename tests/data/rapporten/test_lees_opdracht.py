"""`python -m data lees`: a report of our own from file to voorstel, every way it ends, and the real reports."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pytest

from data.__main__ import main
from data.bouw.bouwen import bouw
from data.instellingen import PRODUCT
from data.opdrachten import lees as opdracht
from data.rapporten.bekend import Bekend, bekend
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel import Voorstel, maak, vergelijk, voeg_meting_toe, wijzig_kop
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import OVERLEG, SCHOLEN, WACHTTIJD, als_levering, keurt, lees, rond_af, winkel
from tests.geleverd import NASLAG, kopieer

BRONNEN = Path(__file__).parents[4] / "shared" / "bronnen"
LEVERINGEN = PRODUCT / "data" / "leveringen"

RAPPORT = f"""Samenwerkend Toezicht Jeugd

Uitkomsten hertoets Proefstad

Aanpak: Nieuwe aanpak

Maart 2017

Inleiding

In 2014 heeft STJ in Proefstad de aanpak 'Nieuwe aanpak' op beleidsniveau getoetst. Op 3 oktober 2016 heeft STJ met de \
gemeente Proefstad besproken op welke wijze de verbeterpunten zijn opgepakt.

Uitkomsten

Vindplaatsen\t\t
Indicator\t2014\t2016
{SCHOLEN}\t✓ Elke school heeft een aanspreekpunt.\t✓ Dat is zo gebleven.
{WACHTTIJD}\tX Sommige gezinnen wachten lang.\t

Samenspel\t\t
Indicator\t2014\t2016
{OVERLEG}\tX Zij bespreken niets.\t✗ Ook nu niet.
"""


@pytest.fixture
def klein(doos: Doos, monkeypatch: pytest.MonkeyPatch) -> Doos:
    """The small store is the product's."""
    monkeypatch.setattr("data.rapporten.bekend.NASLAG", ())
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(winkel(doos).map))
    return doos


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    pad = tmp_path / "hertoets.txt"
    pad.write_text(RAPPORT, encoding="utf-8")
    return pad


def test_van_bestand_tot_voorstel(
    klein: Doos, rapport: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lees", str(rapport), "--naar", str(tmp_path / "voorstel")]) == 0
    velden = ("aanpak", "peiljaar", "indicator_id", "uitkomst", "teken_gedrukt", "toelichting")
    assert [tuple(rij[veld] for veld in velden) for rij in lees(tmp_path / "voorstel" / "oordelen.csv")] == [
        ("Nieuwe aanpak", "2014", "i1", "voldoet", "✓", "Elke school heeft een aanspreekpunt."),
        ("Nieuwe aanpak", "2016", "i1", "voldoet", "✓", "Dat is zo gebleven."),
        ("Nieuwe aanpak", "2014", "i2", "verbeterpunt", "X", "Sommige gezinnen wachten lang."),
        ("Nieuwe aanpak", "2016", "i2", "niet_beoordeeld", "", ""),
        ("Nieuwe aanpak", "2014", "i3", "verbeterpunt", "X", "Zij bespreken niets."),
        ("Nieuwe aanpak", "2016", "i3", "verbeterpunt", "✗", "Ook nu niet."),
    ]
    uit = capsys.readouterr().out
    for zin in (
        "Gemeente:     Proefstad",
        "Gepubliceerd: maart 2017",
        "Kader:        Proefkader (niveau beleid)",
        "Aanpak:       Nieuwe aanpak (staat al in de verzameling)",
        "Nieuwe aanpak 2016: 3 oordelen",
        "De cel is leeg: niet beoordeeld. [oordeel 4:",
        "hier verbeterpunt (X), in de verzameling niet beoordeeld (lege cel)",
        "Er is niets aanvaard.",
    ):
        assert zin in uit


def test_zonder_oordelen(klein: Doos, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = tmp_path / "brief.txt"
    brief.write_text("Aan de inspectie\n\nDe gemeente Proefstad heeft de aanbevelingen besproken.\n", encoding="utf-8")
    assert main(["lees", str(brief), "--naar", str(tmp_path / "voorstel")]) == 0
    assert "Er is geen oordeel per indicator herkend." in capsys.readouterr().out
    assert lees(tmp_path / "voorstel" / "oordelen.csv") == []


def test_wat_niet_kan_laat_niets_achter(
    klein: Doos, rapport: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    leeg, vol = tmp_path / "leeg.pdf", tmp_path / "vol"
    leeg.write_bytes(b"")
    vol.mkdir()
    (vol / "brief.txt").write_text("hallo")
    doel = tmp_path / "voorstel"
    for bestand, naar in (
        (leeg, doel),
        (tmp_path / "weg.txt", doel),
        (tmp_path, doel),
        (rapport, vol),
        (rapport, rapport),
    ):
        voor = sorted(tmp_path.rglob("*"))
        assert main(["lees", str(bestand), "--naar", str(naar)]) == 1
        fout = capsys.readouterr()
        assert fout.out == ""
        assert fout.err.count("\n") == 1
        assert sorted(tmp_path.rglob("*")) == voor

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opdracht, "lees_rapport", stop)
    assert main(["lees", str(rapport), "--naar", str(doel)]) == 1
    assert capsys.readouterr().err == "Het lezen is gestopt; er is niets geschreven.\n"
    assert not doel.exists()


# the real reports

WAAR = {
    "000_380ac783e8fd5e25": "alkmaar-2015",
    "001_f8eb0c1aeaa2846d": "alkmaar-2015",
    "002_c669e5a01401b566": "zwolle-2014",
    "003_68cacd33ba984c90": "den-helder-2017",
    "004_6d8eea15a7d555cb": "leeuwarden-2015",
}
echt = pytest.mark.skipif(not BRONNEN.is_dir(), reason="de rapporten zelf staan niet in deze verzameling")
Oordeel = tuple[str, str, str, str, str]


def gelezen(naam: str, weten: Bekend, naar: Path) -> Voorstel:
    pad = BRONNEN / f"{naam}.txt"
    return maak(lees_rapport(pad, naam=pad.name, bekend=weten), pad, naam=pad.name, bekend=weten, naar=naar)


def geleverd(levering: str) -> list[Oordeel]:
    """The shipped verdicts of a levering: aanpak, peiljaar, indicator, uitkomst, sign."""
    map_ = LEVERINGEN / levering
    if not (map_ / "oordelen.csv").is_file():
        return []
    aanpak = {rij["aanpak_id"]: rij["aanpak"] for rij in lees(map_ / "aanpakken.csv")}
    meting = {rij["meting_id"]: (aanpak[rij["aanpak_id"]], rij["peiljaar"]) for rij in lees(map_ / "metingen.csv")}
    return sorted(
        (*meting[rij["meting_id"]], rij["indicator_id"], rij["uitkomst"], rij["teken_gedrukt"])
        for rij in lees(map_ / "oordelen.csv")
    )


@echt
@pytest.mark.parametrize(("naam", "levering"), WAAR.items())
def test_de_echte_rapporten(naam: str, levering: str, tmp_path: Path) -> None:
    """In a store that has no facts at all: exactly the shipped verdicts."""
    v = gelezen(naam, bekend(NASLAG), tmp_path / "voorstel")
    velden = ("aanpak", "peiljaar", "indicator_id", "uitkomst", "teken_gedrukt")
    rijen = lees(v.map / "oordelen.csv")
    assert sorted(tuple(rij[veld] for veld in velden) for rij in rijen) == geleverd(levering)
    assert (v.kop["staat_in"], v.kop["vervangt"]) == ("", "")
    assert bool(v.kop["melding"]) is (levering == "den-helder-2017")
    if v.kop["melding"]:
        assert v.kop["melding"].endswith("16 van de 16 indicatoren zijn herkend.")


@echt
def test_een_verzameling_uit_de_rapporten_zelf(tmp_path: Path) -> None:
    """The four rapporten, read one after the other into a store without facts, give the known answers."""
    mappen = tmp_path / "leveringen"
    mappen.mkdir()
    for naam, levering in WAAR.items():
        if naam.startswith("001"):
            continue
        weten = bekend([*NASLAG, mappen])
        v = gelezen(naam, weten, tmp_path / naam)
        if levering == "den-helder-2017":
            meting = voeg_meting_toe(v, aanpak=v.aanpakken[0]["aanpak"], peiljaar="2016", bekend=weten)
            assert meting["meting_id"] == "den-helder-sociaal-wijkteam-2016-stelseltoezicht"
        rond_af(v, weten)
        als_levering(v, weten, mappen, levering_id=levering)
    bouw([mappen], naar=tmp_path / "proef.duckdb")
    with duckdb.connect(tmp_path / "proef.duckdb", read_only=True) as con:
        # 10 of Leeuwarden opgepakt, 2 behouden; of Alkmaar 5 niet, 1 niet beoordeeld (ontwerp, section 4)
        vraag = "select status, count(*) from opvolging where jaar_naar = 2014 group by all order by all"
        assert con.execute(vraag).fetchall() == [
            ("behouden", 2),
            ("niet_beoordeeld", 1),
            ("niet_opgepakt", 5),
            ("opgepakt", 10),
        ]
        assert con.execute("select gemeente, count(*) from stand where open group by all order by all").fetchall() == [
            ("Alkmaar", 6),
            ("Zwolle", 11),
        ]


@echt
def test_de_tweede_weergave_van_alkmaar(tmp_path: Path) -> None:
    """By its cells alone, in a store that does not know this file; accepted with its own words, it builds."""
    mappen = kopieer(tmp_path / "leveringen")
    pad = mappen / "alkmaar-2015" / "weergaven.csv"
    som = hashlib.sha256((BRONNEN / "001_f8eb0c1aeaa2846d.txt").read_bytes()).hexdigest()
    regels = pad.read_text("utf-8").splitlines(keepends=True)
    pad.write_text("".join(regel for regel in regels if som not in regel), "utf-8")
    weten = bekend([*NASLAG, mappen])
    v = gelezen("001_f8eb0c1aeaa2846d", weten, tmp_path / "voorstel")
    gelijk = vergelijk(v, weten)
    assert (gelijk.rapport_id, gelijk.zelfde_bestand) == ("stj-alkmaar-2015", False)
    assert (gelijk.aantal("gelijk"), len(gelijk.cellen)) == (12, 12)
    wijzig_kop(v, "toelichtingen", "gedrukt", bekend=weten)
    rond_af(v, weten)
    nieuw = als_levering(v, weten, mappen, levering_id="alkmaar-2015-2")
    eerste = lees(nieuw / "oordelen.csv")[0]
    assert eerste["toelichting"] == v.oordelen[0]["toelichting"]
    keurt([*NASLAG, mappen])
