"""The status map as a picture, SVG or PNG, with all that a reader needs inside it. The same bytes every time."""

from __future__ import annotations

import html
import json
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.inhoud.stuk import Figuur, Stuk
from pagina.uitvoer.inhoud.tabel import Meld, Waarde
from pagina.uitvoer.vormen._plaat.blad import blad
from pagina.uitvoer.vormen._plaat.merken import Letters, Tekens, Vel
from pagina.uitvoer.vormen._plaat.tekenen import PUNTEN_PER_DUIM, als_png, als_svg

_PNG = b"\x89PNG\r\n\x1a\n"
_IN_SVG = re.compile(r'<metadata id="herkomst">(.*?)</metadata>', re.DOTALL)
_MM_PER_DUIM = 25.4
#: Letters on paper, in points: what reads easily, and below which nobody reads.
_LEEST_MAKKELIJK, LEESBAAR = 7.0, 4.0
#: How wide a map for a page is drawn, in times its room there.
_TEKENRUIMTES = (1.14, 1.0, 0.85, 0.7, 0.55)


def schrijf_svg(stuk: Stuk, naar: BinaryIO, meld: Meld) -> None:
    """Write all maps of the letter as one SVG. Raises UitvoerGeweigerd where there is none, or one too large."""
    vel = blad(stuk.titel, _figuren(stuk), stuk.herkomst)
    nummer = stuk.herkomst.exportnummer
    naar.write(als_svg(vel, titel=stuk.titel, tekst=_tekst(stuk), nummer=nummer, gegevens=_gegevens(stuk)))
    meld(stuk.tabel.aantal)


def schrijf_png(stuk: Stuk, naar: BinaryIO, meld: Meld) -> None:
    """Write all maps of the letter as one PNG. Raises UitvoerGeweigerd where there is none, or one too large."""
    vel = blad(stuk.titel, _figuren(stuk), stuk.herkomst)
    teksten = {"Title": stuk.titel, "Description": _tekst(stuk), "herkomst": _gegevens(stuk)}
    naar.write(als_png(vel, teksten=teksten))
    meld(stuk.tabel.aantal)


@dataclass(frozen=True)
class Afdruk:
    """One map as PNG for on a page, in mm; `letter`: how large its smallest letters are there, in points."""

    png: bytes
    breed: float
    hoog: float
    letter: float


def png_van_figuur(figuur: Figuur, herkomst: Herkomst, *, breedte_mm: float, hoogte_mm: float) -> Afdruk:
    """One map as PNG for on a page with so much room, without the sources, which stand on the page itself.

    It is drawn wider or narrower than it stands there, such that it takes little height and its letters are easily
    read, or else as large as can be. Raises UitvoerGeweigerd where there is nothing to draw or it is too much to read.
    """
    ruim = [_keuze(figuur, herkomst, (breedte_mm, hoogte_mm), ruimte) for ruimte in _TEKENRUIMTES]
    if max(keuze.letter for keuze in ruim) < _LEEST_MAKKELIJK:
        ruim += [_keuze(figuur, herkomst, (breedte_mm, hoogte_mm), ruimte, dicht=True) for ruimte in _TEKENRUIMTES]
    # of those that read easily the least high, else the largest letters
    best = max(ruim, key=lambda keuze: (min(keuze.letter, _LEEST_MAKKELIJK), -keuze.schaal * keuze.vel.y))
    if best.letter < LEESBAAR:
        raise UitvoerGeweigerd(
            "Op een bladzijde zouden haar letters te klein worden om te lezen; in een SVG of PNG zijn ze groter."
        )
    teksten = {
        "Title": figuur.titel,
        "Description": figuur.tekst,
        "herkomst": json.dumps({"herkomst": herkomst.als_json()}, ensure_ascii=False, sort_keys=True),
    }
    breed, hoog = _mm(best.vel.breedte * best.schaal), _mm(best.vel.y * best.schaal)
    return Afdruk(als_png(best.vel, teksten=teksten, breedte_mm=breed), breed, hoog, best.letter)


@dataclass(frozen=True)
class _Keuze:
    """A way to draw a map for on a page: made this much smaller it fits, and has letters of this size."""

    vel: Vel
    schaal: float
    letter: float


