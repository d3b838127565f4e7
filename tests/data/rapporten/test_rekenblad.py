"""Workbooks and CSV: sheets as a report prints them, formulas never run, sizes bounded."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from pathlib import Path

import odfdo
import openpyxl
import pytest
from openpyxl.styles import Font

from data.rapporten.document import Alinea, Tabel
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import rekenblad, werkmap
from data.rapporten.lezers.blad import van_blad
from data.rapporten.lezers.waarden import als_tekst
from tests.data.rapporten.bestanden import OFFICE, alineas, deel_van, een_zin, lees, tabellen, vervang_deel, weigering
from tests.data.rapporten.kindhulp import lees_in_kind

Waarden = Sequence[Sequence[object]]


def xlsx(bladen: dict[str, Waarden]) -> bytes:
    map_, uit = openpyxl.Workbook(), io.BytesIO()
    map_.remove(map_.active)
    for naam, rijen in bladen.items():
        blad = map_.create_sheet(naam)
        for rij in rijen:
            blad.append(list(rij))
    map_.save(uit)
    return uit.getvalue()


def ods(rijen: str) -> bytes:
    uit = io.BytesIO()
    odfdo.Document("spreadsheet").save(uit)
    leeg = deel_van(uit.getvalue(), "content.xml").decode()
    kop, staart = leeg.split("<office:spreadsheet>")[0], leeg.split("</office:spreadsheet>")[1]
    tabel = f'<table:table table:name="Toeleiding">{rijen}</table:table>'
    return vervang_deel(uit.getvalue(), "content.xml", f"{kop}<office:spreadsheet>{tabel}</office:spreadsheet>{staart}")


def cel(tekst: str, eigenschappen: str = "") -> str:
    return f"<table:table-cell {eigenschappen}><text:p>{tekst}</text:p></table:table-cell>"


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HERHAALD = 'table:number-columns-repeated="16384"'


def test_een_werkmap_als_rapport(tmp_path: Path) -> None:
    bladen: dict[str, Waarden] = {
        "Blad1": [
            ["Uitkomsten Alkwaar"],
            [],
            ["Indicator", None, 2013, 2014.0],
            ["Er is beleid", None, "X Geen", None],
        ],
        "Samenwerking": [["Indicator", 2013], ["Er zijn afspraken", "✓"]],
    }
    document = lees(tmp_path, xlsx(bladen), "r.xlsx")
    assert document.blokken == (
        Alinea(("Uitkomsten Alkwaar",)),
        Tabel((("Indicator", "2013", "2014"), ("Er is beleid", "X Geen", ""))),
        Alinea(("Samenwerking",)),
        Tabel((("Indicator", "2013"), ("Er zijn afspraken", "✓"))),
    )


def test_een_ods_als_rapport(tmp_path: Path) -> None:
    jaar = '<table:table-cell office:value-type="float" office:value="2013"><text:p>2.013</text:p></table:table-cell>'
    leeg = '<table:table-cell table:number-columns-repeated="16380"/>'
    inhoud = ods(
        f"<table:table-row>{cel('Indicator')}{jaar}{leeg}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="2">{cel("Eén")}{cel("X")}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1048570">{leeg}</table:table-row>'
    )
    assert lees(tmp_path, inhoud, "r.ods").blokken == (
        Alinea(("Toeleiding",)),
        Tabel((("Indicator", "2013"), ("Eén", "X"), ("Eén", "X"))),
    )


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (
            f"<table:table-row table:number-rows-repeated='1048576'>{cel('a')}</table:table-row>",
            werkmap.TE_VEEL_RIJEN,
        ),
        (
            f"<table:table-row>{cel('a', HERHAALD)}</table:table-row>",
            werkmap.TE_VEEL_KOLOMMEN,
        ),
    ],
)
def test_een_ods_die_tekst_eindeloos_herhaalt(tmp_path: Path, inhoud: str, zin: str) -> None:
    assert weigering(tmp_path, ods(inhoud), "r.ods") == zin


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        (2013, "2013"),
        (2013.0, "2013"),
        (0.5, "0,5"),
        (1e21, "1000000000000000000000"),
        (float("nan"), ""),
        (True, "WAAR"),
        (False, "ONWAAR"),
        (dt.datetime(2014, 11, 25, 9, 30, tzinfo=dt.UTC), "25 november 2014"),
        (dt.date(2015, 3, 1), "1 maart 2015"),
        (dt.time(9, 30), "09:30:00"),
    ],
)
def test_waarden_zoals_een_lezer_ze_ziet(waarde: object, verwacht: str) -> None:
    assert als_tekst(waarde) == verwacht


def test_een_formule_zonder_uitkomst_is_leeg_en_wordt_genoemd(tmp_path: Path) -> None:
    """openpyxl writes formulas without their outcome, as a program does that never computed them."""
    rijen: Waarden = [["Indicator", 2013], ["Een", '=IF(1=1,"✓","X")'], *[["Twee", "=1+1"]] * 5]
    document = lees(tmp_path, xlsx({"Oordelen": rijen}), "r.xlsx")
    assert tabellen(document) == [(("Indicator", "2013"), ("Een", ""), *[("Twee", "")] * 5)]
    assert [zin[:30] for zin in document.opmerkingen] == [
        *(f"Cel B{nr} van blad “Oordelen” bevat"[:30] for nr in range(2, 7)),
        "Nog 1 formules hebben geen bew",
    ]
    assert all(een_zin(zin) for zin in document.opmerkingen)


def test_een_formule_met_bewaarde_uitkomst_wordt_gelezen_en_niet_gerekend(tmp_path: Path) -> None:
    inhoud = xlsx({"Oordelen": [["Indicator", 2013], ["Een", "=1+1"]]})
    naam = "xl/worksheets/sheet1.xml"
    blad = (
        deel_van(inhoud, naam)
        .replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>7</v>")
        .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>7</v>")
    )
    assert b"<v>7</v>" in blad
    document = lees(tmp_path, vervang_deel(inhoud, naam, blad), "r.xlsx")
    assert (tabellen(document)[0][1], document.opmerkingen) == (("Een", "7"), ())


def test_een_ods_formule(tmp_path: Path) -> None:
    zonder = '<table:table-cell table:formula="of:=1+1"/>'
    met = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="7"/>'
    document = lees(tmp_path, ods(f"<table:table-row>{cel('Een')}{zonder}{met}</table:table-row>"), "r.ods")
    assert tabellen(document) == [(("Een", "7"),)]
    assert [een_zin(zin)[:12] for zin in document.opmerkingen] == ["Cel B1 van b"]


def _met_stukken(inhoud: bytes) -> bytes:
    """Cell B3 in two fonts, as Excel saves that: by number, in a list of texts apart."""
    stukken = (
        f'<sst xmlns="{MAIN}"><si><r><rPr><rFont val="Wingdings"/></rPr><t>û</t></r>'
        '<r><rPr><rFont val="Calibri"/></rPr><t xml:space="preserve"> te laat, über</t></r></si></sst>'
    )
    soort = (
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{OFFICE}.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    soorten = deel_van(inhoud, "[Content_Types].xml").decode()
    blad = deel_van(inhoud, "xl/worksheets/sheet1.xml").decode()
    nieuw = re.sub(r'<c r="B3"[^>]*>.*?</c>', '<c r="B3" t="s"><v>0</v></c>', blad)
    assert nieuw != blad
    delen = {
        "[Content_Types].xml": soorten.replace("</Types>", soort),
        "xl/worksheets/sheet1.xml": nieuw,
        "xl/sharedStrings.xml": stukken,
    }
    for naam, deel in delen.items():
        inhoud = vervang_deel(inhoud, naam, deel)
    return inhoud


def test_tekens_in_een_symboolfont(tmp_path: Path) -> None:
    map_, uit = openpyxl.Workbook(), io.BytesIO()
    blad = map_.active
    blad.append(["Indicator", 2013])
    blad.append(["Een", "ü"])
    blad["B2"].font = Font(name="Wingdings")
    blad.append(["Twee", "û te laat, über"])
    blad.append(["Drie", "ü"])
    map_.save(uit)
    inhoud = _met_stukken(uit.getvalue())
    assert [rij[1] for rij in tabellen(lees(tmp_path, inhoud, "r.xlsx"))[0]] == ["2013", "✓", "✗ te laat, über", "ü"]


def test_een_verborgen_blad_wordt_niet_gelezen_maar_wel_genoemd(tmp_path: Path) -> None:
    map_, uit = openpyxl.Workbook(), io.BytesIO()
    map_.active.append(["zichtbaar"])
    map_.create_sheet("Geheim").append(["onzichtbaar"])
    map_["Geheim"].sheet_state = "hidden"
    map_.save(uit)
    document = lees(tmp_path, uit.getvalue(), "r.xlsx")
    assert alineas(document) == [("zichtbaar",)]
    assert document.opmerkingen == (een_zin("Het blad “Geheim” is verborgen en niet gelezen."),)


def test_teken_en_toelichting_in_twee_kolommen_worden_een_cel() -> None:
    rijen = [
        ["Indicator", "2013 Wijkteam", "Toelichting", "2014 Wijkteam", "Toelichting"],
        ["Een", "X", "te laat", "✓", ""],
        ["Twee", "", "wel tekst", "", ""],
    ]
    assert van_blad("Blad1", rijen) == [
        Tabel((("Indicator", "2013 Wijkteam", "2014 Wijkteam"), ("Een", "X\nte laat", "✓"), ("Twee", "wel tekst", "")))
    ]


def test_jaren_een_rij_hoger_horen_bij_hun_kolommen() -> None:
    rijen = [
        ["", "2013", "", "2014", ""],
        ["Indicator", "Oordeel", "Toelichting", "Oordeel", "Toelichting"],
        ["Een", "X", "a", "✓", "b"],
    ]
    assert van_blad("", rijen)[-1] == Tabel((("Indicator", "2013 Oordeel", "2014 Oordeel"), ("Een", "X\na", "✓\nb")))


def test_een_kolom_met_tekst_is_geen_teken() -> None:
    rijen = (("Indicator", "Beoordeling van het wijkteam", "Toelichting"), ("Een", "X is te laat gezien", "meer"))
    assert van_blad("", rijen) == [Tabel(rijen)]


def test_grenzen_aan_bladen_rijen_en_kolommen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inhoud = xlsx({f"b{nr}": [["a", "b", "c"], ["d"]] for nr in range(3)})
    for grens, hoog, zin in (
        ("MEESTE_BLADEN", 3, rekenblad.TE_VEEL_BLADEN),
        ("MEESTE_RIJEN", 6, werkmap.TE_VEEL_RIJEN),
        ("MEESTE_KOLOMMEN", 3, werkmap.TE_VEEL_KOLOMMEN),
    ):
        monkeypatch.setattr(rekenblad, grens, hoog)
        assert lees(tmp_path, inhoud, "r.xlsx").blokken
        monkeypatch.setattr(rekenblad, grens, hoog - 1)
        assert weigering(tmp_path, inhoud, "r.xlsx") == zin
        monkeypatch.setattr(rekenblad, grens, 1000)


def test_een_blad_dat_zegt_eindeloos_te_zijn(tmp_path: Path) -> None:
    inhoud = xlsx({"b": [["Indicator", "2013"], ["Een", "X"]]})
    blad = deel_van(inhoud, "xl/worksheets/sheet1.xml").replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    document = lees(tmp_path, vervang_deel(inhoud, "xl/worksheets/sheet1.xml", blad), "r.xlsx")
    assert tabellen(document) == [(("Indicator", "2013"), ("Een", "X"))]


def test_een_werkmap_met_500_bladen_leest_binnen_de_grenzen(tmp_path: Path) -> None:
    """In a process with a quarter of the memory that a report may take."""
    pad = tmp_path / "groot.xlsx"
    pad.write_bytes(_groot(bladen=500, rijen=2))
    document = lees_in_kind(pad, naam="groot.xlsx", megabytes=256, seconden=120)
    assert len(tabellen(document)) == 500
    assert sum(map(len, tabellen(document))) == 1000


def test_een_werkmap_met_te_veel_rijen_stopt_bij_de_grens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand rows are not read to the end: the sheet after the bound is not opened."""
    monkeypatch.setattr(rekenblad, "MEESTE_RIJEN", 500)
    pad = tmp_path / "groot.xlsx"
    pad.write_bytes(_groot(bladen=20, rijen=100))
    stappen: list[int] = []
    with pytest.raises(Onleesbaar) as fout:
        rekenblad.lees(pad, lambda klaar, _: stappen.append(klaar))
    assert een_zin(str(fout.value)) == werkmap.TE_VEEL_RIJEN
    assert max(stappen) == 5


def _groot(*, bladen: int, rijen: int) -> bytes:
    map_, uit = openpyxl.Workbook(write_only=True), io.BytesIO()
    for nummer in range(bladen):
        blad = map_.create_sheet(f"Thema {nummer}")
        for rij in range(rijen):
            blad.append([f"Indicator {rij}", "X nee"])
    map_.save(uit)
    return uit.getvalue()
