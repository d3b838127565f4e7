"""Fictional reports in every layout, written as DOCX, ODT, PDF, XLSX and read back from the file. All seeded."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.rapporten.document import Document
from data.rapporten.gelezen import Soort, Tabellen
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers import lees_document
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten import vormen
from tests.data.rapporten.indelingen import (
    Rij,
    Stijl,
    Waarheid,
    als_blokken,
    als_tabellen,
    kaal,
    maak,
    uit_blokken,
    verwacht,
)

#: The fonts that every PDF reader has know these signs only.
PDF_TEKENS = {"☑": "✔"}
Schrijver = Callable[[Document], bytes]


def gelezen(inhoud: bytes, map_: Path, kader: Kaderkennis) -> Tabellen:
    pad = map_ / "rapport"
    pad.write_bytes(inhoud)
    return lees_tabellen(lees_document(pad, naam="rapport", meld=lambda _klaar, _totaal: None), kader)


def cellen(tabellen: Tabellen, *, themas: bool) -> list[tuple[str, str, str, int | None, str, str, str]]:
    return [
        (
            kaal(c.thema_gedrukt) if themas else "", kaal(c.criterium_gedrukt), kaal(c.indicator_gedrukt),
            c.kolom.peiljaar, kaal(c.kolom.aanpak), c.lezing.uitkomst, c.lezing.teken_gedrukt,
        )
        for c in tabellen.cellen
    ]  # fmt: skip


def met_pdf_tekens(juist: list[tuple[str, str, str, int, str, str, str]]) -> list[tuple[object, ...]]:
    return [tuple(PDF_TEKENS.get(str(deel), deel) for deel in cel) for cel in juist]


def geval(zaad: int) -> tuple[Waarheid, Stijl, bool]:
    """A report, how it is printed, and whether its theme headings can be told: whatever the seed says."""
    lot = random.Random(zaad)
    waarheid = maak(zaad, criteria=lot.random() < 0.5, leeg=lot.choice((0.0, 0.2)))
    genoemd = all(naam for _, naam in waarheid.kolommen)
    thema = lot.choice(("rij", "samengevoegd", "regel", "kolom", "geen"))
    stijl = Stijl(
        thema=thema, kop="twee" if genoemd and lot.random() < 0.5 else "een", teken_apart=lot.random() < 0.3,
        nummers=lot.random() < 0.3, een_tabel=lot.random() < 0.3,
    )  # fmt: skip
    return waarheid, stijl, thema != "geen"


@pytest.mark.parametrize("zaad", range(16))
@pytest.mark.parametrize("schrijf", [vormen.als_docx, vormen.als_odt])
def test_tekstverwerker(zaad: int, schrijf: Schrijver, tmp_path: Path) -> None:
    """Every cell exactly, whatever the layout."""
    waarheid, stijl, themas = geval(zaad)
    tabellen = gelezen(schrijf(als_tabellen(waarheid, stijl)), tmp_path, waarheid.kennis())
    assert cellen(tabellen, themas=themas) == verwacht(waarheid, themas=themas)


@pytest.mark.parametrize("zaad", range(40, 50))
def test_rekenblad(zaad: int, tmp_path: Path) -> None:
    waarheid, stijl, themas = geval(zaad)
    if stijl.thema == "samengevoegd":  # in a sheet a merged cell has its text once
        stijl = replace(stijl, thema="rij")
    tabellen = gelezen(vormen.als_xlsx(als_tabellen(waarheid, stijl)), tmp_path, waarheid.kennis())
    assert cellen(tabellen, themas=themas) == verwacht(waarheid, themas=themas)


@pytest.mark.parametrize("zaad", range(60, 80))
def test_pdf(zaad: int, tmp_path: Path) -> None:
    """Ruled tables over pages as they come, rows cut where a page ends: every cell exactly, or with a doubt."""
    lot = random.Random(zaad)
    waarheid, stijl, themas = geval(zaad)
    document = vormen.vervang(als_tabellen(waarheid, stijl), PDF_TEKENS)
    inhoud = vormen.als_pdf(document, breekt=lot.random() < 0.5, liggend=lot.random() < 0.5)
    tabellen = gelezen(inhoud, tmp_path, waarheid.kennis())
    assert cellen(tabellen, themas=themas) == met_pdf_tekens(verwacht(waarheid, themas=themas))


@pytest.mark.parametrize("zaad", range(200, 206))
def test_lange_tabel_over_bladen(zaad: int, tmp_path: Path) -> None:
    """Cells of ten lines and more, on a page cut anywhere: rows are whole again, and nothing is doubted in vain."""
    waarheid = maak(zaad, kolommen=2)
    lang = vormen.verleng(als_tabellen(waarheid, Stijl(thema="rij")), keer=6 + zaad % 5)
    document = vormen.vervang(lang, PDF_TEKENS)
    tabellen = gelezen(vormen.als_pdf(document), tmp_path, waarheid.kennis())
    assert cellen(tabellen, themas=True) == met_pdf_tekens(verwacht(waarheid))
    assert {t.soort for c in tabellen.cellen for t in c.lezing.twijfels} <= {Soort.TWEE_TEKENS}


@pytest.mark.parametrize("zaad", range(300, 310))
def test_tekstlaag_in_kolommen(zaad: int, tmp_path: Path) -> None:
    """Blocks of broken lines at their places on paper, no lines drawn, an empty cell absent: every cell exactly."""
    lot = random.Random(zaad)
    waarheid = _laatste_leeg(maak(zaad, kolommen=2), lot)
    kop = "Indicator 2013 2014"
    document = vormen.vervang(uit_blokken(als_blokken(waarheid, breedte=44, zaad=zaad)), PDF_TEKENS)
    themas = {thema for thema, _ in waarheid.themas}
    inhoud = vormen.als_kolommen_pdf(
        document, begint=lambda plat: plat == kop, eindigt=lambda plat: plat in themas or plat == "Meer informatie"
    )
    tabellen = gelezen(inhoud, tmp_path, waarheid.kennis())
    assert cellen(tabellen, themas=True) == met_pdf_tekens(verwacht(waarheid))


def _laatste_leeg(waarheid: Waarheid, lot: random.Random) -> Waarheid:
    """The same under the head "2013 2014", with now and then nothing in the last column: no block tells of it."""
    themas = tuple(
        (
            thema,
            tuple(
                Rij(rij.criterium, rij.indicator, (rij.oordelen[0], rij.oordelen[1] if lot.random() < 0.75 else None))
                for rij in rijen
            ),
        )
        for thema, rijen in waarheid.themas
    )
    return Waarheid(((2013, ""), (2014, "")), themas)
