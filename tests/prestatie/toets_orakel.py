"""Every engine against the oracle in plain Python, on small random worlds; the benchmark runs this first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from data.sql import voer_uit
from tests.hoeveel import voorbeelden
from tests.orakel import Stap, Wereld, opvolging
from tests.prestatie.deelnemers import peers
from tests.prestatie.gegevens import bron
from tests.prestatie.motor import BEWIJZEN, MATRIX, OPVOLGING, STATUSSEN, UITKOMSTEN, Antwoord, Motor, op_volgorde
from tests.prestatie.motoren.product import Product
from tests.werelden import vul, werelden

#: What the oracle says of a row, of the columns that are compared. oordeel_nr is the SQL's own, and bewijs_naar is here
#: that of the test alone: what branches add to it from before the test is no part of the question.
VELDEN = tuple(kolom for kolom in OPVOLGING if kolom not in {"oordeel_nr", "gemeente", "moment_naar", "bewijs_naar"})
DAG_NUL = date(1970, 1, 1)

Nummers = dict[str, dict[str, int]]


def _als_rij(s: Stap, nr: Nummers) -> tuple[int | None, ...]:
    """A row of the oracle as the numbers of the benchmark, in the order of VELDEN."""
    return (
        nr["aanpak"][s.aanpak_van], nr["kader"][s.kader], nr["indicator"][s.indicator_van], nr["begrip"][s.begrip],
        s.jaar_van, s.jaar_naar, (s.moment_van - DAG_NUL).days, _plek(UITKOMSTEN, s.uitkomst_van),
        _plek(UITKOMSTEN, s.uitkomst_naar), _plek(STATUSSEN, s.status), int(s.overgenomen),
        _plek(BEWIJZEN, s.bewijs_van),
    )  # fmt: skip


def _plek(woorden: tuple[str, ...], woord: str | None) -> int | None:
    return None if woord is None else woorden.index(woord) + 1


def _matrix(w: Wereld, stappen: list[Stap], nr: Nummers) -> Counter[tuple[int, ...]]:
    """The matrix counted in plain Python, as one row per gemeente × indicator with the statuses in order."""
    gemeente = {a.id: a.gemeente for a in w.aanpakken}
    tel: dict[tuple[int, int], list[int]] = {}
    for s in stappen:
        vak = nr["gemeente"][gemeente[s.aanpak_van]], nr["indicator"][s.indicator_van]
        tel.setdefault(vak, [0] * len(STATUSSEN))[STATUSSEN.index(s.status)] += 1
    return Counter((*vak, *aantallen) for vak, aantallen in tel.items())


def _rijen(antwoord: Antwoord) -> Counter[tuple[int | None, ...]]:
    kolommen = [kolom.to_pylist() for kolom in op_volgorde(antwoord.opvolging, OPVOLGING).select(list(VELDEN)).columns]
    return Counter(zip(*kolommen, strict=True))


def _vakken(antwoord: Antwoord) -> Counter[tuple[int, ...]]:
    kolommen = [kolom.to_pylist() for kolom in op_volgorde(antwoord.matrix, MATRIX).columns]
    return Counter(zip(*kolommen, strict=True))


class Proef:
    """All engines, started once; each world is put into a database of its own."""

    def __init__(self, stapel: ExitStack) -> None:
        self.motoren: list[Motor] = [stapel.enter_context(motor) for motor in peers()]

    def antwoorden(self, wereld: Wereld) -> tuple[Nummers, dict[str, Antwoord]]:
        con = duckdb.connect(config={"threads": 1})
        nummers = vul(con, wereld)
        voer_uit(con, "afleiding/macros")
        tabellen = bron(con)
        uit = {}
        with Product("product", lambda: con) as product:
            for motor in (product, *self.motoren):
                motor.laad(tabellen)
                motor.vraag()
                uit[motor.naam] = motor.antwoord()
                motor.ruim()
        return nummers, uit


@pytest.fixture(scope="module")
def proef() -> Iterator[Proef]:
    with ExitStack() as stapel:
        yield Proef(stapel)


@settings(
    max_examples=voorbeelden(15), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True,
    database=None,
)  # fmt: skip
@given(wereld=werelden())
def test_elke_motor_is_gelijk_aan_het_orakel(proef: Proef, wereld: Wereld) -> None:
    stappen = opvolging(wereld)
    nummers, antwoorden = proef.antwoorden(wereld)
    rijen = Counter(_als_rij(s, nummers) for s in stappen)
    vakken = _matrix(wereld, stappen, nummers)
    for naam, antwoord in antwoorden.items():
        assert _rijen(antwoord) == rijen, naam
        assert _vakken(antwoord) == vakken, naam
