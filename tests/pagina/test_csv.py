"""The CSV files, against expectations written by hand and against Python's own reader."""

import csv
import datetime as dt
import io
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from pagina.uitvoer.vormen.csv import DIALECTEN, csv_bytes, csv_naam
from tests.hoeveel import eigenschap

HERKOMST = {"datasetversie": "3f9a1c", "methodeversie": 1}


def lees(inhoud: bytes, dialect: str) -> list[list[str]]:
    vorm = DIALECTEN[dialect]
    tekst = inhoud.decode(vorm.codering)
    return list(csv.reader(io.StringIO(tekst, newline=""), delimiter=vorm.scheiding))


def cel(waarde: object, dialect: str = "rfc4180") -> str:
    return lees(csv_bytes(pd.DataFrame({"x": pd.Series([waarde], dtype="object")}), dialect, {}), dialect)[1][0]


TABEL = pd.DataFrame(
    {
        "gemeente": ["Alkmaar", "'s-Gravenhage; Leiden", None],
        "jaar_naar": [2014, None, 2016],
        "aandeel": [0.625, None, 1.0],
        "open": [True, False, None],
        "moment": [dt.date(2014, 11, 25), None, dt.date(2015, 1, 1)],
        "toelichting": ['Zei: "ja", soms', "Twee\nregels", "é€"],
    }
)


def test_excel_nl_is_byte_voor_byte_zo() -> None:
    assert csv_bytes(TABEL, "excel-nl", HERKOMST) == (
        b"\xef\xbb\xbf"
        b"gemeente;jaar_naar;aandeel;open;moment;toelichting;datasetversie;methodeversie\r\n"
        b'Alkmaar;2014;0,625;ja;2014-11-25;"Zei: ""ja"", soms";3f9a1c;1\r\n'
        b'"\'s-Gravenhage; Leiden";;;nee;;"Twee\nregels";3f9a1c;1\r\n'
        b";2016;1;;2015-01-01;\xc3\xa9\xe2\x82\xac;3f9a1c;1\r\n"
    )


