"""The form of a levering's files, as vorm.csv gives it, and whether a file's bytes have that form."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.fouten import Fout
from data.levering import formaten
from data.levering.blik import LANGSTE_REGEL, STUURTEKENS, bekijk

VORM = Path(__file__).with_name("vorm.csv")
#: What some editors put before UTF-8.
BOM = codecs.BOM_UTF8
VORM_KOLOMMEN = ("tabel", "kolom", "sleutel", "verplicht", "soort", "verwijst_naar", "lijst")

_CEL = r'(?:"(?:[^"]|"")*"|[^",]*)'
#: A line by RFC 4180: csv itself lets a quote in the middle of a cell through.
_REGEL = re.compile(f"{_CEL}(?:,{_CEL})*")
_STUURTEKEN = re.compile(f"[{re.escape(STUURTEKENS)}]")


@cache
def vorm() -> tuple[Mapping[str, str], ...]:
    """The rows of vorm.csv: one per column of a table, with its rules."""
    with VORM.open(encoding="utf-8", newline="") as bestand:
        return tuple(csv.DictReader(bestand))


@cache
def tabellen() -> dict[str, tuple[str, ...]]:
    """Column names per table, in the order of vorm.csv."""
    kolommen: dict[str, list[str]] = {}
    for rij in vorm():
        kolommen.setdefault(rij["tabel"], []).append(rij["kolom"])
    return {tabel: tuple(namen) for tabel, namen in kolommen.items()}


@dataclass
class Gelezen:
    """One file of a levering and what its form lacks.

    `aantal` is the number of lines below the header, `ontbreekt` the columns that are not there. Where `fouten` is not
    empty, `rijen()` gives what can be made of the file, so that the other checks can still say what else is wrong.
    `zoals_vorm` tells that the file on disk can be read as it stands, its columns in the order of vorm.csv.
    `controlegetal` is the SHA-256 of the very bytes that were checked, whatever the machine's line ends. `formaat` is
    that of its levering; the rows are given as they would stand in the format of now.
    """

    tabel: str
    bestand: str
    pad: Path
    aantal: int
    fouten: list[Fout]
    zoals_vorm: bool
    ontbreekt: tuple[str, ...]
    controlegetal: str
    formaat: int = formaten.FORMAAT

    def rijen(self) -> Iterator[list[str]]:
        """The rows below the header, one per line: cells in the order of vorm.csv, empty text where there is none."""
        regels = _regels(self.pad.read_bytes())[0]
        kop = _cellen(regels[0]) if regels else []
        kolommen, toen = tabellen()[self.tabel], kolommen_van(self.tabel, self.formaat)
        plaats = [kop.index(kolom) if kolom in kop else len(kop) for kolom in toen]
        for regel in regels[1:]:
            cellen = _cellen(regel)
            rij = [cellen[i] if i < len(cellen) else "" for i in plaats]
            if self.formaat < formaten.FORMAAT:
                omgezet = formaten.als_nu(self.tabel, self.formaat, dict(zip(toen, rij, strict=True)))
                rij = [omgezet[kolom] for kolom in kolommen]
            yield rij


def kolommen_van(tabel: str, formaat: int) -> tuple[str, ...]:
    """The columns of a table in a format, in their order."""
    return formaten.kolommen_toen(tabel, formaat, tabellen()[tabel])


def lees(pad: Path, bestand: str, formaat: int = formaten.FORMAAT) -> Gelezen:
    """Check the form of one CSV file strictly; `bestand` is the name under which its faults are told.

    A file that is plainly good takes a glance, whatever its size; any other is looked at line by line.
    """
    gezien = bekijk(pad, kolommen_van(pad.stem, formaat))
    if gezien is None:
        return lees_precies(pad, bestand, formaat)
    zoals_vorm = formaat == formaten.FORMAAT
    return Gelezen(pad.stem, bestand, pad, gezien.regels - 1, [], zoals_vorm, (), gezien.controlegetal, formaat)


def lees_precies(pad: Path, bestand: str, formaat: int = formaten.FORMAAT) -> Gelezen:
    """The form of a file line by line, with every fault."""
    fouten: list[Fout] = []
    inhoud = pad.read_bytes()
    regels, vreemd = _regels(inhoud)
    if inhoud.startswith(BOM):
        fouten.append(Fout(bestand, 1, "", "het bestand begint met een BOM", "UTF-8 zonder BOM"))
    if vreemd:
        ook = f" (en {len(vreemd) - 1} andere regels ook niet)" if len(vreemd) > 1 else ""
        fouten.append(Fout(bestand, vreemd[0], "", f"de tekst is geen UTF-8{ook}", "UTF-8 zonder BOM"))
    kop = _cellen(regels[0]) if regels else []
    kolommen = kolommen_van(pad.stem, formaat)
    fouten += _fouten_in_kop(kop, kolommen, bestand)
    for nummer, regel in enumerate(regels, start=1):
        fout = _fout_in_regel(regel, nummer, len(kop), bestand)
        if fout is not None:
            fouten.append(fout)
    zoals_vorm = not fouten and tuple(kop) == kolommen and formaat == formaten.FORMAAT
    ontbreekt = tuple(kolom for kolom in kolommen if kolom not in kop)
    controlegetal = hashlib.sha256(inhoud.replace(b"\r\n", b"\n")).hexdigest()
    return Gelezen(
        pad.stem, bestand, pad, max(len(regels) - 1, 0), fouten, zoals_vorm, ontbreekt, controlegetal, formaat
    )


def _regels(inhoud: bytes) -> tuple[list[str], list[int]]:
    """The lines of a file, without a BOM, and the numbers of those that are not UTF-8 (these read as Windows text)."""
    regels = inhoud.removeprefix(BOM).replace(b"\r\n", b"\n").split(b"\n")
    if regels[-1] == b"":
        regels.pop()
    tekst, vreemd = [], []
    for nummer, regel in enumerate(regels, start=1):
        try:
            tekst.append(regel.decode("utf-8"))
        except UnicodeDecodeError:
            vreemd.append(nummer)
            tekst.append(regel.decode("cp1252", errors="replace"))
    return tekst, vreemd


def _cellen(regel: str) -> list[str]:
    """The cells of one line; of a line with a stray quote, the cells that remain without its quotes."""
    regel = _STUURTEKEN.sub(" ", regel[:LANGSTE_REGEL])
    return next(csv.reader([regel if _REGEL.fullmatch(regel) else regel.replace('"', "")]), [])


def _fout_in_regel(regel: str, nummer: int, aantal: int, bestand: str) -> Fout | None:
    """What the form of one line lacks: an empty line, a stray quote, too few or too many cells."""
    if not regel.strip():
        return Fout(bestand, nummer, "", "de regel is leeg", "een rij met cellen")
    if len(regel) > LANGSTE_REGEL:
        return Fout(bestand, nummer, "", f"de regel telt {len(regel)} tekens", f"ten hoogste {LANGSTE_REGEL} tekens")
    if _STUURTEKEN.search(regel):
        return Fout(bestand, nummer, "", "er staat een onzichtbaar stuurteken in", "alleen leesbare tekens")
    if not _REGEL.fullmatch(regel):
        mis = "er staat een los aanhalingsteken of een regeleinde in een cel"
        return Fout(
            bestand, nummer, "", mis, 'een cel met aanhalingstekens geheel tussen ", en elk " daarbinnen dubbel'
        )
    cellen = len(_cellen(regel))
    if cellen != aantal:
        return Fout(bestand, nummer, "", f"er staan {cellen} cellen", f"{aantal} cellen, zoals in de kop")
    return None


def _fouten_in_kop(kop: list[str], kolommen: tuple[str, ...], bestand: str) -> list[Fout]:
    """Columns that are missing, unknown or there twice."""
    verwacht = f"de kolommen {', '.join(kolommen)}"
    mis = {kolom: "de kolom ontbreekt" for kolom in kolommen if kolom not in kop}
    mis |= {kolom: "de kolom is onbekend" for kolom in kop if kolom not in kolommen}
    mis |= {kolom: "de kolom staat er meer dan één keer" for kolom in kop if kop.count(kolom) > 1}
    return [Fout(bestand, 1, kolom, reden, verwacht) for kolom, reden in mis.items()]
