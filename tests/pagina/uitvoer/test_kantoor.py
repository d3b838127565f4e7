"""The files opened by LibreOffice: what it shows and prints equals the table, whose cells are worked out by hand.

All tests that need LibreOffice stand here, and only read what one fixture has made of one example: see kantoor.py.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from odfdo import Cell, Document
from pypdfium2.raw import FPDFText_GetFontSize

from pagina.uitvoer.inhoud.tabel import Kolom, tabel
from pagina.uitvoer.vormen.formaten import FORMATEN, schrijf
from tests.pagina.uitvoer.brieven import ALINEA, brief, lang
from tests.pagina.uitvoer.kantoor import (
    CSV_LEZEN,
    CSV_PER_BLAD,
    Omgezet,
    eenmaal,
    pdf_bladen,
    pdf_tekst,
    soffice,
    zet_om,
)
from tests.pagina.uitvoer.voorbeeld import GEMEENTEN, KOLOMMEN, STUK

FORMATEN_MET_BLADEN = ("ods", "xlsx")
FORMATEN_ALS_PDF = ("ods", "xlsx", "docx")
CSV = "csv-excel-nl"
#: Letters as Word files: the known answer, and one of 120 rows.
BRIEVEN = {"brief": brief, "brief-lang": lang}


#: A table as broad as a letter has, a long paragraph, long words about a column, and a link of 400 signs.
KOPPEN = (
    *("Verbeterpunten vastgesteld", "Beoordeeld bij hertoets", "Opgepakt", "Opgepakt, opnieuw getoetst"),
    *("Opgepakt, volgens de gemeente zelf", "Deels opgepakt", "Niet opgepakt", "Niet beoordeeld"),
    *("Nog niet hertoetst", "Vervallen", "% van beoordeeld", "% van vastgesteld"),
)
_GETALLEN = tuple(Kolom(f"k{nr}", kop, f"{kop}, met uitleg. " * 8, "getal") for nr, kop in enumerate(KOPPEN))
ADRES = STUK.herkomst.adres
BREED = replace(
    STUK,
    tabel=tabel("breed", "Breed", (KOLOMMEN[0], *_GETALLEN), [("Fictiedam aan de Éé", *range(1, 13))]),
    herkomst=replace(STUK.herkomst, pad="kamerbrief?" + "&".join(f"gemeente=Fictiedam+{nr}" for nr in range(20))),
    onderdelen=(replace(STUK.onderdelen[0], alineas=("Er zijn zestien verbeterpunten vastgesteld. " * 30, "Kort.")),),
)


def _maak(map_: Path) -> None:
    """The example in each format, and the three conversions."""
    for deel in ("gemaakt", "pdf", "csv", "ods"):
        (map_ / deel).mkdir()
    gemaakt = {}
    for formaat in (*FORMATEN_ALS_PDF, CSV):
        gemaakt[formaat] = map_ / "gemaakt" / f"{formaat}{Path(f'x{FORMATEN[formaat].uitgang}').suffix}"
        with gemaakt[formaat].open("wb") as naar:
            schrijf(STUK, formaat, naar)
    for naam, maak in BRIEVEN.items():
        gemaakt[naam] = map_ / "gemaakt" / f"{naam}.docx"
        with gemaakt[naam].open("wb") as naar:
            schrijf(maak(), "docx", naar)
    for formaat in FORMATEN_MET_BLADEN:
        gemaakt[f"{formaat}-breed"] = map_ / "gemaakt" / f"{formaat}-breed.{formaat}"
        with gemaakt[f"{formaat}-breed"].open("wb") as naar:
            schrijf(BREED, formaat, naar)
    profiel = map_ / "profiel"
    breed = [f"{formaat}-breed" for formaat in FORMATEN_MET_BLADEN]
    zet_om([gemaakt[naam] for naam in (*FORMATEN_ALS_PDF, *BRIEVEN, *breed)], "pdf", map_ / "pdf", profiel=profiel)
    zet_om([gemaakt[formaat] for formaat in FORMATEN_MET_BLADEN], CSV_PER_BLAD, map_ / "csv", profiel=profiel)
    zet_om([gemaakt[CSV]], "ods", map_ / "ods", profiel=profiel, lees=CSV_LEZEN)


@pytest.fixture(scope="module")
def omgezet(tmp_path_factory: pytest.TempPathFactory) -> Omgezet:
    """The example in each format, and what LibreOffice makes of it."""
    soffice()
    return Omgezet(eenmaal(tmp_path_factory, _maak))


# ODS and XLSX


@pytest.mark.parametrize("formaat", FORMATEN_MET_BLADEN)
def test_libreoffice_toont_de_cijfers(omgezet: Omgezet, formaat: str) -> None:
    rijen = omgezet.csv(formaat, "Cijfers")
    assert rijen[0] == ["Gemeente", "Jaar", "Verbeterpunten", "Opgepakt", "Bezoek", "Open", "Status"]
    assert rijen[1] == ["Súdhoek; 't Gat", "2013", "1.234", "67%", "25-11-2014", "ja", "opgepakt"]
    assert rijen[2] == ["Fictiedam aan de Éé", "2014", "0", "0%", "29-02-2000", "nee", ""]
    assert rijen[3] == ["Leegland", "", "", "", "", "", ""]
    assert [rij[1:4] for rij in rijen[4:]] == [
        ["1999", "-5", "100%"],
        ["2016", "16", "63%"],
        ["2016", "21", "1%"],
        ["2016", "1", "99%"],
        ["2016", "2", "50%"],
        ["2016", "3", "33%"],
        ["2016", "4", "25%"],
    ]


@pytest.mark.parametrize("formaat", FORMATEN_MET_BLADEN)
def test_libreoffice_rekent_geen_tekst_uit(omgezet: Omgezet, formaat: str) -> None:
    assert [rij[0] for rij in omgezet.csv(formaat, "Cijfers")[1:]] == GEMEENTEN


@pytest.mark.parametrize("formaat", FORMATEN_MET_BLADEN)
def test_libreoffice_toont_woorden_en_bronnen(omgezet: Omgezet, formaat: str) -> None:
    definities = omgezet.csv(formaat, "Definities")
    assert definities[3] == ["Verbeterpunten", "Aantal verbeterpunten.", "geheel getal", "verbeterpunten"]
    assert definities[-1][:3] == ["Status", "Was een verbeterpunt en voldoet nu.", "opgepakt"]
    bronnen = omgezet.csv(formaat, "Bronnen")
    assert bronnen[1] == ["Hulp in Súdhoek", "tabel 1, p. 7; bijlage", "Inspectie Jeugd", "juni 2015"]
    assert {rij[0]: rij[1] for rij in bronnen}["Bekend tot en met"] == "2 januari 2026"
    assert omgezet.csv(formaat, "Tekst")[0] == ["Verbeterpunten in Súdhoek"]


@pytest.mark.parametrize("formaat", FORMATEN_MET_BLADEN)
def test_de_afdruk_heeft_de_cijfers(omgezet: Omgezet, formaat: str) -> None:
    tekst = pdf_tekst(omgezet.pdf(formaat))
    assert "Súdhoek; 't Gat 2013 1.234 67% 25-11-2014 ja opgepakt" in tekst
    assert "(10 van 15 beoordeelde, 67%)" in tekst
    # above and under each page
    assert "Let op: bevat fictieve gegevens" in tekst
    assert f"datasetversie 3f9a1c2b4d5e · exportnummer {STUK.herkomst.exportnummer}" in tekst


@pytest.mark.parametrize("formaat", FORMATEN_MET_BLADEN)
def test_de_afdruk_is_leesbaar_en_niets_staat_over_elkaar(omgezet: Omgezet, formaat: str) -> None:
    """Thirteen columns on one page in letters of 9 points, no row of letters over another, the whole link."""
    document = pypdfium2.PdfDocument(omgezet.pdf(f"{formaat}-breed"))
    try:
        bladen = [_letters(bladzijde) for bladzijde in document]
    finally:
        document.close()
    tekst = pdf_bladen(omgezet.pdf(f"{formaat}-breed"))
    assert "% van vastgesteld" in tekst[0]
    assert "1 2 3 4 5 6 7 8 9 10 11 12" in tekst[0]
    assert all(punten >= 9 for letters in bladen for punten, _ in letters)
    assert [_over_elkaar(letters) for letters in bladen] == [[]] * len(bladen)
    assert any("".join(f"{ADRES}/{BREED.herkomst.pad}".split()) in "".join(blad.split()) for blad in tekst)


def _letters(bladzijde: pypdfium2.PdfPage) -> list[tuple[float, tuple[float, ...]]]:
    """Of each printed sign its points and where it stands: left, bottom, right, top."""
    tekst = bladzijde.get_textpage()
    zichtbaar = [nr for nr in range(tekst.count_chars()) if tekst.get_text_range(nr, 1).strip()]
    return [(round(FPDFText_GetFontSize(tekst.raw, nr), 1), tekst.get_charbox(nr)) for nr in zichtbaar]


def _over_elkaar(letters: list[tuple[float, tuple[float, ...]]]) -> list[tuple[float, ...]]:
    """Places of signs that for a good part stand on another one."""
    vakken = [vak for _, vak in letters]
    return [
        een
        for een, ander in combinations(vakken, 2)
        if min(een[2], ander[2]) - max(een[0], ander[0]) > 1 and min(een[3], ander[3]) - max(een[1], ander[1]) > 1
    ]


# CSV in the Dutch form of Excel


def _cellen(pad: Path) -> list[list[Cell]]:
    blad = Document(pad).body.get_table(0)
    assert blad is not None
    return [list(rij.get_cells()) for rij in blad.rows]


def test_de_csv_heeft_in_het_nederlands_getallen_datums_en_accenten(omgezet: Omgezet) -> None:
    kop, *rijen = _cellen(omgezet.als_ods(CSV))
    assert [cel.value for cel in kop[:7]] == [kolom.kop for kolom in KOLOMMEN]
    assert [(cel.type, cel.value) for cel in rijen[0][:3]] == [
        ("string", "Súdhoek; 't Gat"),
        ("float", Decimal(2013)),
        ("float", Decimal(1234)),
    ]
    assert (rijen[0][4].type, rijen[0][4].date) == ("date", dt.date(2014, 11, 25))
    assert (rijen[3][2].type, rijen[3][2].value) == ("float", Decimal(-5))
    assert rijen[2][0].value == "Leegland"
    assert [cel.value for cel in rijen[2][1:7]] == [None] * 6


def test_de_csv_rekent_niets_uit(omgezet: Omgezet) -> None:
    rijen = _cellen(omgezet.als_ods(CSV))[1:]
    assert [cel.formula for rij in rijen for cel in rij if cel.formula] == []
    # an apostrophe keeps it text; LibreOffice may take it for its own sign and not show it
    assert [str(rij[0].value).removeprefix("'") for rij in rijen] == GEMEENTEN


# DOCX


def test_de_brief_heeft_de_cijfers_in_de_afdruk(omgezet: Omgezet) -> None:
    tekst = pdf_tekst(omgezet.pdf("docx"))
    assert "Zestien verbeterpunten, waarvan er tien zijn opgepakt (10 van 15 beoordeelde, 67%)." in tekst
    assert "Súdhoek; 't Gat 2013 1.234 67%" in tekst


def test_de_brief_heeft_alinea_tabel_en_voetnoten(omgezet: Omgezet) -> None:
    tekst = pdf_tekst(omgezet.pdf("brief"))
    assert ALINEA in tekst
    assert "Alkmaar 6 5 0 5 1 0% Leeuwarden 10 10 10 0 0 100%" in tekst
    assert "Figuur 1. Verbeterpunten GGSR beleid, 2013 → 2014." in tekst
    # the first note is the paragraph's, the next three are the table's
    assert (
        "1 Samenwerkend Toezicht Jeugd, Helpende Hand in de Wijk, juni 2015, paragraaf 2.1, tabel; bijlage 1." in tekst
    )
    assert "3 Samenwerkend Toezicht Jeugd, Sociale Wijkteams, juni 2015, paragraaf 2.2, tabel." in tekst
    assert "4 Bewerking: dashboard Verbeterpunten, datasetversie 8b7b5323d614, methodeversie 3" in tekst


def test_een_lange_tabel_herhaalt_haar_kop_op_elke_bladzijde(omgezet: Omgezet) -> None:
    bladen = pdf_bladen(omgezet.pdf("brief-lang"))
    met_rijen = [blad for blad in bladen if "Doorzettingsmacht voor de regisseur" in blad]
    assert len(met_rijen) > 2
    assert all("Gemeente Indicator Jaar Status Gezinnen" in blad for blad in met_rijen)
    # row nr has 1000 + 37 × nr, nothing at each seventh
    for nr, cellen in (
        (1, "2014 ✗ niet opgepakt 1.037"),
        (7, "2014 ✗ niet opgepakt –"),
        (119, "2015 ? niet beoordeeld –"),
    ):
        gevonden = f"Verzonnen gemeente {nr:03} Doorzettingsmacht voor de regisseur bij stagnatie {cellen}"
        assert any(gevonden in blad for blad in met_rijen), gevonden
