"""Fictional verdict tables of which the truth is known, printed in every layout that reports use."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from data.rapporten.bekend import Indicator
from data.rapporten.document import Alinea, Blok, Document, Tabel
from data.rapporten.herkenning.koppelen import Kaderkennis

Oordeel = tuple[str, str]  # sign as printed, text
TEKENS = {"✓": "voldoet", "✔": "voldoet", "☑": "voldoet", "X": "verbeterpunt", "x": "verbeterpunt", "✗": "verbeterpunt"}
THEMAS = ("Vindplaatsen", "Gezin voorop", "Uitvoering", "Samenspel", "Duur")
NAMEN = ("Buurtploeg", "Steunteam Noord", "Gezinshulp Dichtbij", "Wijkkring")
_WIE = ("De gemeente", "Het wijkteam", "De ketenpartner", "Elke hulpverlener", "De casusvoerder")
_WAT = (
    "legt vast wie beslist over spoedplaatsingen",
    "bespreekt gezinnen die buiten beeld dreigen te blijven",
    "deelt informatie met scholen en huisartsenpraktijken",
    "betrekt grootouders bij het ondersteuningsplan",
    "meet jaarlijks wat de begeleiding heeft opgeleverd",
    "houdt na afronding contact met het huishouden",
    "kent de wachttijden van gespecialiseerde aanbieders",
)
_GOED = (
    "Dit gebeurt bij alle gezinnen.",
    "Hierover liggen duidelijke afspraken vast.",
    "De medewerkers doen dit vlot en zorgvuldig.",
    "In alle dossiers is dit terug te vinden en professionals bevestigen het beeld.",
)
_FOUT = (
    "Dit gebeurt nog nauwelijks.",
    "Er zijn geen afspraken; professionals weten niet van elkaar wat zij doen.",
    "Het plan noemt dit niet.",
    "De samenwerkingspartners verschillen hierover van mening en leggen weinig vast.",
)


@dataclass(frozen=True)
class Rij:
    """A judged row: None is an empty cell."""

    criterium: str
    indicator: str
    oordelen: tuple[Oordeel | None, ...]


@dataclass(frozen=True)
class Waarheid:
    """What a report says: its columns (year, name) and per theme its rows."""

    kolommen: tuple[tuple[int, str], ...]
    themas: tuple[tuple[str, tuple[Rij, ...]], ...]

    @property
    def koppen(self) -> list[str]:
        return [f"{jaar} {naam}".strip() for jaar, naam in self.kolommen]

    def regels(self) -> Iterator[tuple[str, Rij]]:
        for thema, rijen in self.themas:
            for rij in rijen:
                yield thema, rij

    def kennis(self) -> Kaderkennis:
        """A kader that knows these indicators, themes and criteria."""
        indicatoren = [
            Indicator(f"i-{nr}", "k", "k-1", thema, rij.criterium, rij.indicator, rij.indicator, nr)
            for nr, (thema, rij) in enumerate(self.regels())
        ]
        criteria = [rij.criterium for _, rij in self.regels() if rij.criterium]
        return Kaderkennis(indicatoren, THEMAS, criteria)


def maak(zaad: int, *, leeg: float = 0.0, criteria: bool = False, kolommen: int | None = None) -> Waarheid:
    """A report of its own making; `leeg` is the share of empty cells."""
    lot = random.Random(zaad)
    aantal = kolommen or lot.randint(1, 4)
    jaar = lot.randint(2008, 2019)
    koppen: list[tuple[int, str]] = []
    for nummer, naam in enumerate(lot.sample(NAMEN, aantal)):
        koppen.append((jaar + nummer // lot.choice((1, 2)), naam if lot.random() < 0.5 else ""))
    if len(set(koppen)) < aantal:
        koppen = [(jaar + nummer, "") for nummer in range(aantal)]
    indicatoren = [f"{wie} {wat}" for wie in _WIE for wat in _WAT]
    lot.shuffle(indicatoren)
    rest = iter(indicatoren)
    themas = []
    for thema in lot.sample(THEMAS, lot.randint(1, 3)):
        rijen = [
            Rij("", indicator, tuple(None if lot.random() < leeg else _oordeel(lot) for _ in koppen))
            for indicator in islice(rest, lot.randint(1, 4))
        ]
        if criteria:
            grens = lot.randint(1, len(rijen))
            namen = [f"{thema} is voldoende geborgd", f"Ouders ervaren {thema.lower()} als steun"]
            rijen = [Rij(namen[nr >= grens], rij.indicator, rij.oordelen) for nr, rij in enumerate(rijen)]
        themas.append((thema, tuple(rijen)))
    return Waarheid(tuple(koppen), tuple(themas))


def _oordeel(lot: random.Random) -> Oordeel:
    teken = lot.choice(list(TEKENS))
    zinnen = _GOED if TEKENS[teken] == "voldoet" else _FOUT
    return teken, " ".join(lot.sample(zinnen, lot.randint(1, 2)))


def cel(oordeel: Oordeel | None) -> str:
    return f"{oordeel[0]} {oordeel[1]}" if oordeel else ""


@dataclass(frozen=True)
class Stijl:
    """How tables are printed."""

    thema: str = "rij"  # rij, samengevoegd, regel, kolom, geen
    kop: str = "een"  # een, twee (years above names)
    teken_apart: bool = False
    nummers: bool = False
    breuk: int = 0  # rows per page; 0 is all on one
    herhaal_kop: bool = True
    een_tabel: bool = False
    vorm: str = "PDF"


def als_tabellen(waarheid: Waarheid, stijl: Stijl) -> Document:
    """The report with its tables as tables."""
    blokken: list[Blok] = [
        Alinea(("Uitkomsten van het onderzoek",), 1),
        Alinea(("Wij bezochten de gemeente Duinstad.",), 1),
    ]
    kop = _kop(waarheid, stijl)
    pagina = 1
    rijen: list[list[str]] = []
    for nummer, (thema, regels) in enumerate(waarheid.themas):
        if stijl.thema == "regel":
            rijen = _leg_neer(blokken, rijen, pagina)
            blokken.append(Alinea((thema,), pagina))
        elif not stijl.een_tabel:
            rijen = _leg_neer(blokken, rijen, pagina)
        if stijl.thema in {"rij", "samengevoegd"}:
            rijen.append([thema] * len(kop[0]) if stijl.thema == "samengevoegd" else [thema, *[""] * (len(kop[0]) - 1)])
        if not rijen or stijl.thema != "kolom" or not nummer:
            rijen += kop
        vorig = ""
        for plaats, rij in enumerate(regels):
            if stijl.breuk and plaats and plaats % stijl.breuk == 0:
                rijen = _leg_neer(blokken, rijen, pagina)
                pagina += 1
                rijen += kop if stijl.herhaal_kop else []
            rijen.append(_rij(rij, stijl, thema=thema if plaats == 0 else "", nummer=plaats + 1, vorig=vorig))
            vorig = rij.criterium
    _leg_neer(blokken, rijen, pagina)
    return Document(stijl.vorm, (*blokken, Alinea(("Meer informatie",), pagina)))


def _leg_neer(blokken: list[Blok], rijen: list[list[str]], pagina: int) -> list[list[str]]:
    if rijen:
        blokken.append(Tabel(tuple(tuple(rij) for rij in rijen), pagina))
    return []


def _kop(waarheid: Waarheid, stijl: Stijl) -> list[list[str]]:
    met_criterium = any(rij.criterium for _, rij in waarheid.regels())
    voor = ["Nr."] * stijl.nummers + ["Thema"] * (stijl.thema == "kolom") + ["Criteria"] * met_criterium + ["Indicator"]
    if stijl.kop == "twee":
        jaren: list[str] = []
        for nummer, (jaar, _) in enumerate(waarheid.kolommen):
            nieuw = nummer == 0 or waarheid.kolommen[nummer - 1][0] != jaar
            jaren += [str(jaar) if nieuw else "", *[""] * stijl.teken_apart]
        namen = []
        for _, naam in waarheid.kolommen:
            namen += [naam, *[""] * stijl.teken_apart]
        return [[*voor, *jaren], [*[""] * len(voor), *namen]]
    koppen = []
    for kop in waarheid.koppen:
        koppen += [f"Oordeel {kop}", f"Toelichting {kop}"] if stijl.teken_apart else [kop]
    return [[*voor, *koppen]]


def _rij(rij: Rij, stijl: Stijl, *, thema: str, nummer: int, vorig: str) -> list[str]:
    cellen = [str(nummer)] if stijl.nummers else []
    if stijl.thema == "kolom":
        cellen.append(thema)
    if rij.criterium:
        cellen.append(rij.criterium if rij.criterium != vorig else "")
    cellen.append(rij.indicator)
    for oordeel in rij.oordelen:
        cellen += (
            [oordeel[0] if oordeel else "", oordeel[1] if oordeel else ""] if stijl.teken_apart else [cel(oordeel)]
        )
    return cellen


def als_tekst(waarheid: Waarheid) -> str:
    """The report as tab-separated text, theme headings as rows."""
    regels = ["Uitkomsten van het onderzoek", "", "Wij bezochten de gemeente Duinstad.", ""]
    met_criterium = any(rij.criterium for _, rij in waarheid.regels())
    voor = ["Criteria", "Indicatoren"] if met_criterium else ["Indicator"]
    for thema, rijen in waarheid.themas:
        regels.append(thema + "\t" * (len(voor) + len(waarheid.kolommen) - 1))
        regels.append("\t".join([*voor, *waarheid.koppen]))
        vorig = ""
        for rij in rijen:
            begin = [rij.criterium if rij.criterium != vorig else ""] if met_criterium else []
            regels.append("\t".join([*begin, rij.indicator, *map(cel, rij.oordelen)]))
            vorig = rij.criterium
        regels.append("")
    return "\n".join([*regels, "Meer informatie", ""])


def als_blokken(waarheid: Waarheid, *, breedte: int = 40, zaad: int = 0, themas: bool = True) -> str:
    """The report as a text layer has it: blocks of short lines, words broken, an empty cell not there."""
    lot = random.Random(zaad)
    delen = ["Uitkomsten van het onderzoek", "Wij bezochten de gemeente Duinstad."]
    for thema, rijen in waarheid.themas:
        delen += [thema] if themas else []
        delen.append("Indicator " + " ".join(waarheid.koppen))
        for rij in rijen:
            delen.append("\n".join(breek(rij.indicator, breedte // 2 + 6, lot)))
            delen += ["\n".join(breek(cel(oordeel), breedte, lot)) for oordeel in rij.oordelen if oordeel]
    return "\n\n".join([*delen, "Meer informatie", ""])


def uit_blokken(tekst: str, pagina: int | None = None) -> Document:
    """Text as a document: a paragraph per block, no tables."""
    blokken = [Alinea(tuple(deel.split("\n")), pagina) for deel in tekst.split("\n\n") if deel.strip()]
    return Document("tekstbestand", tuple(blokken))


def breek(tekst: str, breedte: int, lot: random.Random) -> list[str]:
    """Lines no wider than `breedte`; long words are broken with a hyphen between two consonants."""
    regels, regel = [], ""
    for heel in tekst.split(" "):
        woord = heel
        while regel and len(regel) + 1 + len(woord) > breedte:
            ruimte = breedte - len(regel) - 2
            plekken = [n for n in range(3, min(ruimte, len(woord) - 3)) if _breekbaar(woord, n)]
            if plekken and lot.random() < 0.8:
                plek = lot.choice(plekken)
                regels.append(f"{regel} {woord[:plek]}-")
                regel, woord = "", woord[plek:]
            else:
                regels.append(regel)
                regel = ""
        regel = f"{regel} {woord}".strip()
    return [*regels, regel]


def _breekbaar(woord: str, plek: int) -> bool:
    klinkers = "aeiouy"
    links, rechts = woord[plek - 1], woord[plek]
    # a second half that is itself a word of joining (en, of, tot) would keep the hyphen
    vrij = woord[plek:].strip(".,;") not in {"en", "of", "tot", "dan", "als", "maar"}
    return links.isalpha() and rechts.isalpha() and links not in klinkers and rechts not in klinkers and vrij


def kaal(tekst: str) -> str:
    """Letters and figures only."""
    return "".join(letter for letter in tekst.casefold() if letter.isalnum())


def verwacht(waarheid: Waarheid, *, themas: bool = True) -> list[tuple[str, str, str, int, str, str, str]]:
    """(theme, criterium, indicator, year, name, uitkomst, sign) of each cell, in printed order."""
    return [
        (
            kaal(thema) if themas else "", kaal(rij.criterium), kaal(rij.indicator), jaar, kaal(naam),
            TEKENS[oordeel[0]] if oordeel else "niet_beoordeeld", oordeel[0] if oordeel else "",
        )
        for thema, rij in waarheid.regels()
        for (jaar, naam), oordeel in zip(waarheid.kolommen, rij.oordelen, strict=True)
    ]  # fmt: skip


def zinnen_van(waarheid: Waarheid) -> Sequence[str]:
    return [rij.indicator for _, rij in waarheid.regels()]
