"""What a reader does: which page, which list, which choice. By chance, but the same for the same number."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.belasting.scherm import ENKEL, Scherm, Widget

#: How often a page is visited, by its name in the address.
PAGINAS = {"opvolging": 8, "": 3, "gemeente": 4, "onderwerp": 3, "agenda": 3}
#: How often a list is chosen in, by its name in the URL; what is not named counts once.
VAAK = {"gemeente": 4, "kader": 2, "thema": 2, "periode": 2, "weergave": 2, "onderwerp": 2, "indicator": 3}
#: Choices on a page before the reader goes on.
BLIJFT = (4, 10)
#: Things chosen at once in one list.
MEEST = 3


@dataclass
class Lezer:
    """One reader. `deel` narrows the pages it visits."""

    kans: random.Random
    paginas: tuple[str, ...] = tuple(PAGINAS)
    _nog: int = field(default=0, init=False)

    def pagina(self, hier: str | None) -> str | None:
        """Where to go now; None: stay on the page where the reader is."""
        if hier is not None and (self._nog > 0 or len(self.paginas) == 1):
            self._nog -= 1
            return None
        self._nog = self.kans.randint(*BLIJFT)
        andere = [pagina for pagina in self.paginas if pagina != hier]
        return self.kans.choices(andere, [PAGINAS[pagina] for pagina in andere])[0]

    def keuze(self, scherm: Scherm) -> tuple[Widget, list[str]] | None:
        """What to choose on this page; None where there is nothing to choose."""
        lijsten = [w for w in scherm.widgets() if w.sleutel and len(w.opties) > 1 and not w.uit]
        if not lijsten:
            return None
        widget = self.kans.choices(lijsten, [VAAK.get(w.sleutel, 1) for w in lijsten])[0]
        return widget, self._waarde(widget, scherm.waarden[widget.id])

    def _waarde(self, widget: Widget, nu: list[str]) -> list[str]:
        andere = [optie for optie in widget.opties if optie not in nu]
        if widget.soort in ENKEL:
            return [self.kans.choice(andere)]
        if not andere or len(nu) >= MEEST or (nu and self.kans.random() < 1 / 3):
            return []
        return [*nu, self.kans.choice(andere)]


def lezer(nummer: int, zaad: int, paginas: tuple[str, ...] = tuple(PAGINAS)) -> Lezer:
    """The reader of a number."""
    return Lezer(random.Random(f"{zaad}:{nummer}"), paginas)
