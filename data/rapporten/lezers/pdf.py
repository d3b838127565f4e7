"""A PDF with a text layer as a Document: running text in reading order, tables with their cells in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from data.rapporten.document import Blok, Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers._pdf.bladzijde import lees_bladzijde
from data.rapporten.lezers._pdf.blokken import Open, blokken
from data.rapporten.lezers._pdf.breuken import maak_heel
from data.rapporten.lezers._pdf.heel import controleer
from data.rapporten.lezers._pdf.marges import zonder_marges
from data.rapporten.lezers._pdf.tekens import ONBEKEND
from data.rapporten.lezers._pdf.voegen import voeg_rijen
from data.rapporten.lezers._pdf.vorm import Bladzijde

#: What a report may hold at most; more is no report.
MEEST_BLADEN = 2_000
MEEST_TEKENS = 5_000_000

_BEVEILIGD = "Dit PDF-bestand is beveiligd met een wachtwoord: sla het op zonder wachtwoord en lees het opnieuw in."
_KAPOT = (
    "Dit PDF-bestand is beschadigd of niet compleet: haal het opnieuw op of sla het opnieuw op, en lees het dan in."
)
_LEEG = "Dit PDF-bestand heeft geen bladzijden: kies het bestand waar het rapport in staat."
_BEELD = (
    "Dit PDF-bestand heeft geen tekst, alleen afbeeldingen: laat er eerst tekstherkenning (OCR) op los en lees "
    "het dan opnieuw in."
)
_VREEMD = (
    "De letters in dit PDF-bestand zijn niet als tekst te lezen: maak het opnieuw vanuit het oorspronkelijke document "
    "of laat er tekstherkenning (OCR) op los."
)


def lees(pad: Path, meld: Callable[[int, int], None]) -> Document:
    """The report in this PDF; `meld` is told (page, number of pages) for each page read.

    What could not be read on some pages stands in `opmerkingen`. Raises Onleesbaar, with one Dutch sentence, when the
    file is encrypted, broken, too large, without pages or without text.
    """
    controleer(pad, kapot=_KAPOT)
    document = _open(pad)
    try:
        bladen = _bladen(document, meld)
    finally:
        document.close()
    tekst = "".join(woord.tekst for blad in bladen for woord in (*blad.woorden, *blad.gedraaid))
    if not tekst:
        raise Onleesbaar(_BEELD)
    if tekst.count(ONBEKEND) > len(tekst) / 2:
        raise Onleesbaar(_VREEMD)
    leeg = [blad.nummer for blad in bladen if not blad.woorden and not blad.gedraaid]
    alle = tuple(_blokken(bladen))
    return Document("PDF", alle, opmerkingen=(*_opmerkingen(leeg, tekst.count(ONBEKEND)), *_onzekere_rijen(bladen)))


def _open(pad: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(pad)
    except pdfium.PdfiumError as fout:
        raise Onleesbaar(_BEVEILIGD if "password" in str(fout).lower() else _KAPOT) from fout
    aantal = len(document)
    if not 0 < aantal <= MEEST_BLADEN:
        document.close()
        raise Onleesbaar(
            f"Dit PDF-bestand heeft {aantal} bladzijden; er gaan er hoogstens {MEEST_BLADEN} in: splits het bestand."
            if aantal
            else _LEEG
        )
    return document


def _bladen(document: pdfium.PdfDocument, meld: Callable[[int, int], None]) -> list[Bladzijde]:
    bladen: list[Bladzijde] = []
    tekens, aantal = 0, len(document)
    for nummer in range(1, aantal + 1):
        try:
            blad = lees_bladzijde(document, nummer)
        except pdfium.PdfiumError as fout:
            raise Onleesbaar(_KAPOT) from fout
        tekens += blad.tekens
        if tekens > MEEST_TEKENS:
            raise Onleesbaar(
                "Dit PDF-bestand heeft meer dan 5 miljoen letters: splits het, en lees alleen het rapport in."
            )
        bladen.append(blad)
        meld(nummer, aantal)
    return bladen


def _blokken(bladen: list[Bladzijde]) -> list[Blok]:
    zonder_marges(bladen)
    af: list[Blok] = []
    open_tabel: Open | None = None
    for blad in bladen:
        nieuw, open_tabel = blokken(blad, open_tabel)
        af += nieuw
    return maak_heel(voeg_rijen(af))


def _opmerkingen(leeg: list[int], onbekend: int) -> tuple[str, ...]:
    """What the editor must know of the file, in Dutch."""
    af = []
    if len(leeg) == 1:
        af.append(
            f"Op bladzijde {leeg[0]} staat geen tekst, misschien wel een afbeelding: die bladzijde is niet gelezen."
        )
    elif leeg:
        af.append(
            f"Op de bladzijden {_opsomming(leeg)} staat geen tekst, misschien wel afbeeldingen: die zijn niet gelezen."
        )
    if onbekend:
        af.append(f"Van {onbekend} tekens zegt het PDF-bestand niet wat het zijn; daar staat {ONBEKEND}.")
    return tuple(af)


def _onzekere_rijen(bladen: list[Bladzijde]) -> list[str]:
    """What the editor must look at: texts of a table that may be a row of their own."""
    return [
        f"In de tabel op bladzijde {blad.nummer} staat geen lijn of wit tussen de rijen: kijk of "
        f"‘{blad.onzeker[0][:60]}’ een eigen rij is"
        + (f" (en nog {len(blad.onzeker) - 1} op deze bladzijde)." if len(blad.onzeker) > 1 else ".")
        for blad in bladen
        if blad.onzeker
    ]


def _opsomming(nummers: list[int]) -> str:
    """The numbers in words: 3, 5–7 en 9."""
    reeksen: list[list[int]] = []
    for nummer in nummers:
        if reeksen and nummer == reeksen[-1][-1] + 1:
            reeksen[-1].append(nummer)
        else:
            reeksen.append([nummer])
    delen = [str(reeks[0]) if len(reeks) == 1 else f"{reeks[0]}–{reeks[-1]}" for reeks in reeksen]
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
