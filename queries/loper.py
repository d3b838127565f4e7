"""The runner: binds named parameters, answers with a DataFrame, and moves to a new database when the pointer does."""

from __future__ import annotations

import re
import threading
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from data.bouwen import bouw_op
from data.fouten import NietTeOpenen
from data.instellingen import instellingen
from data.openen import huidig_bestand, open_lezend

HIER = Path(__file__).parent
_PARAMETER = re.compile(r"\$([a-z_]+)")


@cache
def _sql(naam: str) -> tuple[str, frozenset[str]]:
    """The text of queries/<naam>.sql and the names of its parameters (comments left out)."""
    tekst = (HIER / f"{naam}.sql").read_text(encoding="utf-8")
    zonder_uitleg = "\n".join(regel.split("--", 1)[0] for regel in tekst.splitlines())
    return tekst, frozenset(_PARAMETER.findall(zonder_uitleg))


class Bron:
    """One built database. Everything asked of one Bron is of one datasetversie, whatever is built meanwhile."""

    def __init__(self, bestand: Path) -> None:
        """Open the file read-only and locked. Raises NietTeOpenen."""
        self._con = open_lezend(bestand)
        self.bestand = bestand
        try:
            rij = self.vraag("dataset").iloc[0]
        except (duckdb.Error, IndexError) as fout:
            raise NietTeOpenen(
                "Dit bestand is geen database van dit product. Bouw haar met: python -m data bouw"
            ) from fout
        self.datasetversie: str = rij["datasetversie"]
        self.methodeversie: str = rij["methodeversie"]
        self.kennisdatum = rij["kennisdatum"]
        self.bevat_fictief = bool(rij["bevat_fictief"])
        self.bevat_concept = bool(rij["bevat_concept"])

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer to queries/<naam>.sql, at the grain that its head names.

        Takes every parameter of the query by name (None = no restriction where the query says so); more names are let
        through, so that a page can hand over all its filters. Raises TypeError when one is missing.
        """
        tekst, nodig = _sql(naam)
        ontbreekt = nodig - parameters.keys()
        if ontbreekt:
            raise TypeError(f"{naam}.sql mist {', '.join(sorted(ontbreekt))}")
        # a cursor of its own: threads that share a connection mix up their answers
        cursor: duckdb.DuckDBPyConnection = self._con.cursor()
        try:
            return cursor.execute(tekst, {sleutel: parameters[sleutel] for sleutel in nodig}).df()
        finally:
            cursor.close()


_slot = threading.Lock()
_open: dict[tuple[Path, bool], Bron] = {}


def bron(map_: Path | None = None, *, alles: bool = False) -> Bron:
    """The database that the pointer in the folder names now (default: that of the settings).

    With `alles` the one that holds what is not public yet too; where all is public, that is the same. Opened once and
    shared by all. The Bron of an older database is let go, not closed: a reader may still be on it.
    Raises NietTeOpenen.
    """
    map_ = (map_ or instellingen().map).resolve()
    with _slot:
        # read within the lock: a thread that read an older pointer would otherwise move everyone back
        bestand = huidig_bestand(map_, alles=alles)
        huidige = _open.get((map_, alles))
        if huidige is None or huidige.bestand != bestand:
            andere = _open.get((map_, not alles))
            huidige = andere if andere is not None and andere.bestand == bestand else Bron(bestand)
            _open[map_, alles] = huidige
        return huidige


def heeft_concept(map_: Path | None = None) -> bool:
    """Whether there is anything that is not public yet. Raises NietTeOpenen."""
    map_ = (map_ or instellingen().map).resolve()
    openbaar = huidig_bestand(map_)
    try:
        return huidig_bestand(map_, alles=True) != openbaar
    except NietTeOpenen:
        return False


def bron_op(kennisdatum: date, *, alles: bool = False) -> Bron:
    """The database as known on a day, built where it is not there yet. Raises LeveringGeweigerd or NietTeOpenen."""
    return Bron(bouw_op(kennisdatum, concept=alles))
