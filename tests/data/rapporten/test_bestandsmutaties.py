"""Spoiled files: refused, read as they say, or doubted aloud; the judge itself is shown to fail."""

from __future__ import annotations

import random
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from data.rapporten.gelezen import Tabellen
from data.rapporten.lezers import lees_document
from data.rapporten.lezers.pdfschade import SCHADE, schade
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.bestandsmutaties import beoordeel, bestanden, muteer, verknoei
from tests.data.rapporten.mutaties import GELIJK, GEWEIGERD, TWIJFEL


@pytest.mark.filterwarnings("ignore")
def test_verknoeide_bestanden() -> None:
    """80 seeded mutations, every form among them: each ends well, and all three endings occur."""
    uitslagen = set()
    vormen = set()
    for zaad in range(80):
        vorm, uitslag, fouten = muteer(zaad)
        assert fouten == []
        uitslagen.add(uitslag)
        vormen.add(vorm)
    assert uitslagen == {GELIJK, TWIJFEL, GEWEIGERD}
    assert vormen == {"docx", "odt", "xlsx", "pdf"}


def test_elk_bestand_is_gaaf_gelijk(tmp_path: Path) -> None:
    for bestand in bestanden():
        pad = tmp_path / "rapport"
        pad.write_bytes(bestand.inhoud)
        document = lees_document(pad, naam="rapport", meld=lambda _klaar, _totaal: None)
        tabellen = lees_tabellen(document, bestand.waarheid.kennis())
        assert beoordeel(document, tabellen, bestand.waarheid, "") == (GELIJK, [])
        assert document.opmerkingen == ()


def test_elke_mutatie_verandert_iets() -> None:
    for bestand in bestanden():
        assert verknoei(bestand, random.Random(3))[0] != bestand.inhoud


def test_rechter_ziet_wat_stil_fout_is(tmp_path: Path) -> None:
    bestand = bestanden()[0]
    pad = tmp_path / "rapport"
    pad.write_bytes(bestand.inhoud)
    document = lees_document(pad, naam="rapport", meld=lambda _klaar, _totaal: None)
    tabellen = lees_tabellen(document, bestand.waarheid.kennis())
    eerste = tabellen.cellen[0]
    ander = "voldoet" if eerste.lezing.uitkomst == "verbeterpunt" else "verbeterpunt"
    fout = replace(eerste, lezing=replace(eerste.lezing, uitkomst=ander, twijfels=()))
    _, fouten = beoordeel(document, replace(tabellen, cellen=(fout, *tabellen.cellen[1:])), bestand.waarheid, "")
    assert [zin.split(":")[0] for zin in fouten] == ["zonder twijfel anders"]
    _, fouten = beoordeel(document, Tabellen((), ()), bestand.waarheid, "")
    assert [zin.split(":")[0] for zin in fouten] == ["verdwenen"]


def _pdf(stroom: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    kop = b"<< /Filter [ %s ] /Length %d >>" % (filters, len(stroom))
    return b"%PDF-1.4\n1 0 obj\n" + kop + b"\nstream\n" + stroom + b"\nendstream\nendobj\n%%EOF\n"


@pytest.mark.parametrize(
    ("ruw", "stuk"),
    [
        (_pdf(zlib.compress(b"BT ET" * 50)), 0),
        (_pdf(zlib.compress(b"BT ET" * 50)[:-6]), 1),
        (_pdf(b"\x00" + zlib.compress(b"BT ET" * 50)[1:]), 1),
        (_pdf(zlib.compress(b"BT ET" * 50)[:-1] + b"\x00"), 1),
        (_pdf(b"alles mag", b"/DCTDecode"), 0),
        (_pdf(b"kapot") + b"/Encrypt", 0),
        (_pdf(b"kapot", b"/ASCII85Decode /FlateDecode"), 1),
        (b"geen pdf", 0),
    ],
)
def test_schade(ruw: bytes, stuk: int, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(ruw)
    assert schade(pad) == ([SCHADE.format("één plaats")] if stuk else [])
