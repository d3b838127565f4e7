"""The verdict tables of a report: every cell with what it says, where it stands and every doubt about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from data.rapporten.document import Alinea, Document, Plek, Tabel
from data.rapporten.gelezen import Cel, Soort, Tabellen, Twijfel
from data.rapporten.oordelen.blokken import Lopend, knip
from data.rapporten.oordelen.legenda import andere_betekenis, is_legenda
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.rijdelen import thema_van
from data.rapporten.oordelen.rijen import Rijlezer
from data.rapporten.oordelen.rooster import Kader, rijen_van
from data.rapporten.oordelen.tekenplaats import bevat_teken, opent_cel

_GEEN_KOPREGEL = re.compile(r"^\W*$|^[-–—•*▪●]\s|^\(?\d+\)?$|[.;:,…]$|^[a-zà-ÿ]|^(?:pagina|blz\.?|p\.)\s*\d+")
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
#: What a page says at its top or foot and no heading does: dates, times, addresses of files, numbers of pages.
_BLADRAND = re.compile(
    rf"(?:\W|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|(?:\d{{1,2}}\s)?(?:{_MAAND})\s\d{{4}}|\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?"
    r"|\b(?:[ap]\.?m\.?|uur)\b|[a-z]+://\S+|www\.\S+|[a-z]:\\\S+|/\S+/\S+|\b(?:pagina|page|blz|blad|p)\b|\b(?:van|of)\b|\d++)++",
    re.IGNORECASE,
)
_WOORD = re.compile(r"[^\W\d_]{3}")
_KRUL = re.compile(r"^#+\s*|\s*\.{3,}\s*\d*$")


def lees_tabellen(document: Document, kader: Kader) -> Tabellen:
    """Every verdict cell of a document in printed order, the rows of a kader without verdicts, and the doubts.

    A doubt about a cell stands in the cell's own reading; `twijfels` of the answer holds those that touch no one cell.
    Nothing is raised: what cannot be read with certainty carries a doubt.
    """
    lezer = Rijlezer(kader)
    vast = not document.vorm.lower().startswith("tekst")
    reeks: list[tuple[int, Alinea]] = []
    for nummer, blok in enumerate(document.blokken):
        if isinstance(blok, Alinea):
            reeks.append((nummer, blok))
            continue
        _lees_reeks(lezer, reeks, kader)
        reeks = []
        rijen = list(rijen_van(blok, nummer, vast=vast))
        if rijen:
            lezer.lees(rijen)
            _meld_ongelezen(lezer, blok, nummer)
    _lees_reeks(lezer, reeks, kader)
    cellen = [cel for regel in lezer.regels for cel in regel.cellen(kader)]
    legenda = andere_betekenis(document.teksten()) if cellen else []
    cellen = _met_overal(_met_dubbel(cellen), legenda)
    return Tabellen(tuple(cellen), tuple(lezer.kaderregels), tuple(dict.fromkeys([*lezer.twijfels, *legenda])))


def _lees_reeks(lezer: Rijlezer, reeks: Sequence[tuple[int, Alinea]], kader: Kader) -> None:
    """Read the running text between two tables: headings, theme headings, and tables printed as blocks of lines."""
    for stuk in knip(reeks, kader):
        if isinstance(stuk, Lopend):
            _lees_tekst(lezer, stuk, kader)
        else:
            lezer.lees(stuk)


def _lees_tekst(lezer: Rijlezer, stuk: Lopend, kader: Kader) -> None:
    """Take from running text what holds for the table below it, and report signs that no table takes."""
    tekst = zonder_opmaak(stuk.tekst)
    plat = " ".join(tekst.split())
    if not plat or is_bladrand(plat):
        return
    tekens = [regel for regel in stuk.regels if opent_cel(regel, na_wit=False)]
    if tekens and not is_legenda(stuk.tekst):
        zin = f"Hier staat een teken buiten een tabel: ‘{' '.join(tekens[0].split())[:60]}’. Niet gelezen als oordeel."
        lezer.twijfels.append(Twijfel(Soort.HERKENNING, zin, Plek(stuk.blok)))
    thema = thema_van(plat, kader) if len(stuk.regels) <= 2 else None
    if thema:
        lezer.zet_thema(thema)
    elif is_kopregel(stuk.regels):
        lezer.kopregel(_KRUL.sub("", _KRUL.sub("", plat)).strip())
    elif not is_legenda(tekst):
        lezer.lopende_tekst()


def is_bladrand(plat: str) -> bool:
    """Whether a line is what a browser or printer sets at the edge of a page: a date, time, address or page number."""
    return len(plat) <= 300 and _BLADRAND.fullmatch(plat) is not None


def is_kopregel(regels: Sequence[str]) -> bool:
    """Whether lines of running text are a heading: short, with a word, no sentence, no item of a list, no page edge."""
    plat = " ".join(zonder_opmaak("\n".join(regels)).split())
    kort = len(regels) <= 2 and len(plat) <= 110 and _WOORD.search(plat) is not None
    return kort and not is_bladrand(plat) and not _GEEN_KOPREGEL.search(plat) and not bevat_teken(plat)


def _meld_ongelezen(lezer: Rijlezer, tabel: Tabel, blok: int) -> None:
    """A doubt for every sign in a table that ended in no cell."""
    for rij, cellen in enumerate(tabel.rijen):
        for kolom, tekst in enumerate(cellen):
            plek = Plek(blok, rij, kolom)
            if plek not in lezer.gelezen and bevat_teken(tekst) and not is_legenda(tekst):
                zin = f"Hier staat een teken dat niet als oordeel is gelezen: ‘{' '.join(tekst.split())[:60]}’."
                lezer.twijfels.append(Twijfel(Soort.HERKENNING, zin, plek))


def _met_dubbel(cellen: Sequence[Cel]) -> list[Cel]:
    """The cells, with a doubt on those that judge one indicator in one column twice."""
    groepen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for nummer, cel in enumerate(cellen):
        woorden = re.sub(r"\W+", "", cel.indicator_gedrukt.casefold())
        kolom = (cel.kolom.peiljaar, cel.kolom.aanpak.casefold()) if cel.kolom.peiljaar else (cel.kolom.kop,)
        # columns without any head differ by where they stand
        groepen[(woorden, *kolom, cel.plek.kolom if not cel.kolom.kop else None)].append(nummer)
    dubbel = {nummer for nummers in groepen.values() if len(nummers) > 1 for nummer in nummers}
    zin = "Deze indicator staat meer dan eens met een oordeel voor dezelfde kolom in het rapport."
    return [
        _erbij(cel, [Twijfel(Soort.DUBBEL, zin, cel.plek)]) if nummer in dubbel else cel
        for nummer, cel in enumerate(cellen)
    ]


def _met_overal(cellen: Sequence[Cel], twijfels: Sequence[Twijfel]) -> list[Cel]:
    """The cells, each with doubts that hold for all of them."""
    return [_erbij(cel, twijfels) for cel in cellen] if twijfels else list(cellen)


def _erbij(cel: Cel, twijfels: Sequence[Twijfel]) -> Cel:
    """A cell with more doubts."""
    return replace(cel, lezing=replace(cel.lezing, twijfels=(*cel.lezing.twijfels, *twijfels)))
