"""What the sheets of a spreadsheet say, whatever its format: ODS and XLSX write the same. Pure.

`Cijfers` holds the table itself and is written row by row by the format; the other sheets are short and made here.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Soort

CIJFERS, TEKST = "Cijfers", "Tekst"
#: The property of a file that holds the herkomst as JSON.
HERKOMST = "herkomst"
#: What is raised on the way by a file that is no spreadsheet, a damaged one, or one made to mislead (a SyntaxError is
#: what XML gives).
ONLEESBAAR = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    TypeError,
    ArithmeticError,
    NotImplementedError,
    SyntaxError,
)
#: What Excel and LibreOffice hold on one sheet, the head included.
RIJEN, KOLOMMEN = 1_048_576, 16_384
#: Characters that stand on one line under a page, beside its number.
_RAND = 130
NIET_CONCLUDEREN = "Wat u hieruit niet kunt concluderen"

SOORTEN: Mapping[Soort, str] = {
    "tekst": "tekst",
    "getal": "geheel getal",
    "jaar": "jaartal",
    "procent": "heel percentage",
    "datum": "datum",
    "janee": "ja of nee",
    "keuze": "een van vaste woorden",
}

#: How a line looks: a title, a head over what follows, the head of a column (of figures, of text), or plain.
Stijl = Literal["titel", "kop", "kolomkop", "tekstkop", "tekst"]


@dataclass(frozen=True)
class Regel:
    """One line of a sheet; an empty one has no cells."""

    cellen: tuple[str, ...] = ()
    stijl: Stijl = "tekst"


@dataclass(frozen=True)
class Blad:
    """A sheet of words. `breedtes`: of its columns, in characters."""

    naam: str
    breedtes: tuple[int, ...]
    regels: tuple[Regel, ...]


def bladen(stuk: Stuk) -> list[Blad]:
    """The sheets behind `Cijfers`: Tekst (of a letter only), Definities and Bronnen."""
    tekst = [Blad(TEKST, (110,), tuple(_tekst(stuk)))] if stuk.onderdelen else []
    return [
        *tekst,
        Blad("Definities", (34, 70, 22, 18), tuple(_definities(stuk))),
        Blad("Bronnen", (34, 70, 26, 16), tuple(_bronnen(stuk))),
    ]


def past(stuk: Stuk) -> None:
    """Raises UitvoerGeweigerd where a sheet cannot hold the table."""
    if stuk.tabel.aantal >= RIJEN:
        raise UitvoerGeweigerd(
            f"Een rekenblad kan hoogstens {zinnen.getal(RIJEN - 1)} rijen aan; dit zijn er "
            f"{zinnen.getal(stuk.tabel.aantal)}. Kies csv, of maak de selectie kleiner."
        )
    if len(stuk.tabel.kolommen) > KOLOMMEN:
        raise UitvoerGeweigerd(
            f"Een rekenblad kan hoogstens {zinnen.getal(KOLOMMEN)} kolommen aan; dit zijn er "
            f"{zinnen.getal(len(stuk.tabel.kolommen))}. Kies csv."
        )


def herkomst_uit(eigenschappen: Mapping[str, object]) -> dict[str, Any] | None:
    """The herkomst that the properties of a file hold as JSON, in one piece or in several; None where there is none.

    `herkomst` is how ODS has it and `herkomst-1`, `herkomst-2`, … how XLSX; a program that saves the one as the other
    leaves the names as they are. Raises KeyError or ValueError where it is not readable.
    """
    delen = [str(eigenschappen[HERKOMST])] if HERKOMST in eigenschappen else []
    while not delen or (HERKOMST not in eigenschappen and f"{HERKOMST}-{len(delen) + 1}" in eigenschappen):
        delen.append(str(eigenschappen[f"{HERKOMST}-{len(delen) + 1}"]))
    gelezen = json.loads("".join(delen))
    return gelezen if isinstance(gelezen, dict) else None


def onleesbaar(pad: Path, soort: str) -> str:
    """What is said of a file whose figures cannot be read."""
    return (
        f"In {pad.name} zijn geen cijfers te lezen: het is geen {soort}-bestand van dit product, of het is beschadigd."
    )


def waarschuwing(stuk: Stuk) -> str:
    """What is printed above every page, under the title, where these are not the public facts as known; else empty."""
    return " · ".join(f"{naam}: {waarde}" for naam, waarde in stuk.herkomst.paren if naam == "Let op")


def onderrand(stuk: Stuk) -> str:
    """As `voet`, after who published the facts, as far as that fits on one line; the sheet Bronnen has all of it."""
    uitgevers = dict.fromkeys(rapport.uitgever for rapport in stuk.herkomst.rapporten)
    bron = f"Bron: {zinnen.opsomming(uitgevers)}, zie het blad Bronnen" if uitgevers else ""
    onder = " · ".join(filter(None, (bron, voet(stuk))))
    return onder if len(onder) <= _RAND else voet(stuk)


def voet(stuk: Stuk) -> str:
    """What is printed under every page: enough to find the rest by."""
    herkomst = stuk.herkomst
    return f"datasetversie {herkomst.datasetversie} · exportnummer {herkomst.exportnummer}"


def alineas_uit(cellen: Iterable[object]) -> list[str]:
    """The cells of the sheet of words as paragraphs, in order and with single blanks; empty ones are left out."""
    return [kaal for cel in cellen if cel is not None and (kaal := " ".join(str(cel).split()))]


def _tekst(stuk: Stuk) -> Iterator[Regel]:
    yield Regel((stuk.titel,), "titel")
    if let_op := waarschuwing(stuk):
        yield Regel((let_op,), "kop")
    for onderdeel in stuk.onderdelen:
        yield from _onderdeel(onderdeel)
    if stuk.noten:
        yield Regel()
        yield Regel(("Bronnen",), "kop")
        yield from (Regel((noot,)) for noot in stuk.noten)


def _onderdeel(onderdeel: Onderdeel) -> Iterator[Regel]:
    yield Regel()
    yield Regel((onderdeel.kop,), "kop")
    yield from (Regel((alinea,)) for alinea in onderdeel.alineas)
    if onderdeel.figuur:
        yield Regel((onderdeel.figuur.tekst,))
    if onderdeel.voorbehoud:
        yield Regel((NIET_CONCLUDEREN,), "kop")
        yield from (Regel((zin,)) for zin in onderdeel.voorbehoud)


def _definities(stuk: Stuk) -> Iterator[Regel]:
    yield Regel(("Kolom", "Omschrijving", "Soort", "Eenheid"), "kop")
    for kolom in stuk.tabel.kolommen:
        yield Regel((kolom.kop, kolom.omschrijving, SOORTEN[kolom.soort], kolom.eenheid))
    met_woorden = [kolom for kolom in stuk.tabel.kolommen if kolom.woorden]
    if met_woorden:
        yield Regel()
        yield Regel(("Kolom", "Betekenis", "Woord"), "kop")
    for kolom in met_woorden:
        yield from (Regel((kolom.kop, betekenis, woord)) for woord, betekenis in kolom.woorden.items())


def _bronnen(stuk: Stuk) -> Iterator[Regel]:
    if stuk.herkomst.rapporten:
        yield Regel(("Rapport", "Vindplaatsen", "Uitgever", "Datum"), "kop")
        for rapport in stuk.herkomst.rapporten:
            dag = zinnen.deeldatum(rapport.gepubliceerd)
            yield Regel((rapport.titel, "; ".join(rapport.vindplaatsen), rapport.uitgever, dag))
        yield Regel()
    yield Regel(("Herkomst", "Inhoud"), "kop")
    yield from (Regel(paar) for paar in stuk.herkomst.paren)
