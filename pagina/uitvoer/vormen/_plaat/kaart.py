"""One status map on a picture: names above, labels left under their thema, a coloured cell with sign and word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pagina.beeld.figuren.raster import Kaartwijzer, Kolom, Rij
from pagina.beeld.status import VAKBEELDEN, Beeld
from pagina.uitvoer.vormen._plaat.letters import breed, regels, toonbaar
from pagina.uitvoer.vormen._plaat.maten import Indeling, rechtop
from pagina.uitvoer.vormen._plaat.merken import Arcering, Letters, Merk, Plek, Streep, Tekens, Vak, Vel, Vlak

#: From one line to the next, and from a baseline up to the top of a capital, in letter sizes.
REGEL, KAPITAAL = 1.25, 0.73


def beeldnaam(beeld: Beeld) -> str:
    """A look as it stands in the id of a shape: its word, which no two of them share."""
    return beeld.woord.replace(",", "").replace(" ", "-")


@dataclass(frozen=True)
class _Kaart:
    """One map on its place: `x` is its left edge, `naam` its id."""

    wijzer: Kaartwijzer
    deel: Indeling
    x: float
    naam: str


def teken_kaart(vel: Vel, wijzer: Kaartwijzer, deel: Indeling, *, x: float, naam: str) -> None:
    """Add the map under what is on the picture already."""
    kaart = _Kaart(wijzer, deel, x, naam)
    if wijzer.met_woorden:
        _groepkoppen(vel, kaart)
        _kolomnamen(vel, kaart)
    else:
        _rechte_namen(vel, kaart)
    for rij, codes in zip(wijzer.rijen, wijzer.codes, strict=True):
        if rij.sleutel is None:
            _kop(vel, kaart, rij)
        else:
            _rij(vel, kaart, rij, codes)


def _stapel(tekst: list[str], plek: Plek, punt: float, *, vet: bool = False) -> list[Merk]:
    """Lines under each other, centred, of which the last stands on `plek`."""
    x, onder = plek
    return [
        Letters((x, onder - (len(tekst) - 1 - nr) * punt * REGEL), regel, punt, vet=vet, midden=True)
        for nr, regel in enumerate(tekst)
    ]


def _groepkoppen(vel: Vel, kaart: _Kaart) -> None:
    """The gemeente over the aanpakken that are its own, with a line under it."""
    deel, punt = kaart.deel, kaart.deel.maat.kolom
    groepen: list[tuple[float, float, list[str]]] = []
    paren = zip(kaart.wijzer.kolommen, deel.links, strict=True)
    for (_, groep), leden in groupby(paren, key=lambda paar: (paar[0].groep, paar[0].groep_naam)):
        plekken = [links for _, links in leden]
        breedte = plekken[-1] + deel.vak - plekken[0]
        groepen.append((kaart.x + plekken[0], breedte, regels(groep, breedte - 4, punt, vet=True) if groep else []))
    hoog = max(len(tekst) for _, _, tekst in groepen)
    if not hoog:
        return
    vel.y += hoog * punt * REGEL
    for links, breedte, tekst in groepen:
        vel.merken += _stapel(tekst, (links + breedte / 2, vel.y), punt, vet=True)
        if tekst:
            vel.merken.append(Streep((links + 1, vel.y + 4), breedte - 2))
    vel.y += 5


def _kolomnamen(vel: Vel, kaart: _Kaart) -> None:
    """The names above wide columns, standing on the cells."""
    deel, punt = kaart.deel, kaart.deel.maat.kolom
    namen = [regels(kolom.label, deel.vak - 4, punt) for kolom in kaart.wijzer.kolommen]
    vel.y += max(map(len, namen)) * punt * REGEL
    for links, tekst in zip(deel.links, namen, strict=True):
        vel.merken += _stapel(tekst, (kaart.x + links + deel.vak / 2, vel.y), punt)
    vel.y += 5


def _rechte_namen(vel: Vel, kaart: _Kaart) -> None:
    """The names above narrow columns, upright."""
    deel, punt = kaart.deel, kaart.deel.maat.kolom
    namen = [rechtop(kolom.naam, deel.maat) for kolom in kaart.wijzer.kolommen]
    vel.y += max(breed(regel, punt) for tekst in namen for regel in tekst) + 2
    for kolom, links, tekst in zip(kaart.wijzer.kolommen, deel.links, namen, strict=True):
        vel.merken += _rechte_naam(kaart, kolom, tekst, (kaart.x + links + deel.vak / 2, vel.y))
    vel.y += 4


def _rechte_naam(kaart: _Kaart, kolom: Kolom, tekst: list[str], plek: Plek) -> list[Merk]:
    midden, onder = plek
    punt = kaart.deel.maat.kolom
    eerste = midden - (len(tekst) - 1) * punt * REGEL / 2 + punt * KAPITAAL / 2
    return [
        Letters(
            (eerste + nr * punt * REGEL, onder),
            regel,
            punt,
            rechtop=True,
            naam="" if nr else f"{kaart.naam}~kolom~{kolom.sleutel}",
        )
        for nr, regel in enumerate(tekst)
    ]


def _kop(vel: Vel, kaart: _Kaart, rij: Rij) -> None:
    """The thema over its indicators, with a line over the whole map."""
    punt = kaart.deel.maat.rij + 0.5
    vel.y += punt * 0.7
    for regel in regels(rij.label, kaart.deel.breedte, punt, vet=True):
        vel.y += punt * REGEL
        vel.merken.append(Letters((kaart.x, vel.y - punt * 0.3), regel, punt, vet=True))
    vel.y += 2
    vel.merken.append(Streep((kaart.x, vel.y), kaart.deel.breedte))
    vel.y += 2


def _rij(vel: Vel, kaart: _Kaart, rij: Rij, codes: tuple[int | None, ...]) -> None:
    """One indicator: its label, and its cells."""
    deel, maat = kaart.deel, kaart.deel.maat
    label = regels(rij.label, deel.label - maat.rij * 0.6, maat.rij)
    hoog = round(max(maat.vak_hoog, len(label) * maat.rij * REGEL + 3), 1)
    eerste = vel.y + (hoog - maat.wit) / 2 - (len(label) - 1) * maat.rij * REGEL / 2 + maat.rij * KAPITAAL / 2
    vel.merken += [
        Letters(
            (kaart.x, eerste + nr * maat.rij * REGEL),
            regel,
            maat.rij,
            naam="" if nr else f"{kaart.naam}~rij~{rij.sleutel}",
        )
        for nr, regel in enumerate(label)
    ]
    per_code: dict[int, list[Vak]] = defaultdict(list)
    for code, links in zip(codes, deel.links, strict=True):
        if code is not None:
            per_code[code].append((kaart.x + links, vel.y, deel.vak - maat.wit, hoog - maat.wit))
    for code, vakken in sorted(per_code.items()):
        vel.merken += _vakken(kaart, f"{kaart.naam}~{rij.sleutel}", VAKBEELDEN[code], vakken)
    vel.y += hoog


def gearceerd(vakken: Sequence[Vak], tekst: str, punt: float, *, naam: str) -> Arcering:
    """The hatching of what was told; open where this text comes, in letters of this size."""
    return Arcering(tuple(vakken), (breed(tekst, punt) + punt * 0.4, punt * 1.15), naam=f"{naam}~arcering")


def _vakken(kaart: _Kaart, naam: str, beeld: Beeld, vakken: list[Vak]) -> list[Merk]:
    """All cells of one row that look the same."""
    punt = kaart.deel.maat.cel
    naam = f"{naam}~{beeldnaam(beeld)}"
    uit: list[Merk] = [Vlak(tuple(vakken), beeld.licht.vlak, naam=naam)]
    tekst = toonbaar(beeld.merk_kort) if kaart.wijzer.met_woorden else beeld.teken
    middens = [(x + b / 2, y + h / 2) for x, y, b, h in vakken]
    if beeld.arcering:
        # two signs take more room than one: in narrow cells they are smaller
        punt = min(punt, punt * 0.85 * vakken[0][2] / breed(tekst, punt))
        uit.append(gearceerd(vakken, tekst, punt, naam=naam))
    if kaart.wijzer.met_woorden:
        inkt = beeld.licht.tekst
        return uit + [Letters((x, y + punt * 0.36), tekst, punt, kleur=inkt, midden=True) for x, y in middens]
    return [*uit, Tekens(tekst, punt, tuple(middens), naam=f"{naam}~teken")]
