"""What can be asked by name: the Kamerbrief, the public views, the queries; and what each of them takes."""

from __future__ import annotations

import difflib
from functools import cache

from pagina.uitvoer.inhoud.uit_vraag import VIEWS
from pagina.uitvoer.opdrachten.fouten import VerkeerdGebruik
from queries.lijst import vragen as queries

KAMERBRIEF = "kamerbrief"
#: Queries that are no question of a reader: the one behind the views, the heatmap in numbers (in words: cellen), and
#: what the health of the server is judged by.
GEEN_VRAAG = frozenset({"bekijk", "heatmap", "heatmap_kolommen", "heatmap_rijen", "leveringen"})
#: What is asked instead of a query of which readers know the name from the page.
_IN_PLAATS = {"heatmap": "cellen", "heatmap_kolommen": "cellen", "heatmap_rijen": "cellen"}


@cache
def vragen() -> dict[str, frozenset[str]]:
    """Every view and query by name, with its parameters; the Kamerbrief is not among them.

    A view takes none; its name comes before that of a query.
    """
    eigen = {naam: nodig for naam, nodig in queries().items() if naam not in GEEN_VRAAG}
    return {**eigen, **{naam: frozenset[str]() for naam in VIEWS}}


def nodig(vraag: str) -> frozenset[str]:
    """The parameters of a view or query. Raises VerkeerdGebruik for a name that is neither."""
    try:
        return vragen()[vraag]
    except KeyError as fout:
        anders = _IN_PLAATS.get(vraag)
        lijkt = [anders] if anders else difflib.get_close_matches(vraag, [KAMERBRIEF, *vragen()], n=3)
        tip = f" Bedoelt u {' of '.join(f'‘{naam}’' for naam in lijkt)}?" if lijkt else ""
        raise VerkeerdGebruik(f"De vraag ‘{vraag}’ bestaat niet.{tip} De hulp noemt ze alle: --help.") from fout
