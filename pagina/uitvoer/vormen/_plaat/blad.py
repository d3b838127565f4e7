"""The whole picture: title, each map with its legend, and at the foot where it all comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from pagina.beeld import zinnen
from pagina.beeld.figuren.raster import Kaartwijzer
from pagina.beeld.figuren.status import kaartwijzer
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import Herkomst, bewerkingsnoot
from pagina.uitvoer.inhoud.stuk import Figuur
from pagina.uitvoer.vormen._plaat.kaart import REGEL, teken_kaart
from pagina.uitvoer.vormen._plaat.legenda import teken_legenda
from pagina.uitvoer.vormen._plaat.letters import regels
from pagina.uitvoer.vormen._plaat.maten import Indeling, indeling
from pagina.uitvoer.vormen._plaat.merken import INKT, ZACHT, Letters, Streep, Vel, Vlak

#: The width that a picture has of itself, 170 mm: the text of an A4. A map that needs more makes it wider.
BREEDTE = 482.0
_RAND = 14.0
#: In a wider picture title, legend and foot grow with it, so far.
_GROEI_TOT = 2.2
#: More rapporten than this are told as a number.
_BRONNEN_TOT = 4
#: A longer selection than this is cut.
_SELECTIE_TOT = 320
#: As a selection says that nothing was chosen.
_ALLE = "alle"


@dataclass(frozen=True)
class _Stijl:
    """How a paragraph looks."""

    punt: float
    vet: bool = False
    kleur: str = INKT


_TITEL, _KOP = _Stijl(13, vet=True), _Stijl(10.5, vet=True)
_LOPEND, _KLEIN, _MERK = _Stijl(8, kleur=ZACHT), _Stijl(6.8, kleur=ZACHT), _Stijl(9, vet=True)


@dataclass(frozen=True)
class _Onderdeel:
    """One map with all that belongs to it."""

    figuur: Figuur
    wijzer: Kaartwijzer
    deel: Indeling


@dataclass
class Blad:
    """A picture that is being filled; `groei` is how much its letters grow, `regel` how wide a line of text may be."""

    vel: Vel
    groei: float
    regel: float

    def alinea(self, tekst: str, stijl: _Stijl, *, naam: str = "") -> None:
        """Add a text, broken where it must."""
        punt = stijl.punt * self.groei
        for nr, regel in enumerate(regels(tekst, self.regel, punt, vet=stijl.vet) if tekst else ()):
            self.vel.y += punt * REGEL
            plek = (_RAND, self.vel.y - punt * 0.25)
            eigen = naam and (f"{naam}~{nr}" if nr else naam)
            self.vel.merken.append(Letters(plek, regel, punt, vet=stijl.vet, kleur=stijl.kleur, naam=eigen))

    def wit(self, punten: float) -> None:
        """Leave room."""
        self.vel.y += punten * self.groei


def blad(
    titel: str,
    figuren: Sequence[Figuur],
    herkomst: Herkomst,
    *,
    breedte: float = BREEDTE,
    los: bool = True,
    dicht: bool = False,
) -> Vel:
    """The picture of these maps under each other, as wide as they need and at least `breedte` points.

    los: it stands by itself, with the sources at its foot. dicht: with its rows close together. Raises UitvoerGeweigerd
    where there is nothing to draw, or where it is too much to read.
    """
    delen = [_onderdeel(figuur, breedte, dicht=dicht) for figuur in figuren if not figuur.cellen.empty]
    if not delen:
        raise UitvoerGeweigerd(
            "Bij deze selectie is geen figuur te maken: er is geen enkel oordeel om te tonen. Kies een andere periode "
            "of meer gemeenten, of neem een formaat zonder figuur."
        )
    vel = Vel(max([breedte, *(onderdeel.deel.breedte + 2 * _RAND for onderdeel in delen)]), _RAND)
    groei = min(_GROEI_TOT, max(1.0, vel.breedte / 1.4 / BREEDTE))
    geheel = Blad(vel, groei, min(vel.breedte, 1.4 * BREEDTE * groei) - 2 * _RAND)
    _merken(geheel, herkomst)
    geheel.alinea(titel, _TITEL, naam="titel")
    geheel.wit(1.5)
    for nr, onderdeel in enumerate(delen, 1):
        geheel.wit(8 if nr > 1 else 0)
        if len(delen) > 1 or onderdeel.figuur.titel not in titel:
            geheel.wit(4)
            geheel.alinea(onderdeel.figuur.titel, _KOP, naam=f"kaart{nr}~titel")
        omvang = _omvang(onderdeel.figuur.cellen, herkomst.telling, onderdeel.figuur.titel)
        geheel.alinea(omvang, _LOPEND, naam=f"kaart{nr}~omvang")
        _kaart(geheel, onderdeel, f"kaart{nr}")
    if los:
        _voet(geheel, herkomst)
    vel.y = round(vel.y + _RAND, 1)
    return vel


def _onderdeel(figuur: Figuur, breedte: float, *, dicht: bool) -> _Onderdeel:
    wijzer = kaartwijzer(figuur.cellen)
    return _Onderdeel(figuur, wijzer, indeling(wijzer, breedte - 2 * _RAND, dicht=dicht))


def _merken(geheel: Blad, herkomst: Herkomst) -> None:
    """Above all else, in which way these are not the facts of the country as they are known to all."""
    zinnen_ = [waarde for naam, waarde in herkomst.paren if naam == "Let op"]
    for nr, zin in enumerate(zinnen_):
        boven, plek = geheel.vel.y, len(geheel.vel.merken)
        geheel.vel.y += 2 * geheel.groei
        geheel.alinea(zinnen.hoofd(zin.replace("fictieve", "FICTIEVE", 1)) + ".", _MERK, naam=f"let-op~{nr}")
        geheel.wit(4)
        vak = (_RAND - 6, boven, geheel.vel.breedte - 2 * _RAND + 12, geheel.vel.y - boven)
        geheel.vel.merken.insert(plek, Vlak((vak,), "#fff6d6", rand=INKT))
        geheel.wit(5)


def _kaart(geheel: Blad, onderdeel: _Onderdeel, naam: str) -> None:
    """One map, its legend, and by whose word what was picked up was picked up."""
    geheel.wit(8)
    teken_kaart(geheel.vel, onderdeel.wijzer, onderdeel.deel, x=_RAND, naam=naam)
    geheel.wit(9)
    geheel.vel.y = teken_legenda(
        geheel.vel, onderdeel.wijzer, groei=geheel.groei, rand=_RAND, regel=geheel.regel, naam=naam
    )
    verteld = _verteld(onderdeel.figuur.cellen)
    if verteld:
        geheel.alinea(verteld, _LOPEND, naam=f"{naam}~verteld")


def _omvang(cellen: pd.DataFrame, telling: str, boven: str) -> str:
    """Period, unit and n: 'per aanpak · 3 aanpakken in 2 gemeenten, 10 indicatoren en 16 vakken met een verbeterpunt'.

    The period where `boven`, what stands above it, does not name it.
    """
    paren = cellen[["jaar_van", "jaar_naar"]].drop_duplicates().sort_values(["jaar_van", "jaar_naar"])
    perioden = [
        zinnen.periode(int(van), None if pd.isna(naar) else int(naar))
        for van, naar in paren.itertuples(index=False, name=None)
    ]
    gemeenten, kolommen = cellen["gemeente_code"].nunique(), cellen["kolom_id"].nunique()
    waar = f"{zinnen.getal(gemeenten)} {zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')}"
    if not (cellen["kolom"] == cellen["gemeente"]).all():
        waar = f"{zinnen.getal(kolommen)} {zinnen.meervoud(kolommen, 'aanpak', 'aanpakken')} in {waar}"
    rijen, punten = cellen["indicator_id"].nunique(), int(cellen["was_verbeterpunt"].sum())
    aantallen = [
        waar,
        f"{zinnen.getal(rijen)} {zinnen.meervoud(rijen, 'indicator', 'indicatoren')}",
        f"{zinnen.getal(punten)} {zinnen.meervoud(punten, 'vak', 'vakken')} met een verbeterpunt",
    ]
    wanneer = [periode for periode in perioden if periode not in boven]
    delen = [zinnen.namen(wanneer, "periode", "perioden"), telling, zinnen.opsomming(aantallen)]
    return " · ".join(deel for deel in delen if deel)


def _verteld(cellen: pd.DataFrame) -> str:
    """Of what was picked up, how much was tested again and how much the gemeente told; empty where nothing was."""
    opgepakt = cellen[cellen["status"] == "opgepakt"]
    verteld = int(opgepakt["verteld"].sum())
    deel = zinnen.bewijsdeel({"opgepakt": len(opgepakt), "getoetst": len(opgepakt) - verteld, "verteld": verteld})
    return f"{zinnen.hoofd(deel)}." if deel else ""


def _voet(geheel: Blad, herkomst: Herkomst) -> None:
    """Where the picture comes from, so that it can be made again."""
    geheel.wit(7)
    geheel.vel.merken.append(Streep((_RAND, geheel.vel.y), geheel.vel.breedte - 2 * _RAND))
    geheel.wit(3)
    for naam, tekst in (
        ("selectie", _selectie(herkomst)),
        ("bron", _bronnen(herkomst)),
        ("bewerking", bewerkingsnoot(herkomst)),
    ):
        geheel.alinea(tekst, _KLEIN, naam=naam)


def _selectie(herkomst: Herkomst) -> str:
    """What was chosen, in words; of a long choice the beginning, for the whole of it is inside the file.

    Of what was left open a picture says nothing.
    """
    paren = "; ".join(f"{naam}: {woorden}" for naam, woorden in herkomst.selectie if woorden != _ALLE)
    kort = textwrap.shorten(paren, _SELECTIE_TOT, placeholder=" … (de hele keuze staat bij de herkomst in het bestand)")
    return f"Selectie. {kort}." if paren else ""


def _bronnen(herkomst: Herkomst) -> str:
    rapporten = herkomst.rapporten
    if not rapporten:
        return "Bron: de leveringen van deze datasetversie."
    if len(rapporten) > _BRONNEN_TOT:
        wie = zinnen.namen(dict.fromkeys(rapport.uitgever for rapport in rapporten), "uitgever", "uitgevers")
        aantal = zinnen.getal(len(rapporten))
        return f"Bronnen: {aantal} rapporten van {wie}; de lijst staat bij de herkomst in dit bestand."
    namen = (f"{rapport.uitgever}, {rapport.titel}, {zinnen.deeldatum(rapport.gepubliceerd)}" for rapport in rapporten)
    return f"{zinnen.meervoud(len(rapporten), 'Bron', 'Bronnen')}: {'; '.join(namen)}."
