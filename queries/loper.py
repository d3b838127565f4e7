"""The runner: binds named parameters, answers with a DataFrame or rows, and moves to the database of the pointer."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sized
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd
from pandas.api.types import is_extension_array_dtype

from data import journaal
from data.bouw.bouwen import bouw_op
from data.bouw.maken import bouwwijze
from data.bouw.versies import bouw_versie
from data.fouten import Beschadigd, NietTeOpenen
from data.gebouwd.kopie import Kopie
from data.gebouwd.openen import houd_heel, huidig_bestand, is_gaaf, leest, open_lezend
from data.instellingen import instellingen
from data.lake.volgen import gepubliceerde_versie, volg
from data.sql import namen_van

A = TypeVar("A", bound=Sized)

HIER = Path(__file__).parent
#: What $selectie in a query stands for: these parameters together.
SELECTIE = namen_van("opslag.selectie", "afleiding/tellen")
_PARAMETER = re.compile(r"\$([a-z_]+)")
#: Milliseconds from which a question is slow: the slowest takes 52 of 134,000 oordelen (docs/schaal.md).
TRAAG = 2_000
#: Vectors (of 2048 rows) in a part of an answer.
_VECTOREN = 4


@cache
def _sql(naam: str) -> tuple[str, frozenset[str]]:
    """The text of queries/<naam>.sql and the names that it gives to its parameters (comments left out)."""
    tekst = (HIER / f"{naam}.sql").read_text(encoding="utf-8")
    zonder_uitleg = "\n".join(regel.split("--", 1)[0] for regel in tekst.splitlines())
    return tekst, frozenset(_PARAMETER.findall(zonder_uitleg))


def neemt(naam: str) -> frozenset[str]:
    """What a query is to be given: the names of its parameters, those of a selectie one by one."""
    _, namen = _sql(naam)
    return namen - {"selectie"} | set(SELECTIE) if "selectie" in namen else namen


def gebonden(naam: str, parameters: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """A query's text with the values it takes. Raises TypeError when one is missing."""
    ontbreekt = neemt(naam) - parameters.keys()
    if ontbreekt:
        raise TypeError(f"{naam}.sql mist {', '.join(sorted(ontbreekt))}")
    tekst, namen = _sql(naam)
    selectie = {sleutel: parameters.get(sleutel) for sleutel in SELECTIE}
    return tekst, {sleutel: selectie if sleutel == "selectie" else parameters[sleutel] for sleutel in namen}


