"""Workbooks and CSV: each sheet as the report prints it. Formulas are never run; what they gave when saved is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from data.rapporten.document import Blok, Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import csv, tekst
from data.rapporten.lezers.blad import van_blad
from data.rapporten.lezers.invulblad import is_invulblad, van_invulblad
from data.rapporten.lezers.soort import LEEG, SOORTEN, herken
from data.rapporten.lezers.werkmap import MEESTE_KOLOMMEN, MEESTE_RIJEN, TE_VEEL_KOLOMMEN, TE_VEEL_RIJEN, Blad

MEESTE_BLADEN = 1000
TE_VEEL_BLADEN = f"De werkmap heeft meer dan {MEESTE_BLADEN} bladen; lever alleen de bladen met oordelen aan."
#: More remarks of one kind than this are counted, not listed.
MEESTE_OPMERKINGEN = 5


def lees(pad: Path, meld: Callable[[int, int], None]) -> Document:
    """The workbook as blocks, sheet by sheet; our own template is recognised and read as a report.

    Raises Onleesbaar when the file is damaged, has a password, is too large, or holds no text.
    """
    soort = herken(pad)
    if soort == "xlsx":
        from data.rapporten.lezers.xlsx import bladen  # noqa: PLC0415 - one of the two is enough
    elif soort == "ods":
        from data.rapporten.lezers.ods import bladen  # noqa: PLC0415
    else:
        return _van_csv(tekst.inhoud(pad), meld)
    verzameling = _Verzameling()
    for nummer, (blad, totaal) in enumerate(bladen(pad), 1):
        if totaal > MEESTE_BLADEN:
            raise Onleesbaar(TE_VEEL_BLADEN)
        meld(nummer - 1, totaal)
        verzameling.voeg_toe(blad)
        meld(nummer, totaal)
    return verzameling.document(SOORTEN[soort])


def _van_csv(inhoud: str, meld: Callable[[int, int], None]) -> Document:
    meld(0, 1)
    teken = csv.scheiding(inhoud, streng=False)
    if teken is None:
        raise Onleesbaar(csv.ONGELDIG)
    verzameling = _Verzameling()
    rijen = csv.rijen(inhoud, teken)
    verzameling.voeg_toe(Blad("", ([(nr, cel) for nr, cel in enumerate(rij) if cel] for rij in rijen)))
    meld(1, 1)
    return verzameling.document(SOORTEN["csv"])


class _Verzameling:
    """The sheets of one workbook, as blocks and remarks."""

    def __init__(self) -> None:
        self._blokken: list[Blok] = []
        self._opmerkingen: list[str] = []
        self._formules: list[str] = []
        self._sjabloon = False
        self._rijen = 0

    def voeg_toe(self, blad: Blad) -> None:
        """Read one sheet. Once our template is found, only it counts: its other sheet explains how to fill it in."""
        if blad.verborgen:
            self._opmerkingen.append(f"Het blad “{blad.naam}” is verborgen en niet gelezen.")
            return
        rijen = self._dicht(blad.rijen)
        self._formules += [f"{cel} van blad “{blad.naam}”" if blad.naam else cel for cel in blad.zonder_uitkomst]
        if is_invulblad(rijen):
            blokken, opmerkingen = van_invulblad(rijen)
            if not self._sjabloon:
                self._blokken = []
            self._sjabloon = True
            self._blokken += blokken
            self._opmerkingen += opmerkingen
        elif not self._sjabloon:
            self._blokken += van_blad(blad.naam, rijen)

    def document(self, vorm: str) -> Document:
        """What was read. Raises Onleesbaar when that is nothing."""
        if not self._blokken:
            raise Onleesbaar(LEEG)
        eerste = self._formules[:MEESTE_OPMERKINGEN]
        formules = [
            f"Cel {cel} bevat een formule zonder bewaarde uitkomst en is als leeg gelezen; typ de tekst zelf in."
            for cel in eerste
        ]
        if len(self._formules) > len(eerste):
            formules.append(f"Nog {len(self._formules) - len(eerste)} formules hebben geen bewaarde uitkomst.")
        return Document(vorm, tuple(self._blokken), (*self._opmerkingen, *formules))

    def _dicht(self, rijen: Iterable[list[tuple[int, str]]]) -> list[list[str]]:
        """Rows with a place for every column in use; rows without text are left out."""
        gevuld = []
        for rij in rijen:
            if rij:
                self._rijen += 1
                gevuld.append(rij)
            if self._rijen > MEESTE_RIJEN:
                raise Onleesbaar(TE_VEEL_RIJEN)
        kolommen = sorted({kolom for rij in gevuld for kolom, _ in rij})
        if len(kolommen) > MEESTE_KOLOMMEN:
            raise Onleesbaar(TE_VEEL_KOLOMMEN)
        plaats = {kolom: nummer for nummer, kolom in enumerate(kolommen)}
        uit = []
        for rij in gevuld:
            cellen = [""] * len(kolommen)
            for kolom, inhoud in rij:
                cellen[plaats[kolom]] = inhoud
            uit.append(cellen)
        return uit
