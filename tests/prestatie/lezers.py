"""`python -m tests.prestatie.lezers`: how many readers one dashboard holds, for docs/schaal.md.

So many sessions at once look at a page over and over, over the socket that a browser uses; nobody waits in between. The
processor time of the dashboard per page says more than the clock of a machine that others use too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from tests.browser.conftest import draai
from tests.lake.lezer import bezoek
from tests.prestatie.gegevens import WORTEL
from tests.prestatie.meten import belasting

TIK = os.sysconf("SC_CLK_TCK")


def _server() -> int:
    """The process of the dashboard: the one child of this process."""
    eigen = str(os.getpid())
    for pad in Path("/proc").glob("[0-9]*/stat"):
        try:
            velden = pad.read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
        except OSError:
            continue
        if velden[1] == eigen:
            return int(pad.parent.name)
    raise RuntimeError("het dashboard draait niet")


def _processor(nummer: int) -> float:
    velden = Path(f"/proc/{nummer}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
    return (int(velden[11]) + int(velden[12])) / TIK


def _geheugen(nummer: int) -> int:
    """Megabytes in use."""
    (regel,) = [r for r in Path(f"/proc/{nummer}/status").read_text(encoding="utf-8").splitlines() if "VmRSS" in r]
    return int(regel.split()[1]) // 1024


def _lees(adres: str, pagina: str, tot: float, tijden: list[float]) -> None:
    with bezoek(adres) as lezer:
        lezer.bekijk(pagina)
        while not tijden or time.perf_counter() < tot:
            begin = time.perf_counter()
            lezer.bekijk(pagina)
            tijden.append(1000 * (time.perf_counter() - begin))


def meet(adres: str, pagina: str, lezers: int, seconden: float) -> dict[str, float]:
    """Pages a second, milliseconds, processor time per page and memory, with so many sessions at once."""
    nummer, tijden = _server(), list[float]()
    begin, eerst = time.perf_counter(), _processor(nummer)
    opdracht = (adres, pagina, begin + seconden, tijden)
    draden = [threading.Thread(target=_lees, args=opdracht) for _ in range(lezers)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    duur, verbruik = time.perf_counter() - begin, _processor(nummer) - eerst
    return {
        "bladzijden per seconde": round(len(tijden) / duur, 1),
        "mediaan ms": round(median(tijden)),
        "95% ms": round(quantiles(tijden, n=20)[-1]),
        "processor ms per bladzijde": round(1000 * verbruik / (len(tijden) + lezers)),
        "geheugen MB": _geheugen(nummer),
    }


def main() -> None:
    """Print the figures per page and number of readers as JSON."""
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie.lezers", description="Hoeveel lezers kan het aan?")
    lezer.add_argument("--leveringen", type=Path, help="map met leveringen (anders: die bij het product horen)")
    lezer.add_argument("--lezers", type=int, nargs="+", default=[1, 8, 32])
    lezer.add_argument("--seconden", type=float, default=15)
    keuze = lezer.parse_args()
    uitslag: dict[str, object] = {"belasting": belasting()}
    with tempfile.TemporaryDirectory(prefix="lezers-") as map_:
        omgeving = os.environ | {"VERBETERPUNTEN_MAP": map_, "VERBETERPUNTEN_VOORSTELLEN": f"{map_}/voorstellen"}
        bouw = [sys.executable, "-m", "data", "bouw"]
        bouw += ["--leveringen", str(keuze.leveringen)] if keuze.leveringen else []
        subprocess.run(bouw, cwd=WORTEL, env=omgeving, check=True, stdout=subprocess.DEVNULL)
        with draai(programma="dashboard.py", omgeving=omgeving, logboek=Path(map_) / "logboek") as adres:
            for pagina in ("", "opvolging", "gemeente"):
                for lezers in keuze.lezers:
                    naam = f"{pagina or 'overzicht'}, {lezers} tegelijk"
                    uitslag[naam] = meet(adres, pagina, lezers, keuze.seconden)
    print(json.dumps(uitslag, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