class Bron:
    """One built database. Everything asked of one Bron is of one datasetversie, whatever is built meanwhile."""

    def __init__(self, bestand: Path) -> None:
        """Open the file read-only and locked. Raises NietTeOpenen."""
        self._con = open_lezend(bestand)
        self._stuk = False
        self._teken = _teken(bestand)
        self.bestand = bestand
        try:
            rij = self.vraag("dataset").iloc[0]
        except (Beschadigd, duckdb.Error, IndexError) as fout:
            raise NietTeOpenen(
                "Dit bestand is geen database van dit product. Bouw haar met: python -m data bouw"
            ) from fout
        self.datasetversie: str = rij["datasetversie"]
        self.methodeversie: str = rij["methodeversie"]
        self.kennisdatum = rij["kennisdatum"]
        self.laatst_aanvaard: date = rij["laatst_aanvaard"].date()
        self.gebouwd_op: datetime = rij["gebouwd_op"].tz_localize(UTC)
        self.bevat_fictief = bool(rij["bevat_fictief"])
        self.alles_fictief = bool(rij["alles_fictief"])
        self.bevat_concept = bool(rij["bevat_concept"])

    def is_gaaf(self) -> bool:
        """Whether its file still is what was opened; its bytes are only read again where it was touched."""
        teken = _teken(self.bestand)
        if teken != self._teken:
            self._stuk = self._stuk or not is_gaaf(self.bestand)
            self._teken = teken
        return not self._stuk

    @contextmanager
    def _leest(self) -> Iterator[None]:
        """Remember that the file cannot be read any more. Raises Beschadigd."""
        try:
            with leest():
                yield
        except Beschadigd:
            self._stuk = True
            raise

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer to queries/<naam>.sql, at the grain that its head names.

        Takes every parameter of the query by name (None = no restriction where the query says so); more names are let
        through, so that a page can hand over all its filters. Raises TypeError when one is missing, and Beschadigd when
        the file cannot be read any more.
        """
        return self._antwoord(naam, parameters, duckdb.DuckDBPyConnection.df)

    def rijen(self, naam: str, **parameters: object) -> list[dict[str, Any]]:
        """The same answer row by row, in Python's own types (a day is a date); None where nothing is known.

        For what is not to be counted or sorted further: a DataFrame of some rows costs more than to find them.
        """
        return self._antwoord(naam, parameters, _rijen)

    def _antwoord(self, naam: str, parameters: dict[str, object], lees: Callable[[duckdb.DuckDBPyConnection], A]) -> A:
        tekst, waarden = gebonden(naam, parameters)
        # a cursor of its own: threads that share a connection mix up their answers
        klok = journaal.Klok()
        with self._leest(), self._con.cursor() as cursor:
            antwoord = lees(cursor.execute(tekst, waarden))
        if klok.ms >= TRAAG:
            journaal.waarschuw("trage_vraag", vraag=naam, aantal=len(antwoord), duur_ms=klok.ms)
        return antwoord

    def brokken(self, naam: str, **parameters: object) -> Iterator[pd.DataFrame]:
        """The same answer some thousands of rows at a time, in columns of the same types: no more of it is in memory.

        Nothing comes of an answer without rows. Raises TypeError, at once, when a parameter is missing.
        """
        tekst, waarden = gebonden(naam, parameters)
        return self._brokken(tekst, waarden)

    def kopie(self, naam: str, **parameters: object) -> Kopie:
        """The same answer as DuckDB writes it to a file, for what is large. Raises TypeError as `vraag` does."""
        return Kopie(self.bestand, self._con, *gebonden(naam, parameters))

    def _brokken(self, tekst: str, waarden: dict[str, object]) -> Iterator[pd.DataFrame]:
        # whether a column of numbers holds gaps, and with it its type, is known only when every row was seen
        soorten: dict[Any, Any] = {}
        for brok in self._stroom(tekst, waarden):
            soorten |= {naam: soort for naam, soort in brok.dtypes.items() if is_extension_array_dtype(soort)}
        for brok in self._stroom(tekst, waarden):
            yield brok.astype(soorten)

    def _stroom(self, tekst: str, waarden: dict[str, object]) -> Iterator[pd.DataFrame]:
        """The parts as DuckDB gives them: a column of numbers has another type in a part with gaps than in one without.

        The cursor closes with the iterator, also when nobody asks for the rest.
        """
        with self._leest(), self._con.cursor() as cursor:
            cursor.execute(tekst, waarden)
            while len(brok := cursor.fetch_df_chunk(_VECTOREN)):
                yield brok


def _rijen(antwoord: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    namen = [kolom[0] for kolom in antwoord.description or ()]
    return [dict(zip(namen, waarden, strict=True)) for waarden in antwoord.fetchall()]


def _teken(bestand: Path) -> tuple[int, int, int] | None:
    """What shows at a glance whether a file was touched; None where it is gone."""
    try:
        stand = bestand.stat()
    except OSError:
        return None
    return stand.st_size, stand.st_mtime_ns, stand.st_ino


_slot = threading.Lock()
_open: dict[tuple[Path, bool], Bron] = {}


def bron(map_: Path | None = None, *, alles: bool = False) -> Bron:
    """The database that the pointer in the folder names now (default: that of the settings).

    With `alles` the one that holds what is not public yet too; where all is public, that is the same. Opened once and
    shared by all. The Bron of an older database is let go, not closed: a reader may still be on it.
    Where the settings name a lake, the pointer follows what is published there. Raises NietTeOpenen; Beschadigd where
    the file is not what was built, also when that happened after it was opened.
    """
    if map_ is None:
        volg()
    map_ = (map_ or instellingen().map).resolve()
    with _slot:
        # read within the lock: a thread that read an older pointer would otherwise move everyone back
        bestand = huidig_bestand(map_, alles=alles)
        huidige = _open.get((map_, alles))
        if huidige is None or huidige.bestand != bestand or not huidige.is_gaaf():
            _open.pop((map_, alles), None)
            andere = _open.get((map_, not alles))
            past = andere is not None and andere.bestand == bestand and andere.is_gaaf()
            huidige = andere if andere is not None and past else Bron(houd_heel(map_, bouwwijze(), alles=alles))
            _open[map_, alles] = huidige
            journaal.meld("database_geopend", datasetversie=huidige.datasetversie, met_concept=alles)
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


def bron_versie(versie: str, *, alles: bool = False) -> Bron:
    """The database of a datasetversie: the current one if it is that, else as published, else made of the leveringen.

    Only with `alles` may it hold what is not public. Raises OnbekendeVersie or NietTeOpenen.
    """
    for ook_concept in (False, True)[: 1 + alles]:
        try:
            nu = bron(alles=ook_concept)
        except NietTeOpenen:
            continue
        if nu.datasetversie == versie:
            return nu
    return Bron(gepubliceerde_versie(versie, alles=alles) or bouw_versie(versie, concept=alles))
