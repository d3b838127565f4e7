"""`python -m tests.prestatie.browser`: how long a reader waits."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from tests.prestatie.browser.deel import draai
from tests.prestatie.gegevens import WORTEL
from tests.prestatie.verslag import GEHAALD

UITVOER = WORTEL / "build" / "benchmark-browser.json"


def main() -> int:
    """Always 0: a goal that is not met is told."""
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie.browser", description="Hoe lang wacht een lezer?")
    lezer.add_argument("--maat", help="doet niet ter zake: de kaart is zo groot als het land")
    lezer.add_argument("--rondes", type=int, default=7, help="hoe vaak elke pagina wordt gemeten (anders: 7)")
    uitslag = draai(rondes=lezer.parse_args().rondes)
    for doel in uitslag.doelen:
        getal = "" if doel.getal is None else f"{doel.getal:.2f}"
        print(f"{doel.naam:90} {doel.doel:>6} {getal:>7}  {GEHAALD[doel.gehaald]}")
    alles = {"doelen": [asdict(doel) for doel in uitslag.doelen], **uitslag.cijfers}
    UITVOER.write_text(json.dumps(alles, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
