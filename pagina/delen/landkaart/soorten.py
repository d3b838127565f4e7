"""What a gemeente can be on the map: how each kind looks and reads, and what is said of one gemeente. Pure.

Colour is never alone: a share is a step of one colour, every way of not knowing has a pattern of its own, and each
has a symbol and a word in the legend, in the line under the map and in the table. Hatching says what it says in every
figure: told by the gemeente, and not tested. Takes rows of queries/kaart.sql.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pagina.beeld import zinnen
from pagina.beeld.figuren import TREDEN, tredenummer
from pagina.beeld.status import ONBEKEND, STATUS, TEKEN_VERTELD, WOORD_VERTELD

Rij = Mapping[str, Any]


@dataclass(frozen=True)
class Soort:
    """One look on the map. `vlak` and `lijn` (of the pattern, '' where there is none): light theme, dark theme."""

    sleutel: str
    woord: str
    teken: str
    vlak: tuple[str, str]
    lijn: tuple[str, str] = ("", "")
    patroon: str = ""

    @property
    def merk(self) -> str:
        """Symbol and word: '∅ geen rapport in deze verzameling'."""
        return f"{self.teken} {self.woord}"


def _vlak(beeld: str) -> tuple[str, str]:
    return STATUS[beeld].licht.vlak, STATUS[beeld].donker.vlak


_GEEN = (ONBEKEND["geen_rapport"].licht.vlak, ONBEKEND["geen_rapport"].donker.vlak)
_GROND = ("#ffffff", "#000000")

#: The steps of what was picked up of what was assessed; 0% is one of its own.
AANDELEN = tuple(
    Soort(f"aandeel_{trede.tot}", f"{trede.woord} opgepakt", teken, (trede.licht, trede.donker))
    for trede, teken in zip(TREDEN, "○◔◑◕◉●", strict=True)
)

#: What is no share: each another reason why there is none.
ZONDER_AANDEEL = (
    Soort(
        "niet_beoordeeld", "wel hertoetst, niet beoordeeld", "?", _vlak("niet_beoordeeld"), ("#1f2429", "#ffffff"),
        "punt",
    ),
    Soort(
        "nog_niet_hertoetst", "nog niet hertoetst", "…", _vlak("nog_niet_hertoetst"), ("#5b3fa0", "#e3d8f5"), "plus"
    ),
    Soort("vervallen", "vervallen, want de aanpak is gestopt", "†", _vlak("vervallen"), ("#6a5f45", "#e8e1d0"), "ruit"),
    Soort("geen_verbeterpunt", "beoordeeld, geen verbeterpunten", "=", _GROND, ("#2a6fb0", "#7fb5ea"), "liggend"),
    Soort("andere_periode", "wel gemeten, niet in deze periode", "↔", _GROND, ("#6b7280", "#a7b2be"), "staand"),
    Soort(
        "zonder_oordelen", "wel onderzocht, geen oordeel per indicator", "¶", ("#f7ecd9", "#33270f"),
        ("#96600f", "#d9a64f"), "terug",
    ),
    Soort("deelgenomen", "deed mee, rapport niet hier", "□", _GEEN, ("#59636f", "#aab5c1"), "ring"),
    Soort("geen_rapport", "geen rapport in deze verzameling", "∅", _GEEN),
)  # fmt: skip
SOORTEN: tuple[Soort, ...] = (*AANDELEN, *ZONDER_AANDEEL)
_NUMMER = {soort.sleutel: nr for nr, soort in enumerate(SOORTEN)}


def soortnummer(rij: Rij) -> int:
    """The place in SOORTEN of a gemeente; the steps of the share come first."""
    if rij["soort"] != "beoordeeld":
        return _NUMMER[rij["soort"]]
    return tredenummer(int(rij["opgepakt"]), int(rij["beoordeeld"]))


def aandeeltekst(rij: Rij) -> str:
    """The share with its n/N, as in a cell: '10/15 (67%), ◇ 10 verteld'; empty where nothing was assessed."""
    if not rij["beoordeeld"]:
        return ""
    opgepakt, beoordeeld = int(rij["opgepakt"]), int(rij["beoordeeld"])
    verteld = f", {TEKEN_VERTELD} {zinnen.getal(rij['verteld'])} verteld" if rij["verteld"] else ""
    return f"{zinnen.getal(opgepakt)}/{zinnen.getal(beoordeeld)} ({zinnen.procent(opgepakt, beoordeeld)}%){verteld}"


#: What is said of a gemeente without verbeterpunten in the period; the braces are columns of its row.
ZINNEN = {
    "geen_verbeterpunt": "Getoetst; er is in deze periode geen verbeterpunt.",
    "andere_periode": "Wel gemeten (peiljaar {peiljaren}), maar niet in deze periode.",
    "zonder_oordelen": "Wel onderzocht (peiljaar {peiljaren}), maar het rapport geeft geen oordeel per indicator.",
    "deelgenomen": "Deed mee aan de ronde ‘{rondes}’; het rapport daarover is niet in deze verzameling.",
    "geen_rapport": "Van deze gemeente is geen rapport van dit kader in deze verzameling.",
}


def wat_bekend_is(rij: Rij, jaar_van: int | None) -> str:
    """What is known of one gemeente, in sentences; `jaar_van` is the first year of the period, None without one."""
    if rij["vastgesteld"]:
        aandelen = f"{zinnen.aandelen(rij)} opgepakt. " if rij["beoordeeld"] else ""
        zin = " ".join(filter(None, [zinnen.opgepakt_zin(rij, jaar_van), zinnen.over_indicatoren(rij)]))
        return aandelen + zin + _wacht(rij, jaar_van, "Daarnaast ")
    if rij["soort"] in ZINNEN:
        return ZINNEN[rij["soort"]].format_map(rij)
    return _wacht(rij, jaar_van, "").strip()


def _wacht(rij: Rij, jaar_van: int | None, inleiding: str) -> str:
    """The verbeterpunten of the same first year that no test followed: another period, so told apart."""
    wacht = {"eerder_vastgesteld": rij["wacht_eerder_vastgesteld"] or 0}
    uit = f"{jaar_van} of eerder" if wacht["eerder_vastgesteld"] else str(jaar_van)
    delen = []
    for sleutel, woord in (
        ("wacht", f"{zinnen.na_jaar(wacht, jaar_van)} nog niet hertoetst".strip()),
        ("wacht_niet_meer", "vervallen omdat de aanpak is gestopt"),
    ):
        aantal = int(rij[sleutel] or 0)
        if aantal:
            punten = zinnen.meervoud(aantal, "verbeterpunt", "verbeterpunten")
            is_ = zinnen.meervoud(aantal, "is", "zijn")
            delen.append(f"{zinnen.getal(aantal)} {punten} uit {uit} {is_} {woord}")
    return f" {inleiding}{zinnen.opsomming(delen)}." if delen else ""


@dataclass(frozen=True)
class Telling:
    """How many gemeenten look so."""

    soort: Soort
    aantal: int


def tellingen(rijen: Iterable[Rij]) -> list[Telling]:
    """The kinds that occur, in the order of the legend, with how many gemeenten each has."""
    aantallen = Counter(soortnummer(rij) for rij in rijen)
    return [Telling(SOORTEN[nr], aantallen[nr]) for nr in sorted(aantallen)]


def kaarttekst(rijen: Sequence[Rij], *, kader: str, jaren: str | None) -> str:
    """What the map shows, in numbers: of how many gemeenten a share is known, and what is known of the others."""
    telling = tellingen(rijen)
    aandelen = [deel for deel in telling if deel.soort in AANDELEN]
    andere = [deel for deel in telling if deel.soort not in AANDELEN]
    bekend, over = sum(deel.aantal for deel in aandelen), sum(deel.aantal for deel in andere)
    tekst = f"Het gaat om {kader}{f', {jaren}' if jaren else ''}. {_hoeveel(bekend, len(rijen))}"
    if aandelen:
        tekst += f" Daarvan: {_opgesomd(aandelen)}.{_verteld(rijen)}"
    if andere:
        tekst += f" De {'andere ' if aandelen else ''}{zinnen.getal(over)}: {_opgesomd(andere)}."
    return tekst


def _verteld(rijen: Sequence[Rij]) -> str:
    """Of how many gemeenten the share rests, wholly or in part, on what they told; the hatched ones."""
    aantal = sum(bool(rij["verteld"]) for rij in rijen)
    waar = f"Bij {zinnen.getal(aantal)} {zinnen.meervoud(aantal, 'gemeente', 'gemeenten')}"
    return f" {waar} is dat geheel of deels {WOORD_VERTELD}, niet getoetst." if aantal else ""


def _hoeveel(bekend: int, totaal: int) -> str:
    gemeenten = zinnen.meervoud(totaal, "gemeente", "gemeenten")
    wie = f"{zinnen.getal(bekend)} van de" if bekend else "geen van de"
    return f"Van {wie} {zinnen.getal(totaal)} {gemeenten} is bekend welk deel is opgepakt."


def _opgesomd(telling: Iterable[Telling]) -> str:
    # a kind has commas of its own
    return "; ".join(f"{deel.soort.woord} ({zinnen.getal(deel.aantal)})" for deel in telling)
