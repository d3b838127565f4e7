"""data/bouw/ruw_tabel.sql: all files of one kind as one table, in the order of the files, read where they lie."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.bouw import ruw as ruw_
from data.levering.blik import LANGSTE_REGEL
from data.levering.leveringen import Levering
from data.levering.vorm import lees
from data.sql import voer_uit
from tests.hoeveel import voorbeelden

KOP = "van,naar,reden"


def rijen(map_: Path, *inhoud: str) -> list[tuple[int, str | None, str | None, str | None]]:
    """The rows of these files indicator_gelijk.csv, one per levering."""
    leveringen = []
    for nummer, tekst in enumerate(inhoud):
        pad = map_ / str(nummer) / "indicator_gelijk.csv"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode())
        leveringen.append(Levering(str(nummer), {}, [lees(pad, str(nummer))], ""))
    with duckdb.connect() as con:
        voer_uit(con, "schema", "afleiding/macros")
        ruw_.laad_ruw(con, leveringen, map_)
        return con.execute("from ruw.indicator_gelijk order by rij").fetchall()


def test_rijen_staan_in_de_volgorde_van_de_bestanden(tmp_path: Path) -> None:
    """Whatever their line ends and the order of their columns; a name of a folder is no pattern."""
    assert rijen(
        tmp_path / "een[twee]*'drie?", f"{KOP}\na,b,1\n", f'{KOP}\r\nc,,"2, ""x"""\r\n', "reden,van,naar\n3,e,f\n", KOP
    ) == [(1, "a", "b", "1"), (2, "c", None, '2, "x"'), (3, "e", "f", "3")]


def test_een_lange_regel(tmp_path: Path) -> None:
    lang = "é" * (LANGSTE_REGEL - 4)
    assert rijen(tmp_path, f"{KOP}\na,b,{lang}\n")[0][3] == lang


@settings(max_examples=voorbeelden(25), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    cellen=st.lists(
        st.tuples(*[st.text(st.sampled_from("ab,\"' é✓#\t\u2028\ufeff"), max_size=6)] * 3), min_size=1, max_size=4
    ),
    einde=st.sampled_from(["\n", "\r\n"]),
    altijd=st.booleans(),
)
def test_duckdb_leest_wat_er_staat(
    tmp_path_factory: pytest.TempPathFactory, cellen: list[tuple[str, str, str]], einde: str, *, altijd: bool
) -> None:
    """A file of good form, quoted where needed or everywhere, gives its cells; an empty one is not known."""

    def cel(tekst: str) -> str:
        return '"' + tekst.replace('"', '""') + '"' if altijd or set(',"') & set(tekst) else tekst

    inhoud = einde.join([KOP, *(",".join(map(cel, rij)) for rij in cellen)]) + einde
    verwacht = [(nr, *(tekst or None for tekst in rij)) for nr, rij in enumerate(cellen, start=1)]
    assert rijen(tmp_path_factory.mktemp("rijen"), inhoud) == verwacht
