"""Counting in SQL against the oracle's, on random worlds: every row per aanpak, every cell per gemeente."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from data.bouw.maken import TELLING, VIEWS, leid_af
from data.sql import voer_uit
from tests.hoeveel import voorbeelden
from tests.orakel import Periode, Telling, Wereld, opvolging, per_aanpak, per_gemeente, schets, verloop
from tests.orakel.tellen import cel
from tests.werelden import vul, werelden

# what the views need beside what vul() fills: one thema per editie, one onderwerp, dekking, titles
AANVULLEN = """
    insert into opslag.onderwerp (onderwerp_nr, onderwerp_id, onderwerp) values (1, 'o', 'o');
    insert into opslag.thema (thema_nr, thema_id, editie_nr, thema, volgorde)
    select editie_nr, editie_id, editie_nr, editie_id, 1 from opslag.editie;
    update opslag.indicator set thema_nr = editie_nr, onderwerp_nr = 1, kort = indicator, volgorde = indicator_nr;
    update opslag.kader set kader = kader_id, niveau = 'beleid';
    update opslag.meting set dekking_nr = 1;
    insert into opslag.meting_rapport select meting_nr, rapport_nr from opslag.meting;
    insert into opslag.gemeente_omvat select gemeente_nr, gemeente_nr from opslag.gemeente;
"""
GETELD = """
    select jaar_van, jaar_naar, unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld, overgenomen))
    from opslag.eenheden(opslag.selectie($kader), null, $eenheid, $verloop)
    group by jaar_van, jaar_naar
"""
CELLEN = """
    select kolom_id, i.begrip_nr, jaar_van, jaar_naar, status, was_verbeterpunt
    from cellen(opslag.selectie($kader), null, 'gemeente', false) as i
"""
VELDEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen", "verteld",
    "getoetst",
)  # fmt: skip


class Geteld:
    """A world in the product's own tables, views and counting."""

    def __init__(self, wereld: Wereld) -> None:
        self.con = duckdb.connect(config={"threads": 1})  # a world is a few rows: threads only cost
        voer_uit(self.con, "schema", "afleiding/macros")
        self.begrip = {nummer: begrip for begrip, nummer in vul(self.con, wereld)["begrip"].items()}
        self.con.execute(AANVULLEN)
        leid_af(self.con)
        voer_uit(self.con, *TELLING, *VIEWS)
        self.kaders = sorted({editie.kader for editie in wereld.edities})

    def tellingen(self, eenheid: str, *, verloop_: bool = False) -> dict[Periode, Telling]:
        """Per period, as the oracle tells it; both denominators are held against the sum of their parts."""
        uit: dict[Periode, Telling] = {}
        for kader in self.kaders:
            for rij in self._vraag(GETELD, kader=kader, eenheid=eenheid, verloop=verloop_):
                telling = Telling(**{veld: rij[veld] for veld in VELDEN})
                assert (rij["beoordeeld"], rij["vastgesteld"]) == (telling.beoordeeld, telling.vastgesteld)
                if rij["vastgesteld"]:  # a period of ✓ alone has nothing to count
                    uit[kader, rij["jaar_van"], rij["jaar_naar"]] = telling
        return uit

    def cellen_zonder_verbeterpunt(self) -> dict[tuple[Any, ...], str]:
        """The cells of the heatmap per gemeente that hold no verbeterpunt."""
        return {
            (kader, rij["jaar_van"], rij["jaar_naar"], rij["kolom_id"], self.begrip[rij["begrip_nr"]]): rij["status"]
            for kader in self.kaders
            for rij in self._vraag(CELLEN, kader=kader)
            if not rij["was_verbeterpunt"]
        }

    def _vraag(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        antwoord = self.con.execute(sql, parameters)
        namen = [kolom[0] for kolom in antwoord.description]
        return [dict(zip(namen, rij, strict=True)) for rij in antwoord.fetchall()]


@settings(max_examples=voorbeelden(10), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(werelden())
def test_tellen_is_gelijk_aan_het_orakel(wereld: Wereld) -> None:
    geteld, stappen = Geteld(wereld), opvolging(wereld)
    assert geteld.tellingen("aanpak") == per_aanpak(stappen)
    assert geteld.tellingen("gemeente") == per_gemeente(wereld, stappen)
    lopen = verloop(wereld)
    assert geteld.tellingen("aanpak", verloop_=True) == per_aanpak(lopen)
    assert geteld.tellingen("gemeente", verloop_=True) == per_gemeente(wereld, lopen)
    assert geteld.cellen_zonder_verbeterpunt() == _cellen(wereld)


def _cellen(wereld: Wereld) -> dict[tuple[Any, ...], str]:
    gemeente = {a.id: a.gemeente for a in wereld.aanpakken}
    groepen: dict[tuple[Any, ...], list[Any]] = {}
    for s in opvolging(wereld):
        sleutel = (s.kader, s.jaar_van, s.jaar_naar, gemeente[s.aanpak_van], s.begrip)
        groepen.setdefault(sleutel, []).append(s)
    return {
        sleutel: cel(s.status for s in groep)
        for sleutel, groep in groepen.items()
        if not any(s.was_verbeterpunt for s in groep)
    }


# --- cases that random worlds meet too seldom ----------------------------------------------------------------------

X_X_X_V = "A 2013-02-01 X peil=2013\nA 2013-06-01 X peil=2013\nA 2013-11-01 X peil=2013\nA 2014 V"


def test_elke_stap_telt_ook_binnen_een_peiljaar() -> None:
    # X → X and X → X within 2013: two rows of one aanpak, indicator and period; then X → V
    geteld = Geteld(schets(X_X_X_V))
    assert geteld.tellingen("aanpak") == {
        ("K", 2013, 2013): Telling(niet_opgepakt=2),
        ("K", 2013, 2014): Telling(opgepakt=1, getoetst=1),
    }
    assert geteld.tellingen("gemeente")["K", 2013, 2013] == Telling(niet_opgepakt=1)


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [
        ("V", "V", Telling(opgepakt=1, getoetst=1)),
        ("V", "X", Telling(deels_opgepakt=1)),
        ("V", "-", Telling(niet_beoordeeld=1)),
        ("M", "X", Telling(deels_opgepakt=1)),
        ("X", "-", Telling(niet_opgepakt=1)),
        ("-", "-", Telling(niet_beoordeeld=1)),
    ],
)
def test_twee_aanpakken_in_een_gemeente(een: str, ander: str, verwacht: Telling) -> None:
    # A and B in one gemeente: X 2013, then what the case says
    geteld = Geteld(schets(f"A 2013 X\nB 2013 X\nA 2014 {een}\nB 2014 {ander}"))
    assert geteld.tellingen("gemeente")["K", 2013, 2014] == verwacht
