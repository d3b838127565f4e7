"""Approaches that begin, get another name, merge, split, move to another gemeente and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from data.voorbeeld.kaders import Indicator
from data.voorbeeld.namen import AANPAKKEN
from data.voorbeeld.schrijven import Levering
from data.voorbeeld.toeval import kies
from data.voorbeeld.uitkomsten import OPEN


@dataclass(frozen=True)
class Gedrukt:
    """The latest meting of an approach: the rapport that first printed it, and the indicatoren it found open."""

    meting: str
    rapport: str
    jaar: int
    open: tuple[tuple[Indicator, str], ...]


@dataclass
class Aanpak:
    """An approach; per kader what was last known of each begrip, and its latest meting."""

    id: str
    code: str
    naam: str
    begin: str
    einde: str = ""
    bekend: dict[str, dict[str, str]] = field(default_factory=dict)
    getoetst: dict[str, Gedrukt] = field(default_factory=dict)


@dataclass
class Plaats:
    """A gemeente as the years go by: its living approaches, and per kader when it is tested (again), in which round."""

    code: str
    naam: str
    levend: list[Aanpak] = field(default_factory=list)
    toets: dict[str, int] = field(default_factory=dict)
    hertoets: dict[str, int] = field(default_factory=dict)
    ronde: dict[str, str] = field(default_factory=dict)


class Lijnen:
    """The lineage of one gemeente and what merged into it, written as it happens."""

    def __init__(self, levering: Levering, stroom: Random) -> None:
        """Nothing has begun yet."""
        self._levering = levering
        self._stroom = stroom
        self._alle: list[Aanpak] = []

    def begin(self, plaats: Plaats, jaar: int, van: Sequence[Aanpak] = (), naam: str = "") -> Aanpak:
        """A new approach in a gemeente, that takes over from others; these end with the year before."""
        nummer = 1 + sum(aanpak.code == plaats.code for aanpak in self._alle)
        begin = self._deeldatum(f"{jaar}-01-01") if van or self._stroom.random() < 0.7 else ""
        aanpak = Aanpak(
            f"{plaats.code.lower()}-{nummer}", plaats.code, self._naam(plaats, naam, nummer), begin,
            bekend=_samen(van),
        )  # fmt: skip
        for eerder in van:
            self.eindig(eerder, jaar)
            self._levering.rij(
                "aanpak_opvolging", van=eerder.id, naar=aanpak.id, bron=f"Brief van de gemeente, {jaar} (fictief)"
            )
        plaats.levend.append(aanpak)
        self._alle.append(aanpak)
        return aanpak

    def eindig(self, aanpak: Aanpak, jaar: int) -> None:
        """The approach lives until the year; of the end, too, not every date is known to the day."""
        aanpak.einde = aanpak.einde or self._deeldatum(f"{jaar - 1}-12-31")

    def gebeurtenis(self, plaats: Plaats, jaar: int) -> None:
        """What happens to the approaches of a gemeente at the turn of the year; most years nothing does."""
        worp, levend = self._stroom.random(), plaats.levend
        if not levend or worp >= 0.23:
            return
        if worp < 0.09:
            self._vervang(plaats, [kies(self._stroom, levend)], jaar)
        elif worp < 0.14 and len(levend) == 1:
            (oud,) = levend
            self._vervang(plaats, [oud], jaar, naam=f"{oud.naam} Noord")
            self.begin(plaats, jaar, [oud], naam=f"{oud.naam} Zuid")
        elif 0.14 <= worp < 0.17 and len(levend) > 1:
            self._vervang(plaats, levend[:2], jaar)
        elif worp >= 0.17 and len(levend) < 3:
            self.begin(plaats, jaar)
        elif worp >= 0.17:
            self.stop(plaats, levend[:1], jaar)

    def stop(self, plaats: Plaats, aanpakken: Sequence[Aanpak], jaar: int) -> None:
        """End approaches that nothing takes over from."""
        for aanpak in list(aanpakken):
            self.eindig(aanpak, jaar)
            plaats.levend.remove(aanpak)

    def fuseer(self, uit: Sequence[Plaats], naar: Plaats, jaar: int) -> None:
        """Gemeenten merge: their approaches move over, into a joint one or under their own names."""
        komt = [aanpak for plaats in uit for aanpak in plaats.levend]
        for plaats in uit:
            plaats.levend = []
        if self._stroom.random() < 0.6:
            self._vervang(naar, [*komt, *naar.levend[:1]], jaar)
        else:
            for aanpak in komt:
                self.begin(naar, jaar, [aanpak], naam=aanpak.naam)

    def schrijf(self) -> None:
        """Write every approach there has been, now that the ends are known."""
        for aanpak in self._alle:
            self._levering.rij(
                "aanpakken", aanpak_id=aanpak.id, gemeente_code=aanpak.code, aanpak=aanpak.naam, begin=aanpak.begin,
                einde=aanpak.einde,
            )  # fmt: skip

    def _vervang(self, plaats: Plaats, oud: Sequence[Aanpak], jaar: int, naam: str = "") -> None:
        """One approach takes over from others."""
        oud = list(oud)
        plaats.levend = [aanpak for aanpak in plaats.levend if aanpak not in oud]
        self.begin(plaats, jaar, oud, naam=naam)

    def _naam(self, plaats: Plaats, naam: str, nummer: int) -> str:
        """The name asked for, else one of chance; never one that the gemeente has used before."""
        gebruikt = {aanpak.naam for aanpak in self._alle if aanpak.code == plaats.code}
        naam = naam or kies(self._stroom, AANPAKKEN)
        return f"{naam} {nummer}" if naam in gebruikt else naam

    def _deeldatum(self, datum: str) -> str:
        """A date as exactly as it happens to be known: to the day, the month or the year."""
        return datum[: kies(self._stroom, (4, 7, 10))]


def _samen(van: Sequence[Aanpak]) -> dict[str, dict[str, str]]:
    """What is known of approaches together: a shortcoming of one is a shortcoming of all."""
    samen: dict[str, dict[str, str]] = {}
    for aanpak in van:
        for kader, bekend in aanpak.bekend.items():
            eigen = samen.setdefault(kader, {})
            for begrip, uitkomst in bekend.items():
                if begrip not in eigen or uitkomst in OPEN:
                    eigen[begrip] = uitkomst
    return samen
