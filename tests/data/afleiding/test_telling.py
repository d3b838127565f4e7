"""data/afleiding/telling.sql on small cases, worked out by hand from docs/methode.md section 7."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from data.bouw.maken import TELLING, leid_af
from data.sql import voer_uit
from tests.data.afleiding.afgeleid import klaar
from tests.orakel import Wereld, schets
from tests.werelden import vul

Con = duckdb.DuckDBPyConnection


def geteld(wereld: Wereld) -> Con:
    """The world, derived and counted; in vul() nothing has a thema or onderwerp."""
    con = klaar()
    vul(con, wereld)
    con.execute("""
        insert into opslag.onderwerp (onderwerp_nr, onderwerp_id) values (1, 'o');
        insert into opslag.thema (thema_nr, thema_id, editie_nr) select editie_nr, editie_id, editie_nr
        from opslag.editie;
        update opslag.indicator set thema_nr = editie_nr, onderwerp_nr = 1;
    """)
    leid_af(con)
    voer_uit(con, *TELLING)
    return con


#              2013 ──── 2014
# A1 (G)      XXV- ── VV-V     b1 opgepakt, b2 opgepakt, b3 (was ✓) niet beoordeeld; b4 starts nowhere
# A2 (G)      XVVX ── XXV-     b1 niet, b2 (was ✓) teruggevallen, b3 behouden, b4 niet beoordeeld
# A3 (H)      X... ── V...     opgepakt, as the gemeente told
WERELD = schets(
    """
    A1 2013 XXV-
    A1 2014 VV-V
    A2 2013 XVVX
    A2 2014 XXV-
    A3 2013 X...
    A3 2014 V... bewijs=mondelinge_rapportage
    """,
    gemeenten={"A1": "G", "A2": "G", "A3": "H"},
)


@pytest.fixture(scope="module")
def con() -> Iterator[Con]:
    """One world for all."""
    with geteld(WERELD) as con:
        yield con


def test_cel_per_gemeente(con: Con) -> None:
    """b1: opgepakt beside niet is deels. b2: only the verbeterpunt speaks. b3: behouden beside unknown is unknown."""
    vraag = """
        select gemeente_code, indicator_id, status, was_verbeterpunt, verteld
        from opslag.cel_gemeente
        inner join opslag.gemeente using (gemeente_nr)
        inner join opslag.begrip_naam using (begrip_nr)
        inner join opslag.status using (status_nr)
        where not verloop and jaar_van = 2013 and jaar_naar = 2014
        order by all
    """
    assert con.execute(vraag).fetchall() == [
        ("G", "K.1:b1", "deels_opgepakt", True, False),
        ("G", "K.1:b2", "opgepakt", True, False),
        ("G", "K.1:b3", "niet_beoordeeld", False, False),
        ("G", "K.1:b4", "niet_beoordeeld", True, False),
        ("H", "K.1:b1", "opgepakt", True, True),
    ]


def test_stappen_en_lopen_apart(con: Con) -> None:
    """Steps 2013 → 2014: verbeterpunten b1 b2 (A1), b1 b4 (A2), b1 (A3). As a course b4 of A1 begins in 2014."""
    vraag = """
        select verloop, jaar_van, jaar_naar, verbeterpunten, gemeenten_met_verbeterpunt
        from opslag.periode_telling order by all
    """
    # A1 and A2 are of one gemeente
    # what waits for a test: of A2 b1 b2 b4; of A1 b3 (was ✓) and its three new ✓; of A3 a ✓
    assert con.execute(vraag).fetchall() == [
        (False, 2013, 2014, 5, 2),
        (False, 2014, None, 3, 1),
        (True, 2013, 2014, 5, 2),
        (True, 2014, None, 0, 0),
    ]


def test_metingen_per_gemeente(con: Con) -> None:
    """G: two aanpakken, twice measured: 16 cells printed, of which A1 left two empty and A2 one."""
    vraag = """
        select gemeente_code, metingen, oordelen, bekend, peiljaren
        from opslag.meting_gemeente inner join opslag.gemeente using (gemeente_nr) order by all
    """
    assert con.execute(vraag).fetchall() == [("G", 4, 16, 13, [2013, 2014]), ("H", 2, 2, 2, [2013, 2014])]


def test_stand_per_gemeente(con: Con) -> None:
    """Open in G: b1, b2 (since it fell back) and b4 of A2. A1's b3 goes on as voldoet."""
    vraag = """
        select gemeente_code, open, onbekend, indicatoren, sinds, rapporten
        from opslag.stand_gemeente inner join opslag.gemeente using (gemeente_nr) order by all
    """
    assert con.execute(vraag).fetchall() == [
        ("G", 3, 0, 8, 2013, "r2013 + r2014"), ("H", 0, 0, 1, None, "r2014"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("metingen", "verwacht"),
    [
        ("A 2013 X\nA 2014 X\nA 2015 V", []),
        # two steps within 2013
        ("A 2013-02-01 X peil=2013\nA 2013-06-01 X peil=2013\nA 2013-11-01 X peil=2013", ["A"]),
        # two metingen in 2013, but of one indicator each: no cell is shared
        ("A 2013-02-01 X. peil=2013\nA 2013-06-01 .X peil=2013", []),
        ("A 2013-02-01 X peil=2013\nA 2013-06-01 X peil=2013\nA 2013-11-01 V peil=2013\nB 2013 X\nB 2014 X", ["A"]),
    ],
    ids=["elk jaar", "drie keer in een jaar", "elk een indicator", "een van twee"],
)
def test_aanpak_met_meer_stappen_in_een_cel(metingen: str, verwacht: list[str]) -> None:
    vraag = "select aanpak_id from opslag.aanpak_gedeeld inner join opslag.aanpak using (aanpak_nr) order by all"
    with geteld(schets(metingen)) as con:
        assert [rij[0] for rij in con.execute(vraag).fetchall()] == verwacht


def test_naam_is_die_van_de_nieuwste_editie() -> None:
    """b1 stands in both editions; b2 was dropped, and keeps its name of the first."""
    wereld = schets("A 2013 XX editie=K.1\nA 2014 V editie=K.2", edities={"K.1": "b1 b2", "K.2": "b1"})
    vraag = "select indicator_id, niet_meer_in_kader from opslag.begrip_naam order by all"
    with geteld(wereld) as con:
        assert con.execute(vraag).fetchall() == [("K.1:b2", True), ("K.2:b1", False)]
