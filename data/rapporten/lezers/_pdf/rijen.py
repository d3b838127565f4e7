"""Where one row of a table ends and the next begins, when no rule says so: by gaps, first columns and signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.rapporten.lezers._pdf.vorm import Regel, Woord, regels

#: Lines further apart than this many times the size of their letters are never one paragraph.
_RUIM = 1.9
#: Two lines of a cell stand this much apart at most, measured in the usual distance of its lines.
_SPELING = 1.12


@dataclass(slots=True)
class Band:
    """Lines of all columns with no gap between them. `hard` when a rule parts it from what stands above."""

    kolommen: list[list[Regel]]
    onder: float
    hard: bool

    def gevuld(self, kolommen: Sequence[int]) -> bool:
        """Whether one of these columns has text here."""
        return any(self.kolommen[kolom] for kolom in kolommen)

    def opent_met_teken(self, kolom: int) -> bool:
        """Whether the column's text here opens with a sign."""
        return bool(self.kolommen[kolom]) and self.kolommen[kolom][0].woorden[0].is_teken


def regelafstand(kolommen: Sequence[Sequence[Regel]]) -> float:
    """The usual distance between two lines of one cell, in points."""
    afstanden: Counter[float] = Counter()
    groottes: Counter[float] = Counter()
    for kolom in kolommen:
        groottes.update(round(regel.grootte, 1) for regel in kolom)
        for boven, onder in pairwise(kolom):
            afstand = onder.onder - boven.onder
            if 0 < afstand <= _RUIM * max(boven.grootte, onder.grootte):
                afstanden[round(afstand * 2) / 2] += 1
    if not groottes:
        return 12.0
    if not afstanden:
        return 1.2 * groottes.most_common(1)[0][0]
    # of two distances that both occur often the small one is that of lines, the large one that of rows
    vaak = max(afstanden.values())
    return min(afstand for afstand, aantal in afstanden.items() if aantal >= 0.4 * vaak)


def rijen(
    kolommen: Sequence[Sequence[Woord]],
    *,
    lijnen: Sequence[float] = (),
    ankers: Sequence[int] | None = None,
    onzeker: list[str] | None = None,
) -> list[list[list[Regel]]]:
    """The words of each column as rows of cells of lines.

    `lijnen` are the heights of rules between rows. `ankers` are the columns in which a new text is a new row; by
    default those before the first column with signs. What stands in no anchor and after no rule goes on in the row
    above it. `onzeker` gets the lines of which it cannot be seen whether they begin a row.
    """
    per_kolom = [regels(kolom) for kolom in kolommen]
    afstand = regelafstand(per_kolom)
    banden = _banden(per_kolom, lijnen, afstand)
    if ankers is None:
        ankers = ankerkolommen(banden)
    reikt = [max((regel.x1 for regel in kolom), default=0.0) for kolom in per_kolom]
    banden = [
        deel
        for band in banden
        for deel in _splits(band, ankers, reikt, [] if onzeker is None else onzeker, los=not lijnen)
    ]
    begint = _begint(banden, ankers, max(lijnen, default=0.0))
    af: list[list[list[Regel]]] = []
    for band, nieuw in zip(banden, begint, strict=True):
        if nieuw or not af:
            af.append([list(cel) for cel in band.kolommen])
        else:
            for cel, erbij in zip(af[-1], band.kolommen, strict=True):
                cel.extend(erbij)
    return af


def ankerkolommen(banden: Sequence[Band]) -> list[int]:
    """The columns before the first one in which texts open with a sign; the first column where there is none."""
    aantal = len(banden[0].kolommen) if banden else 1
    met_teken = [k for k in range(1, aantal) if any(band.opent_met_teken(k) for band in banden)]
    return list(range(met_teken[0])) if met_teken else [0]


def _banden(kolommen: Sequence[Sequence[Regel]], lijnen: Sequence[float], afstand: float) -> list[Band]:
    """The lines in bands: a new one after a rule, or after a gap that runs through all columns."""
    alle = sorted(((regel, nummer) for nummer, kolom in enumerate(kolommen) for regel in kolom), key=_hoogte)
    banden: list[Band] = []
    for regel, nummer in alle:
        midden = (regel.boven + regel.onder) / 2
        vorig = banden[-1] if banden else None
        hard = vorig is not None and any(vorig.onder - 2 <= lijn <= midden for lijn in lijnen)
        kier = afstand * _SPELING + 0.6 - (regel.onder - regel.boven)
        if vorig is None or hard or regel.boven - vorig.onder > kier:
            banden.append(Band([[] for _ in kolommen], regel.onder, hard))
        banden[-1].kolommen[nummer].append(regel)
        banden[-1].onder = max(banden[-1].onder, regel.onder)
    return banden


def _hoogte(plek: tuple[Regel, int]) -> tuple[float, int]:
    return plek[0].boven, plek[1]


