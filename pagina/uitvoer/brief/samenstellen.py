"""From a choice to a whole letter: asks the queries, and puts sentences, table, figure and sources together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pagina.beeld import zinnen
from pagina.beeld.figuren import statuskaart_tekst
from pagina.beeld.status import BEWIJS, VERTELD
from pagina.uitvoer.brief.alinea import Ronde, Uitslag, alinea
from pagina.uitvoer.brief.bronnen import herkomst_van, noten
from pagina.uitvoer.brief.cijfertabel import cijfertabel
from pagina.uitvoer.brief.deel import Deel, delen_van, perioden
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.namen import Namen
from pagina.uitvoer.brief.voorbehoud import Omstandigheid, voorbehoud, waarschuwingen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import rijen
from pagina.uitvoer.inhoud.stuk import Figuur, Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Tabel
from pagina.uitvoer.inhoud.uit_vraag import tabel_van
from pagina.uitvoer.inhoud.vrager import Vrager

_GEEN_OORDEEL = (
    "Onder het kader {kader} staat in deze verzameling geen oordeel per indicator. Dat is niet hetzelfde als nul "
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
        wat = zinnen.opsomming(f"‘{code}’" for code in vreemd)
        keus = zinnen.opsomming(lijst.woorden) or "niets"
        raise UitvoerGeweigerd(f"De periode {wat} komt bij deze kaders niet voor. Kies uit: {keus}.")


def _onderdeel(vrager: Vrager, namen: Namen, deel: Deel, *, meer: bool) -> Onderdeel:
    """What a letter says of one part."""
    kader = namen.kaders.woord(deel.kader)
    if deel.periode is None:
        return Onderdeel(kader, (_GEEN_OORDEEL.format(kader=kader),), None, ())
    uitslag, rond = _uitslag(vrager, namen, deel), _rond(vrager, namen, deel, meer=meer)
    letop = waarschuwingen(uitslag, rond) if uitslag.totaal["vastgesteld"] else ""
    kop = f"{kader}, {deel.jaren}"
    cellen = vrager.vraag("cellen", **deel.parameters)
    figuur = None if cellen.empty else Figuur(kop, cellen, statuskaart_tekst(cellen))
    return Onderdeel(
        kop, tuple(filter(None, (_merk(vrager) + alinea(uitslag), letop))), figuur, voorbehoud(uitslag, rond)
    )


def _merk(vrager: Vrager) -> str:
    """What must go along with a paragraph wherever it is pasted."""
    fictief = "Let op: dit zijn fictieve cijfers; deze gemeenten en oordelen bestaan niet. "
    concept = "Let op: hierin tellen ook gegevens mee die nog niet openbaar zijn. "
    return (fictief if vrager.bevat_fictief else "") + (concept if vrager.bevat_concept else "")


def _uitslag(vrager: Vrager, namen: Namen, deel: Deel) -> Uitslag:
    keuze, periode = namen.keuze, deel.periode or {}
    per_gemeente = rijen(vrager, "cijfers", **deel.parameters, per="gemeente")
    totaal = rijen(vrager, "totalen", **deel.parameters)[0]
    getoetst = None
    # per gemeente a cell may rest on tested and told steps together: what the tests alone showed is another count
    if keuze.eenheid == "aanpak" and totaal["verteld"]:
        mag = [bewijs for bewijs in (keuze.bewijzen or BEWIJS) if bewijs not in VERTELD]
        getoetst = rijen(vrager, "totalen", **deel.parameters | {"bewijzen": mag})[0] if mag else None
    return Uitslag(
        kader=namen.kaders.woord(deel.kader),
        jaar_van=periode["jaar_van"],
        jaar_naar=periode["jaar_naar"],
        eenheid=keuze.eenheid,
        verloop=keuze.verloop,
        totaal=totaal,
        per_gemeente=per_gemeente,
        rondes=_rondes(vrager, deel),
        waar=namen.waar(),
        in_gemeenten=namen.in_gemeenten(),
        gekozen=bool(keuze.gemeenten or keuze.provincies),
        getoetst=getoetst,
    )


def _rondes(vrager: Vrager, deel: Deel) -> tuple[Ronde, ...]:
    """The rounds of research that the first metingen of the selection belong to."""
    hier = {m["ronde_id"] for m in rijen(vrager, "selectie_metingen", **deel.parameters) if m["kant"] == "van"}
    return tuple(
        Ronde(rij["ronde"], int(rij["aantal_gemeenten"]), int(rij["hier"]))
        for rij in rijen(vrager, "dekking")
        if rij["ronde_id"] in hier
    )


def _rond(vrager: Vrager, namen: Namen, deel: Deel, *, meer: bool) -> Omstandigheid:
    keuze = namen.keuze
    thema = bool(keuze.themas) or keuze.per in {"thema", "indicator"}
    lezing = any(rij["thema_reden"] for rij in rijen(vrager, "indicatoren") if rij["kader_id"] == deel.kader)
    return Omstandigheid(
        metingen=rijen(vrager, "selectie_metingen", **deel.parameters),
        grenzen=rijen(vrager, "selectie_grenzen", **deel.parameters),
        bewijs=bool(keuze.bewijzen),
        onderwerp=bool(keuze.onderwerpen),
        thema=thema and lezing,
        meer=meer,
    )


def _tabel(vrager: Vrager, namen: Namen, delen: Sequence[Deel]) -> Tabel:
    """The table that the reader chose; of single oordelen the parts follow each other, their columns name each."""
    per = namen.keuze.per
    gevuld = [deel for deel in delen if deel.periode is not None]
    if per == "oordeel" and gevuld:
        tabellen = [tabel_van(vrager, "opvolging_tabel", deel.parameters) for deel in gevuld]
        return Tabel(
            "oordelen",
            "Oordelen met hun opvolging",
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
