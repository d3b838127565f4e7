"""A random or hand-made world put through the product's own SQL, and read back in the oracle's words."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple
from datetime import date
from typing import Any

import duckdb

from data.bouw.maken import TELLING, leid_af
from data.sql import voer_uit
from tests.orakel import Stand, Stap, Wereld
from tests.werelden import vul

STAPPEN = """
    select k.kader_id, a.aanpak_id, ts.aanpak_naar, s.begrip_nr, i.indicator_id, s.jaar_van, s.jaar_naar, s.moment_van,
        uv.uitkomst, un.uitkomst, st.status, s.was_verbeterpunt, s.overgenomen, bv.bewijs, bn.bewijs, r.rapport_id,
        ts.rapport_naar, b.begrip_nr is null
    from opslag.telling s
    join opslag.kader k using (kader_nr) join opslag.aanpak a using (aanpak_nr)
    join opslag.indicator i using (indicator_nr)
    left join opslag.toets_samen ts using (toets_nr)
    join opslag.uitkomst uv on uv.uitkomst_nr = s.uitkomst_van_nr
    left join opslag.uitkomst un on un.uitkomst_nr = s.uitkomst_naar_nr
    join opslag.status st using (status_nr)
    join opslag.bewijs bv on bv.bewijs_nr = s.bewijs_van_nr
    left join opslag.bewijs bn on bn.bewijs_nr = s.bewijs_naar_nr
    join opslag.oordeel o using (oordeel_nr) join opslag.rapport r on r.rapport_nr = o.rapport_nr
    left join opslag.begrip_nu b on b.begrip_nr = s.begrip_nr
    where s.verloop = {verloop}
"""
STAND = """
    select k.kader_id, a.aanpak_id, s.begrip_nr, u.uitkomst, s.peiljaar, s.moment, bw.bewijs, r.rapport_id, s.open,
        s.sinds, b.begrip_nr is null
    from opslag.stand s join opslag.kader k using (kader_nr) join opslag.aanpak a using (aanpak_nr)
    join opslag.uitkomst u using (uitkomst_nr) join opslag.bewijs bw using (bewijs_nr)
    join opslag.oordeel o using (oordeel_nr) join opslag.rapport r on r.rapport_nr = o.rapport_nr
    left join opslag.begrip_nu b on b.begrip_nr = s.begrip_nr
"""


def klaar() -> duckdb.DuckDBPyConnection:
    """A database with the tables of the schema, in a transaction; one thread, for small worlds."""
    con = duckdb.connect(config={"threads": 1})
    voer_uit(con, "schema", "afleiding/macros")
    con.begin()
    return con


class Afgeleid:
    """What the SQL makes of a world: rows as plain tuples in the order of the oracle's fields, as a multiset."""

    def __init__(self, wereld: Wereld, con: duckdb.DuckDBPyConnection | None = None) -> None:
        """Fill a fresh database, or one that `klaar` made ready (what an earlier world left there goes), and derive."""
        self.con = con or klaar()
        if con is not None:
            con.rollback()
            con.begin()
        nummers = vul(self.con, wereld)
        self._begrip = {nummer: begrip for begrip, nummer in nummers["begrip"].items()}
        leid_af(self.con)
        voer_uit(self.con, *TELLING, "afleiding/views")

    def opvolging(self) -> Counter[tuple[Any, ...]]:
        """The steps."""
        return self._stappen(verloop=False)

    def verloop(self) -> Counter[tuple[Any, ...]]:
        """The courses."""
        return self._stappen(verloop=True)

    def stand(self) -> Counter[tuple[Any, ...]]:
        """What is known now."""
        return Counter(self._woord(rij, 2) for rij in self.con.execute(STAND).fetchall())

    def _stappen(self, *, verloop: bool) -> Counter[tuple[Any, ...]]:
        sql = STAPPEN.format(verloop=verloop)
        return Counter(self._woord(rij, 3) for rij in self.con.execute(sql).fetchall())

    def _woord(self, rij: tuple[Any, ...], plek: int) -> tuple[Any, ...]:
        return (*rij[:plek], self._begrip[rij[plek]], *rij[plek + 1 :])


def rijen(afgeleid: Afgeleid, vraag: str) -> list[tuple[Any, ...]]:
    """What the derived tables of a world answer."""
    return afgeleid.con.execute(vraag).fetchall()


def als_tupels(rijen: list[Stap] | list[Stand]) -> Counter[tuple[Any, ...]]:
    """The oracle's rows as a multiset of tuples."""
    return Counter(astuple(rij) for rij in rijen)


def dag(tekst: str) -> date:
    """A date from its ISO text."""
    return date.fromisoformat(tekst)
