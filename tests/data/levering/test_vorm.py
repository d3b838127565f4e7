"""The strict form of a table: what data/levering/vorm.py lets through, what it tells, and what it makes of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.levering.blik import LANGSTE_REGEL
from data.levering.vorm import VORM, VORM_KOLOMMEN, Gelezen, lees, tabellen

KOP = "van,naar,reden"


def gelezen(map_: Path, inhoud: str | bytes) -> Gelezen:
    """A file indicator_gelijk.csv with this content, read."""
    pad = map_ / "indicator_gelijk.csv"
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return lees(pad, "proef")


def test_vorm_noemt_elke_tabel_met_haar_kolommen() -> None:
    assert VORM.read_text(encoding="utf-8").splitlines()[0].split(",") == list(VORM_KOLOMMEN)
    assert len(tabellen()) == 29
    assert tabellen()["indicator_gelijk"] == ("van", "naar", "reden")
    assert list(tabellen())[-5:] == [
        "indicator_alias", "gemeld_actiepunt", "gemeld_indicator", "aanvaarding", "bewerkingen",
    ]  # fmt: skip
    assert tabellen()["bewerkingen"] == ("levering_id", "meting_id", "indicator_id", "kolom", "gelezen", "aanvaard")


@pytest.mark.parametrize(
    ("regel", "cellen"),
    [
        ("a,b,c", ["a", "b", "c"]),
        ("a,,", ["a", "", ""]),
        ('a,"b, met komma",c', ["a", "b, met komma", "c"]),
        ('a,"een ""woord""",c', ["a", 'een "woord"', "c"]),
        ('"","",""', ["", "", ""]),
        ("a, b ,c", ["a", " b ", "c"]),
        ("a,é ✓ 日本,c", ["a", "é ✓ 日本", "c"]),
        ("a,b\u2028b,c\u0085", ["a", "b\u2028b", "c\u0085"]),
    ],
)
def test_een_goede_regel(tmp_path: Path, regel: str, cellen: list[str]) -> None:
    for einde in ("\n", "\r\n", ""):
        bestand = gelezen(tmp_path, f"{KOP}\n{regel}{einde}")
        assert bestand.fouten == []
        assert bestand.zoals_vorm
        assert bestand.aantal == 1
        assert list(bestand.rijen()) == [cellen]


@pytest.mark.parametrize(
    ("regel", "mis"),
    [
        ("", "de regel is leeg"),
        ("   ", "de regel is leeg"),
        ('a,b"b,c', "er staat een los aanhalingsteken"),
        ('a,"b"b,c', "er staat een los aanhalingsteken"),
        ('a,"b,c', "er staat een los aanhalingsteken"),
        ('a,"b""",c"', "er staat een los aanhalingsteken"),
        ("a,b", "er staan 2 cellen"),
        ("a,b,c,", "er staan 4 cellen"),
        ("a;b;c", "er staan 1 cellen"),
        ("a,b\rb,c", "er staat een onzichtbaar stuurteken in"),
        ("a,b\x00,c", "er staat een onzichtbaar stuurteken in"),
        (f"a,b,{'c' * LANGSTE_REGEL}", f"de regel telt {LANGSTE_REGEL + 4} tekens"),
    ],
)
def test_een_regel_zonder_de_goede_vorm(tmp_path: Path, regel: str, mis: str) -> None:
    """Told at its own line; the lines around it are read all the same."""
    bestand = gelezen(tmp_path, f"{KOP}\na,b,c\n{regel}\nd,e,f\n")
    (fout,) = bestand.fouten
    assert (fout.bestand, fout.regel, fout.kolom) == ("proef", 3, "")
    assert fout.mis.startswith(mis)
    assert not bestand.zoals_vorm
    rijen = list(bestand.rijen())
    assert (len(rijen), rijen[0], rijen[2]) == (3, ["a", "b", "c"], ["d", "e", "f"])


