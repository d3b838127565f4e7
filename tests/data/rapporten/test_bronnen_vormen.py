"""The real reports as DOCX, ODT and PDF, where they are at hand: made here, read to exactly the shipped verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from data.rapporten.bekend import bekend
from data.rapporten.document import Document
from data.rapporten.gelezen import Gelezen
from data.rapporten.lezen import lees_geheel
from data.rapporten.lezers import lees_document
from data.rapporten.voorstel import maak
from tests.data.rapporten import vormen
from tests.data.rapporten.test_lees_opdracht import BRONNEN, WAAR, geleverd
from tests.data.rapporten.voorstelhulp import lees
from tests.geleverd import NASLAG

pytestmark = pytest.mark.skipif(not BRONNEN.is_dir(), reason="de rapporten zelf staan niet in deze verzameling")

VORMEN: dict[str, Callable[[Document], bytes]] = {
    "docx": vormen.als_docx,
    "odt": vormen.als_odt,
    "pdf": vormen.als_pdf,
    "kale pdf": lambda document: vormen.als_pdf(document, opmaak="kaal", breekt=False, liggend=True),
}


def niets(_klaar: int, _totaal: int) -> None:
    """Nobody looks how far it is."""


@cache
def bron(naam: str) -> Document:
    return lees_document(BRONNEN / f"{naam}.txt", naam=f"{naam}.txt", meld=niets)


def gelezen(inhoud: bytes, naam: str, map_: Path) -> tuple[Gelezen, Path]:
    pad = map_ / naam
    pad.write_bytes(inhoud)
    weten = bekend(NASLAG)
    return lees_geheel(pad, naam=naam, meld=niets, mappen=[str(m) for m in weten.mappen]), pad


def oordelen(inhoud: bytes, naam: str, map_: Path) -> list[tuple[str, ...]]:
    """The verdicts of the voorstel, in a store that has no facts at all."""
    uit, pad = gelezen(inhoud, naam, map_)
    v = maak(uit, pad, naam=naam, bekend=bekend(NASLAG), naar=map_ / "voorstel")
    velden = ("aanpak", "peiljaar", "indicator_id", "uitkomst", "teken_gedrukt")
    return sorted(tuple(rij[veld] for veld in velden) for rij in lees(v.map / "oordelen.csv"))


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize(("naam", "levering"), WAAR.items())
def test_elke_vorm_zoals_geleverd(naam: str, levering: str, vorm: str, tmp_path: Path) -> None:
    inhoud = VORMEN[vorm](bron(naam))
    bestand = f"rapport.{vorm.rsplit(maxsplit=1)[-1]}"
    assert oordelen(inhoud, bestand, tmp_path) == geleverd(levering)
    if levering != "den-helder-2017":
        return
    regels = gelezen(inhoud, bestand, tmp_path)[0].tabellen.kaderregels
    per_thema = Counter(regel.thema_gedrukt for regel in regels)
    assert per_thema == {"Toeleiding en toegang": 6, "In Zorg": 7, "Borgen van samenhang in het lokale stelsel": 3}


def test_tekstlaag_op_haar_plaats(tmp_path: Path) -> None:
    """The second weergave of Alkmaar with its blocks set in columns as they were printed; the empty cell is absent."""
    inhoud = vormen.als_kolommen_pdf(
        bron("001_f8eb0c1aeaa2846d"),
        begint=lambda plat: plat == "Indicator 2013 2014",
        eindigt=lambda plat: plat in {"Toeleiding", "Samenwerking"} or plat.startswith("Meer"),
    )
    assert oordelen(inhoud, "rapport.pdf", tmp_path) == geleverd("alkmaar-2015")
