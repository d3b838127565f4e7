"""`python -m tests.prestatie`: first whether all answers are right and the same, then how long everything takes."""

from __future__ import annotations

import argparse
import subprocess
import sys
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path

import duckdb

from tests.prestatie.gegevens import MATEN, WORTEL, Maat, bron, gevuld
from tests.prestatie.meten import Verschil, belasting, controleer, meet
from tests.prestatie.uitslag import UITVOER, Uitslag, als_regels, voeg_toe

OPVOLGING, PAGINAS, BOUW, BROWSER = DELEN = ("opvolging", "paginas", "bouw", "browser")


def main() -> int:
    """The exit status: 1 when an answer is wrong or two differ; a goal that is not met is told."""
    keuze = _opties()
    if keuze.toetsen and OPVOLGING in keuze.deel and _toetsen():
        return 1
    try:
        for naam in keuze.maat:
            maat = MATEN[naam]
            if OPVOLGING in keuze.deel:
                print(_opvolging(maat, keuze.rondes, set(keuze.zonder)), flush=True)
            for deel in (PAGINAS, BOUW):
                if deel in keuze.deel:
                    _meld(deel, naam, _draai(deel, maat, keuze.rondes))
        if BROWSER in keuze.deel:  # the map is as large as the country: a size says nothing here
            _meld(BROWSER, "land", _draai(BROWSER, None, keuze.rondes))
    except Verschil as verschil:
        print(f"De antwoorden verschillen: {verschil}", file=sys.stderr)
        return 1
    print(f"\nAlles staat ook in {UITVOER.relative_to(WORTEL)}.")
    return 0


def _opties() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie", description="Hoe snel is het product?")
    lezer.add_argument(
        "--deel", nargs="+", choices=DELEN, default=list(DELEN), help="wat er wordt gemeten (anders: alles)"
    )
    maten = "S1 (± 133.000 oordelen), S2 (± 1 miljoen), S3 (± 10 miljoen); S0 om het te proberen"
    lezer.add_argument("--maat", nargs="+", choices=sorted(MATEN), default=["S1"], help=maten)
    lezer.add_argument("--rondes", type=int, default=7, help="hoe vaak elk wordt gemeten (anders: 7)")
    lezer.add_argument("--zonder", nargs="*", default=[], metavar="MOTOR", help="motoren die niet meedoen, op naam")
    hulp = "sla de toetsen tegen het orakel over"
    lezer.add_argument("--zonder-toetsen", dest="toetsen", action="store_false", help=hulp)
    return lezer.parse_args()


def _toetsen() -> int:
    """Run the tests of this folder, which the ordinary run passes over; the exit status."""
    opdracht = [sys.executable, "-m", "pytest", "-q", "-o", "python_files=toets_*.py", str(Path(__file__).parent)]
    return subprocess.run(opdracht, cwd=WORTEL, check=False).returncode


def _draai(deel: str, maat: Maat | None, rondes: int) -> Uitslag:
    """One of the other parts, each of which takes packages that the rest can do without."""
    uitslag: Uitslag = import_module(f"tests.prestatie.{deel}.deel").draai(maat, rondes)
    return uitslag


def _meld(deel: str, maat: str, uitslag: Uitslag) -> None:
    voeg_toe(deel, maat, uitslag)
    print(
        "\n".join(["", f"{deel}, {maat}: mediaan, belasting {belasting()[0]}", *als_regels(uitslag.doelen)]), flush=True
    )


def _opvolging(maat: Maat, rondes: int, zonder: set[str]) -> str:
    """One size: load, hold the answers beside each other, time."""
    from tests.prestatie.deelnemers import deelnemers, grens
    from tests.prestatie.fouten import aandelen
    from tests.prestatie.motoren.product import Product, in_geheugen
    from tests.prestatie.verslag import als_tabel, vastleggen

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
    with Product("product", lambda: in_geheugen(bestand)) as product:
        product.vraag()
        fouten = aandelen(product)
    return als_tabel(vastleggen(maat, rijen, gemeten, fouten, belasting()), maat)


if __name__ == "__main__":
    sys.exit(main())
