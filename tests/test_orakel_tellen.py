"""The oracle's counting (section 7 of docs/methode.md), the easy mistakes, and the random worlds."""

from itertools import combinations

import duckdb
import pytest
from hypothesis import given, settings

from tests.fouten_van_anderen import FOUTEN, Fout
from tests.orakel import (
    Stap,
    Telling,
    Wereld,
    cel,
    eenheid,
    opvolging,
    per_aanpak,
    per_gemeente,
    percentage,
    schets,
)
from tests.orakel.lijn import strikt_na
from tests.werelden import vul, werelden

OPG, D, N = "opgepakt", "deels_opgepakt", "niet_opgepakt"
ONB, NOG, VERV = "niet_beoordeeld", "nog_niet_hertoetst", "vervallen"
BEH, TER = "behouden", "teruggevallen"

# --- percentages -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "totaal", "verwacht"),
    [
        (10, 15, 67),  # 66.67
        (10, 16, 63),  # 62.5, half up
        (1, 8, 13),  # 12.5, where Python's own round() says 12
        (1, 200, 1),  # 0.5
        (29, 200, 15),  # 14.5, where 0.145 * 100 in floats is 14.499…
        (1, 3, 33),
        (0, 7, 0),
        (7, 7, 100),
        (0, 0, None),
    ],
)
def test_percentage(n: int, totaal: int, verwacht: int | None) -> None:
    assert percentage(n, totaal) == verwacht


# --- several rows that count as one ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statussen", "verwacht"),
    [
        ([OPG], OPG),
        ([OPG, OPG], OPG),
        ([N], N),
        ([N, N], N),
        ([D], D),
        ([D, N], D),
        ([OPG, N], D),
        ([OPG, D], D),
        ([OPG, D, N], D),
        ([N, ONB], N),
        ([N, NOG, VERV], N),
        ([D, ONB], D),
        ([OPG, N, ONB], D),
        ([OPG, ONB], ONB),  # not all opgepakt, none niet or deels, not all one unknown
        ([OPG, VERV], ONB),
        ([ONB, ONB], ONB),
        ([NOG, NOG], NOG),
        ([VERV], VERV),
        ([NOG, VERV], ONB),
        ([ONB, NOG], ONB),
    ],
)
def test_eenheid(statussen: list[str], verwacht: str) -> None:
    assert eenheid(statussen) == verwacht
    assert eenheid(reversed(statussen)) == verwacht


@pytest.mark.parametrize(
    ("statussen", "verwacht"),
    [
        ([TER], TER),
        ([TER, BEH], TER),
        ([TER, ONB], TER),
        ([BEH, BEH], BEH),
        ([BEH, ONB], ONB),
        ([BEH, NOG], ONB),
        ([NOG], NOG),
        ([VERV, VERV], VERV),
        ([NOG, VERV], ONB),
    ],
)
def test_cel(statussen: list[str], verwacht: str) -> None:
    assert cel(statussen) == verwacht


#              2013 ──── 2014       opgepakt O, deels D, niet N, unknown ?, within G: A1 and A2 together
# A1 (G)      XXXXXX ── VVXVX-      O  O  N  O  N  ?
# A2 (G)      XXXVXX ── VXXVVV      O  N  N  ·  O  O     (its V of 2013 was no verbeterpunt)
# together                          O  D  N  O  D  ?
# A3 (H)      X.....    X.....      N
GEMEENTEN = schets(
    """
    A1 2013 XXXXXX
    A1 2014 VVXVX-
    A2 2013 XXXVXX
    A2 2014 VXXVVV bewijs=mondelinge_rapportage
    A3 2013 X.....
    A3 2014 X.....
    """,
    gemeenten={"A1": "G", "A2": "G", "A3": "H"},
)


def test_per_gemeente() -> None:
    # opgepakt b1 (A2's was told, so told) and b4 (only A1's, tested); deels b2 b5; niet b3 and H's b1;
    # unknown b6
    telling = per_gemeente(GEMEENTEN, opvolging(GEMEENTEN))["K", 2013, 2014]
    assert telling == Telling(opgepakt=2, deels_opgepakt=2, niet_opgepakt=2, niet_beoordeeld=1, verteld=1, getoetst=1)
    assert (telling.beoordeeld, telling.vastgesteld) == (6, 7)


