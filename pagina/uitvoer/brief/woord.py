"""On whose word a figure rests: tested again by an inspectorate, or told by the gemeente itself. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from pagina.beeld.zinnen import opsomming, telwoord
from pagina.uitvoer.brief.uitslag import NAMEN, Uitslag, namen_van


def op_wiens_woord(uitslag: Uitslag) -> Iterator[str]:
    """How many of the picked-up ones were tested again, and which gemeente told the others."""
    opgepakt, verteld = int(uitslag.totaal["opgepakt"]), int(uitslag.totaal["verteld"])
    getoetst = opgepakt - verteld
    if opgepakt and not verteld:
        yield _alles_getoetst(opgepakt)
    elif opgepakt and not getoetst:
        wat = "dit punt is opgepakt" if opgepakt == 1 else _welke(opgepakt)
        geen = "het is niet opnieuw getoetst" if opgepakt == 1 else "geen ervan is opnieuw getoetst"
        yield f"Dat {wat}, {_wie(uitslag)} zelf verteld; {geen}."
    elif opgepakt:
        werkwoord = "is er één" if getoetst == 1 else f"zijn er {telwoord(getoetst)}"
        ander = "het andere punt is opgepakt" if verteld == 1 else f"de andere {telwoord(verteld)} zijn opgepakt"
        yield (
            f"Van de {telwoord(opgepakt)} opgepakte punten {werkwoord} opnieuw getoetst; dat {ander}, {_wie(uitslag)} "
            "zelf verteld."
        )
    yield from _wel_getoetst(uitslag)


def _welke(opgepakt: int) -> str:
    return "beide punten zijn opgepakt" if opgepakt == 2 else f"deze {telwoord(opgepakt)} punten zijn opgepakt"


def _alles_getoetst(opgepakt: int) -> str:
    if opgepakt == 1:
        return "Het opgepakte punt is opnieuw getoetst."
    return f"{'Beide' if opgepakt == 2 else f'Alle {telwoord(opgepakt)}'} opgepakte punten zijn opnieuw getoetst."


def _wie(uitslag: Uitslag) -> str:
    """Who told: 'heeft de gemeente Leeuwarden'."""
    namen = namen_van(rij for rij in uitslag.per_gemeente if rij["verteld"])
    if len(namen) == 1:
        return f"heeft de gemeente {namen[0]}"
    if len(namen) <= NAMEN:
        return f"hebben de gemeenten {opsomming(namen)}"
    return f"hebben {telwoord(len(namen))} gemeenten"


def _wel_getoetst(uitslag: Uitslag) -> Iterator[str]:
    """What the tests themselves showed, where nothing that was picked up was tested."""
    n, opgepakt = uitslag.getoetst or (0, 0)
    if not n or opgepakt:
        return
    if uitslag.totaal["verteld"]:
        if n == 1:
            yield "Het ene punt dat wel opnieuw is getoetst, was niet helemaal opgepakt."
        else:
            yield f"Van de {telwoord(n)} punten die wel opnieuw zijn getoetst, was er geen helemaal opgepakt."
    elif n == int(uitslag.totaal["beoordeeld"]):
        yield "Dit is opnieuw getoetst." if n == 1 else "Alle beoordeelde punten zijn opnieuw getoetst."
