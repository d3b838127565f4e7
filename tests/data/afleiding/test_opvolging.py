"""The one derivation against the oracle that was written from docs/methode.md alone."""

from __future__ import annotations

from functools import cache

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from tests.data.afleiding.afgeleid import Afgeleid, als_tupels, klaar
from tests.fouten_van_anderen import FOUTEN, Fout
from tests.hoeveel import voorbeelden
from tests.orakel import Wereld, opvolging, stand, verloop
from tests.werelden import werelden


@cache
def _verbinding() -> duckdb.DuckDBPyConnection:
    """One database for all worlds: each is rolled back for the next."""
    return klaar()


@settings(max_examples=voorbeelden(40), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(werelden())
def test_sql_is_gelijk_aan_het_orakel(wereld: Wereld) -> None:
    """Steps, courses and stand of a random world, row for row."""
    afgeleid = Afgeleid(wereld, _verbinding())
    assert afgeleid.opvolging() == als_tupels(opvolging(wereld))
    assert afgeleid.verloop() == als_tupels(verloop(wereld))
    assert afgeleid.stand() == als_tupels(stand(wereld))


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: fout.naam)
def test_sql_maakt_de_bekende_fout_niet(fout: Fout) -> None:
    """Where an easy mistake gives a wrong status, the SQL gives the right one."""
    rijen = [
        rij
        for rij in Afgeleid(fout.wereld).opvolging()
        if rij[1] == fout.aanpak and rij[5] == fout.jaar_van and rij[11]
    ]
    goed = (fout.jaar_naar, fout.status)
    assert [(rij[6], rij[10]) for rij in rijen] == [goed]
    assert goed != (fout.fout_jaar_naar, fout.fout_status)
