"""The parts of a letter: one kader in one pair of years each, since neither is ever added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.uitvoer.brief.namen import Namen, thema_ids
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.inhoud.vrager import Vrager


@dataclass(frozen=True)
class Deel:
    """One kader in one pair of years as the queries give it; `periode` None: nothing is known under the kader.

    sleutel, woord: the pair as `perioden` offers it.
    """

    kader: str
    periode: Rij | None
    sleutel: str
    woord: str
    parameters: dict[str, object]

    @property
    def jaren(self) -> str:
        """The pair of years as a letter writes it: '2013–2014', or '2013, nog niet opnieuw getoetst'."""
        if self.periode is None:
            return ""
        van, naar = self.periode["jaar_van"], self.periode["jaar_naar"]
        return f"{van}–{naar}" if naar is not None else f"{van}, nog niet opnieuw getoetst"


def perioden(vrager: Vrager, kaders: Sequence[str], *, verloop: bool) -> Woordenlijst:
    """The pairs of years to choose from: '2013-2014', and where there are several kaders, each pair with its kader.

    A pair under several kaders is 'ggsr-casus:2013-', in words 'GGSR casus: 2013 → nog geen hertoets': what is chosen
    of one kader must not come along of another.
    """
    namen = {rij["kader_id"]: rij["kader"] for rij in rijen(vrager, "kaders")}
    paren = [
        (_sleutel(kader, kaders, rij), _woord(namen[kader], kaders, rij))
        for kader in namen
        if kader in kaders
        for rij in rijen(vrager, "periodes", kader=kader, verloop=verloop)
    ]
    return Woordenlijst([code for code, _ in paren], [woord for _, woord in paren])


def _sleutel(kader: str, kaders: Sequence[str], paar: Rij) -> str:
    return f"{kader}:{paar['periode']}" if len(kaders) > 1 else str(paar["periode"])


def _woord(naam: str, kaders: Sequence[str], paar: Rij) -> str:
    jaren = zinnen.periode(paar["jaar_van"], paar["jaar_naar"])
    return f"{naam}: {jaren}" if len(kaders) > 1 else jaren


def delen_van(vrager: Vrager, namen: Namen, kader: str) -> list[Deel]:
    """The parts of one kader: the chosen pairs of years, or where none of it is chosen the latest.

    One part without a pair where nothing is known under the kader.
    """
    keuze = namen.keuze
    paren = rijen(vrager, "periodes", kader=kader, verloop=keuze.verloop)
    gekozen = [
        paar
        for paar in paren
        if paar["periode"] in keuze.periodes or _sleutel(kader, keuze.kaders, paar) in keuze.periodes
    ]
    vast: dict[str, object] = {
        "kader": kader,
        **{naam: list(keuze.van(naam)) or None for naam in NAUWER},
        "themas": thema_ids(namen.themas[kader], keuze.van("themas")),
        "statussen": None,
        "eenheid": keuze.eenheid,
        "verloop": keuze.verloop,
    }
    if not paren:
        return [Deel(kader, None, "", "", vast | {"periode": ""})]
    return [
        Deel(
            kader,
            paar,
            _sleutel(kader, keuze.kaders, paar),
            _woord(namen.kaders.woord(kader), keuze.kaders, paar),
            vast | {"periode": paar["periode"]},
        )
        for paar in gekozen or paren[:1]
    ]
