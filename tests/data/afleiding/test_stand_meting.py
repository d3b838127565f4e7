"""data/afleiding/stand_meting.sql: on which metingen a row of the stand rests beside the one that it names."""

from __future__ import annotations

import pytest

from tests.data.afleiding.afgeleid import Afgeleid
from tests.orakel import schets

VRAAG = """
    select a.aanpak_id, m.peiljaar
    from opslag.stand_meting join opslag.aanpak a using (aanpak_nr) join opslag.meting m using (meting_nr)
    order by all
"""


@pytest.mark.parametrize(
    ("metingen", "opvolging", "verwacht"),
    [
        ("A 2013 X\nA 2014 X", "", []),
        # inherited of one: the stand names it
        ("A 2013 X", "A>B", []),
        # of two that speak together the stand names the latest
        ("A 2012 V\nB 2013 X", "A>C B>C", [("C", 2012)]),
        ("A 2011 X\nB 2012 X\nC 2013 V", "A>D B>D C>D", [("D", 2011), ("D", 2012)]),
        # what it knows itself outranks both
        ("A 2012 V\nB 2013 X\nC 2014 X", "A>C B>C", []),
        # by two ways up to the same meting: it counts once, and is the one that is named
        ("A 2013 X", "A>B A>C B>D C>D", []),
        # of B nothing is known: there is no meting to rest on
        ("A 2013 X", "A>C B>C", []),
    ],
    ids=["zelf", "geerfd", "samen", "drie samen", "eigen gaat voor", "ruit", "half onbekend"],
)
def test_metingen_onder_een_stand(metingen: str, opvolging: str, verwacht: list[tuple[str, int]]) -> None:
    afgeleid = Afgeleid(schets(metingen, opvolging=opvolging))
    assert afgeleid.con.execute(VRAAG).fetchall() == verwacht
