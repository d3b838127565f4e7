"""Changes to the store: add a levering, take one back, make a concept public. Nothing is ever overwritten."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.aanvaarding import vastleggen
from data.aanvaarding.vastleggen import Rij, Tabellen, Winkel, winkel
from data.bouw.bouwen import Gebouwd, alle_mappen
from data.bouw.maken import kies, maak_database
from data.fouten import (
    Bezet,
    LeveringGeweigerd,
    LeveringOnbekend,
    NietGepubliceerd,
    NietHerbouwd,
    NogInGebruik,
    Weigering,
    in_een_zin,
)
from data.lake.publiceren import maak_huidig
from data.levering import formaten
from data.levering.leveringen import Levering, zoek
from data.levering.vorm import tabellen as vorm
from data.logboek.logboek import NIET_AANGEMELD, Wie


def schrijf_levering(
    tabellen: Tabellen,
    *,
    door: str,
    wie: Wie = NIET_AANGEMELD,
    bron: Path | None = None,
    bron_naam: str = "",
    bewerkingen: Sequence[Rij] = (),
    verwacht: str | None = None,
) -> Path:
    """Put a levering of these tables in store, build with it, and return its folder.

    `tabellen["levering"]` has its one row; the day of acceptance is filled in where it is empty. Rows of `bewerkingen`
    get the levering_id. `wie` is who does it, for the audit trail. Raises Bezet, Verouderd, LeveringGeweigerd,
    LogboekDicht (nothing is kept) or NietHerbouwd (the levering is).
    """
    with winkel(verwacht=verwacht) as plek:
        eigen = {
            "formaat": str(formaten.FORMAAT),
            "concept": "nee",
            "fictief": "nee",
            "aanvaard_op": plek.vandaag().isoformat(),
        }
        eigen |= {kolom: waarde for kolom, waarde in tabellen["levering"][0].items() if waarde}
        geheel = {**tabellen, "levering": [eigen]}
        geheel["bewerkingen"] = [*tabellen.get("bewerkingen", ()), *bewerkingen]
        geheel["bewerkingen"] = [{**rij, "levering_id": eigen["levering_id"]} for rij in geheel["bewerkingen"]]
        map_ = vastleggen.leg_vast(plek, geheel, door=door, wie=wie, bron=bron, bron_naam=bron_naam)
        bouw_na(plek, eigen["levering_id"])
    return map_


def trek_in(levering_id: str, *, reden: str, door: str, wie: Wie = NIET_AANGEMELD, verwacht: str | None = None) -> Path:
    """Take a levering back by one that replaces it and delivers nothing; return the folder of that one.

    Of a public levering the facts are gone, and what it had replaced does not come back. A concept leaves no trace:
    what it replaced counts again. Raises LeveringOnbekend, NogInGebruik (names who refers to it), Bezet, Verouderd,
    LeveringGeweigerd, LogboekDicht or NietHerbouwd.
    """
    with winkel(verwacht=verwacht) as plek:
        oud = _in_gebruik(plek, levering_id, "ingetrokken")
        nieuw_id = plek.vrij_id(f"{levering_id}-ingetrokken")
        rij = {"levering_id": nieuw_id, "formaat": str(formaten.FORMAAT), "aanvaard_op": plek.vandaag().isoformat()}
        rij |= {"vervangt": levering_id, "reden": reden.strip(), "concept": oud.gegevens["concept"], "fictief": "nee"}
        try:
            map_ = vastleggen.leg_vast(plek, {"levering": [rij]}, door=door, wie=wie)
        except LeveringGeweigerd as geweigerd:
            raise _wie_verwijst(plek, oud, nieuw_id, geweigerd) from geweigerd
        bouw_na(plek, nieuw_id)
    return map_


def maak_openbaar(
    levering_id: str, *, door: str, wie: Wie = NIET_AANGEMELD, reden: str = "", verwacht: str | None = None
) -> Path:
    """Make a concept public: a levering with the same facts and the same original takes its place. Returns its folder.

    Raises LeveringOnbekend, Bezet, Verouderd, LeveringGeweigerd, LogboekDicht or NietHerbouwd.
    """
    with winkel(verwacht=verwacht) as plek:
        oud = _in_gebruik(plek, levering_id, "openbaar gemaakt")
        if not oud.is_concept or oud.map is None:
            raise LeveringOnbekend(f'Levering "{levering_id}" is geen concept: zij is al openbaar.')
        nieuw_id = plek.vrij_id(f"{levering_id}-openbaar")
        tabellen = {gelezen.tabel: _rijen(gelezen.tabel, gelezen.rijen()) for gelezen in oud.bestanden}
        nieuw = {"levering_id": nieuw_id, "vervangt": levering_id, "reden": reden.strip() or "openbaar gemaakt"}
        nieuw |= {"concept": "nee", "aanvaard_op": plek.vandaag().isoformat()}
        aanvaarding = tabellen.pop("aanvaarding", [{}])[0]
        tabellen["levering"] = [{**oud.gegevens, **nieuw}]
        tabellen["bewerkingen"] = [{**rij, "levering_id": nieuw_id} for rij in tabellen.get("bewerkingen", [])]
        bron = oud.map / aanvaarding["bestand"] if aanvaarding.get("bestand") else None
        map_ = vastleggen.leg_vast(plek, tabellen, door=door, wie=wie, bron=bron)
        bouw_na(plek, nieuw_id)
    return map_


@contextmanager
def proefbouw(tabellen: Tabellen) -> Iterator[Path]:
    """A database of everything, concept too, with a levering of these tables in it: gone when the block ends.

    Raises LeveringGeweigerd when it does not build.
    """
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-", ignore_cleanup_errors=True) as tijdelijk:
        map_ = Path(tijdelijk) / tabellen["levering"][0]["levering_id"]
        map_.mkdir()
        vastleggen.schrijf_tabellen(map_, tabellen)
        leveringen, fouten = zoek([*alle_mappen(), map_])
        bestand = Path(tijdelijk) / "proef.duckdb"
        maak_database(bestand, kies(leveringen, fouten, concept=True))
        yield bestand


def bouw_na(plek: Winkel, levering_id: str) -> Gebouwd:
    """Let everyone see what is current, now that a levering was added.

    Raises NietHerbouwd; the levering then still counts.
    """
    try:
        return maak_huidig(plek.klaar)
    except (NietGepubliceerd, Bezet) as fout:
        raise NietHerbouwd(
            f'Levering "{levering_id}" is vastgelegd, maar nog niet gepubliceerd. {fout} '
            "Publiceer haar met: python -m data publiceer"
        ) from fout
    except (LeveringGeweigerd, OSError, duckdb.Error) as fout:
        raise NietHerbouwd(
            f'Levering "{levering_id}" is vastgelegd, maar de database kon niet opnieuw worden gebouwd: '
            f"{in_een_zin(fout)} Bouw haar met: python -m data bouw"
        ) from fout


def _in_gebruik(plek: Winkel, levering_id: str, wat: str) -> Levering:
    """The levering in force with this id. Raises LeveringOnbekend when there is none, or it cannot be taken back."""
    levering = plek.levering(levering_id)
    if levering is None:
        raise LeveringOnbekend(f'Er is geen levering "{levering_id}".')
    if levering.is_intrekking:
        raise LeveringOnbekend(
            f'"{levering_id}" is zelf een intrekking en kan niet worden {wat}. Aanvaard de feiten opnieuw.'
        )
    if levering.id not in {lev.id for lev in plek.geldig}:
        raise LeveringOnbekend(f'Levering "{levering_id}" geldt niet meer en kan dus niet worden {wat}.')
    return levering


def _wie_verwijst(plek: Winkel, oud: Levering, nieuw_id: str, geweigerd: LeveringGeweigerd) -> Weigering:
    """The refusal, told by who refers to what would go, where that is the reason."""
    mappen = {lev.naam: lev.id for lev in plek.leveringen}
    wie = sorted({mappen.get(fout.bestand.rpartition("/")[0], nieuw_id) for fout in geweigerd.fouten})
    if nieuw_id in wie or not wie:
        return geweigerd
    *eerste, laatste = [f'"{naam}"' for naam in wie]
    namen = " en ".join([", ".join(eerste), laatste] if eerste else [laatste])
    zin = (
        f'Levering "{oud.id}" kan niet worden ingetrokken: {namen} '
        f"{'verwijst' if len(wie) == 1 else 'verwijzen'} naar wat erin staat. Trek dat eerst in, of vervang het."
    )
    return NogInGebruik(zin)


def _rijen(tabel: str, rijen: Iterator[list[str]]) -> list[dict[str, str]]:
    """Rows with the names of their columns."""
    return [dict(zip(vorm()[tabel], rij, strict=True)) for rij in rijen]
