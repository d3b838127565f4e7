"""A letter on more than one kader: a table for each, and the whole table back for who checks it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from pagina.uitvoer.inhoud.kolommen import kolom
from pagina.uitvoer.inhoud.stuk import Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Soort, tabel
from pagina.uitvoer.vormen import docx
from tests.pagina.uitvoer.brieven import herkomst, noten
from tests.pagina.uitvoer.toegankelijk import Bestand, W, bezwaren, tekst_van

TELLINGEN = ("vastgesteld", "beoordeeld", "opgepakt", "getoetst", "verteld", "deels_opgepakt", "niet_opgepakt",
             "niet_beoordeeld", "nog_niet_hertoetst", "vervallen")  # fmt: skip
CIJFERS = (
    Kolom("kader", "Kader", "Het kader.", "tekst"),
    Kolom("periode", "Periode", "De jaren.", "tekst"),
    Kolom("groep", "Gemeente", "De gemeente.", "tekst"),
    *(kolom("cijfers", naam) for naam in TELLINGEN),
    Kolom("procent_beoordeeld", "% van beoordeeld", "Deel.", "procent"),
    Kolom("procent_vastgesteld", "% van vastgesteld", "Deel.", "procent"),
)
BELEID, CASUS = ("GGSR beleid", "2013 → 2014"), ("GGSR casus", "2013 → nog geen hertoets")
RIJEN: list[Rij] = [
    (*BELEID, "Alkmaar", 6, 5, 0, 0, 0, 0, 5, 1, 0, 0, 0, 0),
    (*BELEID, "Totaal", 16, 15, 10, 0, 10, 0, 5, 1, 0, 0, 67, 63),
    (*CASUS, "Zwolle", 11, 0, None, None, None, None, None, 0, 11, 0, None, None),
]


def _brief(kolommen: Sequence[Kolom], rijen: Sequence[Rij], *, naam: str = "cijfers") -> Stuk:
    bron = herkomst()
    delen = tuple(
        Onderdeel(f"{kader}, {jaren}", (f"Over {kader}.",), None, ("Niet alles.",)) for kader, jaren in (BELEID, CASUS)
    )
    return Stuk("Twee kaders", tabel(naam, "Verbeterpunten", kolommen, rijen), bron, noten(bron), delen)


def _schrijf(stuk: Stuk, pad: Path) -> Bestand:
    naar = io.BytesIO()
    docx.schrijf(stuk, naar, lambda _: None)
    pad.write_bytes(naar.getvalue())
    assert bezwaren(naar.getvalue()) == []
    return Bestand(naar.getvalue())


def _stijl(alinea: object) -> str:
    return str(alinea.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))  # type: ignore[attr-defined]


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "brief.docx"


def test_elk_kader_heeft_zijn_tabel_in_zijn_onderdeel(pad: Path) -> None:
    bestand = _schrijf(_brief(CIJFERS, RIJEN), pad)
    volgorde = []
    for deel in bestand.tekst[0]:
        if deel.tag == f"{W}tbl":
            volgorde.append(f"tabel van {len(deel.findall(f'{W}tr'))} rijen")
        elif deel.tag == f"{W}p" and _stijl(deel) in {"Heading2", "Tabelbijschrift"}:
            volgorde.append(tekst_van(deel))
    assert volgorde == [
        "GGSR beleid, 2013 → 2014",
        "Tabel 1. Verbeterpunten, GGSR beleid, 2013 → 2014., , ",
        "tabel van 3 rijen",
        "GGSR casus, 2013 → nog geen hertoets",
        "Tabel 2. Verbeterpunten, GGSR casus, 2013 → nog geen hertoets.",
        "tabel van 2 rijen",
        "Wat u hieruit niet kunt concluderen",
        "Herkomst",
        f"tabel van {len([naam for naam, _ in herkomst().paren if naam != 'Opdracht']) + 1} rijen",
    ]


def test_dertien_kolommen_passen_op_een_staande_bladzijde(pad: Path) -> None:
    """All ten counts and both percentages, in letters of 8,5 points; what a short head means stands under it."""
    bestand = _schrijf(_brief(CIJFERS, RIJEN), pad)
    assert [maat.get(f"{W}orient") for maat in bestand.tekst.iter(f"{W}pgSz")] == [None]
    letter = next(s for s in bestand.boom("word/styles.xml") if s.get(f"{W}styleId") == "Tabeltekst")
    assert letter.find(f"{W}rPr/{W}sz").get(f"{W}val") == "17"
    een = next(bestand.tekst.iter(f"{W}tbl"))
    assert [tekst_van(cel) for cel in een.find(f"{W}tr").findall(f"{W}tc")] == [
        "Gemeente", "Vastgesteld", "Beoordeeld", "Opgepakt", "Opgepakt, getoetst", "Opgepakt, verteld",
        "Deels opgepakt", "Niet opgepakt", "Niet beoordeeld", "Nog niet hertoetst", "Vervallen", "% van beoordeeld",
        "% van vastgesteld",
    ]  # fmt: skip
    noot = next(tekst_van(p) for p in bestand.tekst.iter(f"{W}p") if _stijl(p) == "Tabelnoot")
    assert noot.startswith(
        "In de kop: ‘Vastgesteld’ is ‘Verbeterpunten vastgesteld’, ‘Beoordeeld’ is ‘Later beoordeeld’, "
        "‘Opgepakt, getoetst’ is ‘Opgepakt, opnieuw getoetst’ en ‘Opgepakt, verteld’ is ‘Opgepakt, volgens de gemeente "
        "zelf’. "
    )


def test_de_tabellen_zijn_samen_weer_de_tabel(pad: Path) -> None:
    _schrijf(_brief(CIJFERS, RIJEN), pad)
    kop, *rijen = docx.lees_tabel(pad)
    assert kop == [kolom.kop for kolom in CIJFERS]
    assert rijen == [[docx.gedrukt(kolom, cel) for kolom, cel in zip(CIJFERS, rij, strict=True)] for rij in RIJEN]


def test_een_kader_zonder_rijen_heeft_geen_tabel(pad: Path) -> None:
    bestand = _schrijf(_brief(CIJFERS, RIJEN[:2]), pad)
    assert [t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for t in bestand.tekst.iter(f"{W}tbl")] == [
        "Verbeterpunten, GGSR beleid, 2013 → 2014",
        "Herkomst van de cijfers",
    ]
    assert docx.lees_tabel(pad)[1:3] == [[str(c) if i < 13 else f"{c}%" for i, c in enumerate(r)] for r in RIJEN[:2]]


def test_zonder_enige_rij_staan_de_koppen_er(pad: Path) -> None:
    _schrijf(_brief(CIJFERS, []), pad)
    assert docx.lees_tabel(pad) == [[kolom.kop for kolom in CIJFERS]]


def test_de_voortgang_telt_over_de_tabellen(pad: Path) -> None:
    gemeld: list[int] = []
    docx.schrijf(_brief(CIJFERS, RIJEN), io.BytesIO(), gemeld.append)
    assert gemeld == [2, 3]


OORDELEN: list[tuple[str, str, Soort]] = [
    ("gemeente", "Gemeente", "tekst"), ("aanpak_van", "Aanpak", "tekst"), ("thema", "Thema", "tekst"),
    ("indicator", "Indicator", "tekst"), ("jaar_van", "Jaar van", "jaar"), ("uitkomst_van", "Uitkomst van", "keuze"),
    ("jaar_naar", "Jaar naar", "jaar"), ("uitkomst_naar", "Uitkomst naar", "keuze"), ("status", "Status", "keuze"),
    ("bewijs_naar", "Bewijs naar", "keuze"), ("toelichting_van", "Toelichting van", "tekst"),
    ("rapport_naar", "Rapport naar", "tekst"), ("vindplaats_naar", "Vindplaats naar", "tekst"),
    ("kader", "Kader", "tekst"),
]  # fmt: skip


def test_van_elk_oordeel_staat_erbij_op_wiens_woord(pad: Path) -> None:
    kolommen = [Kolom(naam, kop, f"{kop}.", soort) for naam, kop, soort in OORDELEN]
    rijen: list[Rij] = [
        (
            *("Leeuwarden", "Interventieteam", "De aanpak", "De regisseur heeft doorzettingsmacht", 2013),
            *("verbeterpunt", 2014, "voldoet", "opgepakt", "mondelinge_rapportage", "Lang verhaal. " * 20),
            *("stj-leeuwarden-2015", "tabel Aanpak, rij 1", "GGSR beleid"),
        ),
        (
            *("Zwolle", "Bijzondere Doelgroepen", "Continu", "Hulp loopt lang genoeg door", 2013, "voldoet"),
            *(None, None, "nog niet hertoetst", None, "Kort.", None, None, "GGSR casus"),
        ),
    ]
    bestand = _schrijf(_brief(kolommen, rijen, naam="oordelen"), pad)
    kop, beleid, casus = docx.lees_tabel(pad)
    assert kop == ["Kader", "Gemeente", "Aanpak", "Indicator", "Jaar van", "Uitkomst van", "Jaar naar", "Uitkomst naar",
                   "Status", "Bewijs naar", "Rapport naar", "Vindplaats naar"]  # fmt: skip
    assert (beleid[0], beleid[9]) == ("GGSR beleid", "mondelinge rapportage door de gemeente")
    assert (casus[0], casus[9]) == ("GGSR casus", None)
    eronder = [tekst_van(p) for p in bestand.tekst.iter(f"{W}p") if _stijl(p) == "Tabelnoot"]
    weg = "Alleen in de ODS, XLSX en CSV van dezelfde keuze staan de kolommen ‘Thema’ en ‘Toelichting van’. "
    assert [weg in noot for noot in eronder] == [True, True, False]


def test_een_percentage_valt_nooit_van_de_bladzijde(pad: Path) -> None:
    """Of forty columns some have no room; the last two are percentages, and stay."""
    kolommen = [Kolom(f"n{nr}", f"Telling nummer {nr}", "Telling.", "getal") for nr in range(38)]
    kolommen += [Kolom("p1", "% een", "Deel.", "procent"), Kolom("p2", "% twee", "Deel.", "procent")]
    stuk = replace(_brief(kolommen, [(*range(38), 50, 51)], naam="anders"), onderdelen=())
    _schrijf(stuk, pad)
    kop, rij = docx.lees_tabel(pad)
    assert 10 < len(kop) < 40
    assert kop[-3:] == [f"Telling nummer {len(kop) - 3}", "% een", "% twee"]
    assert rij == [*map(str, range(len(kop) - 2)), "50%", "51%"]


def test_alineas_komen_terug_zonder_wat_in_tabellen_staat(pad: Path) -> None:
    _schrijf(_brief(CIJFERS, RIJEN), pad)
    alineas = docx.lees_alineas(pad)
    assert alineas[:3] == ["Twee kaders", "GGSR beleid, 2013 → 2014", "Over GGSR beleid."]
    assert "Niet alles." in alineas
    assert not any("Alkmaar" in alinea for alinea in alineas)


def test_van_losse_oordelen_staat_op_papier_welk_van_eerder_is(tmp_path: Path) -> None:
    """Without that its row would say that the oordeel is of jaar_van; where none is of before, nothing is added."""
    namen = ("gemeente", "aanpak_van", "indicator", "jaar_van", "uitkomst_van", "overgenomen")
    kolommen = [kolom("opvolging_tabel", naam) for naam in namen]
    rijen = [("Een", "A", f"Indicator {nr}", 2014, "verbeterpunt") for nr in (1, 2)]

    def koppen(eerder: Sequence[bool]) -> Sequence[str]:
        gevuld = [(*rij, is_eerder) for rij, is_eerder in zip(rijen, eerder, strict=True)]
        pad = tmp_path / "brief.docx"
        _schrijf(_brief(kolommen, gevuld, naam="oordelen"), pad)
        return [cel.text for cel in python_docx.Document(str(pad)).tables[0].rows[0].cells]

    assert "Overgenomen van eerdere meting" in koppen([False, True])
    assert "Overgenomen van eerdere meting" not in koppen([False, False])
