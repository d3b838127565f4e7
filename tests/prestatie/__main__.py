"""`python -m tests.prestatie`: first whether all answers are right and the same, then how long everything takes."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import duckdb

from tests.prestatie.gegevens import MATEN, WORTEL, Maat, bron, gevuld
from tests.prestatie.meten import Verschil, belasting, controleer, meet
from tests.prestatie.uitslag import (
    BOUW,
    BROWSER,
    DELEN,
    LAND,
    OPVOLGING,
    PAGINAS,
    UITVOER,
    Uitslag,
    als_overzicht,
    als_regels,
    eerder,
    voeg_toe,
)  # fmt: skip


def main() -> int:
    """The exit status: 1 when an answer is wrong or two differ; a goal that is not met is told."""
    keuze = _opties()
    if keuze.toetsen and OPVOLGING in keuze.deel and _toetsen():
        return 1
    try:
        for naam in keuze.maat:
            if OPVOLGING in keuze.deel:
                _opvolging(MATEN[naam], keuze.rondes, set(keuze.zonder))
            for deel in (PAGINAS, BOUW):
                if deel in keuze.deel:
                    _draai(deel, MATEN[naam], keuze.rondes)
        if BROWSER in keuze.deel:  # the map is as large as the country: a size says nothing here
            _draai(BROWSER, None, keuze.rondes)
    except Verschil as verschil:
        print(f"De antwoorden verschillen: {verschil}", file=sys.stderr)
        return 1
    print(f"\n{als_overzicht(eerder())}\n\nAlles staat ook in {UITVOER.relative_to(WORTEL)}.")
    return 0


def _opties() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie", description="Hoe snel is het product?")
    lezer.add_argument(
        "--deel", nargs="*", choices=DELEN, default=list(DELEN), help="wat er wordt gemeten (anders: alles)"
    )
    maten = "S1 (± 133.000 oordelen), S2 (± 1 miljoen), S3 (± 10 miljoen); S0 om het te proberen"
    lezer.add_argument("--maat", nargs="+", choices=sorted(MATEN), default=["S1"], help=maten)
    hulp = "hoe vaak elk wordt gemeten (anders: 7); wat lang duurt minder vaak"
    lezer.add_argument("--rondes", type=int, default=7, help=hulp)
    lezer.add_argument("--zonder", nargs="*", default=[], metavar="MOTOR", help="motoren die niet meedoen, op naam")
    hulp = "sla de toetsen tegen het orakel over"
    lezer.add_argument("--zonder-toetsen", dest="toetsen", action="store_false", help=hulp)
    return lezer.parse_args()


def _toetsen() -> int:
    """Run the tests of this folder, which the ordinary run passes over; the exit status."""
    opdracht = [sys.executable, "-m", "pytest", "-q", "-o", "python_files=toets_*.py", str(Path(__file__).parent)]
    return subprocess.run(opdracht, cwd=WORTEL, check=False).returncode


def _draai(deel: str, maat: Maat | None, rondes: int) -> None:
    """One of the other parts, each of which takes packages that the rest can do without."""
    begin = time.perf_counter()
    uitslag: Uitslag = import_module(f"tests.prestatie.{deel}.deel").draai(maat, rondes)
    _meld(deel, maat.naam if maat else LAND, uitslag, begin)


def _meld(deel: str, maat: str, uitslag: Uitslag, begin: float, tabel: list[str] | None = None) -> None:
    """Keep what a part found, and print it."""
    voeg_toe(deel, maat, uitslag)
    minuten = (time.perf_counter() - begin) / 60
    kop = f"{deel}, {maat}: mediaan, belasting {belasting()[0]}, {minuten:.0f} minuten"
    regels = [kop, *(tabel or []), *als_regels(uitslag.onderdelen), *als_regels(uitslag.doelen)]
    print("\n".join(["", *regels]), flush=True)


def _opvolging(maat: Maat, rondes: int, zonder: set[str]) -> None:
    """One size: hold the answers beside each other, time."""
    from tests.prestatie.deelnemers import deelnemers, grens
    from tests.prestatie.fouten import aandelen
    from tests.prestatie.motoren.product import Product, in_geheugen
    from tests.prestatie.verslag import als_tabel, uitslag

    begin, bestand = time.perf_counter(), gevuld(maat)
    with duckdb.connect(bestand, read_only=True) as con:
        tabellen = bron(con)
    rijen = {"oordelen": tabellen.getallen["oordelen"].num_rows}
    motoren = [motor for motor in deelnemers(bestand) if motor.naam not in zonder]
    eerste = controleer(motoren, tabellen)
    gemeten = meet([*motoren, grens(bestand)], tabellen, rondes, eerste)
    with Product("product", lambda: in_geheugen(bestand)) as product:
        product.vraag()
        fouten = aandelen(product)
    gevonden = uitslag(maat, rijen | eerste.rijen, gemeten, fouten)
    _meld(OPVOLGING, maat.naam, gevonden, begin, als_tabel(gevonden, gemeten))


if __name__ == "__main__":
    sys.exit(main())
