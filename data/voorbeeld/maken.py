"""`python -m data voorbeeld`: a fictional country in leveringen, one gemeente at a time: its size does not matter."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from data.voorbeeld.kaders import kopieer
from data.voorbeeld.land import LAATSTE_JAAR, Gemeente, ontwerp, schrijf_gebieden
from data.voorbeeld.lijnen import Lijnen, Plaats
from data.voorbeeld.metingen import Bezoeken
from data.voorbeeld.rondes import alle_rondes, schrijf_rondes
from data.voorbeeld.schrijven import Levering, Pen
from data.voorbeeld.toeval import dobbel, kies

#: So many gemeenten share one levering of facts: files stay small enough to be checked in little memory.
PER_LEVERING = 50
#: With how many approaches a gemeente begins.
BEGIN_MET = (1, 1, 1, 1, 2, 2, 2, 2, 2, 3)


def maak(naar: Path, *, gemeenten: int, jaren: int, zaad: int) -> int:
    """Write fictional leveringen into a folder that is empty or not there yet; how many there are.

    The lists that the facts refer to come last: a folder that was left half written is refused by the build.
    """
    land = ontwerp(gemeenten, jaren, zaad)
    eerste = LAATSTE_JAAR - jaren + 1
    genoemd: Counter[str] = Counter()
    mappen = [
        (naar / f"voorbeeld-feiten-{begin // PER_LEVERING + 1:04}", land[begin : begin + PER_LEVERING])
        for begin in range(0, len(land), PER_LEVERING)
    ]
    for map_, deel in mappen:
        with Levering(map_, f"Verzonnen feiten over {deel[0].code} tot en met {deel[-1].code}.") as levering:
            for gemeente in deel:
                genoemd += schrijf_feiten(levering, gemeente, jaren, zaad)
    with Levering(naar / "voorbeeld-rondes", "Verzonnen onderzoeksrondes.") as levering:
        schrijf_rondes(levering, eerste, genoemd, zaad)
    with Levering(naar / "voorbeeld-gebieden", "Verzonnen gemeenten met een verzonnen kaart.") as levering:
        schrijf_gebieden(levering, land)
    kopieer(naar / "voorbeeld-kaders")
    return len(mappen) + 3


def schrijf_feiten(levering: Levering, gemeente: Gemeente, jaren: int, zaad: int) -> Counter[str]:
    """Write all that is known of a gemeente; in which rounds how many of it and its predecessors took part."""
    stroom = dobbel(zaad, gemeente.code)
    eerste = LAATSTE_JAAR - jaren + 1
    lijnen, bezoeken = Lijnen(levering, stroom), Bezoeken(Pen(levering, stroom), gemeente, jaren)
    zelf = Plaats(gemeente.code, gemeente.naam)
    eerder = [Plaats(code, naam) for code, naam in gemeente.opgegaan]
    for plaats in [*eerder, *([] if gemeente.nieuw else [zelf])]:
        bezoeken.plan(plaats, eerste)
        for _ in range(kies(stroom, BEGIN_MET)):
            lijnen.begin(plaats, eerste)
    stopt = eerste + max(1, jaren // 2) if gemeente.verhaal == "gestopt" else 0
    for jaar in range(eerste, LAATSTE_JAAR + 1):
        if eerder and jaar == gemeente.fusiejaar:
            _fuseer(lijnen, bezoeken, eerder, zelf, jaar=jaar)
            eerder = []
        for plaats in [*eerder, zelf]:
            if jaar == stopt:
                lijnen.stop(plaats, plaats.levend, jaar)
            elif jaar not in {eerste, gemeente.fusiejaar}:
                lijnen.gebeurtenis(plaats, jaar)
            bezoeken.jaar(plaats, jaar)
    lijnen.schrijf()
    return _schrijf_deelname(levering, gemeente, bezoeken.deelname, eerste=eerste, zaad=zaad)


def _fuseer(lijnen: Lijnen, bezoeken: Bezoeken, eerder: list[Plaats], zelf: Plaats, *, jaar: int) -> None:
    """What was planned for the gemeenten that merge is planned for the one that remains."""
    if not zelf.toets:
        bezoeken.plan(zelf, jaar)
    lijnen.fuseer(eerder, zelf, jaar)
    for plaats in eerder:
        zelf.hertoets = plaats.hertoets | zelf.hertoets
        zelf.ronde = plaats.ronde | zelf.ronde


def _schrijf_deelname(
    levering: Levering, gemeente: Gemeente, getoetst: set[tuple[str, str, str]], *, eerste: int, zaad: int
) -> Counter[str]:
    """Write who took part in which round, also those of whom no meting is here."""
    stroom = dobbel(zaad, "deelname", gemeente.code)
    rijen = {(ronde, code, aanpak, "Fictief rapport van de gemeente") for ronde, code, aanpak in getoetst}
    for ronde, _, _, _ in alle_rondes(eerste):
        kans = 0.3 if gemeente.verhaal == "geen_rapport" else 0.03
        if stroom.random() < kans and not any(r == ronde for r, _, _ in getoetst):
            rijen.add((ronde, gemeente.code, "", "Genoemd in een fictief landelijk overzicht"))
    for ronde, code, aanpak, bron in sorted(rijen):
        levering.rij("ronde_deelname", ronde_id=ronde, gemeente_code=code, aanpak=aanpak, bron=bron)
    return Counter(ronde for ronde, _ in {(ronde, code) for ronde, code, _, _ in rijen})
