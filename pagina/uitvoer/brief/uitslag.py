"""What one part of a letter comes to: the figures that its sentences are made of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pagina.beeld.telling import Eenheid

Rij = Mapping[str, Any]

#: Names of gemeenten in a sentence; more become a number.
NAMEN = 4


@dataclass(frozen=True)
class Ronde:
    """A round of research: how many gemeenten took part, and of which there is a report here."""

    ronde: str
    aantal_gemeenten: int
    gemeenten: tuple[str, ...]

    @property
    def hier(self) -> int:
        """Of how many there is a report here."""
        return len(self.gemeenten)


@dataclass(frozen=True)
class Uitslag:
    """What one kader comes to in one pair of years.

    totaal: the row of totalen.sql. per_gemeente: rows of cijfers.sql, of gemeenten with a verbeterpunt. beoordeeld: all
    gemeenten with an oordeel in the selection. waar, in_gemeenten: what narrows the selection, as parts of a sentence
    ('bij het thema De aanpak', 'in de gemeente Ede'); gekozen: whether to gemeenten or provincies. uitgevers: who
    judged. gemengd: verbeterpunten with ✓ and X in one cell. opvolgers: per gemeente the aanpakken that were found and
    those that took over. getoetst: what was assessed by a test and not by word, and how many of that were picked up.
    eerder: 'voldeed', 'teruggevallen': of which of these something is of before jaar_van, which passed it over.
    woord: rows of eerste_oordelen.sql, on whose word the selection sets out. buiten: gemeenten of which something was
    judged in jaar_van, but nothing of that is in the selection; op_bewijs: whether that may be for a choice of bewijs.
    """

    kader: str
    jaar_van: int
    jaar_naar: int | None
    eenheid: Eenheid
    verloop: bool
    totaal: Rij
    per_gemeente: Sequence[Rij]
    beoordeeld: Sequence[str] = ()
    rondes: Sequence[Ronde] = ()
    waar: str = ""
    in_gemeenten: str = ""
    gekozen: bool = False
    uitgevers: Sequence[str] = ()
    gemengd: int = 0
    opvolgers: Mapping[str, tuple[Sequence[str], Sequence[str]]] = field(default_factory=dict)
    getoetst: tuple[int, int] | None = None
    eerder: frozenset[str] = frozenset()
    woord: Sequence[Rij] = ()
    buiten: frozenset[str] = frozenset()
    op_bewijs: bool = False

    @property
    def ronde(self) -> Ronde | None:
        """The one round that the selection is set against; None where the reader chose gemeenten."""
        een = self.rondes[0] if len(self.rondes) == 1 and not self.gekozen else None
        return een if een is not None and een.aantal_gemeenten > 1 else None


def namen_van(rijen: Iterable[Rij]) -> list[str]:
    """The gemeenten with a verbeterpunt; two of one name are told apart by their code."""
    paren = [(str(rij["groep"]), str(rij["groep_id"])) for rij in rijen if rij["vastgesteld"]]
    alle = [naam for naam, _ in paren]
    return [f"{naam} ({code})" if alle.count(naam) > 1 else naam for naam, code in paren]
