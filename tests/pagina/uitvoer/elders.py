"""Makes files as on another day in another place: run as a program, it prints the SHA-256 of each.

`python -m tests.pagina.uitvoer.elders ods xlsx`. The clock is moved before any format is loaded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import sys
import time
from collections.abc import Sequence
from typing import Any

# compiled code wants the real clock's types: it is loaded before the clock is moved, the formats are after
import pandas as pd  # noqa: F401

from pagina.uitvoer.vormen.formaten import schrijf
from tests.pagina.uitvoer.voorbeeld import STUK

#: 18 May 2033, long after any test.
LATER = 2_000_000_000


def _verzet(soort: type[Any], **wanneer: Any) -> type[Any]:  # noqa: ANN401 - a class as the standard library has it
    """The class with another now; what is made with the real one is one of these too."""
    meta = type("Meta", (type,), {"__instancecheck__": lambda _cls, ding: isinstance(ding, soort)})
    return meta(soort.__name__, (soort,), {naam: classmethod(doe) for naam, doe in wanneer.items()})  # type: ignore[no-any-return]


def zet_klok() -> None:
    """From here on it is another day, for everything that asks Python."""
    echt, gm, lokaal = dt.datetime, time.gmtime, time.localtime

    def nu(_soort: type, tz: dt.tzinfo | None = None) -> dt.datetime:
        return echt.fromtimestamp(LATER, tz)

    dt.date = _verzet(dt.date, today=lambda soort: nu(soort).date())  # type: ignore[misc]
    dt.datetime = _verzet(echt, now=nu, today=nu, utcnow=nu)  # type: ignore[misc]
    time.time = lambda: float(LATER)
    time.time_ns = lambda: LATER * 10**9
    time.gmtime = lambda moment=None: gm(LATER if moment is None else moment)
    time.localtime = lambda moment=None: lokaal(LATER if moment is None else moment)


def sommen(formaten: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of the example in each format."""
    gemaakt = {}
    for formaat in formaten:
        naar = io.BytesIO()
        schrijf(STUK, formaat, naar)
        gemaakt[formaat] = hashlib.sha256(naar.getvalue()).hexdigest()
    return gemaakt


if __name__ == "__main__":
    zet_klok()
    os.umask(0o077)
    vandaag = str(dt.datetime.now(tz=dt.UTC).date())
    sys.stdout.write(json.dumps({"dag": vandaag, **sommen(sys.argv[1:])}))
