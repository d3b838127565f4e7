"""From a head and the rows beneath it to what each column is: the head proposes, the signs decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.rapporten.gelezen import Kolom, Soort, Twijfel
from data.rapporten.oordelen.koppen import ANKERS, KopCel, Rol
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.rooster import Rij
from data.rapporten.oordelen.tekenplaats import begint_met_teken, bevat_teken
from data.rapporten.oordelen.woordoordelen import is_leeg, lees_woord

_GETAL = re.compile(r"[€(]?\s?[\d.,]+\s?(?:%|procent|euro)?\)?")


_ZONDER_JAAR = "In de kolomkop ‘{}’ staat geen jaar, in andere koppen van deze tabel wel."


@dataclass(frozen=True)
class Oordeelkolom:
    """A column of verdicts: where the sign stands, where texts beside it, and its head."""

    kolom: int
    kop: Kolom
    teksten: tuple[int, ...] = ()
    #: the column holds words instead of signs
    woorden: bool = False
    #: (column, what a mark in it says): the verdict is in which column the mark stands
    aankruis: tuple[tuple[int, str], ...] = ()
    twijfels: tuple[Twijfel, ...] = ()
    #: outside the head: there is only a cell where something is printed
    zonder_kop: bool = False

    @property
    def eigen(self) -> set[int]:
        """Every column that belongs to this verdict."""
        return {self.kolom, *self.teksten, *(kolom for kolom, _ in self.aankruis)}


@dataclass(frozen=True)
class Indeling:
    """What each column of a table is. `breedte`: of how many columns it was made."""

    breedte: int
    indicator: int | None
    criterium: int | None
    thema: int | None
    oordelen: tuple[Oordeelkolom, ...]
    twijfels: tuple[Twijfel, ...] = ()
    #: a kader printed without verdicts
    alleen_kader: bool = False
    #: columns that are nothing to us (a number, a source)
    overig: tuple[int, ...] = ()


class _Inhoud:
    """What the cells of each column hold."""

    def __init__(self, rijen: Sequence[Rij], breedte: int) -> None:
        self.teksten = [
            [zonder_opmaak(rij.vakken[k].tekst) for rij in rijen if k < len(rij.vakken) and not rij.vakken[k].leeg]
            for k in range(breedte)
        ]

    def tekens(self, kolom: int) -> int:
        """How many cells start with a sign."""
        return sum(begint_met_teken(tekst) for tekst in self.teksten[kolom])

    def kaal(self, kolom: int) -> bool:
        """Whether the column holds signs or words for verdicts and nothing longer."""
        gevuld = [tekst for tekst in self.teksten[kolom] if not is_leeg(tekst)]
        return bool(gevuld) and all(len(tekst) <= 25 for tekst in gevuld) and self.oordeelt(kolom)

    def oordeelt(self, kolom: int) -> bool:
        """Whether anything in the column is a verdict: a sign or a word for one."""
        return any(bevat_teken(t) or lees_woord(t, in_kolom=True) for t in self.teksten[kolom])

    def woorden(self, kolom: int) -> bool:
        """Whether the column holds words for verdicts and no sign."""
        teksten = self.teksten[kolom]
        return not any(bevat_teken(t) for t in teksten) and any(lees_woord(t, in_kolom=True) for t in teksten)

    def getallen(self, kolom: int) -> bool:
        """Whether the column holds figures only."""
        gevuld = [tekst for tekst in self.teksten[kolom] if not is_leeg(tekst)]
        return bool(gevuld) and all(_GETAL.fullmatch(tekst) for tekst in gevuld)


def deel_in(cellen: Sequence[KopCel], rijen: Sequence[Rij], kop: Rij) -> Indeling | None:
    """What each column is by its head and the rows beneath; None where the head does not fit what stands there."""
    breedte = len(cellen)
    inhoud = _Inhoud(rijen, breedte)
    rollen = [cel.rol for cel in cellen]
    indicator = next((rollen.index(anker) for anker in ANKERS if anker in rollen), None)
    if indicator is None:
        indicator = next((k for k, rol in enumerate(rollen) if rol == Rol.LEEG and not inhoud.getallen(k)), None)
    if indicator is None or 2 * inhoud.tekens(indicator) > max(1, len(inhoud.teksten[indicator])):
        return None
    thema = _eerste(rollen, (Rol.THEMA, Rol.ONDERWERP), indicator)
    criterium = _eerste(rollen, (Rol.CRITERIUM, Rol.NORM), indicator)
    if (
        criterium is None
        and rollen[0] == Rol.LEEG
        and indicator > 0
        and not inhoud.getallen(0)
        and not inhoud.tekens(0)
    ):
        criterium = 0
    over = [k for k in range(breedte) if k not in {indicator, thema, criterium}]
    oordelen = _oordelen(cellen, over, inhoud)
    oordelen = _zonder_jaar(oordelen)
    if rollen[indicator] != Rol.INDICATOR:
        oordelen = _naast_indicator(
            oordelen, [cellen[k] for k in over if indicator < k and _kan_indicator(k, cellen, inhoud)]
        )
    bezet = {k for oordeel in oordelen for k in oordeel.eigen}
    overig = tuple(k for k in over if k not in bezet)
    twijfels = [t for k in overig for t in _over_rest(cellen[k], kop, k, inhoud)]
    twijfels += [_twee_jaren(cel, kop, k) for k, cel in enumerate(cellen) if cel.twee_jaren and k in bezet]
    kader = not oordelen and rollen[indicator] in {Rol.INDICATOR, Rol.NORM} and not any(map(inhoud.tekens, over))
    return Indeling(breedte, indicator, criterium, thema, oordelen, tuple(twijfels), kader, overig)


def _zonder_jaar(oordelen: Sequence[Oordeelkolom]) -> tuple[Oordeelkolom, ...]:
    """The columns, with a doubt on one whose head has no year while others have."""
    if not any(oordeel.kop.peiljaar for oordeel in oordelen):
        return tuple(oordelen)
    return tuple(
        oordeel
        if oordeel.kop.peiljaar or oordeel.twijfels
        else replace(oordeel, twijfels=(Twijfel(Soort.KOLOM_ONZEKER, _ZONDER_JAAR.format(oordeel.kop.kop)),))
        for oordeel in oordelen
    )


def _kan_indicator(kolom: int, cellen: Sequence[KopCel], inhoud: _Inhoud) -> bool:
    """Whether a column of text under a head that we do not know may hold the indicators."""
    teksten = inhoud.teksten[kolom]
    return cellen[kolom].rol == Rol.ONBEKEND and bool(teksten) and not inhoud.oordeelt(kolom) and not inhoud.kaal(kolom)


def _naast_indicator(oordelen: Sequence[Oordeelkolom], anders: Sequence[KopCel]) -> tuple[Oordeelkolom, ...]:
    """The columns, with a doubt on each when another column than the one taken may hold the indicators."""
    if not anders:
        return tuple(oordelen)
    zin = f"De kolom ‘{anders[0].tekst}’ is niet gelezen: staan de indicatoren daar?"
    twijfel = Twijfel(Soort.KOLOM_ONZEKER, zin)
    return tuple(replace(oordeel, twijfels=(*oordeel.twijfels, twijfel)) for oordeel in oordelen)


def _eerste(rollen: Sequence[Rol], gezocht: Sequence[Rol], niet: int) -> int | None:
    """The first column with one of the roles, other than one that is taken."""
    return next((k for rol in gezocht for k, r in enumerate(rollen) if r == rol and k != niet), None)


def _oordelen(cellen: Sequence[KopCel], over: Sequence[int], inhoud: _Inhoud) -> tuple[Oordeelkolom, ...]:
    """The columns of verdicts, each with the columns of text that go with it."""
    aankruis = [k for k in over if cellen[k].rol == Rol.AANKRUIS]
    if len(aankruis) > 1:
        return _aangekruist(cellen, aankruis, over)
    kandidaten = [k for k in over if _kan_oordeel(cellen[k].rol, k, inhoud)]
    met = [k for k in kandidaten if inhoud.oordeelt(k)]
    kale = [k for k in met if inhoud.kaal(k)]
    # beside a column of bare signs, one of the same year without any sign is its text
    gekozen = [k for k in kandidaten if k in met or not _tekst_bij(k, kale, cellen)]
    if not gekozen:
        gekozen = [k for k in over if cellen[k].rol in {Rol.TOELICHTING, Rol.KADER} and inhoud.tekens(k)]
    if gekozen and all(inhoud.getallen(k) or (not inhoud.teksten[k] and len(gekozen) > 1) for k in gekozen):
        return ()
    teksten = [k for k in over if k not in gekozen and not inhoud.getallen(k) and _is_tekst(cellen[k].rol, k, inhoud)]
    bij: dict[int, list[int]] = {k: [] for k in gekozen}
    for k in teksten:
        doel = _doel(k, gekozen, cellen)
        if doel is not None:
            bij[doel].append(k)
    return tuple(_oordeelkolom(k, cellen, bij[k], inhoud) for k in gekozen)


def _kan_oordeel(rol: Rol, kolom: int, inhoud: _Inhoud) -> bool:
    """Whether a column may hold verdicts: its head says so, or it says nothing and there are signs."""
    if rol in {Rol.OORDEEL, Rol.AANKRUIS}:
        return True
    if rol == Rol.ONBEKEND:
        return inhoud.oordeelt(kolom) or not inhoud.teksten[kolom]
    return rol == Rol.LEEG and inhoud.tekens(kolom) > 0


def _is_tekst(rol: Rol, kolom: int, inhoud: _Inhoud) -> bool:
    """Whether a column without verdicts holds the text beside one."""
    return rol in {Rol.TOELICHTING, Rol.OORDEEL} or (rol == Rol.LEEG and bool(inhoud.teksten[kolom]))


def _tekst_bij(kolom: int, kale: Sequence[int], cellen: Sequence[KopCel]) -> bool:
    """Whether a column without signs is the text of a column of bare signs: next to it, and not of another year."""
    jaar = cellen[kolom].peiljaar
    return any(abs(k - kolom) == 1 and cellen[k].peiljaar in {None, jaar} for k in kale)


def _doel(kolom: int, gekozen: Sequence[int], cellen: Sequence[KopCel]) -> int | None:
    """The verdict column that a column of text goes with: of its own year, nearest, rather to the left."""
    jaar = cellen[kolom].peiljaar
    passend = [k for k in gekozen if jaar is None or cellen[k].peiljaar in {None, jaar}]
    return min(passend, key=lambda k: (abs(k - kolom), k > kolom), default=None)


def _oordeelkolom(kolom: int, cellen: Sequence[KopCel], teksten: list[int], inhoud: _Inhoud) -> Oordeelkolom:
    """A column of verdicts with its head; a bare column takes the year of the text beside it."""
    cel = cellen[kolom]
    twijfels = []
    zonder_kop = False
    if cel.peiljaar is None:
        cel = next((cellen[k] for k in teksten if cellen[k].peiljaar is not None), cel)
    if cel.rol == Rol.LEEG:
        # the head of two columns, printed once, stands over the first of them
        cel = next((cellen[k] for k in teksten if cellen[k].rol == Rol.OORDEEL), cel)
    if cel.rol == Rol.LEEG:
        zin = f"Kolom {kolom + 1} heeft geen kop: kijk of jaar en aanpak van deze oordelen kloppen."
        twijfels.append(Twijfel(Soort.KOP_ONTBREEKT, zin))
        zonder_kop = True
    kop = Kolom(cel.tekst, cel.peiljaar, cel.aanpak)
    return Oordeelkolom(kolom, kop, tuple(teksten), inhoud.woorden(kolom), (), tuple(twijfels), zonder_kop)


def _aangekruist(cellen: Sequence[KopCel], aankruis: Sequence[int], over: Sequence[int]) -> tuple[Oordeelkolom, ...]:
    """Columns in which a mark tells the verdict (Voldoet | Voldoet niet), one group per year."""
    groepen: dict[int | None, list[int]] = {}
    for k in aankruis:
        groepen.setdefault(cellen[k].peiljaar, []).append(k)
    teksten = [k for k in over if cellen[k].rol in {Rol.TOELICHTING, Rol.OORDEEL}]
    oordelen = []
    for jaar, kolommen in groepen.items():
        kop = " / ".join(cellen[k].tekst for k in kolommen)
        eigen = tuple(k for k in teksten if cellen[k].peiljaar in {None, jaar})
        paren = tuple((k, cellen[k].uitkomst) for k in kolommen)
        oordelen.append(Oordeelkolom(kolommen[0], Kolom(kop, jaar, ""), eigen, aankruis=paren))
    return tuple(oordelen)


def _over_rest(cel: KopCel, kop: Rij, kolom: int, inhoud: _Inhoud) -> list[Twijfel]:
    """The doubt about a column that is read as nothing, unless it is a number or has no head and no content."""
    if (
        cel.rol in {Rol.NUMMER, Rol.KADER}
        or not inhoud.teksten[kolom]
        or (cel.rol == Rol.LEEG and inhoud.getallen(kolom))
    ):
        return []
    plek = kop.vakken[kolom].plek if kolom < len(kop.vakken) else kop.plek
    zin = f"De kolom ‘{cel.tekst or kolom + 1}’ is niet als oordeel gelezen: er staan geen tekens in."
    return [Twijfel(Soort.HERKENNING, zin, plek)]


def _twee_jaren(cel: KopCel, kop: Rij, kolom: int) -> Twijfel:
    """The doubt about a head that names more than one year."""
    plek = kop.vakken[kolom].plek if kolom < len(kop.vakken) else kop.plek
    return Twijfel(
        Soort.KOLOM_ONZEKER, f"De kolomkop ‘{cel.tekst}’ noemt twee jaren; gelezen als {cel.peiljaar}.", plek
    )


def raad(rijen: Sequence[Rij], breedte: int) -> Indeling | None:
    """What each column is without a fitting head, by where the signs stand; None where there are none."""
    inhoud = _Inhoud(rijen, breedte)
    met = [k for k in range(breedte) if inhoud.tekens(k)]
    zonder = [k for k in range(breedte) if k not in met and inhoud.teksten[k] and not inhoud.getallen(k)]
    if not met:
        return None
    voor = [k for k in zonder if k < met[0]] or zonder
    # a column of text between columns of bare signs belongs to the sign before it
    bij = {k: tuple(t for t in zonder if t > k and t not in voor and max(m for m in met if m < t) == k) for k in met}
    zin = "Deze tabel heeft geen kop die past: welke kolom bij welk jaar hoort, staat niet vast."
    los = (Twijfel(Soort.KOP_ONTBREEKT, zin),)
    oordelen = tuple(Oordeelkolom(k, Kolom("", None, ""), bij[k], inhoud.woorden(k), twijfels=los) for k in met)
    return Indeling(
        breedte,
        voor[-1] if voor else None,
        voor[0] if len(voor) > 1 else None,
        None,
        oordelen,
        overig=tuple(k for k in range(breedte) if k not in met and k not in zonder),
    )
