"""`python -m tests.belasting --sessies 1 10 25 50 100 --minuten 10 --processen 2`: how many readers a dashboard holds.

Every reader chooses something every five seconds, on fictional facts of as many gemeenten as there are. Each number of
sessions has a dashboard of its own that starts cold. Ends with 1 when a run failed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import sys
import tempfile
from pathlib import Path

from queries import bron
from tests.belasting.controle import Nakijker
from tests.belasting.keuzes import PAGINAS
from tests.belasting.meting import meet
from tests.belasting.server import bouw, dashboard
from tests.belasting.uitslag import KOP, regel, uitslag
from tests.browser.conftest import WORTEL


def _opdracht() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="python -m tests.belasting", description="Hoeveel lezers kan het aan?")
    lezer.add_argument("--sessies", type=int, nargs="+", default=[1, 10, 25, 50, 100])
    lezer.add_argument("--minuten", type=float, default=10, help="hoe lang elk aantal sessies duurt")
    lezer.add_argument("--processen", type=int, default=1, help="zo veel processen; meer dan één staan achter nginx")
    lezer.add_argument("--gemeenten", type=int, default=342)
    lezer.add_argument("--jaren", type=int, default=8)
    lezer.add_argument(
        "--map", type=Path, help="map met een gebouwde database (anders: een nieuwe met fictieve cijfers)"
    )
    lezer.add_argument("--pagina", nargs="+", choices=[naam or "overzicht" for naam in PAGINAS], help="alleen deze")
    lezer.add_argument("--naar", type=Path, default=WORTEL / "build" / "belasting.json", help="bestand met de uitslag")
    return lezer.parse_args()


def main() -> int:
    """Measure, print the curve, write all figures."""
    keuze = _opdracht()
    paginas = tuple("" if naam == "overzicht" else naam for naam in keuze.pagina or ()) or tuple(PAGINAS)
    gc.freeze()  # the client shares the machine: what never goes away need not be looked at again
    uitslagen = []
    with tempfile.TemporaryDirectory(prefix="belasting-") as tijdelijk:
        map_ = keuze.map or Path(tijdelijk)
        if keuze.map is None:
            bouw(map_, gemeenten=keuze.gemeenten, jaren=keuze.jaren)
        nakijker = Nakijker(bron(map_))
        print(KOP, flush=True)
        for sessies in keuze.sessies:
            with dashboard(map_, processen=keuze.processen) as server:
                meting = asyncio.run(meet(server, sessies, 60 * keuze.minuten, paginas=paginas))
            uitslagen.append(uitslag(meting, nakijker))
            print(regel(uitslagen[-1]), flush=True)
            for fout in uitslagen[-1]["fouten"]:
                print(f"  {fout['keer']} × {fout['fout']}", file=sys.stderr, flush=True)
    keuze.naar.parent.mkdir(parents=True, exist_ok=True)
    alles = {
        "kernen": os.cpu_count(),
        "processen": keuze.processen,
        "belasting_machine": os.getloadavg(),
        "metingen": uitslagen,
    }
    keuze.naar.write_text(json.dumps(alles, indent=1, ensure_ascii=False), encoding="utf-8")
    return int(any(uit["mislukt"] for uit in uitslagen))


if __name__ == "__main__":
    sys.exit(main())
