"""The command `python -m data lees`: read a report into a voorstel, and say in Dutch what was read."""

from __future__ import annotations

from pathlib import Path

from data.rapporten.bekend import bekend
from data.rapporten.fouten import Gestopt, Onleesbaar
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel.maken import maak
from data.rapporten.voorstel.verslag import verslag


class LeesMislukt(Exception):
    """No voorstel was written; nothing is left behind. The text is one Dutch sentence."""


def lees(rapport: Path, *, naar: Path) -> str:
    """Read a report into the folder `naar` and return, in Dutch, what was recognised, the verdicts and every doubt.

    Raises LeesMislukt.
    """
    if naar.exists() and (not naar.is_dir() or any(naar.iterdir())):
        raise LeesMislukt(f"{naar} bestaat al en is geen lege map; er is niets gelezen.")
    if not rapport.is_file():
        raise LeesMislukt(f"Het bestand {rapport} is er niet; er is niets gelezen.")
    try:
        kennis = bekend()
        gelezen = lees_rapport(rapport, naam=rapport.name, bekend=kennis)
        voorstel = maak(gelezen, rapport, naam=rapport.name, bekend=kennis, naar=naar)
    except (Onleesbaar, Gestopt) as fout:
        raise LeesMislukt(str(fout)) from fout
    except KeyboardInterrupt as fout:
        raise LeesMislukt("Het lezen is gestopt; er is niets geschreven.") from fout
    except OSError as fout:
        raise LeesMislukt(f"Lezen of schrijven lukt niet: {fout.filename}; er is niets bewaard.") from fout
    return f"{verslag(voorstel, kennis)}\n\nHet voorstel staat in {naar}. Er is niets aanvaard."
