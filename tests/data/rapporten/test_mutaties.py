"""Spoiled layouts: read as the text says, doubted aloud, or refused; the judge itself is shown to fail."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from data.rapporten.document import Document
from data.rapporten.gelezen import Tabellen
from data.rapporten.lezers.tekst import uit_tekst
from data.rapporten.oordelen.tabellen import lees_tabellen
from tests.data.rapporten.indelingen import als_blokken, als_tekst, maak
from tests.data.rapporten.mutaties import (
    BRONNEN,
    GELIJK,
    GEWEIGERD,
    MUTATIES,
    TWIJFEL,
    Proef,
    Zeker,
    beoordeel,
    echte_proeven,
    eigen_proeven,
    muteer,
    orakel,
)


@pytest.fixture(scope="module")
def proeven() -> list[Proef]:
    return eigen_proeven()


def test_eigen_indelingen(proeven: list[Proef]) -> None:
    """100 seeded mutations of layouts of our own: each ends well, and all three endings or at least two occur."""
    uitslagen = []
    for zaad in range(100):
        uitslag, fouten, _ = muteer(zaad, proeven)
        assert fouten == []
        uitslagen.append(uitslag)
    assert set(uitslagen) <= {GELIJK, TWIJFEL, GEWEIGERD}
    assert uitslagen.count(GELIJK) > 20
    assert uitslagen.count(TWIJFEL) > 20


@pytest.mark.skipif(not BRONNEN.is_dir(), reason="de echte rapporten zijn hier niet")
def test_echte_indelingen() -> None:
    echt = echte_proeven()
    for zaad in range(1000, 1060):
        assert muteer(zaad, echt)[1] == []


def test_elke_mutatie_verandert_iets(proeven: list[Proef]) -> None:
    for mutatie in MUTATIES:
        anders = [mutatie(proef.ruw, random.Random(7)) != proef.ruw for proef in proeven]
        assert sum(anders) > len(anders) / 2, mutatie.__name__


@pytest.mark.parametrize("tekst", [als_tekst(maak(3)), als_blokken(maak(3), zaad=3)])
def test_orakel_zonder_mutatie(tekst: str) -> None:
    """The oracle itself, without the product: every cell of the truth, and no other."""
    waarheid = maak(3)
    zeker = orakel(tekst)
    assert len(zeker.oordelen) == sum(len(rij.oordelen) for _, rij in waarheid.regels())
    assert sorted(zeker.oordelen.values()) == sorted(o[0] for _, rij in waarheid.regels() for o in rij.oordelen if o)


def _gelezen() -> tuple[Document, Tabellen, Zeker]:
    tekst = als_tekst(maak(5))
    document = uit_tekst(tekst)
    return document, lees_tabellen(document, maak(5).kennis()), orakel(tekst)


def test_rechter_ziet_een_stil_fout_oordeel() -> None:
    document, tabellen, zeker = _gelezen()
    assert beoordeel(document, tabellen, zeker, zeker) == (GELIJK, [])
    eerste = tabellen.cellen[0]
    ander = "voldoet" if eerste.lezing.uitkomst == "verbeterpunt" else "verbeterpunt"
    fout = replace(eerste, lezing=replace(eerste.lezing, uitkomst=ander, twijfels=()))
    _, fouten = beoordeel(document, replace(tabellen, cellen=(fout, *tabellen.cellen[1:])), zeker, zeker)
    assert len(fouten) == 1
    assert fouten[0].startswith("zonder twijfel anders")


def test_rechter_ziet_een_verdwenen_oordeel() -> None:
    document, tabellen, zeker = _gelezen()
    _, fouten = beoordeel(document, Tabellen(tabellen.cellen[1:], ()), zeker, zeker)
    assert any(fout.startswith("verdwenen") for fout in fouten)
    _, fouten = beoordeel(document, Tabellen((), ()), zeker, zeker)
    assert sum(fout.startswith("teken verdwenen") for fout in fouten) == len(zeker.tekens)