def _begint(banden: Sequence[Band], ankers: Sequence[int], laatste_lijn: float) -> list[bool]:
    """For each band whether a row begins there."""
    met_anker = [nummer for nummer, band in enumerate(banden) if nummer and band.gevuld(ankers)]
    hard = [nummer for nummer in met_anker if banden[nummer].hard]
    # a rule under (nearly) every row: then a gap above the last rule is only a blank line in a cell
    geldt = laatste_lijn if hard and len(hard) >= 0.6 * len(met_anker) else float("-inf")
    return [
        band.hard or (band.onder > geldt and band.gevuld(ankers) and not _loopt_door(banden, nummer, ankers))
        for nummer, band in enumerate(banden)
    ]


def _loopt_door(banden: Sequence[Band], nummer: int, ankers: Sequence[int]) -> bool:
    """Whether the band is a second paragraph of the first cell: small letter first, and nothing beside it."""
    if not nummer:
        return False
    band = banden[nummer]
    naast = [k for k in range(len(band.kolommen)) if k not in ankers and band.kolommen[k]]
    tekst = next(band.kolommen[k][0].tekst for k in ankers if band.kolommen[k])
    return not naast and tekst[:1].islower()


def _splits(band: Band, ankers: Sequence[int], reikt: Sequence[float], onzeker: list[str], *, los: bool) -> list[Band]:
    """The band in rows, where they stand so close that there is no gap: a new first text beside a new sign.

    `los`: no rules part the rows.
    """
    naast = [k for k in range(len(band.kolommen)) if k not in ankers]
    hoogtes = [
        regel.boven
        for k in naast
        for regel in band.kolommen[k][1:]
        if regel.woorden[0].is_teken and _opent_naast(band, ankers, regel)
    ]
    if los:
        # the row above has nothing beside its first text
        eerste = [band.kolommen[k][0] for k in naast if band.kolommen[k]]
        hoogtes += [r.boven for r in eerste if r.woorden[0].is_teken and _opent_naast(band, ankers, r, na_punt=True)]
    grenzen = [float("-inf"), *_verschillend(hoogtes), float("inf")]
    hoogtes += [
        hoogte
        for van, tot in pairwise(grenzen)
        for hoogte in _zonder_naast(_deel(band, van, tot), ankers, reikt, onzeker)
    ]
    if not hoogtes:
        return [band]
    return [_deel(band, van, tot) for van, tot in pairwise([float("-inf"), *_verschillend(hoogtes), float("inf")])]


def _deel(band: Band, van: float, tot: float) -> Band:
    """The lines of the band from one height up to another."""
    kolommen = [[r for r in kolom if van <= _midden(r) < tot] for kolom in band.kolommen]
    onder = max((r.onder for kolom in kolommen for r in kolom), default=van)
    return Band(kolommen, onder, band.hard and van == float("-inf"))


def _zonder_naast(band: Band, ankers: Sequence[int], reikt: Sequence[float], onzeker: list[str]) -> list[float]:
    """The heights at which rows begin that have nothing beside their first text: no sign says so.

    A sentence that ends while there is room for the next word ends a text; so does one in each of several first
    columns. A sentence that ends with its line may go on with the next: `onzeker` gets that line.
    """
    anders = [r.onder for k, kolom in enumerate(band.kolommen) if k not in ankers for r in kolom]
    kolom = next((k for k in reversed(ankers) if band.kolommen[k]), None)
    if kolom is None or not anders:
        return []
    af = []
    for vorig, regel in pairwise(band.kolommen[kolom]):
        opent = regel.tekst[:1].isupper() or regel.tekst[:1].isdigit()
        if not opent or vorig.tekst[-1] not in ".?!" or _midden(regel) < max(anders):
            continue
        woord = regel.woorden[0]
        ruim = vorig.x1 + 0.3 * regel.grootte + (woord.x1 - woord.x0) <= reikt[kolom]
        samen = sum(1 for k in ankers for r in band.kolommen[k] if abs(_midden(r) - _midden(regel)) < 3) > 1
        if ruim or samen:
            af.append(regel.boven)
        else:
            onzeker.append(regel.tekst)
    return af


def _verschillend(hoogtes: list[float]) -> list[float]:
    af: list[float] = []
    for hoogte in sorted(hoogtes):
        if not af or hoogte - af[-1] > 4:
            af.append(hoogte)
    return af


def _opent_naast(band: Band, ankers: Sequence[int], regel: Regel, *, na_punt: bool = False) -> bool:
    """Whether an anchor column opens a text on this line: a capital or a figure, and no word broken off above it.

    `na_punt`: only when a sentence ended on the line above it.
    """
    for kolom in ankers:
        for nummer, anker in enumerate(band.kolommen[kolom]):
            if nummer and abs(_midden(anker) - _midden(regel)) < 0.4 * regel.grootte:
                opent = anker.tekst[:1].isupper() or anker.tekst[:1].isdigit()
                boven = band.kolommen[kolom][nummer - 1].tekst
                return opent and not boven.endswith("-") and (boven[-1] in ".?!" or not na_punt)
    return False


def _midden(regel: Regel) -> float:
    return (regel.boven + regel.onder) / 2
