"""From what stands on the command line to what a query is given: words or codes in, codes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from pagina.beeld import zinnen
from pagina.beeld.telling import KNOP_EENHEID, Eenheid
from pagina.uitvoer.brief.keuze import PER, Keuze, Per
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import rijen
from pagina.uitvoer.inhoud.velden import NAUWER, OPTIES, TELWIJZEN, VELDEN, Lijst, Veld, dag, lijst
from pagina.uitvoer.inhoud.vrager import Vrager
from pagina.uitvoer.opdrachten.fouten import VerkeerdGebruik
from pagina.uitvoer.opdrachten.vragen import KAMERBRIEF, nodig

#: What was given per option, in the order of the command line; the values of --waarde by their own names.
Opties = Mapping[str, Sequence[str]]
#: Where nothing given means no restriction, though a single value is asked.
_MAG_LEEG = {
    ("gemeenten_met_meting", "kader"),
    *((vraag, naam) for vraag in ("onderwerp_verloop", "onderwerp_bevindingen") for naam in ("onderwerp", "indicator")),
}
#: Views that a page shows a selection of, and the query that makes it.
_MET_KEUZE = {"opvolging": "opvolging_tabel"}
#: Filters of the Kamerbrief: option, and the field of the choice.
_VAN_BRIEF = ("kader", "periode", *(VELDEN[naam].optie for naam in NAUWER), "eenheid", "telwijze", "per")


def waarden(paren: Iterable[str]) -> dict[str, list[str]]:
    """The values given as naam=waarde, by name. Raises VerkeerdGebruik for what has another form."""
    gevonden: dict[str, list[str]] = {}
    for paar in paren:
        naam, is_er, waarde = paar.partition("=")
        if not is_er or not naam:
            raise VerkeerdGebruik(f"‘{paar}’ bij --waarde heeft niet de vorm naam=waarde.")
        gevonden.setdefault(naam, []).append(waarde)
    return gevonden


def parameters(vrager: Vrager, vraag: str, opties: Opties, los: Opties) -> dict[str, Any]:
    """Every parameter of a query or view, with its default where nothing was given.

    Raises VerkeerdGebruik for what the query does not take, or needs; UitvoerGeweigerd for a word that is in no list.
    """
    namen = nodig(vraag)
    velden = [veld for naam, veld in VELDEN.items() if naam in namen]
    _weiger_vreemd(vraag, velden, opties, los)
    gekozen: dict[str, Any] = {}
    # what a list holds depends on kader and telwijze
    for veld in sorted(velden, key=lambda veld: veld.naam not in {"kader", "verloop"}):
        gevraagd = [*(opties.get(veld.optie, ()) if veld.optie in OPTIES else ()), *los.get(veld.naam, ())]
        gekozen[veld.naam] = (
            _gegeven(vrager, veld, gevraagd, gekozen) if gevraagd else _standaard(vrager, vraag, veld, gekozen)
        )
    return gekozen


def _weiger_vreemd(vraag: str, velden: Sequence[Veld], opties: Opties, los: Opties) -> None:
    """Raise VerkeerdGebruik for a filter that the question does not take; it names those that it does."""
    mag = [f"--{veld.optie}" for veld in velden if veld.optie in OPTIES]
    mag += [f"--waarde {veld.naam}=…" for veld in velden if veld.optie not in OPTIES]
    vreemd = [f"--{naam}" for naam in opties if f"--{naam}" not in mag]
    vreemd += [f"--waarde {naam}=…" for naam in los if naam not in {veld.naam for veld in velden}]
    if vreemd:
        rest = f"wel: {', '.join(mag)}" if mag else "deze tabel is er alleen in haar geheel"
        ander = f" Met een keuze is er ‘{_MET_KEUZE[vraag]}’." if vraag in _MET_KEUZE else ""
        raise VerkeerdGebruik(f"‘{vraag}’ kent {zinnen.opsomming(vreemd)} niet; {rest}.{ander}")


def _gegeven(vrager: Vrager, veld: Veld, gevraagd: Sequence[str], gekozen: Mapping[str, Any]) -> object:
    """The value of a parameter for what was typed."""
    if veld.soort != "meer" and len(gevraagd) > 1:
        raise VerkeerdGebruik(f"{_optie(veld)} kan hier maar één keer.")
    if veld.soort == "dag":
        return dag(gevraagd[0])
    woorden = lijst(vrager, veld.naam, gekozen)
    if woorden is None:
        return gevraagd[0]
    codes = woorden.codes(veld, gevraagd)
    if veld.soort == "meer":
        return codes
    return codes[0] in {"ja", "verloop"} if veld.soort in {"janee", "telwijze"} else codes[0]


def _standaard(vrager: Vrager, vraag: str, veld: Veld, gekozen: Mapping[str, Any]) -> object:
    """The value where nothing was given: what the page shows at first. Raises VerkeerdGebruik where there is none."""
    vast: Mapping[str, Any] = {"eenheid": "aanpak", "verloop": False, "per": "gemeente", "met_opgegaan": True}
    vast = {**vast, "alleen_open": False}
    if veld.soort == "meer" or (vraag, veld.naam) in _MAG_LEEG:
        return None
    if veld.naam in vast:
        return vast[veld.naam]
    zoek: Mapping[str, Callable[[], Any]] = {
        "kader": lambda: eerste_kader(vrager),
        "periode": lambda: _laatste_periode(vrager, gekozen),
        "peildatum": vrager.kennisdatum.date,
    }
    if veld.naam not in zoek:
        raise VerkeerdGebruik(f"‘{vraag}’ vraagt {_optie(veld)}.")
    return zoek[veld.naam]()


def eerste_kader(vrager: Vrager) -> str:
    """The kader that the pages open with. Raises UitvoerGeweigerd where there is no oordeel at all."""
    met_oordelen = [rij["kader_id"] for rij in rijen(vrager, "kaders") if rij["oordelen"]]
    if not met_oordelen:
        raise UitvoerGeweigerd("Er zijn nog geen oordelen in deze verzameling; kies zelf een kader met --kader.")
    return str(met_oordelen[0])


def _laatste_periode(vrager: Vrager, gekozen: Mapping[str, Any]) -> str | None:
    woorden = lijst(vrager, "periode", gekozen)
    return next(iter(woorden.woorden.codes), None) if woorden is not None else None


def keuze(vrager: Vrager, opties: Opties, los: Opties) -> Keuze:
    """What a Kamerbrief is about. Raises VerkeerdGebruik or UitvoerGeweigerd as `parameters` does."""
    velden = {veld.optie: veld for veld in VELDEN.values() if veld.soort != "een"} | {
        veld.optie: veld for veld in VELDEN.values() if veld.naam in {"periode", "eenheid", "per"}
    }
    _weiger_vreemd(KAMERBRIEF, [velden[optie] for optie in _VAN_BRIEF], opties, los)
    enkel = ("eenheid", "telwijze", "per")
    meer = [optie for optie in enkel if len(opties.get(optie, ())) > 1]
    if meer:
        raise VerkeerdGebruik(f"--{meer[0]} kan maar één keer.")
    vast: Mapping[str, Mapping[Any, str]] = {"eenheid": KNOP_EENHEID, "telwijze": TELWIJZEN, "per": PER}
    een = {
        optie: Lijst.van(vast[optie].items()).codes(velden[optie], opties[optie])[0] if optie in opties else None
        for optie in enkel
    }
    verloop = een["telwijze"] == "verloop"
    kaders = _codes(vrager, "kaders", opties.get("kader", ())) or [eerste_kader(vrager)]
    return Keuze(
        kaders=tuple(kaders),
        periodes=tuple(_periodes(vrager, kaders, opties.get("periode", ()), verloop=verloop)),
        nauwer={naam: tuple(_codes(vrager, naam, opties.get(VELDEN[naam].optie, ()))) for naam in NAUWER},
        eenheid=cast("Eenheid", een["eenheid"] or "aanpak"),
        verloop=verloop,
        per=cast("Per", een["per"] or "gemeente"),
    )


def _codes(vrager: Vrager, naam: str, gevraagd: Sequence[str]) -> list[str]:
    """The codes of a list over all kaders."""
    woorden = lijst(vrager, naam, {}) if gevraagd else None
    return woorden.codes(VELDEN[naam], gevraagd) if woorden is not None else []


def _periodes(vrager: Vrager, kaders: Sequence[str], gevraagd: Sequence[str], *, verloop: bool) -> list[str]:
    """Pairs of years that at least one of the kaders has."""
    if not gevraagd:
        return []
    paren: dict[str, str] = {}
    for kader in kaders:
        woorden = lijst(vrager, "periode", {"kader": kader, "verloop": verloop})
        if woorden is not None:
            paren |= dict(zip(woorden.woorden.codes, woorden.woorden.woorden, strict=True))
    return Lijst.van(paren.items()).codes(VELDEN["periode"], gevraagd)


def _optie(veld: Veld) -> str:
    return f"--{veld.optie}" if veld.optie in OPTIES else f"--waarde {veld.naam}=…"
