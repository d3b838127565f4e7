"""What a proposal changes in the figures: those with it beside those without it, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pagina.beeld import zinnen
from pagina.beeld.status import STAND_ACTIE, bewijswoord
from pagina.delen.gegevens import Rij

#: Counts of one pair of years, in the words of a sentence.
_STATUSSEN = {
    "deels_opgepakt": "deels opgepakt",
    "niet_opgepakt": "niet opgepakt",
    "niet_beoordeeld": "niet beoordeeld",
    "nog_niet_hertoetst": "nog niet hertoetst",
    "vervallen": "vervallen",
}
#: The same of what was no verbeterpunt: these are not among the counted verbeterpunten.
_VOLDEDEN = {"behouden": "behouden", "teruggevallen": "teruggevallen"}
#: What makes one row of the figures per pair of years.
PERIODE = ("gemeente_code", "kader_id", "periode")
#: What a meting prints, in the words of a sentence.
_UITKOMSTEN = {
    "voldoet": "voldoet",
    "verbeterpunt": "verbeterpunt",
    "gemengd": "gemengd",
    "niet_beoordeeld": "niet beoordeeld (lege cel)",
}


@dataclass(frozen=True)
class Cijfers:
    """What one database says: the answers to four questions, row by row."""

    perioden: list[Rij]
    open_nu: list[Rij]
    actiepunten: list[Rij]
    metingen: list[Rij]


@dataclass(frozen=True)
class Verandering:
    """What changes for one gemeente under one heading (a kader, or the actiepunten), a sentence per change."""

    gemeente: str
    waaronder: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True)
class Plaats:
    """Where figures change: a gemeente, a kader and a pair of years in words, as the filters of Opvolging have them."""

    gemeente: str
    kader: str
    periode: str


def cijfers(rijen: Callable[[str], list[Rij]]) -> Cijfers:
    """The figures of one database; `rijen` answers a query by its name."""
    return Cijfers(
        perioden=rijen("voorvertoning"),
        open_nu=rijen("open_per_gemeente"),
        actiepunten=rijen("actiepunten_per_stand"),
        metingen=rijen("metingen"),
    )


def veranderingen(voor: Cijfers, na: Cijfers) -> list[Verandering]:
    """All that differs, per gemeente and kader, and per gemeente for its actiepunten; empty when nothing does."""
    gevonden: dict[tuple[str, str], list[str]] = {}
    namen = {rij["kader_id"]: rij["kader"] for rij in [*voor.perioden, *na.perioden]}
    for plek, zin in [
        *_metingen(voor, na),
        *_open_nu(voor, na, namen),
        *_per_periode(voor, na),
        *_actiepunten(voor, na),
    ]:
        gevonden.setdefault(plek, []).append(zin)
    volgorde = sorted(gevonden, key=lambda plek: (plek[0], plek[1] == "actiepunten", plek[1]))
    return [Verandering(gemeente, wat, tuple(gevonden[gemeente, wat])) for gemeente, wat in volgorde]


def plaatsen(voor: Cijfers, na: Cijfers) -> list[Plaats]:
    """Where what changes can be seen afterwards: the pairs of years that change and stay, each with its kader.

    Verbeterpunten that wait for a hertoets come with every test: they are named only where no pair of years changes.
    """
    anders = [nieuw for oud, nieuw in _paren(voor.perioden, na.perioden, PERIODE) if nieuw and nieuw != oud]
    getoetst = [rij for rij in anders if rij["jaar_naar"] is not None] or anders
    return [Plaats(str(rij["gemeente"]), str(rij["kader"]), jaren(rij)) for rij in getoetst]


def jaren(rij: Mapping[str, Any]) -> str:
    """A pair of years in words."""
    return zinnen.periode(rij["jaar_van"], rij["jaar_naar"])


Zin = tuple[tuple[str, str], str]


def _open_nu(voor: Cijfers, na: Cijfers, namen: dict[str, str]) -> Iterable[Zin]:
    for oud, nieuw in _paren(voor.open_nu, na.open_nu, ("gemeente_code", "kader_id")):
        rij = nieuw or oud
        plek = (str(rij["gemeente"]), namen.get(str(rij["kader_id"]), str(rij["kader_id"])))
        if zin := _nu_straks(oud, nieuw, "open"):
            yield plek, f"verbeterpunten die open staan: {zin}"
        if zin := _nu_straks(oud, nieuw, "onbekend"):
            yield plek, f"indicatoren waarvan de stand onbekend is: {zin}"


def _per_periode(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    paren = list(_paren(voor.perioden, na.perioden, PERIODE))
    for oud, nieuw in paren:
        rij = nieuw or oud
        plek = (str(rij["gemeente"]), str(rij["kader"]))
        buren = [paar for paar in paren if plek == (str(_een(paar)["gemeente"]), str(_een(paar)["kader"]))]
        zin = _wachtend(oud, nieuw, buren) if rij["jaar_naar"] is None else _periodezin(oud, nieuw)
        if zin:
            yield plek, zin


def _wachtend(oud: Rij, nieuw: Rij, buren: Sequence[tuple[Rij, Rij]]) -> str:
    """What changes for the verbeterpunten of a year without a later test, and why: where they go, or come from.

    buren: rows before and after of the same gemeente and kader.
    """
    jaar = (nieuw or oud)["jaar_van"]
    woorden = {
        **_STATUSSEN,
        **_VOLDEDEN,
        "nog_niet_hertoetst": f"verbeterpunten uit {jaar} die op een hertoets wachten",
    }
    zin = "; ".join(_standen(oud, nieuw, woorden))
    groei = _meer((oud, nieuw))
    naar = [p for p in buren if _een(p)["jaar_van"] == jaar and _een(p)["jaar_naar"] is not None and _meer(p) > 0]
    if groei < 0 and -groei == sum(map(_meer, naar)):
        perioden = zinnen.opsomming(zinnen.periode(jaar, _een(paar)["jaar_naar"]) for paar in naar)
        if groei == -1:
            wie = "Het andere telt" if nieuw else "Dat ene telt"
        else:
            wie = f"De andere {-groei} tellen" if nieuw else f"Die {-groei} tellen"
        return f"{zin}. {wie} straks mee bij {perioden}"
    over = sum(_meer(paar, "niet_beoordeeld") for paar in buren if _een(paar)["jaar_naar"] == jaar)
    if 0 < over <= groei:
        return zin + _van_eerder(over, jaar)
    return zin


def _van_eerder(aantal: int, jaar: int) -> str:
    return f". Daarvan {aantal} van {zinnen.eerder(jaar)}"


def _een(paar: tuple[Rij, Rij]) -> Rij:
    """The row that is there, of before or after."""
    return paar[1] or paar[0]


def _meer(paar: tuple[Rij, Rij], naam: str = "vastgesteld") -> int:
    """By how much a count grows."""
    return _tel(paar[1], naam) - _tel(paar[0], naam)


def _standen(oud: Rij, nieuw: Rij, woorden: Mapping[str, str]) -> list[str]:
    """Every count that changes, by its words."""
    return [f"{woord}: {zin}" for naam, woord in woorden.items() if (zin := _nu_straks(oud, nieuw, naam))]


def _periodezin(oud: Rij, nieuw: Rij) -> str:
    """What changes in one pair of years; empty text when nothing does."""
    rij = nieuw or oud
    periode = zinnen.periode(rij["jaar_van"], rij["jaar_naar"])
    if not oud or not nieuw:
        soort = "is nieuw" if nieuw else "valt weg"
        return f"{periode} {soort}: {_inhoud(rij)}"
    geheel = _tel(nieuw, "vastgesteld")
    delen = [f"verbeterpunten: {zin}"] if (zin := _nu_straks(oud, nieuw, "vastgesteld")) else []
    if zin := _nu_straks(oud, nieuw, "opgepakt"):
        delen.append(f"opgepakt: {zin} van {geheel}{_verteld(nieuw)}")
    delen += _standen(oud, nieuw, {**_STATUSSEN, **_VOLDEDEN})
    return f"{periode}: {'; '.join(delen)}" if delen else ""


def _inhoud(rij: Rij) -> str:
    """All of one pair of years: what was found, and what became of it. Nought picked up is said where it is known.

    Counted is what a rapport leaves out too: without saying so it reads as so many empty cells.
    """
    woorden = {**_STATUSSEN, "niet_beoordeeld": "niet beoordeeld (leeg in het rapport, of er niet in afgedrukt)"}
    delen = _aantallen(rij, woorden)
    if _tel(rij, "beoordeeld"):
        delen.insert(0, f"{_tel(rij, 'opgepakt')} opgepakt{_verteld(rij)}")
    geheel = _tel(rij, "vastgesteld")
    woord = zinnen.meervoud(geheel, "verbeterpunt", "verbeterpunten")
    zin = f"{geheel} {woord} uit {rij['jaar_van']}"
    zin += f"; in {rij['jaar_naar']}: {zinnen.opsomming(delen)}" if delen else ""
    over = _tel(rij, "eerder_vastgesteld")
    zin += _van_eerder(over, rij["jaar_van"]) if over else ""
    daarnaast = zinnen.opsomming(_aantallen(rij, _VOLDEDEN))
    return f"{zin}. Daarnaast, van wat al voldeed: {daarnaast}" if daarnaast else zin


def _aantallen(rij: Rij, woorden: Mapping[str, str]) -> list[str]:
    return [f"{_tel(rij, naam)} {woord}" for naam, woord in woorden.items() if _tel(rij, naam)]


def _verteld(rij: Rij) -> str:
    verteld = _tel(rij, "verteld")
    return f" ({verteld} volgens de gemeente zelf)" if verteld else ""


def _nu_straks(oud: Rij, nieuw: Rij, naam: str) -> str:
    """A count without and with the proposal: 'nu 6, straks 4'; empty text when it stays the same."""
    nu, straks = _tel(oud, naam), _tel(nieuw, naam)
    return f"nu {nu or 'geen'}, straks {straks or 'geen'}" if nu != straks else ""


def _metingen(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    """Metingen that come, go or get other verdicts."""
    for oud, nieuw in _paren(voor.metingen, na.metingen, ("meting_id",)):
        rij = nieuw or oud
        plek = (str(rij["gemeente"]), str(rij["kader"]))
        wie = f"{rij['peiljaar']}, {rij['aanpak']}"
        if not oud:
            bewijs = bewijswoord(rij["bewijs"])
            yield plek, f"nieuwe meting {wie} ({bewijs}): {_uitkomsten(nieuw)}"
        elif not nieuw:
            yield plek, f"de meting {wie} vervalt ({_uitkomsten(oud)})"
        elif _uitkomsten(oud) != _uitkomsten(nieuw):
            yield plek, f"de meting {wie}: {_uitkomsten(oud)} wordt {_uitkomsten(nieuw)}"


def _uitkomsten(rij: Rij) -> str:
    delen = _aantallen(rij, _UITKOMSTEN)
    return zinnen.opsomming(delen) if delen else "zonder oordelen per indicator"


def _actiepunten(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    for oud, nieuw in _paren(voor.actiepunten, na.actiepunten, ("gemeente_code", "stand")):
        rij = nieuw or oud
        if _tel(oud, "aantal") != _tel(nieuw, "aantal"):
            stand = STAND_ACTIE[rij["stand"]].woord if rij["stand"] in STAND_ACTIE else str(rij["stand"])
            yield (str(rij["gemeente"]), "actiepunten"), f"{stand}: {_nu_straks(oud, nieuw, 'aantal')}"


def _tel(rij: Rij, naam: str) -> int:
    """A count; a row that is not there counts nothing."""
    return int(rij.get(naam) or 0)


def _paren(voor: Sequence[Rij], na: Sequence[Rij], sleutel: Sequence[str]) -> Iterable[tuple[Rij, Rij]]:
    """Rows of before and after with the same key beside each other; an empty row where there is none."""

    def op_sleutel(rijen: Sequence[Rij]) -> dict[Hashable, Rij]:
        return {tuple(rij[naam] for naam in sleutel): rij for rij in rijen}

    oud, nieuw = op_sleutel(voor), op_sleutel(na)
    for wat in dict.fromkeys([*oud, *nieuw]):
        yield oud.get(wat, {}), nieuw.get(wat, {})
