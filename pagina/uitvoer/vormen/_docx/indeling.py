"""Which rows of the table stand in which part of the letter, and in which columns. Pure.

A letter on paper has no room for every column: kader and periode go into the caption, heads become shorter where that
keeps the page upright, and of single oordelen a fixed few columns are printed. What was done is kept beside each table,
so that a program gets the whole table back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Tabel
from pagina.uitvoer.vormen._docx import maat
from pagina.uitvoer.vormen._docx.cel import gedrukt
from pagina.uitvoer.vormen._docx.knoop import BREEKPUNT, kaal

#: The columns that a caption says for all rows under it.
_IN_BIJSCHRIFT = ("kader", "periode")
#: Of single oordelen: which, what it was, what it became, on whose word, and where that stands.
_OORDELEN = (
    "gemeente", "aanpak_van", "indicator", "jaar_van", "uitkomst_van", "jaar_naar", "uitkomst_naar", "status",
    "bewijs_naar", "rapport_naar", "vindplaats_naar",
)  # fmt: skip
#: Printed too where it is so of any: then jaar_van is not the year in which the oordeel was given.
_EERDER = "overgenomen"
#: The counts in a narrow column: · is where a word may break, ¦ where it may once more if there is no room else.
_KORT = {
    "vastgesteld": "Vast·ge¦steld",
    "eerder_vastgesteld": "Waar·van eer·der",
    "beoordeeld": "Be¦oor·deeld",
    "opgepakt": "Opge·pakt",
    "getoetst": "Opge·pakt, ge·toetst",
    "verteld": "Opge·pakt, ver¦teld",
    "deels_opgepakt": "Deels opge·pakt",
    "niet_opgepakt": "Niet opge·pakt",
    "niet_beoordeeld": "Niet be¦oor·deeld",
    "nog_niet_hertoetst": "Nog niet her·toetst",
    "vervallen": "Ver·vallen",
    "procent_beoordeeld": "% van be¦oor·deeld",
    "procent_vastgesteld": "% van vast·ge¦steld",
}


@dataclass(frozen=True)
class Deeltabel:
    """A table as it is printed: `tabel` has the caption and the heads on paper, `koppen` the real heads of each.

    vast: heads that the caption stands for, with what they hold in every row. weg: columns that are left out.
    """

    tabel: Tabel
    rijen: list[Rij]
    koppen: tuple[str, ...]
    vast: tuple[tuple[str, str], ...]
    weg: tuple[Kolom, ...]

    @property
    def breed(self) -> bool:
        """Whether it asks for a page on its side."""
        return maat.is_breed(self.tabel.kolommen, self.rijen)

    @property
    def verkort(self) -> list[tuple[str, str]]:
        """Heads on paper that say less than the real ones, with those."""
        paren = zip((kaal(kolom.kop) for kolom in self.tabel.kolommen), self.koppen, strict=True)
        return [(kort, voluit) for kort, voluit in paren if kort != voluit]

    def als_json(self) -> dict[str, Any]:
        """What a program needs to read the table back as it was."""
        return {
            "titel": self.tabel.titel,
            "koppen": [[kaal(kolom.kop), kop] for kolom, kop in zip(self.tabel.kolommen, self.koppen, strict=True)],
            "vast": dict(self.vast),
        }


@dataclass(frozen=True)
class Indeling:
    """The tables of a letter: in the onderdeel with that number, and those that belong to none."""

    in_onderdeel: Mapping[int, Deeltabel]
    los: Sequence[Deeltabel]

    @property
    def alle(self) -> Iterator[Deeltabel]:
        """Each table in the order of the letter."""
        yield from (self.in_onderdeel[nr] for nr in sorted(self.in_onderdeel))
        yield from self.los


def deel_in(stuk: Stuk) -> Indeling:
    """The rows by the onderdeel that they belong to: by kader and years where there is more than one."""
    koppen = [deel.kop for deel in stuk.onderdelen]
    groepen: dict[str, list[Rij]] = {}
    for rij in stuk.tabel.rijen():
        naam = koppen[0] if len(koppen) == 1 else _naam(stuk.tabel.kolommen, rij)
        groepen.setdefault(naam, []).append(rij)
    if not groepen:
        return Indeling({}, [_deeltabel(stuk.tabel, [], "", gesplitst=False)])
    gesplitst = len(koppen) > 1
    tabellen = {naam: _deeltabel(stuk.tabel, rijen, naam, gesplitst=gesplitst) for naam, rijen in groepen.items()}
    eigen = {nr: tabellen.pop(kop) for nr, kop in enumerate(koppen) if kop in tabellen}
    return Indeling(eigen, list(tabellen.values()))


def _naam(kolommen: Sequence[Kolom], rij: Rij) -> str:
    """The kop of the onderdeel that a row belongs to; empty where its columns do not say."""
    van = {kolom.naam: cel for kolom, cel in zip(kolommen, rij, strict=True)}
    periode = van.get("periode")
    jaar, naar = van.get("jaar_van"), van.get("jaar_naar")
    if periode is None and isinstance(jaar, int):
        periode = zinnen.periode(jaar, naar if isinstance(naar, int) else None)
    return f"{van['kader']}, {periode}" if van.get("kader") and periode else ""


def _deeltabel(geheel: Tabel, rijen: list[Rij], naam: str, *, gesplitst: bool) -> Deeltabel:
    vast = [nr for nr, kolom in enumerate(geheel.kolommen) if kolom.naam in _IN_BIJSCHRIFT and gesplitst and naam]
    nrs = [nr for nr in _gekozen(geheel, rijen) if nr not in vast]
    # the percentages first: a letter never loses them
    nrs.sort(key=lambda nr: geheel.kolommen[nr].soort != "procent")
    papier = dict(zip(nrs, _op_papier(geheel, rijen, nrs), strict=True))
    nrs = sorted(nrs[: maat.hoeveel(list(papier.values()), _cellen(rijen, nrs))])
    titel = geheel.titel if naam in geheel.titel else f"{geheel.titel.rstrip('.')}, {naam}"
    return Deeltabel(
        replace(geheel, titel=titel, kolommen=tuple(papier[nr] for nr in nrs), aantal=len(rijen)),
        _cellen(rijen, nrs),
        tuple(geheel.kolommen[nr].kop for nr in nrs),
        tuple((geheel.kolommen[nr].kop, gedrukt(geheel.kolommen[nr], rijen[0][nr]) or "") for nr in vast),
        tuple(kolom for nr, kolom in enumerate(geheel.kolommen) if nr not in {*nrs, *vast}),
    )


def _gekozen(geheel: Tabel, rijen: Sequence[Rij]) -> list[int]:
    """The columns to print, in their order on paper."""
    if geheel.naam != "oordelen":
        return list(range(len(geheel.kolommen)))
    plek = {kolom.naam: nr for nr, kolom in enumerate(geheel.kolommen)}
    eerder = plek.get(_EERDER)
    erbij = [_EERDER] if eerder is not None and any(rij[eerder] for rij in rijen) else []
    return sorted(plek[naam] for naam in (*_OORDELEN, *erbij) if naam in plek)


def _cellen(rijen: Sequence[Rij], nrs: Sequence[int]) -> list[Rij]:
    return [tuple(rij[nr] for nr in nrs) for rij in rijen]


def _op_papier(geheel: Tabel, rijen: Sequence[Rij], nrs: Sequence[int]) -> list[Kolom]:
    """The columns as they are headed on paper: shorter where the real heads would ask for a page on its side."""
    kolommen = [geheel.kolommen[nr] for nr in nrs]
    cellen = _cellen(rijen, nrs)
    if geheel.naam != "cijfers" or not maat.is_breed(kolommen, cellen):
        return kolommen
    eens = [_kort(kolom, nog_eens="") for kolom in kolommen]
    return [_kort(kolom, nog_eens=BREEKPUNT) for kolom in kolommen] if maat.is_breed(eens, cellen) else eens


def _kort(kolom: Kolom, *, nog_eens: str) -> Kolom:
    kop = _KORT.get(kolom.naam, kolom.kop)
    return replace(kolom, kop=kop.replace("·", BREEKPUNT).replace("¦", nog_eens))
