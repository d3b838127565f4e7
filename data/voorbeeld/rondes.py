"""Fictional onderzoeksrondes: so many years each, and more gemeenten in them than are here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from data.voorbeeld.kaders import Kader, kaders
from data.voorbeeld.land import LAATSTE_JAAR
from data.voorbeeld.schrijven import Levering
from data.voorbeeld.toeval import dobbel, kies

#: Per level of a kader, how many years a round takes.
LENGTE = {"beleid": 4, "casus": 5, "stelsel": 6}
#: How many gemeenten took part that no file here names.
NIET_GENOEMD = (0, 0, 2, 5, 9)


def ronde_id(kader: Kader, jaar: int, eerste: int) -> str:
    """The round that a test in a year belongs to; `eerste` is the first year of all."""
    lengte = LENGTE[kader.niveau]
    return f"fictieve-ronde-{kader.kort}-{eerste + (jaar - eerste) // lengte * lengte}"


def alle_rondes(eerste: int) -> Iterator[tuple[str, Kader, int, int]]:
    """Every round: id, kader, first and last year. The follow-up of the last tests belongs to it, a year later."""
    for kader in kaders():
        for begin in range(eerste, LAATSTE_JAAR + 1, LENGTE[kader.niveau]):
            yield ronde_id(kader, begin, eerste), kader, begin, min(LAATSTE_JAAR, begin + LENGTE[kader.niveau])


def schrijf_rondes(levering: Levering, eerste: int, genoemd: Counter[str], zaad: int) -> None:
    """Write the rounds, with how many gemeenten took part; `genoemd` says of how many that is known here."""
    for nummer, (id_, kader, van, tot) in enumerate(alle_rondes(eerste)):
        meer = kies(dobbel(zaad, id_), NIET_GENOEMD) if nummer else 6
        levering.rij(
            "onderzoeksrondes", ronde_id=id_, ronde=f"Fictieve ronde {kader.naam} {van}–{tot}", kader_id=kader.id,
            jaar_van=van, jaar_tot=tot, aantal_gemeenten=max(1, genoemd[id_] + meer), bron="Verzonnen",
        )  # fmt: skip