def test_rfc4180_is_byte_voor_byte_zo() -> None:
    assert csv_bytes(TABEL, "rfc4180", HERKOMST) == (
        b"gemeente,jaar_naar,aandeel,open,moment,toelichting,datasetversie,methodeversie\r\n"
        b'Alkmaar,2014,0.625,ja,2014-11-25,"Zei: ""ja"", soms",3f9a1c,1\r\n'
        b'\'s-Gravenhage; Leiden,,,nee,,"Twee\nregels",3f9a1c,1\r\n'
        b",2016,1,,2015-01-01,\xc3\xa9\xe2\x82\xac,3f9a1c,1\r\n"
    )


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("=1+1", "'=1+1"),
        ("+31 6 12345678", "'+31 6 12345678"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("  =1", "'  =1"),
        ('"=1"', '\'"=1"'),
        ("'=1", "''=1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("- een punt", "'- een punt"),
        ("tekst;=cmd()", "tekst;'=cmd()"),
        ('tekst, "@x', "tekst, \"'@x"),
        ("a;-2+3", "a;'-2+3"),
        ("kost € 100,-", "kost € 100,-"),
        ("punten:\n- een\n- twee", "punten:\n- een\n- twee"),
        ("2 = 2", "2 = 2"),
        ("wij-zij", "wij-zij"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'t Gooi", "'t Gooi"),
        ("a\x00b", "ab"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
@pytest.mark.parametrize("dialect", DIALECTEN)
def test_een_formule_wordt_onschadelijk_en_gewone_tekst_blijft(tekst: str, verwacht: str, dialect: str) -> None:
    assert cel(tekst, dialect) == verwacht


@pytest.mark.parametrize(
    ("waarde", "punt", "komma"),
    [
        (-5, "-5", "-5"),
        (-0.5, "-0.5", "-0,5"),
        (2013.0, "2013", "2013"),
        (1e-7, "0.0000001", "0,0000001"),
        (1e22, "10000000000000000000000", "10000000000000000000000"),
        (-0.0, "0", "0"),
        (float("inf"), "", ""),
        (float("nan"), "", ""),
        (pd.NA, "", ""),
        (pd.NaT, "", ""),
        (Decimal("12.50"), "12.5", "12,5"),
        (np.int64(7), "7", "7"),
        (np.float64(7.25), "7.25", "7,25"),
        (np.bool_(1), "ja", "ja"),
        (dt.datetime.fromisoformat("2026-11-22T03:07:21.000999"), "2026-11-22T03:07:21", "2026-11-22T03:07:21"),
        (["i1", "i2"], "i1 | i2", "i1 | i2"),
        (["=1"], "'=1", "'=1"),
    ],
)
def test_een_waarde_houdt_haar_soort(waarde: object, punt: str, komma: str) -> None:
    assert (cel(waarde, "rfc4180"), cel(waarde, "excel-nl")) == (punt, komma)


def test_kolommen_met_een_eigen_type() -> None:
    frame = pd.DataFrame(
        {
            "jaar": pd.array([2013, None], dtype="Int64"),
            "open": pd.array([True, None], dtype="boolean"),
            "dag": pd.Series(["2014-11-25", None], dtype="datetime64[us]"),
            "moment": pd.to_datetime(["2014-11-25 10:30", "2014-11-26 00:00"]),
            "status": pd.Categorical(["opgepakt", None]),
        }
    )
    assert lees(csv_bytes(frame, "rfc4180", {}), "rfc4180")[1:] == [
        ["2013", "ja", "2014-11-25", "2014-11-25T10:30:00", "opgepakt"],
        ["", "", "", "2014-11-26T00:00:00", ""],
    ]


def test_een_lege_tabel_heeft_alleen_een_kop() -> None:
    assert csv_bytes(TABEL.iloc[:0], "rfc4180", {"versie": "a"}).splitlines() == [
        b"gemeente,jaar_naar,aandeel,open,moment,toelichting,versie"
    ]


def test_herkomst_overschrijft_geen_kolom() -> None:
    with pytest.raises(ValueError, match="gemeente"):
        csv_bytes(TABEL, "rfc4180", {"gemeente": "x"})
    with pytest.raises(ValueError, match="onbekend dialect"):
        csv_bytes(TABEL, "tsv", {})


@eigenschap(
    "filters en uitvoer",
    gewoon=100,
    lang=1500,
    rijen=st.lists(st.tuples(st.text(st.characters(codec="utf-8"), max_size=20), st.integers()), max_size=5),
    dialect=st.sampled_from(sorted(DIALECTEN)),
)
def test_heen_en_terug(rijen: list[tuple[str, int]], dialect: str) -> None:
    frame = pd.DataFrame(rijen, columns=["tekst", "getal"]).astype("object")
    inhoud = csv_bytes(frame, dialect, HERKOMST)
    terug = lees(inhoud, dialect)
    assert terug[0] == ["tekst", "getal", *HERKOMST]
    assert [int(rij[1]) for rij in terug[1:]] == [getal for _, getal in rijen]
    assert all(not rij[0].lstrip('"\u200b\ufeff \n').startswith(("=", "+", "-", "@")) for rij in terug[1:])
    assert inhoud == csv_bytes(frame.copy(), dialect, dict(HERKOMST))


def test_naam() -> None:
    naam = csv_naam(["Opvolging", "GGSR beleid", "2013 → 2014"], datasetversie="3f9a1c", dialect="excel-nl")
    assert naam == "opvolging-ggsr-beleid-2013-2014_3f9a1c_excel-nl.csv"
    assert csv_naam(["…"], datasetversie="../x", dialect="rfc4180") == "tabel_x_rfc4180.csv"
    assert csv_naam(["Súdwest-Fryslân/\\:*"], datasetversie="a", dialect="rfc4180").startswith("sudwest-fryslan_")
