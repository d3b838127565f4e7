"""Which cells of tables were read, so that no sign is lost in silence."""

from __future__ import annotations

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.kolommen import Indeling
from data.rapporten.oordelen.regels import Regel
from data.rapporten.oordelen.rooster import Rij
from data.rapporten.oordelen.tekenplaats import bevat_teken


class Merker:
    """The judged rows so far, the cells that were read, and the doubts that touch no one row."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.regels: list[Regel] = []
        self.twijfels: list[Twijfel] = []
        self.gelezen: set[Plek] = set()

    def merk(self, rij: Rij, indeling: Indeling | None = None) -> None:
        """Note which cells were read: as a verdict, or (without columns) as a heading."""
        kolommen = None if indeling is None else {k for o in indeling.oordelen for k in o.eigen}
        for kolom, vak in enumerate(rij.vakken):
            if kolommen is None or kolom in kolommen:
                self.gelezen.add(vak.plek)

    def meld_rest(self, rij: Rij, indeling: Indeling) -> None:
        """A doubt on the last judged row when a sign stands in this one that no column of verdicts takes."""
        eigen = {k for o in indeling.oordelen for k in o.eigen}
        for kolom, vak in enumerate(rij.vakken):
            if kolom in eigen or not bevat_teken(vak.tekst) or not self.regels:
                continue
            self.gelezen.add(vak.plek)
            zin = f"In kolom {kolom + 1} staat een teken buiten de kolommen met oordelen: ‘{vak.plat[:60]}’."
            self.regels[-1].twijfels.append(Twijfel(Soort.KOLOM_ONZEKER, zin, vak.plek))
