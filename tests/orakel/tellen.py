"""Section 7: counting verbeterpunten, per aanpak and per indicator within a gemeente."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.orakel.lijn import aanpak
from tests.orakel.wereld import (
    BEHOUDEN,
    DEELS,
    NIET,
    NIET_BEOORDEELD,
    NOG_NIET,
    OPGEPAKT,
    TERUGGEVALLEN,
    VERVALLEN,
    Stap,
    Wereld,
)

# kader, jaar_van, jaar_naar; no jaar_naar: without a later test
Periode = tuple[str, int, int | None]


@dataclass(frozen=True)
class Telling:
    """The verbeterpunten of one period by status; `verteld` and `getoetst` together are `opgepakt`."""

    opgepakt: int = 0
    deels_opgepakt: int = 0
    niet_opgepakt: int = 0
    niet_beoordeeld: int = 0
    nog_niet_hertoetst: int = 0
    vervallen: int = 0
    verteld: int = 0
    getoetst: int = 0

    @property
    def beoordeeld(self) -> int:
        """The first denominator: what a test has said something of."""
        return self.opgepakt + self.deels_opgepakt + self.niet_opgepakt

    @property
    def vastgesteld(self) -> int:
        """The second denominator: all verbeterpunten, the unknown ones too."""
        return self.beoordeeld + self.niet_beoordeeld + self.nog_niet_hertoetst + self.vervallen


def per_aanpak(stappen: Iterable[Stap]) -> dict[Periode, Telling]:
    """Every row of a verbeterpunt counts as one."""
    eenheden: dict[Periode, list[tuple[str, bool]]] = {}
    for s in stappen:
        if s.was_verbeterpunt:
            eenheden.setdefault(_periode(s), []).append((s.status, _is_verteld(s)))
    return {periode: _tel(lijst) for periode, lijst in eenheden.items()}


def per_gemeente(w: Wereld, stappen: Iterable[Stap]) -> dict[Periode, Telling]:
    """The verbeterpunten of one gemeente on one begrip in one period count together as one."""
    groepen: dict[tuple[Periode, str, str], list[Stap]] = {}
    for s in stappen:
        if s.was_verbeterpunt:
            groepen.setdefault((_periode(s), aanpak(w, s.aanpak_van).gemeente, s.begrip), []).append(s)
    eenheden: dict[Periode, list[tuple[str, bool]]] = {}
    for (periode, _, _), groep in groepen.items():
        samen = eenheid(s.status for s in groep)
        eenheden.setdefault(periode, []).append((samen, any(_is_verteld(s) for s in groep)))
    return {periode: _tel(lijst) for periode, lijst in eenheden.items()}


def eenheid(statussen: Iterable[str]) -> str:
    """The status of several verbeterpunten that count as one."""
    alle = set(statussen)
    if alle == {OPGEPAKT}:
        return OPGEPAKT
    if alle & {NIET, DEELS}:
        return DEELS if alle & {OPGEPAKT, DEELS} else NIET
    return _een_onbekende(alle)


def cel(statussen: Iterable[str]) -> str:
    """The status of a cell of the heatmap without a verbeterpunt: shown, never counted."""
    alle = set(statussen)
    if TERUGGEVALLEN in alle:
        return TERUGGEVALLEN
    if alle == {BEHOUDEN}:
        return BEHOUDEN
    return _een_onbekende(alle)


def percentage(n: int, totaal: int) -> int | None:
    """A whole percentage, half up, on integers; of nothing there is none."""
    if totaal == 0:
        return None
    heel, rest = divmod(100 * n, totaal)
    return heel + 1 if 2 * rest >= totaal else heel


def _een_onbekende(alle: set[str]) -> str:
    """All the same unknown status: that one; else niet_beoordeeld."""
    if len(alle) == 1 and alle <= {NIET_BEOORDEELD, NOG_NIET, VERVALLEN}:
        return next(iter(alle))
    return NIET_BEOORDEELD


def _periode(s: Stap) -> Periode:
    return s.kader, s.jaar_van, s.jaar_naar


def _is_verteld(s: Stap) -> bool:
    """Picked up by the gemeente's own word."""
    return s.status == OPGEPAKT and s.bewijs_naar == "mondelinge_rapportage"


def _tel(eenheden: list[tuple[str, bool]]) -> Telling:
    aantal = dict.fromkeys((OPGEPAKT, DEELS, NIET, NIET_BEOORDEELD, NOG_NIET, VERVALLEN), 0)
    for status, _ in eenheden:
        aantal[status] += 1
    verteld = sum(1 for status, gehoord in eenheden if status == OPGEPAKT and gehoord)
    return Telling(**aantal, verteld=verteld, getoetst=aantal[OPGEPAKT] - verteld)
