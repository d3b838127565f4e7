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
from tests.werelden import bossen, samen


@cache
def _verbinding() -> duckdb.DuckDBPyConnection:
    """One database for all worlds: each is rolled back for the next."""
    return klaar()


@settings(max_examples=voorbeelden(6), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(bossen(8))
def test_sql_is_gelijk_aan_het_orakel(bos: list[Wereld]) -> None:
    """Steps, courses and stand of random worlds, row for row; the oracle sees each world alone."""
    afgeleid = Afgeleid(samen(bos), _verbinding())
    assert afgeleid.opvolging() == als_tupels([stap for wereld in bos for stap in opvolging(wereld)])
    assert afgeleid.verloop() == als_tupels([stap for wereld in bos for stap in verloop(wereld)])
    assert afgeleid.stand() == als_tupels([rij for wereld in bos for rij in stand(wereld)])


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
