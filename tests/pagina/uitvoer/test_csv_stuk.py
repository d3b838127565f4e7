"""A whole file as CSV: its rows as they stream out, its provenance, and how it reads back."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import strategies as st

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Tabel, tabel, zwijg
from pagina.uitvoer.vormen.csv import (
    lees_dialect,
    lees_herkomst,
    lees_tabel,
    lees_tabel_uit,
    schrijf_excel_nl,
    schrijf_rfc4180,
    schrijf_tabel,
)
from pagina.uitvoer.vormen.herkomstkolommen import herkomst_kolommen
from tests.hoeveel import eigenschap
from tests.pagina.uitvoer.lastig import HERKOMST, KOLOMMEN, lastig_stuk, teruggelezen

SCHRIJVERS = {"excel-nl": schrijf_excel_nl, "rfc4180": schrijf_rfc4180}

#: The one rapport of `lastig`, as a cell of the Dutch dialect has it.
RAPPORT_IN_CEL = '"Hulp aan gezinnen in Súdhoek (Inspectie; Jeugd, juni 2015)"'


def als_bytes(stuk: Stuk, dialect: str, meld: Callable[[int], None] = zwijg) -> bytes:
    naar = io.BytesIO()
    SCHRIJVERS[dialect](stuk, naar, meld)
    return naar.getvalue()


def op_schijf(map_: Path, inhoud: bytes) -> Path:
    pad = map_ / "bestand.csv"
    pad.write_bytes(inhoud)
    return pad


def test_excel_nl_is_byte_voor_byte_zo() -> None:
    een = tabel("t", "T", (Kolom("g", "Gemeente", "", "tekst"), Kolom("n", "Aantal", "", "getal")), [("=Á; b", -2)])
    herkomst = dataclasses.replace(HERKOMST, fictief=False, pad="", selectie=(("Kader", "GGSR"),), opdracht="doe")
    namen = ["exportnummer", "selectie", "telling", "rapporten", "link", "opdracht", "datasetversie"]
    kop = ";".join(f"Herkomst: {naam}" for naam in namen)
    assert als_bytes(lastig_stuk(een, herkomst), "excel-nl").decode("utf-8") == (
        f"\ufeffGemeente;Aantal;{kop};Herkomst: methodeversie;Herkomst: kennisdatum\r\n"
        f'"\'=Á; b";-2;{herkomst.exportnummer};Kader: GGSR;per aanpak;{RAPPORT_IN_CEL};;doe --versie 3f9a1c2b4d5e;'
        "3f9a1c2b4d5e;7;2026-11-22\r\n"
    )


def test_rfc4180_heeft_geen_merkteken_en_een_komma() -> None:
    inhoud = als_bytes(lastig_stuk(), "rfc4180")
    assert inhoud.startswith(b"Gemeente,Toelichting,Jaar,")
    assert b",-1234.5,0,2000-02-29," in inhoud
    assert b";-1234,5;0;2000-02-29;" in als_bytes(lastig_stuk(), "excel-nl")


@pytest.mark.parametrize("dialect", SCHRIJVERS)
def test_de_waarden_lezen_gelijk_terug(dialect: str, tmp_path: Path) -> None:
    pad = op_schijf(tmp_path, als_bytes(lastig_stuk(), dialect))
    assert lees_dialect(pad) == dialect
    assert lees_tabel(pad) == teruggelezen(dialect)


@pytest.mark.parametrize("dialect", SCHRIJVERS)
def test_geen_cel_wordt_als_formule_uitgevoerd(dialect: str) -> None:
    regels = als_bytes(lastig_stuk(), dialect).decode("utf-8-sig")
    for scheiding in ";,\t":
        for rij in csv.reader(io.StringIO(regels, newline=""), delimiter=scheiding):
            gevaarlijk = [cel for cel in rij if cel.lstrip(' "\n').startswith(("=", "+", "@"))]
            assert gevaarlijk == []


@eigenschap(
    "filters en uitvoer",
    gewoon=120,
    lang=2500,
    dialect=st.sampled_from(sorted(SCHRIJVERS)),
    rijen=st.lists(
        st.tuples(
            # letters that make formulas, separators and quotes, more often than chance would
            st.text(st.sampled_from("=+-@'\";,\t\n ab1＝\u200b\ufeff"), max_size=8),
            st.none() | st.integers(),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_elke_tekst_komt_terug(dialect: str, rijen: list[Rij]) -> None:
    kolommen = (Kolom("a", "Tekst", "", "tekst"), Kolom("b", "Getal", "", "getal"))
    terug = lees_tabel_uit(als_bytes(lastig_stuk(tabel("t", "T", kolommen, rijen)), dialect), "t.csv")
    assert terug == [["Tekst", "Getal"], *([a or None, None if b is None else str(b)] for a, b in rijen)]


def test_de_herkomst_leest_terug(tmp_path: Path) -> None:
    for dialect in SCHRIJVERS:
        assert lees_herkomst(op_schijf(tmp_path, als_bytes(lastig_stuk(), dialect))) == {
            "exportnummer": HERKOMST.exportnummer,
            "selectie": "Kader: GGSR beleid; Periode: 2013 → 2014",
            "telling": "per aanpak",
            "rapporten": "Hulp aan gezinnen in Súdhoek (Inspectie; Jeugd, juni 2015)",
            "link": "https://verbeterpunten.voorbeeld.nl/kamerbrief?kader=ggsr-beleid&versie=3f9a1c2b4d5e&methode=7",
            "opdracht": "python -m pagina.uitvoer kamerbrief --kader ggsr-beleid --versie 3f9a1c2b4d5e",
            "datasetversie": "3f9a1c2b4d5e",
            "methodeversie": "7",
            "kennisdatum": "2026-11-22",
            "fictief": True,
            "niet_openbaar": False,
        }


def test_veel_rapporten_zijn_een_aantal_met_waar_de_lijst_staat() -> None:
    een = HERKOMST.rapporten[0]
    aantallen = {}
    for aantal in (0, 12, 13):
        rapporten = tuple(dataclasses.replace(een, titel=f"Rapport {nr}.", uitgever="") for nr in range(aantal))
        herkomst = dataclasses.replace(HERKOMST, rapporten=rapporten)
        (waarde,) = (w for kolom, w in herkomst_kolommen(herkomst) if kolom.naam == "herkomst_rapporten")
        aantallen[aantal] = waarde
    assert aantallen[0] is None
    assert str(aantallen[12]).split("; ")[0] == "Rapport 0 (juni 2015)"
    assert len(str(aantallen[12]).split("; ")) == 12
    assert aantallen[13] == "13 rapporten; de lijst staat in de zip, en in het rekenblad bij Bronnen"


def test_wat_niet_openbaar_is_staat_in_elke_rij(tmp_path: Path) -> None:
    concept = dataclasses.replace(HERKOMST, fictief=False, niet_openbaar=True)
    pad = op_schijf(tmp_path, als_bytes(lastig_stuk(herkomst=concept), "rfc4180"))
    rijen = list(csv.DictReader(io.StringIO(pad.read_text(encoding="utf-8"), newline="")))
    assert [rij["Herkomst: niet openbaar"] for rij in rijen] == ["ja"] * 5
    assert "Herkomst: bevat fictieve gegevens" not in rijen[0]
    gelezen = lees_herkomst(pad)
    assert gelezen is not None
    assert (gelezen["niet_openbaar"], gelezen["fictief"]) == (True, False)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"Gemeente,Jaar\r\nAlkmaar,2013\r\n",
        b"\xff\xfe\x00",
        b"Gemeente,Herkomst: exportnummer\r\nAlkmaar\r\n",
        b'Gemeente,Herkomst: exportnummer\r\n"Alk"maar,x\r\n',
    ],
)
def test_een_vreemd_bestand_heeft_geen_herkomst(inhoud: bytes, tmp_path: Path) -> None:
    pad = op_schijf(tmp_path, inhoud)
    assert lees_herkomst(pad) is None
    with pytest.raises(UitvoerGeweigerd, match=r"bestand\.csv is geen CSV-bestand van dit product"):
        lees_tabel(pad)


def test_een_lege_tabel_kan_haar_herkomst_niet_kwijt() -> None:
    leeg = lastig_stuk(tabel("leeg", "Leeg", KOLOMMEN, []))
    naar = io.BytesIO()
    with pytest.raises(UitvoerGeweigerd, match=r"geen rijen.*zip"):
        schrijf_rfc4180(leeg, naar, zwijg)
    assert naar.getvalue() == b""
    schrijf_tabel(leeg, "rfc4180", naar)
    assert naar.getvalue().count(b"\r\n") == 1


def test_twee_gelijke_koppen_worden_geweigerd() -> None:
    kolom = Kolom("datasetversie", "Herkomst: datasetversie", "", "tekst")
    with pytest.raises(ValueError, match="Herkomst: datasetversie"):
        als_bytes(lastig_stuk(tabel("t", "T", (kolom,), [("a",)])), "rfc4180")


class _Teller(io.RawIOBase):
    """Takes what is written and keeps only how much it was."""

    def __init__(self) -> None:
        self.bytes = 0

    def write(self, inhoud: object) -> int:
        assert isinstance(inhoud, bytes)
        self.bytes += len(inhoud)
        return len(inhoud)


def _geheugen(aantal: int) -> int:
    """The most memory that so many rows take on their way out, in bytes."""

    def rijen() -> Iterator[Rij]:
        yield from ((f"Gemeente {nr}", "x" * 200, nr) for nr in range(aantal))

    kolommen = tuple(Kolom(naam, naam, "", "tekst") for naam in "abc")
    gemeld: list[int] = []
    teller = _Teller()
    naar: BinaryIO = teller  # type: ignore[assignment]
    tracemalloc.start()
    schrijf_rfc4180(lastig_stuk(Tabel("groot", "Groot", kolommen, aantal, rijen)), naar, gemeld.append)
    _, top = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert gemeld == list(range(1000, aantal + 1, 1000))
    # each row has 200 letters and some 300 of provenance
    assert teller.bytes > aantal * 400
    return top


def test_meer_rijen_vragen_niet_meer_geheugen() -> None:
    _geheugen(1000)  # what is loaded once
    assert _geheugen(6000) < 1.2 * _geheugen(2000)


def test_dezelfde_inhoud_geeft_dezelfde_bytes() -> None:
    assert als_bytes(lastig_stuk(), "excel-nl") == als_bytes(lastig_stuk(), "excel-nl")
    later = dataclasses.replace(HERKOMST, kennisdatum=dt.date(2026, 11, 23))
    assert als_bytes(lastig_stuk(), "excel-nl") != als_bytes(lastig_stuk(herkomst=later), "excel-nl")


@pytest.mark.parametrize("voor", ["", " ", '"', "\u200b", " \u200b", "\ufeff ", "'"])
def test_een_formule_achter_een_scheiding_is_een_tekst_en_komt_terug(voor: str) -> None:
    kolommen = (Kolom("a", "Tekst", "", "tekst"),)
    tekst = f"a;{voor}=1+1"
    inhoud = als_bytes(lastig_stuk(tabel("t", "T", kolommen, [(tekst,)])), "rfc4180")
    assert f"a;{voor}'=1+1".replace('"', '""') in inhoud.decode("utf-8")
    assert lees_tabel_uit(inhoud, "t.csv") == [["Tekst"], [tekst]]
