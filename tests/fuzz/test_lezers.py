"""The readers of reports, in this very process: whatever the file, a reading that holds or one Dutch sentence."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import strategies as st

from data.rapporten.document import Alinea, Document, Tabel
from tests.data.rapporten import bestandsmutaties, mutaties, vormen
from tests.fuzz.bestanden import als_csv, als_ods, bestanden, verknoeide
from tests.fuzz.lezing import lees, toets_lezing
from tests.hoeveel import eigenschap

#: What stands in a cell or on a line: heads, names, signs in every place, what only looks like one, hostile text.
STUKJES = st.sampled_from(
    [
        *("", "", "✓", "✗", "X", "x", "✓ X", "✔ Goed"),
        *("X Er is geen afspraak.", "☑", "±", "?", "n.v.t.", "voldoet niet"),
        *("Indicator", "Indicatoren", "Criteria", "Bevindingen"),
        *("2013", "2014 Buurtploeg", "Toeleiding", "1.1", "X-as"),
        *("Er is een visie op de aanpak", "De gemeente deelt informatie met scholen"),
        *("Malus X", "tekst\nover twee regels"),
        *("=HYPERLINK(\"http://boos.example\")", "<b>X</b> De"),
        *("<script>alert(1)</script>", "\u202eomgekeerd", "🙂", "\ufeff"),
        *("LET OP: zie bijlage", "**✓** vet", "| ✓ | X |", "---|---"),
        *("Leeuwarden", "Gemeente Alkmaar, juni 2015", "\\", "\""),
    ]
)  # fmt: skip
TEKST = STUKJES | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
RIJEN = st.integers(1, 4).flatmap(lambda breed: st.lists(st.tuples(*[TEKST] * breed), min_size=1, max_size=5))
KOP = st.sampled_from([("Indicator", "2013"), ("Indicator", "2013", "2014"), ("Criteria", "Indicatoren", "2014")])
MET_KOP = KOP.flatmap(
    lambda kop: st.lists(st.tuples(*[TEKST] * len(kop)), min_size=1, max_size=5).map(lambda r: [kop, *r])
)
BLOK = (RIJEN | MET_KOP).map(lambda rijen: Tabel(tuple(rijen))) | st.lists(TEKST, min_size=1, max_size=3).map(
    lambda regels: Alinea(tuple(regels))
)
DOCUMENT = st.lists(BLOK, min_size=1, max_size=3).map(lambda blokken: Document("", tuple(blokken)))


def _plat(document: Document) -> str:
    return "\n".join(tekst for _, tekst in document.teksten())


def test_elk_gaaf_bestand_wordt_gelezen() -> None:
    """What is spoiled below, says something while it is whole."""
    gelezen = {naam: lees(inhoud, naam) for naam, inhoud in bestanden()}
    aantallen = {naam: len(een.tabellen.cellen) for naam, een in gelezen.items() if een is not None}
    assert gelezen.keys() - aantallen.keys() == {"sjabloon.xlsx"}, "daarin is niets ingevuld"
    assert min(aantallen.values()) > 1, aantallen


@eigenschap(
    "lezers",
    gewoon=25,
    lang=5000,
    regels=st.lists(st.lists(TEKST, min_size=1, max_size=4), min_size=1, max_size=12),
    scheiding=st.sampled_from(["\t", "\t", " | ", "|", "    ", ";", ","]),
    einde=st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n\f", "\u2028"]),
    codering=st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "utf-16-le"]),
    naam=st.sampled_from(["r.txt", "r.md", "r.csv", "r.tsv", "r", "r.pdf"]),
)
def test_tekst(regels: list[list[str]], scheiding: str, einde: str, codering: str, naam: str) -> None:
    tekst = einde.join(scheiding.join(regel) for regel in regels)
    gelezen = lees(tekst.encode(codering, errors="replace"), naam)
    if gelezen is not None:
        toets_lezing(gelezen, tekst)


@eigenschap(
    "lezers", gewoon=6, lang=1200, document=DOCUMENT, vorm=st.sampled_from(["docx", "odt", "xlsx", "ods", "csv"])
)
def test_opgemaakt(document: Document, vorm: str) -> None:
    """Tables of any content in every kind of file: what a program writes, is read, and no verdict comes of nothing."""
    schrijf = {"docx": vormen.als_docx, "odt": vormen.als_odt, "xlsx": vormen.als_xlsx, "ods": als_ods, "csv": als_csv}
    schoon = Document("", tuple(_schrijfbaar(blok) for blok in document.blokken))
    gelezen = lees(schrijf[vorm](schoon), f"r.{vorm}")
    if gelezen is not None:
        toets_lezing(gelezen, _plat(schoon))


def _schrijfbaar(blok: Alinea | Tabel) -> Alinea | Tabel:
    """Without what no office file can hold."""

    def schoon(tekst: str) -> str:
        return "".join(
            teken for teken in tekst if teken in "\t\n" or (teken >= " " and teken not in "\x7f\ufffe\uffff")
        )

    if isinstance(blok, Alinea):
        return Alinea(tuple(map(schoon, blok.regels)))
    return Tabel(tuple(tuple(map(schoon, rij)) for rij in blok.rijen))


@eigenschap("lezers", gewoon=35, lang=5500, bestand=verknoeide())
def test_verknoeid(bestand: tuple[str, bytes]) -> None:
    naam, inhoud = bestand
    gelezen = lees(inhoud, naam)
    if gelezen is not None:
        toets_lezing(gelezen)


@eigenschap(
    "lezers",
    gewoon=15,
    lang=1000,
    begin=st.sampled_from(
        [
            b"",
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xff\xfe",
            b"<?xml ",
            b"Indicator\t2013\n",
        ]
    ),
    rest=st.binary(max_size=200),
    naam=st.sampled_from(["r.pdf", "r.docx", "r.csv", "r.txt", "r.xlsx", "…/\x00.odt", ""]),
)
def test_willekeurige_bytes(begin: bytes, rest: bytes, naam: str) -> None:
    gelezen = lees(begin + rest, naam)
    if gelezen is not None:
        toets_lezing(gelezen)


@cache
def _proeven() -> list[mutaties.Proef]:
    return mutaties.eigen_proeven()


# seeds above those that tests/data/rapporten tries in every run
@eigenschap("lezers", gewoon=6, lang=1500, zaad=st.integers(10_000, 1_000_000))
def test_verknoeide_indeling_wordt_niet_stil_anders_gelezen(zaad: int) -> None:
    assert mutaties.muteer(zaad, _proeven())[1] == []


@pytest.mark.filterwarnings("ignore")
@eigenschap("lezers", gewoon=3, lang=800, zaad=st.integers(10_000, 1_000_000))
def test_verknoeid_bestand_wordt_niet_stil_anders_gelezen(zaad: int) -> None:
    assert bestandsmutaties.muteer(zaad)[2] == []
