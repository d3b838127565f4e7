"""`python -m tests.prestatie`: first whether all answers are right and the same, then how long each engine takes."""

from __future__ import annotations

import argparse
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import duckdb

from tests.prestatie.deelnemers import deelnemers, grens
from tests.prestatie.fouten import Aandeel, aandelen
from tests.prestatie.gegevens import MATEN, WORTEL, Maat, bron, gevuld
from tests.prestatie.meten import Verschil, belasting, controleer, meet
from tests.prestatie.motoren.product import Product, in_geheugen
from tests.prestatie.verslag import als_tabel, plek, vastleggen


def main() -> int:
    """The exit status: 1 when an answer is wrong or two differ."""
    keuze = _opties()
    if keuze.toetsen and _toetsen():
        return 1
    for naam in keuze.maat:
        try:
            print(_draai(MATEN[naam], keuze.rondes, set(keuze.zonder)))
        except Verschil as verschil:
            print(f"De antwoorden verschillen: {verschil}", file=sys.stderr)
            return 1
    print(f"\nAlles staat ook in {plek().relative_to(WORTEL)}.")
    return 0


def _opties() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie", description="Hoe snel is de opvolging?")
    maten = "S1 (± 133.000 oordelen), S2 (± 1 miljoen), S3 (± 10 miljoen); S0 om het te proberen"
    lezer.add_argument("--maat", nargs="+", choices=sorted(MATEN), default=["S1"], help=maten)
    lezer.add_argument("--rondes", type=int, default=7, help="hoe vaak elke motor wordt gemeten (anders: 7)")
    lezer.add_argument("--zonder", nargs="*", default=[], metavar="MOTOR", help="motoren die niet meedoen, op naam")
    hulp = "sla de toetsen tegen het orakel over"
    lezer.add_argument("--zonder-toetsen", dest="toetsen", action="store_false", help=hulp)
    return lezer.parse_args()


def _toetsen() -> int:
    """Run the tests of this folder, which the ordinary run passes over; the exit status."""
    opdracht = [sys.executable, "-m", "pytest", "-q", "-o", "python_files=toets_*.py", str(Path(__file__).parent)]
    return subprocess.run(opdracht, cwd=WORTEL, check=False).returncode


def _draai(maat: Maat, rondes: int, zonder: set[str]) -> str:
    """One size: load, hold the answers beside each other, time."""
    bestand = gevuld(maat)
    with duckdb.connect(bestand, read_only=True) as con:
        tabellen = bron(con)
    rijen = {"oordelen": tabellen.getallen["oordelen"].num_rows}
    with ExitStack() as stapel:
        alle = [motor for motor in deelnemers(bestand) if motor.naam not in zonder]
        motoren = [stapel.enter_context(motor) for motor in alle]
        for motor in motoren:
            motor.laad(tabellen)
        rijen |= controleer(motoren)
        gemeten = meet([*motoren, stapel.enter_context(grens(bestand))], rondes)
    return als_tabel(vastleggen(maat, rijen, gemeten, _fouten(bestand), belasting()), maat)


def _fouten(bestand: Path) -> list[Aandeel]:
    """How often the easy mistakes are wrong on these data."""
    with Product("product", lambda: in_geheugen(bestand, 1)) as product:
        product.vraag()
        return aandelen(product)


if __name__ == "__main__":
    sys.exit(main())
