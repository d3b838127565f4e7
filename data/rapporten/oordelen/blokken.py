"""Tables of which a text layer kept only blocks of lines: found by their head, made into rows again.

An empty cell is simply not there, and a lost blank line joins two cells. So a block is read by what it starts with (a
sign) and by what the kader knows, and any row whose cells do not come out right carries a doubt on all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.rapporten.document import Alinea, Plek
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.blokkop import Blokkop, lees_blokkop
from data.rapporten.oordelen.koppen import Rol
from data.rapporten.oordelen.legenda import is_legenda
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.rooster import Kader, Rij, Vak
from data.rapporten.oordelen.stukken import Eenheid, Lijn, Soortstuk, begint_klein, in_stukken, sluit_zin, tekst_van

_LANG = 900


@dataclass(frozen=True)
class Lopend:
    """Lines of running text: of one block, or what is left of it."""

    regels: tuple[str, ...]
    blok: int

    @property
    def tekst(self) -> str:
        """The lines, one under the other."""
        return "\n".join(self.regels)


def knip(reeks: Sequence[tuple[int, Alinea]], kader: Kader) -> Iterator[Lopend | list[Rij]]:
    """Running text and the rows of tables in it, in printed order. A table starts at a head and ends at the next."""
    lijnen = [
        Lijn(regel, nummer, alinea.pagina, nieuw=plaats == 0)
        for nummer, alinea in reeks
        for plaats, regel in enumerate(alinea.regels)
        if regel.strip() or plaats == 0
    ]
    koppen: list[tuple[int, Blokkop]] = []
    plaats = 0
    while plaats < len(lijnen):
        kop = lees_blokkop(lijnen, plaats)
        if kop:
            koppen.append((plaats, kop))
        plaats += kop.lengte if kop else 1
    begin = 0
    for volgorde, (plaats, kop) in enumerate(koppen):
        yield from _als_tekst(lijnen[begin:plaats], kader)
        tot = koppen[volgorde + 1][0] if volgorde + 1 < len(koppen) else len(lijnen)
        rijen, gebruikt = _tabel(lijnen[plaats : plaats + kop.lengte], kop, lijnen[plaats + kop.lengte : tot], kader)
        yield rijen
        begin = plaats + kop.lengte + gebruikt
    yield from _als_tekst(lijnen[begin:], kader)


def _als_tekst(lijnen: Sequence[Lijn], kader: Kader) -> Iterator[Lopend]:
    """Lines outside tables, block by block; a theme heading that sticks to the end of a block stands apart."""
    groep: list[Lijn] = []
    for plaats, lijn in enumerate(lijnen):
        laatste = plaats == len(lijnen) - 1
        if groep and (lijn.nieuw or (laatste and is_themalijn(lijn, kader))):
            yield Lopend(tuple(een.tekst for een in groep), groep[0].blok)
            groep = []
        groep.append(lijn)
    if groep:
        yield Lopend(tuple(een.tekst for een in groep), groep[0].blok)


def is_themalijn(lijn: Lijn, kader: Kader) -> bool:
    """Whether a line is nothing but the name of a thema of the kader."""
    plat = " ".join(zonder_opmaak(lijn.tekst).split())
    return bool(plat) and plat[0].isupper() and not plat.endswith(".") and kader.thema(plat) is not None


@dataclass
class _Blokrij:
    """A row in the making: its indicator and criterium, and the lines of each cell."""

    indicator: list[Lijn]
    criterium: list[Lijn] = field(default_factory=list)
    cellen: list[list[Lijn]] = field(default_factory=list)
    twijfels: list[Twijfel] = field(default_factory=list)


def _tabel(kopregels: Sequence[Lijn], kop: Blokkop, lijnen: Sequence[Lijn], kader: Kader) -> tuple[list[Rij], int]:
    """The rows of one table (its head first) and how many lines it takes."""
    opbouw = _Opbouw(kop, kader)
    gebruikt = 0
    stukken = in_stukken(lijnen, kader, met_criterium=Rol.CRITERIUM in kop.rollen or Rol.NORM in kop.rollen)
    tellend = {Soortstuk.CEL, Soortstuk.INDICATOR}
    laatste = max((nummer for nummer, stuk in enumerate(stukken) if stuk.soort in tellend), default=-1)
    # what goes on with a small letter after the last cell is no new paragraph
    if laatste + 1 < len(stukken) and tekst_van(stukken[laatste + 1].lijnen)[:1].islower():
        laatste += 1
    for nummer, stuk in enumerate(stukken):
        lang = sum(len(lijn.tekst) for lijn in stuk.lijnen) > _LANG
        if nummer > laatste or (stuk.soort == Soortstuk.LOS and (lang or stuk.kop)):
            break
        opbouw.neem(stuk)
        gebruikt += len(stuk.lijnen)
    plek = Plek(kopregels[0].blok)
    kopvakken = tuple(Vak(cel.tekst, plek) for cel in kop.cellen)
    rijen = [Rij(kopvakken, kopregels[0].pagina)]
    rijen += [rij if isinstance(rij, Rij) else _als_rij(rij, kop) for rij in opbouw.rijen]
    return rijen, gebruikt


class _Opbouw:
    """Puts pieces together to rows."""

    def __init__(self, kop: Blokkop, kader: Kader) -> None:
        self.rijen: list[_Blokrij | Rij] = []
        self._kop = kop
        self._kader = kader
        self._rij: _Blokrij | None = None
        self._criterium: list[Lijn] = []

    def neem(self, stuk: Eenheid) -> None:
        """Take the next piece; the foot of a page is nothing."""
        if stuk.soort == Soortstuk.THEMA:
            vak = Vak("\n".join(lijn.tekst for lijn in stuk.lijnen), Plek(stuk.lijnen[0].blok))
            leeg = Vak("", vak.plek)
            self.rijen.append(Rij((vak, *[leeg] * (len(self._kop.cellen) - 1)), stuk.lijnen[0].pagina))
            self._rij = None
        elif stuk.soort == Soortstuk.CRITERIUM:
            self._criterium = list(stuk.lijnen)
            self._rij = None
        elif stuk.soort == Soortstuk.INDICATOR:
            self._nieuw(stuk)
        elif stuk.soort == Soortstuk.CEL:
            self._cel(stuk)
        elif stuk.soort == Soortstuk.LOS:
            self._los(stuk)

    def _nieuw(self, stuk: Eenheid) -> _Blokrij:
        """Start a row."""
        self._rij = _Blokrij(list(stuk.lijnen), self._criterium, twijfels=list(stuk.twijfels))
        self._criterium = []
        self.rijen.append(self._rij)
        return self._rij

    def _cel(self, stuk: Eenheid) -> None:
        """Take a block that starts with a sign."""
        if self._rij is None:
            zin = "Bij dit oordeel staat geen indicator: horen tekst en teken bij de rij erboven?"
            twijfel = Twijfel(Soort.GESPLITST, zin, Plek(stuk.lijnen[0].blok))
            self._rij = _Blokrij([], self._criterium, twijfels=[twijfel])
            self.rijen.append(self._rij)
        self._rij.cellen.append(list(stuk.lijnen))
        self._rij.twijfels += stuk.twijfels

    def _los(self, stuk: Eenheid) -> None:
        """Take a block without a sign that is no indicator: the rest of the cell before it, or an unsigned one."""
        if is_legenda("\n".join(lijn.tekst for lijn in stuk.lijnen)):
            return
        if self._rij is None:
            self._nieuw(stuk)
            return
        zin = (
            "Na een cel volgt een blok tekst zonder teken: is het een vervolg, of een cel waarvan het teken ontbreekt?"
        )
        self._rij.twijfels.append(Twijfel(Soort.GESPLITST, zin, Plek(stuk.lijnen[0].blok)))
        vol = len(self._rij.cellen) >= self._kop.aantal
        halverwege = bool(self._rij.cellen) and not sluit_zin(self._rij.cellen[-1][-1]) and begint_klein(stuk.lijnen[0])
        if self._rij.cellen and (vol or halverwege):
            self._rij.cellen[-1] += stuk.lijnen
        else:
            self._rij.cellen.append(list(stuk.lijnen))


def _als_rij(rij: _Blokrij, kop: Blokkop) -> Rij:
    """A row in the making as a row of the table: filled from the left, with doubts when the number is not right."""
    alle = [*rij.indicator, *rij.criterium, *(lijn for cel in rij.cellen for lijn in cel)]
    plek = Plek(alle[0].blok)
    twijfels = [*kop.twijfels_bij(plek), *rij.twijfels]
    cellen = list(rij.cellen)
    if len(cellen) < kop.aantal:
        zin = f"Deze rij heeft {len(cellen)} van de {kop.aantal} cellen: onder welke kop ze horen, staat niet vast."
        twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, plek))
    if len(cellen) > kop.aantal:
        zin = f"Deze rij heeft {len(cellen)} cellen bij {kop.aantal} kolommen: wat te veel is, staat bij de laatste."
        twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, plek))
        cellen = [*cellen[: kop.aantal - 1], [lijn for cel in cellen[kop.aantal - 1 :] for lijn in cel]]
    vakken = [Vak("", plek)] * len(kop.cellen)
    for kolom, lijnen in ((kop.indicator, rij.indicator), (kop.criterium, rij.criterium)):
        if kolom is not None and lijnen:
            vakken[kolom] = _vak(lijnen)
    for kolom, lijnen in zip(kop.oordelen, cellen, strict=False):
        vakken[kolom] = _vak(lijnen)
    return Rij(tuple(vakken), alle[0].pagina, tuple(twijfels))


def _vak(lijnen: Sequence[Lijn]) -> Vak:
    """Lines as one cell."""
    return Vak("\n".join(lijn.tekst for lijn in lijnen), Plek(lijnen[0].blok))
