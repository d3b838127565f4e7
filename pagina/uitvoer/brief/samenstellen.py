"""From a choice to a whole letter: asks the queries, and puts sentences, table, figure and sources together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pandas as pd

from pagina.beeld import zinnen
from pagina.beeld.figuren import kaartwijzer, statuskaart_tekst
from pagina.uitvoer.brief.alinea import alinea
from pagina.uitvoer.brief.bronnen import herkomst_van, noten
from pagina.uitvoer.brief.cijfertabel import cijfertabel
from pagina.uitvoer.brief.deel import Deel, delen_van, perioden
from pagina.uitvoer.brief.feiten import rond_van, uitslag_van
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.namen import Namen
from pagina.uitvoer.brief.uitslag import Uitslag
from pagina.uitvoer.brief.voorbehoud import voorbehoud, waarschuwingen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import als_rijen, rijen
from pagina.uitvoer.inhoud.stuk import Figuur, Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Tabel
from pagina.uitvoer.inhoud.uit_vraag import TITELS, tabel_van
from pagina.uitvoer.inhoud.vrager import Vrager

_GEEN_OORDEEL = (
    "Onder het kader {kader} staat in dit dashboard geen oordeel per indicator. Dat is niet hetzelfde als nul "
    "verbeterpunten: wat een rapport in woorden verbeterpunt noemt, staat op de pagina Agenda."
)


def stel_samen(vrager: Vrager, keuze: Keuze, *, adres: str) -> Stuk:
    """The letter for a choice. Raises UitvoerGeweigerd for a choice of what does not exist."""
    if not keuze.kaders:
        raise UitvoerGeweigerd("Kies een kader: cijfers van verschillende kaders gaan nooit samen.")
    namen = Namen(vrager, keuze)
    _bestaat(vrager, keuze)
    delen = [deel for kader in namen.kaders.codes if kader in keuze.kaders for deel in delen_van(vrager, namen, kader)]
    onderdelen = tuple(_onderdeel(vrager, namen, deel, meer=len(delen) > 1) for deel in delen)
    herkomst = herkomst_van(vrager, namen, delen, adres=adres)
    titel = "Opvolging van verbeterpunten: " + zinnen.opsomming(
        ", ".join(filter(None, (namen.kaders.woord(deel.kader), deel.jaren))) for deel in delen
    )
    return Stuk(titel, _tabel(vrager, namen, delen), herkomst, tuple(noten(vrager, delen, herkomst)), onderdelen)


def _bestaat(vrager: Vrager, keuze: Keuze) -> None:
    """Raises UitvoerGeweigerd for a pair of years that is not among those of the chosen kaders."""
    lijst = perioden(vrager, keuze.kaders, verloop=keuze.verloop)
    kaal = {code.rpartition(":")[2] for code in lijst.codes}
    vreemd = [code for code in keuze.periodes if code not in kaal and code not in lijst.codes]
    if vreemd:
        wat = zinnen.genoemd(vreemd)
        keus = zinnen.opsomming(lijst.woorden) or "niets"
        raise UitvoerGeweigerd(f"De periode {wat} komt bij deze kaders niet voor. Kies uit: {keus}.")


def _onderdeel(vrager: Vrager, namen: Namen, deel: Deel, *, meer: bool) -> Onderdeel:
    """What a letter says of one part."""
    kader = namen.kaders.woord(deel.kader)
    if deel.periode is None:
        return Onderdeel(kader, (_GEEN_OORDEEL.format(kader=kader),), None, ())
    cellen = vrager.vraag("cellen", **deel.parameters)
    rond = rond_van(vrager, namen, deel, meer=meer)
    uitslag = uitslag_van(vrager, namen, deel, cellen=als_rijen(cellen), metingen=rond.metingen)
    letop = waarschuwingen(uitslag, rond) if uitslag.totaal["cellen"] else ""
    kop = f"{kader}, {deel.jaren}"
    titel = f"Status van elke indicator per {namen.keuze.eenheid}, {kop}"
    figuur = None if cellen.empty else Figuur(titel, cellen, _figuurtekst(cellen, uitslag))
    return Onderdeel(
        kop, tuple(filter(None, (_merk(vrager) + alinea(uitslag), letop))), figuur, voorbehoud(uitslag, rond)
    )


def _figuurtekst(cellen: pd.DataFrame, uitslag: Uitslag) -> str:
    """What the figure shows, for who cannot see it."""
    eerder = zinnen.eerder_vastgesteld(uitslag.totaal, uitslag.jaar_van)
    return " ".join(filter(None, [statuskaart_tekst(kaartwijzer(cellen)), eerder]))


def _merk(vrager: Vrager) -> str:
    """What must go along with a paragraph wherever it is pasted."""
    fictief = f"{zinnen.fictief(alles=vrager.alles_fictief)} "
    concept = "Let op: hierin tellen ook gegevens mee die nog niet openbaar zijn. "
    return (fictief if vrager.bevat_fictief else "") + (concept if vrager.bevat_concept else "")


def _tabel(vrager: Vrager, namen: Namen, delen: Sequence[Deel]) -> Tabel:
    """The table that the reader chose; of single oordelen the parts follow each other, their columns name each."""
    per = namen.keuze.per
    gevuld = [deel for deel in delen if deel.periode is not None]
    if per == "oordeel" and gevuld:
        tabellen = [tabel_van(vrager, "opvolging_tabel", deel.parameters) for deel in gevuld]
        return Tabel(
            "oordelen",
            TITELS["opvolging_tabel"],
            tabellen[0].kolommen,
            sum(deel.aantal for deel in tabellen),
            lambda: chain.from_iterable(deel.rijen() for deel in tabellen),
        )
    vorm = "gemeente" if per == "oordeel" else per
    return cijfertabel(
        [
            (
                namen.kaders.woord(deel.kader),
                deel.jaren,
                rijen(vrager, "cijfers", **deel.parameters, per=vorm),
                rijen(vrager, "totalen", **deel.parameters)[0],
            )
            for deel in gevuld
        ],
        vorm,
    )