def test_per_aanpak() -> None:
    # A1: O b1 b2 b4, N b3 b5, unknown b6.  A2: O b1 b5 b6 (told), N b2 b3; its b4 was no verbeterpunt.
    # A3: N b1
    telling = per_aanpak(opvolging(GEMEENTEN))["K", 2013, 2014]
    assert telling == Telling(opgepakt=6, niet_opgepakt=5, niet_beoordeeld=1, verteld=3, getoetst=3)
    assert telling.vastgesteld == 12


def test_zonder_toets_is_een_eigen_periode() -> None:
    # A X 2013 lives; B X 2013 has ended; C X 2013 → V 2014. Two periods; in G, A and B are unlike unknowns
    w = schets("A 2013 X\nB 2013 X\nC 2013 X\nC 2014 V", einden="B=2014")
    assert per_aanpak(opvolging(w)) == {
        ("K", 2013, None): Telling(nog_niet_hertoetst=1, vervallen=1),
        ("K", 2013, 2014): Telling(opgepakt=1, getoetst=1),
    }
    assert per_gemeente(w, opvolging(w))["K", 2013, None] == Telling(niet_beoordeeld=1)


# --- the easy mistakes -------------------------------------------------------------------------------------


def _rij(stappen: list[Stap], fout: Fout) -> Stap:
    (rij,) = [s for s in stappen if (s.aanpak_van, s.begrip, s.jaar_van) == (fout.aanpak, "b1", fout.jaar_van)]
    return rij


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: fout.naam)
def test_fout_van_anderen(fout: Fout) -> None:
    goed, mis = _rij(opvolging(fout.wereld), fout), _rij(fout.fout(fout.wereld), fout)
    assert goed.was_verbeterpunt
    assert (goed.status, goed.jaar_naar) == (fout.status, fout.jaar_naar)
    assert (mis.status, mis.jaar_naar) == (fout.fout_status, fout.fout_jaar_naar)
    assert fout.status != fout.fout_status


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: fout.naam)
def test_fout_is_goed_waar_niets_bijzonders_is(fout: Fout) -> None:
    # A ── X 2013 ── - 2014 ── V 2015: no lineage, a year apart: each mistake gives every row as it should be
    w = schets("A 2013 X\nA 2014 -\nA 2015 V")
    assert sorted(fout.fout(w), key=str) == sorted(opvolging(w), key=str)


# --- the random worlds -------------------------------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(werelden())
def test_werelden_zijn_geldig(w: Wereld) -> None:
    assert w.metingen
    assert 1 <= len(w.aanpakken) <= 7
    plekken = [(m.aanpak, m.kader, m.moment) for m in w.metingen]
    assert len(plekken) == len(set(plekken))  # never two of one aanpak and kader at one moment
    assert len(set(w.opvolging)) == len(w.opvolging)
    assert all(van not in strikt_na(w, naar) for van, naar in w.opvolging)
    editie_van = {m.id: m.editie for m in w.metingen}
    indicatoren = {i.id: i.editie for i in w.indicatoren}
    assert all(indicatoren[o.indicator] == editie_van[o.meting] for o in w.oordelen)
    assert all(a.id != b.id and a.naam != b.naam for a, b in combinations(w.aanpakken, 2))


def test_vul_zet_de_wereld_in_de_tabellen() -> None:
    con = duckdb.connect()
    vul(con, FOUTEN[1].wereld)
    nr = vul(con, GEMEENTEN)  # the second takes the place of the first
    gelezen = con.execute(
        """
        select aanpak_id, indicator_id, m.peiljaar, uitkomst
        from opslag.oordeel
        join opslag.meting as m using (meting_nr)
        join opslag.aanpak using (aanpak_nr)
        join opslag.indicator using (indicator_nr)
        join opslag.uitkomst using (uitkomst_nr)
        """
    ).fetchall()
    metingen = {m.id: m for m in GEMEENTEN.metingen}
    assert sorted(gelezen) == sorted(
        (metingen[o.meting].aanpak, o.indicator, metingen[o.meting].peiljaar, o.uitkomst) for o in GEMEENTEN.oordelen
    )
    assert con.execute("select aanpak_id, aanpak_nr from opslag.aanpak order by 1").fetchall() == sorted(
        nr["aanpak"].items()
    )
    con.close()


def test_vul_is_elke_keer_gelijk() -> None:
    with duckdb.connect() as een, duckdb.connect() as twee:
        assert vul(een, GEMEENTEN) == vul(twee, GEMEENTEN)
