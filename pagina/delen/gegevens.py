"""The database as a page sees it: one version for a whole run of the page, answers kept for the next."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sized
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st

from data.bouw.versies import versie_op
from data.fouten import Beschadigd, LeveringGeweigerd, NietTeOpenen, OnbekendeVersie, in_een_zin
from data.gebouwd.kopie import Kopie
from data.levering.leveringen import LENGTE_VERSIE
from pagina.beeld import zinnen
from pagina.delen import klok
from pagina.delen.peil import Peil, gekozen
from pagina.delen.voorraad import Voorraad
from pagina.uitvoer.inhoud.rijen import Rij, als_rijen
from queries import Bron, bron, bron_op, bron_versie, heeft_concept, vragen

W = TypeVar("W")

__all__ = ["Gegevens", "Rij", "als_rijen", "gegevens"]

#: Bytes of answers, and of what was made of them, kept for all readers together.
BEWAARD = 256_000_000
#: Days of which is remembered which datasetversies were in force.
BEWAARD_DAGEN = 64
#: Bytes that a value takes in a row of Python's own types, on the wide side.
PER_WAARDE = 100
#: Every question with what it takes.
VRAGEN = vragen()
#: Databases as known on another day, and as many of another datasetversie, that stay at hand.
BEWAARD_OP = 4
#: What a datasetversie looks like (data/levering/leveringen.py); anything else in a link is not looked for.
VERSIE_VORM = re.compile(rf"[0-9a-f]{{{LENGTE_VERSIE}}}")


class Gegevens:
    """The facts for one run of a page: whatever is built meanwhile, all of it is of one datasetversie."""

    def __init__(self, bron_: Bron, peil: Peil | None = None) -> None:
        """Take the Bron that was current when the run began, and for which choice of the reader."""
        self._bron = bron_
        self.peil = peil or Peil()
        self.datasetversie = bron_.datasetversie
        self.methodeversie = bron_.methodeversie
        self.kennisdatum = bron_.kennisdatum
        self.laatst_aanvaard = bron_.laatst_aanvaard
        self.bevat_fictief = bron_.bevat_fictief
        self.alles_fictief = bron_.alles_fictief
        self.bevat_concept = bron_.bevat_concept

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer to queries/<naam>.sql."""
        # the values are shared with other readers; pandas copies what somebody changes
        return _antwoord(self._bron, naam, parameters).copy(deep=False)

    def brokken(self, naam: str, **parameters: object) -> Iterator[pd.DataFrame]:
        """The same answer some thousands of rows at a time, for what is too large to keep."""
        return self._bron.brokken(naam, **parameters)

    def kopie(self, naam: str, **parameters: object) -> Kopie:
        """The same answer as the database itself writes it to a file."""
        return self._bron.kopie(naam, **parameters)

    def rijen(self, naam: str, **parameters: object) -> list[Rij]:
        """The same answer row by row, in Python's own types (a day is a date); None where nothing is known.

        Do not change a row.
        """
        eigen = _eigen(naam, parameters)
        # not by way of `vraag`: the same answer would be kept twice
        return list(self.onthoud(f"rijen {naam}", lambda: self._bron.rijen(naam, **eigen), keuze=eigen))

    def onthoud(
        self,
        wat: str,
        maak: Callable[[], W],
        *,
        keuze: Mapping[str, object] | None = None,
        grootte: Callable[[W], int] | None = None,
    ) -> W:
        """What `maak` made of these facts and a choice, kept under the name `wat`. Do not change it.

        `grootte` says how many bytes it takes; without it is a list of rows, or of that size.
        """
        return _voorraad.geef(_sleutel(self._bron, wat, keuze or {}), maak, grootte or _van_rijen)

    @property
    def gebouwd_op(self) -> dt.date:
        """The day on which the database was built, by the clock of who built it."""
        return klok.dag(self._bron.gebouwd_op)

    @property
    def bron(self) -> Bron:
        """The database itself, for what is asked outside a run of the page, such as a file at the click of a button."""
        return self._bron


def gegevens() -> Gegevens:
    """The facts that the address of this page asks for: in the ordinary case the public ones, as known now.

    What cannot be had is named in `peil.meldingen`, and what is known now, or public, comes in its place.
    Raises NietTeOpenen where there is nothing at all.
    """
    feiten = _gekozen(gekozen())
    if feiten.peil.methode in {"", feiten.methodeversie}:
        return feiten
    feiten.peil = feiten.peil.met_melding(
        f"Deze link hoort bij methodeversie ‘{feiten.peil.methode}’. Wat u ziet, is gemaakt met "
        f"methodeversie {feiten.methodeversie}; de cijfers kunnen daardoor anders zijn."
    )
    return feiten


def _gekozen(peil: Peil) -> Gegevens:
    """The facts of a datasetversie, else of a day, else of now."""
    bron_ = None
    if peil.versie:
        bron_, peil = _met_de_versie(peil)
    if bron_ is None and peil.bekend is not None:
        bron_, peil = _met_de_dag(peil, peil.bekend)
    return _van_nu(peil) if bron_ is None else Gegevens(bron_, peil)


def _met_de_versie(peil: Peil) -> tuple[Bron | None, Peil]:
    """The database of the datasetversie in the link and what then is the choice; None where it cannot be had."""
    try:
        bron_ = _van_versie(peil.versie, alles=peil.alles)
    except OSError as fout:
        return None, replace(peil, versie="").met_melding(_niet_klaar(f"Datasetversie {peil.versie}", fout))
    return (None, peil.zonder_versie()) if bron_ is None else (bron_, _met_versie(peil, bron_))


