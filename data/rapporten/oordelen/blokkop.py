"""The head of a table in a text layer: one or more lines of text in which the columns must be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.koppen import ANKERS, KopCel, Rol, kop_cel
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.stukken import Lijn

_ANKER = re.compile(
    r"(?i)(?:nr\.?|thema(?:[’']?s)?|criteri(?:um|a)|indicator(?:en)?|norm(?:en)?|onderwerp(?:en)?|(?:aandachts|toets)punt(?:en)?)"
    r"(?=\s|$)\s*"
)
_JAAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?:\s*[/–-]\s*(?:20\d{2}|[’']?\d{2})(?!\d))?(?![\d.,]\d|\d)")
_SEIZOEN = (
    r"(?i)(?:begin|medio|eind(?:e)?|najaar|voorjaar|zomer|herfst|winter|oordeel|stand|bevindingen|uitkomst|score|beoordeling|januari|februari|maart|april|"
    r"mei|juni|juli|augustus|september|oktober|november|december)"
)
_VOORAF = re.compile(rf"{_SEIZOEN}\s*$")
_WOORD = re.compile(
    r"(?i)(?:bevinding(?:en)?|(?:eind)?oordeel|beoordeling(?:en)?|uitkomst(?:en)?|resultaat|resultaten|stand|scores?|toelichting|onderbouwing)"
    r"(?=\s|$)"
)
_MAX_LENGTE, _MAX_REGELS, _MAX_NAAM = 200, 8, 6


@dataclass(frozen=True)
class Blokkop:
    """A head: its cells, of how many lines, and the doubts about them (on every row)."""

    cellen: tuple[KopCel, ...]
    lengte: int
    onzeker: bool = False

    @property
    def rollen(self) -> list[Rol]:
        """The role of each column."""
        return [cel.rol for cel in self.cellen]

    @property
    def indicator(self) -> int | None:
        """The column of the indicator."""
        return next((self.rollen.index(anker) for anker in ANKERS if anker in self.rollen), 0)

    @property
    def criterium(self) -> int | None:
        """The column of the criterium, where there is one beside the indicator."""
        return next(
            (k for k, rol in enumerate(self.rollen) if rol in {Rol.CRITERIUM, Rol.NORM} and k != self.indicator), None
        )

    @property
    def oordelen(self) -> list[int]:
        """The columns of verdicts."""
        return [k for k, rol in enumerate(self.rollen) if rol in {Rol.OORDEEL, Rol.ONBEKEND, Rol.AANKRUIS}]

    @property
    def aantal(self) -> int:
        """How many verdicts a row has."""
        return len(self.oordelen)

    def twijfels_bij(self, plek: Plek) -> list[Twijfel]:
        """The doubt that the head gives to a row."""
        zin = "De kop van deze tabel is over regels verdeeld: welke naam bij welke kolom hoort, staat niet vast."
        return [Twijfel(Soort.KOLOM_ONZEKER, zin, plek)] if self.onzeker else []


def lees_blokkop(lijnen: Sequence[Lijn], begin: int) -> Blokkop | None:
    """The head that starts at a line; None where none does."""
    if not _ANKER.match(_plat(lijnen[begin])) and not _alleen_jaren(_plat(lijnen[begin])):
        return None
    einde = begin + 1
    while einde < len(lijnen) and not lijnen[einde].nieuw and einde - begin < _MAX_REGELS:
        einde += 1
    heel = einde == len(lijnen) or lijnen[einde].nieuw
    eerste = _cellen(_plat(lijnen[begin]))
    if heel and einde - begin > 1:
        samen = _cellen(" ".join(_plat(lijn) for lijn in lijnen[begin:einde]))
        if samen and (eerste is None or len(samen) == len(eerste)):
            # names under a line of years are cut over lines: which word is whose cannot be told
            return Blokkop(tuple(samen), einde - begin, onzeker=eerste is not None)
    if eerste:
        return Blokkop(tuple(eerste), 1)
    return _onder_elkaar(lijnen, begin)


def _plat(lijn: Lijn) -> str:
    """A line without markup and double spaces."""
    return " ".join(zonder_opmaak(lijn.tekst).split())


def _alleen_jaren(tekst: str) -> bool:
    """Whether a line holds two years or more and nothing else: a head of which the first cell is blank."""
    return len(_JAAR.findall(tekst)) > 1 and not _JAAR.sub("", tekst).strip(" |")


def _onder_elkaar(lijnen: Sequence[Lijn], begin: int) -> Blokkop | None:
    """A head of which each column stands on a line of its own."""
    cellen: list[KopCel] = []
    for lijn in lijnen[begin : begin + _MAX_REGELS]:
        cel = kop_cel(_plat(lijn))
        goed = cel is not None and cel.rol in {*ANKERS, Rol.OORDEEL, Rol.TOELICHTING, Rol.NUMMER}
        if cel is None or not goed or (cel.rol in ANKERS and not _ANKER.fullmatch(cel.tekst)):
            break
        cellen.append(cel)
    oordelen = [cel for cel in cellen if cel.rol == Rol.OORDEEL]
    if not oordelen or not any(cel.rol in ANKERS for cel in cellen):
        return None
    return Blokkop(tuple(cellen), len(cellen))


def _cellen(tekst: str) -> list[KopCel] | None:
    """The columns of a head on one line; None where the line is something else."""
    if len(tekst) > _MAX_LENGTE or tekst.endswith((".", ";", ":")):
        return None
    ankers, rest = [], tekst
    while vondst := _ANKER.match(rest):
        ankers.append(vondst[0].strip())
        rest = rest[vondst.end() :]
    delen = _op_jaar(rest) if _JAAR.search(rest) else _op_woord(rest)
    if not delen or (not ankers and not _alleen_jaren(tekst)):
        return None
    cellen = [kop_cel(deel) for deel in (ankers or [""]) + delen]
    if any(cel is None for cel in cellen):
        return None
    return [cel for cel in cellen if cel is not None]


def _op_jaar(rest: str) -> list[str] | None:
    """The columns that years tell apart: a name stands after its year, or before it when the line ends in a year."""
    jaren = list(_JAAR.finditer(rest))
    grenzen = [_begin(rest, jaar) for jaar in jaren]
    if grenzen[0] == 0:
        delen = [rest[a:b] for a, b in zip(grenzen, [*grenzen[1:], len(rest)], strict=True)]
    elif not rest[jaren[-1].end() :].strip():
        einden = [0, *(jaar.end() for jaar in jaren)]
        delen = [rest[a:b] for a, b in pairwise(einden)]
    else:
        return None
    delen = [deel.strip(" |") for deel in delen]
    return delen if all(_is_naam(_JAAR.sub("", deel)) for deel in delen) else None


def _begin(rest: str, jaar: re.Match[str]) -> int:
    """Where a year's column starts: at a season or month before it, else at the year."""
    vooraf = _VOORAF.search(rest[: jaar.start()])
    return vooraf.start() if vooraf else jaar.start()


def _is_naam(deel: str) -> bool:
    """Whether what stands beside a year can be a name: a few words, the first with a capital."""
    kaal = re.sub(_SEIZOEN, "", deel).strip(" |()–-")
    return not kaal or (len(kaal.split()) <= _MAX_NAAM and (kaal[0].isupper() or kaal.lower().startswith("aanpak")))


def _op_woord(rest: str) -> list[str] | None:
    """The columns that words for verdicts name."""
    delen = []
    while vondst := _WOORD.match(rest):
        delen.append(vondst[0])
        rest = rest[vondst.end() :].strip(" |")
    return delen if not rest else None