def test_een_regeleinde_in_een_cel_zijn_twee_kapotte_regels(tmp_path: Path) -> None:
    assert [f.regel for f in gelezen(tmp_path, f'{KOP}\na,"b\nb",c\nd,e,f\n').fouten] == [2, 3]


@pytest.mark.parametrize(
    ("kop", "kolom", "mis"),
    [
        ("van,naar", "reden", "de kolom ontbreekt"),
        ("van,naar,reden,extra", "extra", "de kolom is onbekend"),
        ("van,naar,reden,naar", "naar", "de kolom staat er meer dan één keer"),
    ],
)
def test_een_kop_die_niet_klopt(tmp_path: Path, kop: str, kolom: str, mis: str) -> None:
    rij = ",".join("x" * len(kop.split(",")))
    bestand = gelezen(tmp_path, f"{kop}\n{rij}\n")
    (fout,) = bestand.fouten
    assert (fout.regel, fout.kolom, fout.mis) == (1, kolom, mis)
    assert fout.verwacht == "de kolommen van, naar, reden"
    assert bestand.ontbreekt == (("reden",) if mis == "de kolom ontbreekt" else ())


def test_hoofdletters_en_spaties_in_de_kop_tellen(tmp_path: Path) -> None:
    """Told both ways: the column that lacks, and the one that nobody knows."""
    fouten = gelezen(tmp_path, "Van, naar,reden\na,b,c\n").fouten
    assert {(f.kolom, f.mis) for f in fouten} == {
        ("van", "de kolom ontbreekt"), ("naar", "de kolom ontbreekt"),
        ("Van", "de kolom is onbekend"), (" naar", "de kolom is onbekend"),
    }  # fmt: skip


def test_kolommen_in_een_andere_volgorde_zijn_goed(tmp_path: Path) -> None:
    bestand = gelezen(tmp_path, "reden,van,naar\nr,v,n\n")
    assert bestand.fouten == []
    assert not bestand.zoals_vorm
    assert list(bestand.rijen()) == [["v", "n", "r"]]


def test_een_kolom_die_ontbreekt_is_leeg(tmp_path: Path) -> None:
    assert list(gelezen(tmp_path, "naar,van\nn,v\n").rijen()) == [["v", "n", ""]]


def test_een_leeg_bestand_mist_alles(tmp_path: Path) -> None:
    bestand = gelezen(tmp_path, "")
    assert [f.kolom for f in bestand.fouten] == ["van", "naar", "reden"]
    assert (bestand.aantal, list(bestand.rijen())) == (0, [])


def test_alleen_een_kop_is_goed(tmp_path: Path) -> None:
    bestand = gelezen(tmp_path, f"{KOP}\n")
    assert (bestand.fouten, bestand.aantal) == ([], 0)


def test_een_bom(tmp_path: Path) -> None:
    bestand = gelezen(tmp_path, f"\ufeff{KOP}\na,b,c\n")
    assert [(f.regel, f.mis, f.verwacht) for f in bestand.fouten] == [
        (1, "het bestand begint met een BOM", "UTF-8 zonder BOM")
    ]
    assert list(bestand.rijen()) == [["a", "b", "c"]]


def test_een_andere_codering(tmp_path: Path) -> None:
    """The first line is named, the others are counted; what was meant can be read."""
    bestand = gelezen(tmp_path, f"{KOP}\na,b,c\né,b,c\na,b,ë\n".encode("cp1252"))
    (fout,) = bestand.fouten
    assert (fout.regel, fout.mis) == (3, "de tekst is geen UTF-8 (en 1 andere regels ook niet)")
    assert list(bestand.rijen())[1:] == [["é", "b", "c"], ["a", "b", "ë"]]


def test_utf_16_wordt_geweigerd(tmp_path: Path) -> None:
    assert gelezen(tmp_path, f"{KOP}\na,b,c\n".encode("utf-16")).fouten
