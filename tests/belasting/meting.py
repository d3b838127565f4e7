"""One load: so many readers for so long, each with a choice every five seconds, and what came of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.belasting.controle import Gezien, lees
from tests.belasting.keuzes import PAGINAS, Lezer, lezer
from tests.belasting.scherm import Mislukt
from tests.belasting.server import TERUG, Server
from tests.belasting.zitting import Zitting, bezoek

#: Seconds between two choices of one reader.
TEMPO = 5.0
ZAAD = 7


@dataclass(frozen=True)
class Run:
    """One run of a page: when it was asked for, how long it took, and what stood there; or what went wrong."""

    moment: float
    pagina: str
    wat: str
    seconden: float
    gezien: Gezien | None
    fout: str | None


@dataclass
class Meting:
    """What one load came to. Memory in megabytes: (seconds since the beginning, as much)."""

    sessies: int
    runs: list[Run] = field(default_factory=list)
    geheugen: list[tuple[float, float]] = field(default_factory=list)
    processor: float = 0.0
    duur: float = 0.0
    geheugen_voor: float = 0.0
    geheugen_na: float = 0.0
    bytes: int = 0


@dataclass
class Belasting:
    """A load while it lasts: from `begin` to `einde`, a choice per reader every `tempo` seconds."""

    server: Server
    meting: Meting
    einde: float
    begin: float
    tempo: float

    async def lees(self, wie: Lezer) -> None:
        """One reader until the end; one who loses the connection comes back, and that run has failed."""
        # readers do not all click at the same moment
        volgende = self.begin + wie.kans.random() * min(self.tempo, self.einde - self.begin)
        while volgende < self.einde:
            try:
                async with bezoek(self.server.adres) as zitting:
                    volgende = await self._bezoek(zitting, wie, volgende)
                    self.meting.bytes += zitting.bytes
            except OSError as fout:
                self._fout("verbinden", f"de verbinding komt niet tot stand: {fout}", volgende)
                volgende += self.tempo

    async def _bezoek(self, zitting: Zitting, wie: Lezer, volgende: float) -> float:
        """Choose until the end, or until a run fails: when the next choice is due."""
        while volgende < self.einde:
            await asyncio.sleep(max(0.0, volgende - time.perf_counter()))
            # from the moment at which the reader meant to click: who must wait for the machine waits all the same
            begin, volgende = min(volgende, time.perf_counter()), volgende + self.tempo
            wat, pagina = "openen", wie.pagina(zitting.pagina)
            try:
                if pagina is None and (keuze := wie.keuze(zitting.scherm)) is not None:
                    wat = keuze[0].sleutel
                    await zitting.kies(*keuze)
                elif pagina is not None:
                    await zitting.open(pagina)
                seconden = time.perf_counter() - begin
                gezien = lees(str(zitting.pagina), zitting.scherm)
            except Mislukt as fout:
                self._fout(wat, str(fout), begin, zitting.pagina or "")
                return volgende
            self.meting.runs.append(Run(begin - self.begin, gezien.pagina, wat, seconden, gezien, None))
        return volgende

    def _fout(self, wat: str, fout: str, begin: float, pagina: str = "") -> None:
        duurde = time.perf_counter() - begin
        self.meting.runs.append(Run(begin - self.begin, pagina, wat, duurde, None, fout))

    async def houd_bij(self) -> None:
        """Look at the memory now and then, until cancelled."""
        while True:
            self.meting.geheugen.append((time.perf_counter() - self.begin, self.server.geheugen()))
            await asyncio.sleep(min(2.0, self.tempo))


async def _warm(server: Server, paginas: Sequence[str]) -> None:
    """One reader looks at every page, in each process: what the server reads once, it has read."""
    for adres in server.processen:
        async with bezoek(adres) as zitting:
            for pagina in paginas:
                await zitting.open(pagina)


async def meet(
    server: Server, sessies: int, seconden: float, *, tempo: float = TEMPO, paginas: tuple[str, ...] = tuple(PAGINAS),
    terug: bool = True,
) -> Meting:  # fmt: skip
    """Let so many readers in for so long. With `terug` wait until the server let go of their sessions."""
    meting = Meting(sessies)
    await _warm(server, paginas)
    meting.geheugen_voor = server.geheugen()
    begin, eerst = time.perf_counter(), server.processor()
    belasting = Belasting(server, meting, begin + seconden, begin, tempo)
    kijker = asyncio.create_task(belasting.houd_bij())
    async with asyncio.TaskGroup() as groep:
        for nummer in range(sessies):
            groep.create_task(belasting.lees(lezer(nummer, ZAAD, paginas)))
    meting.duur, meting.processor = time.perf_counter() - begin, server.processor() - eerst
    kijker.cancel()
    if terug:
        await asyncio.sleep(TERUG + 2)
        # a session that is out of date is let go of when the next one comes or goes
        await _warm(server, [paginas[0]])
        await asyncio.sleep(1)
    meting.geheugen_na = server.geheugen()
    return meting