def _met_de_dag(peil: Peil, dag: dt.date) -> tuple[Bron | None, Peil]:
    """The same for a day."""
    try:
        bron_ = _op(dag, alles=peil.alles)
    except OSError as fout:
        return None, peil.zonder_bekend(_niet_klaar(f"Wat bekend was op {zinnen.datum(dag)}", fout))
    if bron_ is not None:
        return bron_, peil
    return None, peil.zonder_bekend(
        f"Van {zinnen.datum(dag)} is in deze verzameling niets bekend; u ziet wat nu bekend is."
    )


def _niet_klaar(wat: str, fout: OSError) -> str:
    return f"{wat} is hier nu niet klaar te zetten; u ziet wat nu bekend is. {in_een_zin(fout)}"


def _van_nu(peil: Peil) -> Gegevens:
    """The facts of now; what is public where the rest is not there. A damaged file raises: it is made again."""
    if peil.alles:
        try:
            return Gegevens(bron(alles=True), peil)
        except Beschadigd:
            raise
        except NietTeOpenen:
            peil = peil.zonder_alles("Wat nog niet openbaar is, is niet te openen; u ziet de openbare gegevens.")
    return Gegevens(bron(), peil)


def _met_versie(peil: Peil, bron_: Bron) -> Peil:
    """The choice in which the datasetversie decides: neither the day nor what is not public has a say beside it."""
    if peil.bekend is not None and peil.versie not in _versies_op(peil.bekend, _nu(alles=peil.alles), alles=peil.alles):
        peil = peil.met_melding(
            f"De link noemt ook ‘bekend op {zinnen.datum(peil.bekend)}’, maar dat is een andere datasetversie. "
            f"U ziet versie {peil.versie}; de datum telt niet mee."
        )
    van_nu = bron_.bestand in {bron().bestand, _nu(alles=peil.alles)}
    return replace(peil, bekend=None, tot=None if van_nu else bron_.kennisdatum.date())


def _op(dag: dt.date, *, alles: bool) -> Bron | None:
    """The database as known on a day, built on first use; None where there was not even a kader."""
    bron_ = _gebouwd_op(dag, _nu(alles=alles), alles=alles)
    return None if bron_ is None or _antwoord(bron_, "kaders", {}).empty else bron_


def _van_versie(versie: str, *, alles: bool) -> Bron | None:
    """The database of a datasetversie, built on first use; None where it cannot be made or may not be seen."""
    return _gebouwd_van(versie, _nu(alles=alles), alles=alles) if VERSIE_VORM.fullmatch(versie) else None


def _nu(*, alles: bool) -> Path:
    """The file that is current."""
    return bron(alles=alles and heeft_concept()).bestand


def _is_gaaf(bron_: Bron | None) -> bool:
    return bron_ is None or bron_.is_gaaf()


@st.cache_resource(
    max_entries=BEWAARD_OP, validate=_is_gaaf, show_spinner="De gegevens van die versie worden klaargezet …"
)
def _gebouwd_van(versie: str, nu: Path, *, alles: bool) -> Bron | None:
    """Kept as long as the current database is the same; None where the leveringen do not make it."""
    del nu
    try:
        return bron_versie(versie, alles=alles)
    except OnbekendeVersie:
        return None


@st.cache_data(max_entries=BEWAARD_DAGEN, show_spinner=False)
def _versies_op(dag: dt.date, nu: Path, *, alles: bool) -> set[str]:
    """The datasetversies that were in force on a day: the public one, and with `alles` that with concept leveringen."""
    del nu
    return {versie_op(dag, concept=concept) for concept in (False, alles)}


@st.cache_resource(
    max_entries=BEWAARD_OP, validate=_is_gaaf, show_spinner="De gegevens van die dag worden klaargezet …"
)
def _gebouwd_op(dag: dt.date, nu: Path, *, alles: bool) -> Bron | None:
    """Kept as long as the current database is the same; None where the leveringen of that day make no whole."""
    del nu
    try:
        return bron_op(dag, alles=alles)
    except LeveringGeweigerd:
        return None


_voorraad = Voorraad(BEWAARD)


def _antwoord(bron_: Bron, naam: str, parameters: dict[str, object]) -> pd.DataFrame:
    """Kept per built file: that is of one datasetversie and never changes."""
    eigen = _eigen(naam, parameters)
    return _voorraad.geef(_sleutel(bron_, naam, eigen), lambda: bron_.vraag(naam, **eigen), _van_frame)


def _eigen(naam: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """What a question takes of what it is handed: what it does not, makes no other answer."""
    return {veld: waarde for veld, waarde in parameters.items() if veld in VRAGEN[naam]}


def _sleutel(bron_: Bron, wat: str, keuze: Mapping[str, object]) -> Hashable:
    """Lists as tuples: a key cannot change."""
    velden = ((veld, tuple(waarde) if isinstance(waarde, list) else waarde) for veld, waarde in sorted(keuze.items()))
    return (bron_.bestand, wat, *velden)


def _van_frame(frame: pd.DataFrame) -> int:
    return int(frame.memory_usage(deep=True).sum())


def _van_rijen(rijen: object) -> int:
    if not isinstance(rijen, Sized):
        raise TypeError("say of what cannot be counted how large it is")
    breed = len(rijen[0]) if isinstance(rijen, list) and rijen else 4
    return PER_WAARDE * breed * (1 + len(rijen))
