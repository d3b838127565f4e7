"""The template: the same bytes every time, text that is never a formula, and read back as a report prints it."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Mapping
from pathlib import Path

import odfdo
import openpyxl
import pytest

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.lezers import invulblad
from data.rapporten.sjabloon import FORMATEN, TEKENS, UITLEG, UITLEGBLAD, Sjabloonregel, sjabloon, sjabloon_naam
from tests.data.rapporten.bestanden import deel_van, een_zin, lees, weigering

REGELS = (
    Sjabloonregel("i-1", "Toeleiding", "Op tijd", "Er is beleid"),
    Sjabloonregel("i-2", "Toeleiding", "Op tijd", "=1+1 gezinnen"),
    Sjabloonregel("i-3", "De aanpak", "Vasthoudend", "- Er is\na-sociaal \x07gezin"),
    Sjabloonregel("i-4", "De aanpak", "Vasthoudend", "@regisseur"),
)
#: Rows and columns from 0, as the sheet has them in every format but CSV, where a line of explanation comes second.
GEMEENTE, TITEL, BEZOEK, AANPAK, JAAR, EERSTE = (1, 1), (2, 1), (3, 1), 5, 6, 8
TEKEN_1, TEKST_1, TEKEN_2, TEKST_2 = 4, 5, 6, 7
Plek = tuple[int, int]


def maak(formaat: str, regels: tuple[Sjabloonregel, ...] = REGELS, metingen: int = 3) -> bytes:
    return sjabloon(kader="Proefkader", editie_id="proef-1", regels=regels, formaat=formaat, metingen=metingen)


def vul_in(formaat: str, cellen: Mapping[Plek, str | int]) -> bytes:
    """The template with these cells filled in, as an office program saves it."""
    inhoud, uit = maak(formaat), io.BytesIO()
    if formaat == "xlsx":
        map_ = openpyxl.load_workbook(io.BytesIO(inhoud))
        for (rij, kolom), waarde in cellen.items():
            map_.worksheets[0].cell(rij + 1, kolom + 1, waarde)
        map_.save(uit)
        return uit.getvalue()
    if formaat == "ods":
        document = odfdo.Document(io.BytesIO(inhoud))
        blad = document.body.get_table(0)
        assert blad is not None
        for (rij, kolom), waarde in cellen.items():
            blad.set_value((kolom, rij), waarde)
        document.save(uit)
        return uit.getvalue()
    rijen = list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))
    for (rij, kolom), waarde in cellen.items():
        rijen[rij + 1][kolom] = str(waarde)
    tekst = io.StringIO(newline="")
    csv.writer(tekst, delimiter=";").writerows(rijen)
    return tekst.getvalue().encode("utf-8-sig")


INGEVULD: dict[Plek, str | int] = {
    GEMEENTE: "Alkwaar",
    TITEL: "Uitkomsten Alkwaar",
    BEZOEK: "25 november 2014",
    (AANPAK, TEKEN_1): "Helpende Hand",
    (JAAR, TEKEN_1): 2013,
    (AANPAK, TEKEN_2): "Helpende Hand",
    (JAAR, TEKEN_2): 2014,
    (EERSTE, TEKEN_1): "X",
    (EERSTE, TEKST_1): "=geen beleid",
    (EERSTE, TEKEN_2): "✓",
    (EERSTE + 2, TEKEN_1): "✓ X",
    (EERSTE + 2, TEKST_1): "deels",
    (EERSTE + 3, TEKEN_1): "leeg",
}


def als_tekst(waarden: dict[Plek, str | int], formaat: str) -> dict[Plek, str | int]:
    """An office program takes = for a formula unless the cell is text; type it as people do."""
    return {plek: f"'{w}" if formaat == "csv" and str(w).startswith("=") else w for plek, w in waarden.items()}


@pytest.mark.parametrize("formaat", FORMATEN)
def test_ingevuld_leest_als_een_rapport(tmp_path: Path, formaat: str) -> None:
    ingevuld = {**INGEVULD, (EERSTE, TEKST_1): "geen beleid"}
    document = lees(tmp_path, vul_in(formaat, ingevuld), f"r.{formaat}")
    assert document.opmerkingen == ()
    assert document.blokken == (
        Alinea(("Gemeente Alkwaar",)),
        Alinea(("Uitkomsten Alkwaar",)),
        Alinea(("Het bezoek was op 25 november 2014.",)),
        Alinea(("Toetsingskader Proefkader",)),
        Tabel(
            (
                ("Criteria", "Indicator", "2013 Helpende Hand", "2014 Helpende Hand"),
                ("Toeleiding", "", "", ""),
                ("Op tijd", "Er is beleid", "X\ngeen beleid", "✓"),
                ("De aanpak", "", "", ""),
                ("Vasthoudend", "- Er is a-sociaal gezin", "✓ ✗\ndeels", ""),
                ("Vasthoudend", "@regisseur", "", ""),
            )
        ),
    )


@pytest.mark.parametrize("formaat", FORMATEN)
def test_dezelfde_vraag_geeft_dezelfde_bytes(formaat: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nu = time.time()
    eerst = maak(formaat)
    monkeypatch.setattr(time, "time", lambda: nu + 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(nu + 86_400))
    assert maak(formaat) == eerst
    assert b"2026" not in eerst or formaat != "csv"


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_onaangeroerd_sjabloon_wordt_geweigerd(tmp_path: Path, formaat: str) -> None:
    assert weigering(tmp_path, maak(formaat), f"r.{formaat}") == invulblad.NIET_INGEVULD


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_meting_zonder_jaar_of_naam_wordt_genoemd(tmp_path: Path, formaat: str) -> None:
    cellen: dict[Plek, str | int] = {
        (EERSTE, TEKEN_1): "X",
        (AANPAK, TEKEN_1): "Helpende Hand",
        (EERSTE, TEKEN_2): "✓",
        (JAAR, TEKEN_2): "13",
    }
    document = lees(tmp_path, vul_in(formaat, cellen), f"r.{formaat}")
    assert _tabel(document)[0] == ("Criteria", "Indicator", "Helpende Hand", "13")
    assert document.opmerkingen == (
        een_zin("Bij meting 1 in het sjabloon ontbreekt het peiljaar, of het is geen jaartal."),
        een_zin("Bij meting 2 in het sjabloon ontbreekt het peiljaar, of het is geen jaartal."),
        een_zin("Bij meting 2 in het sjabloon ontbreekt de naam van de aanpak."),
    )


@pytest.mark.parametrize(
    ("teken", "samen"),
    [
        ("✓", "✓\ntekst"),
        ("X", "X\ntekst"),
        ("✓ X", "✓ ✗\ntekst"),
        ("✓X", "✓ ✗\ntekst"),
        ("x / ✓", "✗ ✓\ntekst"),
        ("✓ en X", "✓ ✗\ntekst"),
        ("voldoet", "voldoet\ntekst"),
        ("deels en X", "deels en X\ntekst"),
        ("", "tekst"),
    ],
)
def test_teken_en_toelichting_samen(teken: str, samen: str) -> None:
    assert invulblad.voeg_samen(teken, "tekst") == samen


def _tabel(document: Document) -> tuple[tuple[str, ...], ...]:
    (tabel,) = [blok for blok in document.blokken if isinstance(blok, Tabel)]
    return tabel.rijen


def test_tekst_is_nooit_een_formule_in_excel() -> None:
    map_ = openpyxl.load_workbook(io.BytesIO(maak("xlsx")))
    cellen = {cel.value: cel for rij in map_.worksheets[0].iter_rows() for cel in rij if cel.value}
    assert {tekst: cellen[tekst].data_type for tekst in ("=1+1 gezinnen", "@regisseur")} == {
        "=1+1 gezinnen": "s",
        "@regisseur": "s",
    }
    assert b"<f>" not in deel_van(maak("xlsx"), "xl/worksheets/sheet1.xml")


def test_tekst_is_nooit_een_formule_in_ods_en_csv() -> None:
    assert b"table:formula" not in deel_van(maak("ods"), "content.xml")
    rijen = csv.reader(io.StringIO(maak("csv").decode("utf-8-sig"), newline=""), delimiter=";")
    assert not [cel for rij in rijen for cel in rij if cel.startswith(("=", "+", "-", "@"))]


def test_een_criterium_dat_het_kader_niet_heeft_krijgt_geen_kolom(tmp_path: Path) -> None:
    regels = (Sjabloonregel("i-1", "Toeleiding", "", "Er is beleid"),)
    map_, uit = openpyxl.load_workbook(io.BytesIO(maak("xlsx", regels))), io.BytesIO()
    map_.worksheets[0].cell(EERSTE + 1, TEKEN_1 + 1, "X")
    map_.worksheets[0].cell(JAAR + 1, TEKEN_1 + 1, 2013)
    map_.worksheets[0].cell(AANPAK + 1, TEKEN_1 + 1, "Wijkteam")
    map_.save(uit)
    verwacht = (("Indicator", "2013 Wijkteam"), ("Toeleiding", ""), ("Er is beleid", "X"))
    assert _tabel(lees(tmp_path, uit.getvalue(), "r.xlsx")) == verwacht


def test_keuzelijst_met_tekens_in_elke_tekencel() -> None:
    blad = openpyxl.load_workbook(io.BytesIO(maak("xlsx", metingen=2))).worksheets[0]
    (keuze,) = blad.data_validations.dataValidation
    assert keuze.formula1 == '"✓,X,leeg"'
    assert sorted(str(bereik) for bereik in keuze.sqref.ranges) == ["E9:E12", "G9:G12"]
    inhoud = deel_van(maak("ods", metingen=2), "content.xml").decode()
    assert inhoud.count('table:content-validation-name="tekenkeuze"') == 2 * len(REGELS)
    assert all(f"&quot;{teken}&quot;" in inhoud or f'"{teken}"' in inhoud for teken in TEKENS)


def test_de_uitleg_staat_erbij() -> None:
    map_ = openpyxl.load_workbook(io.BytesIO(maak("xlsx")))
    assert [rij[0] for rij in map_[UITLEGBLAD].iter_rows(values_only=True)] == list(UITLEG)
    assert UITLEG[2] in maak("csv").decode("utf-8-sig")
    assert UITLEG[2] in deel_van(maak("ods"), "content.xml").decode()


def test_een_sjabloon_van_een_andere_versie_of_zonder_kop(tmp_path: Path) -> None:
    ander = maak("csv").replace(b"Sjabloon verbeterpunten 1", b"Sjabloon verbeterpunten 9")
    assert weigering(tmp_path, ander, "r.csv") == invulblad.ANDERE_VERSIE
    assert weigering(tmp_path, maak("csv").replace(b";Indicator;", b";;"), "r.csv") == invulblad.ZONDER_KOP


@pytest.mark.parametrize(("formaat", "metingen"), [("doc", 3), ("xlsx", 0), ("xlsx", 9)])
def test_wat_niet_kan(formaat: str, metingen: int) -> None:
    with pytest.raises(ValueError, match=r"onbekend formaat|1 tot 8 metingen"):
        maak(formaat, metingen=metingen)


def test_de_naam_van_het_bestand() -> None:
    assert sjabloon_naam("ggsr-beleid-2013", "ods") == "sjabloon-ggsr-beleid-2013.ods"
