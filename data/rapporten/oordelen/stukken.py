"""The lines under a head in a text layer, cut into pieces: theme heading, criterium, indicator, cell, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.rooster import Kader
from data.rapporten.oordelen.tekenplaats import opent_cel
from data.rapporten.woorden import breekt_af, voeg_regels

#: An indicator is at most this many lines.
_MAX_REGELS = 14
_KOPREGEL = re.compile(r"^\s*(?:#+\s|(?:bijlage|hoofdstuk|paragraaf|conclusie|samenvatting|bronnen)\b)", re.IGNORECASE)
_ZINSEINDE = re.compile(r"[.!?:;…][)\]”\"’']*\s*$")
_VOET = re.compile(r"(?i)^\W*(?:(?:pagina|blz\.?|p\.)?\s*\d+(?:\s*(?:van|/)\s*\d+)?|vervolg\s.*)\W*$")


@dataclass(frozen=True)
class Lijn:
    """One printed line; `nieuw`: it starts a block of the document."""

    tekst: str
    blok: int
    pagina: int | None
    nieuw: bool


class Soortstuk(StrEnum):
    """What a piece is."""

    THEMA = "thema"
    CRITERIUM = "criterium"
    INDICATOR = "indicator"
    CEL = "cel"
    LOS = "los"
    VOET = "voet"


@dataclass(frozen=True)
class Eenheid:
    """A piece: what it is, its lines, and what is doubtful about it. `kop`: it looks like a heading of the document."""

    soort: Soortstuk
    lijnen: tuple[Lijn, ...]
    twijfels: tuple[Twijfel, ...] = ()

    @property
    def kop(self) -> bool:
        """Whether it looks like a heading of the document."""
        return bool(_KOPREGEL.match(self.lijnen[0].tekst))

    def breekt_af(self, groep: Sequence[Lijn]) -> bool:
        """Whether this is a cell of which the last word goes on in the next lines."""
        return self.soort == Soortstuk.CEL and breekt_af(self.lijnen[-1].tekst, groep[0].tekst)

    def met(self, groep: Sequence[Lijn]) -> Eenheid:
        """The same with more lines; a doubt unless they stand on another page, where a cell may well be cut."""
        bladen = {self.lijnen[-1].pagina, groep[0].pagina}
        zin = "Midden in een woord van deze cel staat een witregel: hoort wat daarna komt bij deze cel?"
        twijfels = () if len(bladen - {None}) > 1 else (Twijfel(Soort.GESPLITST, zin, Plek(groep[0].blok)),)
        return replace(self, lijnen=(*self.lijnen, *groep), twijfels=(*self.twijfels, *twijfels))


def tekst_van(lijnen: Sequence[Lijn]) -> str:
    """Lines as one text, broken words made whole."""
    return voeg_regels(zonder_opmaak("\n".join(lijn.tekst for lijn in lijnen)).split("\n"))


def sluit_zin(lijn: Lijn) -> bool:
    """Whether a line ends a sentence."""
    return _ZINSEINDE.search(lijn.tekst) is not None


def begint_klein(lijn: Lijn) -> bool:
    """Whether a line starts with a small letter: it goes on with something."""
    return tekst_van([lijn])[:1].islower()


def in_stukken(lijnen: Sequence[Lijn], kader: Kader, *, met_criterium: bool) -> list[Eenheid]:
    """The pieces in printed order; together they hold every line."""
    stukken: list[Eenheid] = []
    reeks: list[tuple[Lijn, ...]] = []
    vorige: tuple[Lijn, ...] = ()
    for groep in _groepen(lijnen):
        los = bool(vorige) and not groep[0].nieuw and not _sluit(vorige, kader)
        vorige = groep
        if not opent_cel(groep[0].tekst, na_wit=groep[0].nieuw):
            if stukken and not reeks and stukken[-1].breekt_af(groep):
                stukken[-1] = stukken[-1].met(groep)
            else:
                reeks.append(groep)
            continue
        stukken += _reeks(reeks, kader, met_criterium=met_criterium, voor_cel=True)
        reeks = []
        stukken += _cel(groep, kader, los=los)
    return stukken + _reeks(reeks, kader, met_criterium=met_criterium, voor_cel=False)


def _sluit(groep: tuple[Lijn, ...], kader: Kader) -> bool:
    """Whether lines are complete: a cell that ends a sentence, or an indicator of the kader word for word."""
    gelijkenis = kader.indicator(tekst_van(groep))
    cel = sluit_zin(groep[-1]) and opent_cel(groep[0].tekst, na_wit=groep[0].nieuw)
    return cel or (gelijkenis is not None and gelijkenis.score >= 99.9)


def _groepen(lijnen: Sequence[Lijn]) -> list[tuple[Lijn, ...]]:
    """Lines that stand together: a new group at each block and at each sign that opens a line."""
    groepen: list[list[Lijn]] = []
    for lijn in lijnen:
        if not groepen or lijn.nieuw or opent_cel(lijn.tekst, na_wit=False):
            groepen.append([])
        groepen[-1].append(lijn)
    return [tuple(groep) for groep in groepen]


def _cel(groep: tuple[Lijn, ...], kader: Kader, *, los: bool) -> list[Eenheid]:
    """A cell; a tail of it that is an indicator (or the name of a thema) of the kader is cut off.

    `los`: its sign stands in the middle of a block, after a line that does not end a sentence.
    """
    zin = "Het teken van deze cel staat midden in een blok tekst: begint hier een nieuwe cel?"
    eigen = (Twijfel(Soort.GESPLITST, zin, Plek(groep[0].blok)),) if los else ()
    staart: list[Eenheid] = []
    if len(groep) > 1 and _is_thema(groep[-1:], kader):
        staart = [Eenheid(Soortstuk.THEMA, groep[-1:])]
        groep = groep[:-1]
    begin, score = _indicator_aan_eind(groep, kader)
    if begin:
        zin = "Tussen deze cel en de volgende indicator staat geen witregel: de grens tussen beide is niet zeker."
        twijfels = () if score >= 99 else (Twijfel(Soort.GESPLITST, zin, Plek(groep[begin].blok)),)
        staart.insert(0, Eenheid(Soortstuk.INDICATOR, groep[begin:], twijfels))
        groep = groep[:begin]
        if len(groep) > 1 and _is_thema(groep[-1:], kader):
            staart.insert(0, Eenheid(Soortstuk.THEMA, groep[-1:]))
            groep = groep[:-1]
    return [Eenheid(Soortstuk.CEL, groep, eigen), *staart]


def _indicator_aan_eind(groep: tuple[Lijn, ...], kader: Kader) -> tuple[int, float]:
    """Where an indicator of the kader starts that ends a group of lines, and how like it is; 0 where none does."""
    scores: dict[int, float] = {}
    for plaats in range(max(1, len(groep) - _MAX_REGELS), len(groep)):
        tekst = tekst_van(groep[plaats:])
        gelijkenis = kader.indicator(tekst) if kader.is_indicator(tekst) else None
        if gelijkenis is not None:
            scores[plaats] = gelijkenis.score
    # a line more of the cell before it hardly lowers the likeness
    beste = max(scores.values(), default=0.0)
    begin = max((plaats for plaats, score in scores.items() if score >= beste - 3), default=0)
    return begin, scores.get(begin, 0.0)


def _is_thema(lijnen: Sequence[Lijn], kader: Kader) -> bool:
    """Whether lines are nothing but the name of a thema."""
    tekst = tekst_van(lijnen)
    if re.match(r"(?i)thema\s*\d*\s*:", tekst) and len(tekst) <= 80:
        return True
    return bool(tekst) and tekst[0].isupper() and not tekst.endswith(".") and kader.thema(tekst) is not None


def _reeks(groepen: Sequence[tuple[Lijn, ...]], kader: Kader, *, met_criterium: bool, voor_cel: bool) -> list[Eenheid]:
    """The blocks between two cells: theme headings and feet of pages set apart, the rest told apart by the kader."""
    stukken: list[Eenheid] = []
    rest: list[tuple[Lijn, ...]] = []
    for groep in groepen:
        deel = groep
        if _VOET.match(tekst_van(groep)) and not kader.is_indicator(tekst_van(groep)):
            stukken.append(Eenheid(Soortstuk.VOET, groep))
            continue
        if _is_thema(deel[:1], kader) and not kader.is_indicator(tekst_van(deel)):
            stukken += _zonder_thema(rest, kader, met_criterium=met_criterium, voor_cel=False)
            stukken.append(Eenheid(Soortstuk.THEMA, deel[:1]))
            rest, deel = [], deel[1:]
        if deel:
            rest.append(deel)
    return stukken + _zonder_thema(rest, kader, met_criterium=met_criterium, voor_cel=voor_cel)


def _zonder_thema(
    groepen: Sequence[tuple[Lijn, ...]], kader: Kader, *, met_criterium: bool, voor_cel: bool
) -> list[Eenheid]:
    """Blocks without a sign: those that the kader knows are indicators, a last unknown one before a cell is one too."""
    stukken: list[Eenheid] = []
    plaats = 0
    while plaats < len(groepen):
        einde = _bekend_tot(groepen, plaats, kader)
        soort = Soortstuk.INDICATOR if einde else Soortstuk.LOS
        lijnen = tuple(lijn for groep in groepen[plaats : einde or plaats + 1] for lijn in groep)
        if not einde and met_criterium and kader.criterium(tekst_van(lijnen)):
            soort = Soortstuk.CRITERIUM
        stukken.append(Eenheid(soort, lijnen))
        plaats = einde or plaats + 1
    if voor_cel and stukken and not any(stuk.soort == Soortstuk.INDICATOR for stuk in stukken):
        return _onbekend(stukken, met_criterium=met_criterium)
    return stukken


def _bekend_tot(groepen: Sequence[tuple[Lijn, ...]], begin: int, kader: Kader) -> int:
    """Up to which block the text from `begin` is an indicator of the kader, at its best; 0 where it is none."""
    tot, beste = 0, 0.0
    for einde in range(begin + 1, min(len(groepen), begin + _MAX_REGELS) + 1):
        tekst = tekst_van([lijn for groep in groepen[begin:einde] for lijn in groep])
        gelijkenis = kader.indicator(tekst) if kader.is_indicator(tekst) else None
        if gelijkenis is not None and gelijkenis.score > beste:
            tot, beste = einde, gelijkenis.score
    return tot


def _onbekend(stukken: list[Eenheid], *, met_criterium: bool) -> list[Eenheid]:
    """Blocks before a cell of which the kader knows none: one is the indicator, more give a doubt."""
    los = [stuk for stuk in stukken if stuk.soort == Soortstuk.LOS]
    if not los:
        # only a criterium: then that is what is judged
        return [Eenheid(Soortstuk.INDICATOR, stukken[-1].lijnen)]
    voor = [stuk for stuk in stukken if stuk.soort != Soortstuk.LOS]
    lijnen = tuple(lijn for stuk in los for lijn in stuk.lijnen)
    if len(los) == 1:
        return [*voor, Eenheid(Soortstuk.INDICATOR, lijnen)]
    zin = "Tussen twee oordelen staat meer dan één blok tekst: welk deel de indicator is, staat niet vast."
    twijfel = Twijfel(Soort.GESPLITST, zin, Plek(lijnen[0].blok))
    if met_criterium and len(los) == 2 and not voor:
        return [Eenheid(Soortstuk.CRITERIUM, los[0].lijnen), Eenheid(Soortstuk.INDICATOR, los[1].lijnen, (twijfel,))]
    return [*voor, Eenheid(Soortstuk.INDICATOR, lijnen, (twijfel,))]