def _keuze(
    figuur: Figuur, herkomst: Herkomst, blad_mm: tuple[float, float], ruimte: float, *, dicht: bool = False
) -> _Keuze:
    breedte, hoogte = map(_punten, blad_mm)
    vel = blad(figuur.titel, [figuur], herkomst, breedte=breedte * ruimte, los=False, dicht=dicht)
    schaal = min(1.0, breedte / vel.breedte, hoogte / vel.y)
    return _Keuze(vel, schaal, schaal * min(merk.punt for merk in vel.merken if isinstance(merk, Letters | Tekens)))


def _mm(punten: float) -> float:
    return punten / PUNTEN_PER_DUIM * _MM_PER_DUIM


def _punten(mm: float) -> float:
    return mm / _MM_PER_DUIM * PUNTEN_PER_DUIM


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """What an SVG or PNG made here says of its origin, as `Herkomst.als_json` wrote it; None where it says nothing."""
    gelezen = _lees(pad)
    herkomst = gelezen.get("herkomst") if gelezen else None
    return herkomst if isinstance(herkomst, dict) else None


def lees_tabel(pad: Path) -> list[list[Waarde]]:
    """The figures in an SVG or PNG made here: first the heads, then the rows. Empty where there are none."""
    gelezen = _lees(pad) or {}
    return [[_uit_json(waarde) for waarde in rij] for rij in gelezen.get("cijfers", [])]


def _figuren(stuk: Stuk) -> Sequence[Figuur]:
    return [onderdeel.figuur for onderdeel in stuk.onderdelen if onderdeel.figuur is not None]


def _tekst(stuk: Stuk) -> str:
    """What all maps show, for who cannot see them; of several each behind its title."""
    figuren = _figuren(stuk)
    if len(figuren) == 1:
        return figuren[0].tekst
    return " ".join(f"{figuur.titel}: {figuur.tekst}" for figuur in figuren)


def _gegevens(stuk: Stuk) -> str:
    """Origin and figures for a program: {"herkomst": …, "cijfers": [[heads], [row], …]}."""
    cijfers = [
        [kolom.kop for kolom in stuk.tabel.kolommen],
        *([_als_json(waarde) for waarde in rij] for rij in stuk.tabel.rijen()),
    ]
    return json.dumps({"herkomst": stuk.herkomst.als_json(), "cijfers": cijfers}, ensure_ascii=False, sort_keys=True)


def _als_json(waarde: Waarde) -> object:
    """A value as JSON has it; a day and a broken number say what they are, so that they come back as such."""
    if isinstance(waarde, date):
        return {"datum": waarde.isoformat()}
    return {"getal": str(waarde)} if isinstance(waarde, Decimal) else waarde


def _uit_json(waarde: Any) -> Waarde:  # noqa: ANN401 - whatever stands in a file
    if isinstance(waarde, dict):
        return date.fromisoformat(waarde["datum"]) if "datum" in waarde else Decimal(waarde["getal"])
    return waarde if isinstance(waarde, str | int | None) else Decimal(str(waarde))


def _lees(pad: Path) -> dict[str, Any] | None:
    """The embedded JSON; None where the file holds none that can be read."""
    inhoud = pad.read_bytes()
    try:
        tekst = _uit_png(inhoud) if inhoud.startswith(_PNG) else _uit_svg(inhoud.decode("utf-8"))
        gelezen = json.loads(tekst) if tekst else None
    except (ValueError, struct.error):
        return None
    return gelezen if isinstance(gelezen, dict) else None


def _uit_svg(tekst: str) -> str | None:
    gevonden = _IN_SVG.search(tekst)
    return html.unescape(gevonden.group(1)) if gevonden else None


def _uit_png(inhoud: bytes) -> str | None:
    """The text of the iTXt chunk `herkomst`, without unpacking the picture; it is written uncompressed."""
    plek = len(_PNG)
    while plek + 8 <= len(inhoud):
        lengte, soort = struct.unpack_from(">I4s", inhoud, plek)
        blok = inhoud[plek + 8 : plek + 8 + lengte]
        # keyword, two bytes on packing, language, translated keyword, text: each but the bytes ends in a zero
        if soort == b"iTXt" and blok.startswith(b"herkomst\0\0\0"):
            return blok.split(b"\0", 5)[-1].decode("utf-8")
        plek += 12 + lengte
    return None
