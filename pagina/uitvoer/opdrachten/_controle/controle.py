"""The check itself: a file beside its own datasetversie made again, and that beside what is known now."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import queries
from data.fouten import OnbekendeVersie
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom
from pagina.uitvoer.opdrachten._controle import lezen
from pagina.uitvoer.opdrachten._controle.alineas import Alinea, eigen_alineas, vergelijk_alineas
from pagina.uitvoer.opdrachten._controle.herleiden import Oorzaak, herleid
from pagina.uitvoer.opdrachten._controle.lezen import Gelezen
from pagina.uitvoer.opdrachten._controle.vergelijken import (
    Blad,
    Verandering,
    herkenning,
    van_tabel,
    vergelijk,
)
from pagina.uitvoer.opdrachten._controle.vraagstelling import Vraagstelling
from pagina.uitvoer.opdrachten._controle.vraagstelling import lees as lees_vraag
from pagina.uitvoer.vormen import formaten
from queries import Bron

#: What a file says of its origin that must be as it is made again; the address of the dashboard may have changed.
_ZELFDE = ("selectie", "telling", "kennisdatum", "fictief", "niet_openbaar", "rapporten")


NIET_OPENBAAR = (
    "In dit bestand staan cijfers die nog niet openbaar zijn. Wie die niet mag zien, kan het niet controleren."
)


@dataclass(frozen=True)
class Eigen:
    """The file beside its own datasetversie. `reden`: why that could not be made; the rest is then empty.

    herkomst: what it says of its origin that is not so. kolommen: heads that it lacks or has too many. alineas:
    paragraphs of a letter that are not as they are made. byte_gelijk: whether it is exactly the file that is made now.
    """

    reden: str = ""
    byte_gelijk: bool = False
    herkomst: tuple[str, ...] = ()
    kolommen: tuple[str, ...] = ()
    cellen: tuple[Verandering, ...] = ()
    alineas: tuple[Alinea, ...] = ()


@dataclass(frozen=True)
class Nu:
    """The file's question asked of what is known now.

    `reden`: why it has no answer. `oorzaken`: by levering; `los`: what could not be put down to any, with `waarom`.
    """

    datasetversie: str
    methodeversie: str
    reden: str = ""
    oorzaken: tuple[Oorzaak, ...] = ()
    cellen: tuple[Verandering, ...] = ()
    waarom: str = ""


@dataclass(frozen=True)
class Controle:
    """All that was found."""

    gelezen: Gelezen
    selectie: tuple[tuple[str, str], ...]
    nummer_klopt: bool
    eigen: Eigen
    nu: Nu

    @property
    def andere_methode(self) -> bool:
        """Whether the file was made by another methodeversie than that of now."""
        return bool(self.gelezen.herkomst["methodeversie"] != self.nu.methodeversie)

    @property
    def gelijk(self) -> bool:
        """Whether everything is as it was."""
        eigen, nu = self.eigen, self.nu
        verschil = (eigen.reden, eigen.herkomst, eigen.kolommen, eigen.cellen, eigen.alineas, nu.reden, nu.cellen)
        return self.nummer_klopt and not any(verschil)


def controleer(pad: Path, *, ook_concept: bool = True) -> Controle:
    """Check a file; without `ook_concept` only one that is all public.

    Raises UitvoerGeweigerd where it cannot be read, NietTeOpenen where there is no database.
    """
    gelezen = lezen.lees(pad)
    herkomst = gelezen.herkomst
    concept = herkomst.get("niet_openbaar") is True
    if concept and not ook_concept:
        raise UitvoerGeweigerd(NIET_OPENBAAR)
    nu = queries.bron(alles=concept)
    toen, reden = _bron_van(str(herkomst["datasetversie"]), concept=concept)
    vraagstelling = lees_vraag(herkomst, toen or nu)
    stuk_toen = vraagstelling.stel(toen) if toen is not None else None
    stuk_nu, reden_nu = (stuk_toen, "") if toen is nu else _antwoord(vraagstelling, nu)
    voorbeeld = stuk_toen or stuk_nu
    if voorbeeld is None:
        raise UitvoerGeweigerd(f"{reden} Ook met wat nu bekend is, is deze selectie niet te maken: {reden_nu}")
    nummer = vraagstelling.exportnummer(voorbeeld, str(herkomst["datasetversie"]), str(herkomst["methodeversie"]))
    eigen = Eigen(reden) if stuk_toen is None else _eigen(gelezen, stuk_toen, nu.methodeversie)
    vandaag = (
        Nu(nu.datasetversie, nu.methodeversie, reden_nu)
        if stuk_nu is None
        else _nu(gelezen, vraagstelling, nu=nu, toen=stuk_toen, stuk=stuk_nu)
    )
    return Controle(gelezen, voorbeeld.herkomst.selectie, nummer == herkomst["exportnummer"], eigen, vandaag)


def _bron_van(versie: str, *, concept: bool) -> tuple[Bron | None, str]:
    """The database of a datasetversie; or why there is none."""
    try:
        return queries.bron_versie(versie, alles=concept), ""
    except OnbekendeVersie as fout:
        return None, str(fout)


def _antwoord(vraagstelling: Vraagstelling, vrager: Bron) -> tuple[Stuk | None, str]:
    try:
        return vraagstelling.stel(vrager), ""
    except UitvoerGeweigerd as fout:
        return None, str(fout)


def _eigen(gelezen: Gelezen, stuk: Stuk, methode: str) -> Eigen:
    """The file beside the same file made now, both read back in the same way."""
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-") as map_:
        pad = Path(map_) / gelezen.pad.name
        with pad.open("wb") as bestand:
            formaten.schrijf(stuk, gelezen.formaat, bestand)
        if pad.read_bytes() == gelezen.pad.read_bytes():
            return Eigen(byte_gelijk=True)
        opnieuw = lezen.lees(pad)
    koppen, anders = _kolommen(gelezen.blad, opnieuw.blad)
    # by another method the words of the origin may rightly be others
    herkomst = _herkomst(gelezen.herkomst, opnieuw.herkomst) if gelezen.herkomst["methodeversie"] == methode else []
    cellen = _cellen(opnieuw.blad, gelezen.blad, stuk, koppen)
    alineas = vergelijk_alineas(eigen_alineas(stuk), gelezen.alineas) if opnieuw.alineas else []
    return Eigen(herkomst=tuple(herkomst), kolommen=tuple(anders), cellen=tuple(cellen), alineas=tuple(alineas))


def _herkomst(gelezen: Mapping[str, Any], opnieuw: Mapping[str, Any]) -> list[str]:
    """What a file says of its origin that is not so, by name. A plain CSV did not always name rapporten and telling."""
    stil = {"rapporten", "telling"} - gelezen.keys()
    return [naam for naam in _ZELFDE if naam in opnieuw and naam not in stil and gelezen.get(naam) != opnieuw[naam]]


def _kolommen(gelezen: Blad, opnieuw: Blad) -> tuple[list[str], list[str]]:
    """The heads that both have, and the others."""
    samen = [kop for kop in opnieuw.koppen if kop in gelezen.koppen]
    return samen, sorted({*gelezen.koppen, *opnieuw.koppen} - set(samen))


def _cellen(oud: Blad, nieuw: Blad, stuk: Stuk, koppen: Sequence[str]) -> list[Verandering]:
    """The differences in these columns."""
    van_kop = {kolom.kop: kolom for kolom in stuk.tabel.kolommen}
    kolommen = [van_kop.get(kop, Kolom(kop, kop, "", "tekst")) for kop in koppen]
    voor, na = oud.in_kolommen(koppen), nieuw.in_kolommen(koppen)
    return vergelijk(voor, na, herkenning(kolommen, voor))


def _nu(gelezen: Gelezen, vraagstelling: Vraagstelling, *, nu: Bron, toen: Stuk | None, stuk: Stuk) -> Nu:
    """What is known now beside what the file rests on; beside the file itself where that cannot be made again."""
    if toen is None:
        eigen = _eigen(gelezen, stuk, nu.methodeversie)
        # told from the file to now, the other way round than an alteration
        cellen = [Verandering(een.sleutel, een.rij, een.kolom, een.naar, een.van) for een in eigen.cellen]
        waarom = "de datasetversie van het bestand is hier niet te maken"
        return Nu(nu.datasetversie, nu.methodeversie, "", (), tuple(cellen), waarom)
    voor = van_tabel(toen.tabel)
    na = van_tabel(stuk.tabel).in_kolommen(voor.koppen)
    rij = herkenning(toen.tabel.kolommen, voor, na)
    cellen = vergelijk(voor, na, rij)
    if not cellen:
        return Nu(nu.datasetversie, nu.methodeversie)
    versie = toen.herkomst.datasetversie
    try:
        oorzaken = herleid(
            vraagstelling, (versie, voor), (nu.datasetversie, na), rij, concept=stuk.herkomst.niet_openbaar
        )
    except OnbekendeVersie as fout:
        return Nu(nu.datasetversie, nu.methodeversie, "", (), tuple(cellen), str(fout))
    return Nu(nu.datasetversie, nu.methodeversie, "", tuple(oorzaken), tuple(cellen))
