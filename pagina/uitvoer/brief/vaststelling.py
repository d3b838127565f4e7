"""The first sentences of a letter: of which gemeenten it speaks, and who found what there. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pagina.beeld.telling import Eenheid
from pagina.beeld.woord import op_woord
from pagina.beeld.zinnen import eerder_vastgesteld, hoofd, meervoud, opsomming, telwoord
from pagina.uitvoer.brief.uitslag import NAMEN, Rij, Ronde, Uitslag, namen_van

_TELT: Mapping[Eenheid, str] = {
    "aanpak": "geteld per aanpak",
    "gemeente": "geteld per indicator binnen een gemeente",
}


def geen_oordeel(uitslag: Uitslag) -> str:
    """That nothing was judged, which is not the same as no verbeterpunten."""
    waar = "".join(f" {deel}" for deel in (uitslag.waar, uitslag.in_gemeenten) if deel)
    return (
        f"In dit dashboard staat geen oordeel over {uitslag.jaar_van}{waar} (kader {uitslag.kader}). Dat is niet "
        "hetzelfde als nul verbeterpunten."
    )


def verwerkt(ronde: Ronde | None) -> str:
    """Of how many gemeenten of the round there is a report, first of all: nobody may take a part for the whole."""
    if ronde is None:
        return ""
    namen = f" ({opsomming(ronde.gemeenten)})" if ronde.hier <= NAMEN else ""
    wat = f"gemeenten uit de onderzoeksronde ‘{ronde.ronde}’ is een rapport verwerkt{namen}"
    if ronde.hier >= ronde.aantal_gemeenten:
        return f"Van alle {telwoord(ronde.aantal_gemeenten)} {wat}."
    return f"Van {telwoord(ronde.hier)} van de {telwoord(ronde.aantal_gemeenten)} {wat}; dit is geen landelijk beeld."


def vastgesteld(uitslag: Uitslag) -> str:
    """Who found how many verbeterpunten where; of none, how many verdicts there were."""
    aantal, oordelen = int(uitslag.totaal["vastgesteld"]), int(uitslag.totaal["cellen"])
    moment = f"bij de eerste meting, in {uitslag.jaar_van}," if uitslag.verloop else f"in {uitslag.jaar_van}"
    moment += " of eerder" if uitslag.totaal["eerder_vastgesteld"] else ""
    wie = _inspectie(uitslag.uitgevers, meer=aantal != 1)
    wat = f"{telwoord(aantal) if aantal else 'geen'} {meervoud(aantal, 'verbeterpunt', 'verbeterpunten')}"
    zin = " ".join(filter(None, (hoofd(_bij(uitslag)), wie, moment, uitslag.waar, wat, "vastgesteld")))
    zin += f" (kader {uitslag.kader}, {_TELT[uitslag.eenheid]})"
    if not aantal:
        return f"{zin}: {_alle_oordelen(oordelen)} ‘voldoet’{op_woord(uitslag.woord)}.{_voldeed_eerder(uitslag)}"
    return " ".join(filter(None, [f"{zin}.", _gemengd(uitslag), eerder_vastgesteld(uitslag.totaal, uitslag.jaar_van)]))


def _gemengd(uitslag: Uitslag) -> str:
    if not uitslag.gemengd:
        return ""
    gemengd = hoofd(telwoord(uitslag.gemengd))
    return f"{gemengd} daarvan {meervoud(uitslag.gemengd, 'is', 'zijn')} gemengd: het rapport drukt er ✓ en X af."


def _voldeed_eerder(uitslag: Uitslag) -> str:
    if "voldeed" not in uitslag.eerder:
        return ""
    return f" Wat eerder voldeed en bij de meting in {uitslag.jaar_van} niet is beoordeeld, telt daarin mee."


def _alle_oordelen(aantal: int) -> str:
    if aantal <= 2:
        return "het ene oordeel is" if aantal == 1 else "beide oordelen zijn"
    return f"alle {telwoord(aantal)} oordelen zijn"


def _inspectie(uitgevers: Sequence[str], *, meer: bool) -> str:
    """Who judged, as subject: 'heeft Samenwerkend Toezicht Jeugd (STJ)'; a passive where nobody is named."""
    if not uitgevers:
        return "zijn" if meer else "is"
    if len(uitgevers) == 1:
        return f"heeft {uitgevers[0]}"
    return f"hebben {opsomming(uitgevers) if len(uitgevers) == 2 else 'de inspecties'}"


def _bij(uitslag: Uitslag) -> str:
    """At which gemeenten, by name where they are few; of a round, how many of those that are here."""
    namen = namen_van(uitslag.per_gemeente) or list(uitslag.beoordeeld)
    aantal = len(namen)
    genoemd = f" ({opsomming(namen)})" if aantal <= NAMEN else ""
    if uitslag.ronde is None:
        return f"bij de gemeente {namen[0]}" if aantal == 1 else f"bij {telwoord(aantal)} gemeenten{genoemd}"
    if aantal < uitslag.ronde.hier:
        return f"bij {telwoord(aantal)} daarvan{genoemd}"
    return "bij deze gemeente" if aantal == 1 else f"bij deze {telwoord(aantal)} gemeenten samen"


def zonder(uitslag: Uitslag) -> Iterator[str]:
    """The gemeenten of the round that are here and had no verbeterpunt, or of which nothing counts in this pair."""
    if uitslag.ronde is None or not uitslag.totaal["vastgesteld"]:
        return
    met = set(namen_van(uitslag.per_gemeente))
    goed = [naam for naam in uitslag.beoordeeld if naam not in met]
    for woord, namen in _op_woord(uitslag, goed).items():
        yield f"Bij {_wie(namen)} voldeed alles wat is beoordeeld{woord}."
    stil = [naam for naam in uitslag.ronde.gemeenten if naam not in met and naam not in uitslag.beoordeeld]
    hierover = "hierover " if uitslag.waar else ""
    if buiten := [naam for naam in stil if naam in uitslag.buiten]:
        yield f"Wat in {uitslag.jaar_van} {hierover}bij {_wie(buiten)} is beoordeeld, {_waarom_buiten(uitslag)}."
    if niets := [naam for naam in stil if naam not in uitslag.buiten]:
        yield f"Over {_wie(niets)} staat {hierover}geen oordeel uit {uitslag.jaar_van} in dit dashboard."


def _wie(namen: Sequence[str]) -> str:
    return opsomming(namen) if len(namen) <= NAMEN else f"{telwoord(len(namen))} andere"


def _op_woord(uitslag: Uitslag, goed: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """These gemeenten by what is to be said of whose word it is; those that were tested first."""
    rijen: dict[str, list[Rij]] = {naam: [] for naam in goed}
    for rij in uitslag.woord:
        rijen.get(str(rij["gemeente"]), []).append(rij)
    soorten = {naam: op_woord(eigen) for naam, eigen in rijen.items()}
    groepen = [[naam for naam in goed if soorten[naam] == soort] for soort in sorted(set(soorten.values()))]
    # the same once more of the group: who told may be several
    return {op_woord(rij for naam in groep for rij in rijen[naam]): groep for groep in groepen}


def _waarom_buiten(uitslag: Uitslag) -> str:
    """Why what was judged in the first year is not in the selection."""
    if uitslag.op_bewijs:
        return "valt buiten deze keuze"
    if uitslag.jaar_naar is None:
        return "is daarna opnieuw getoetst"
    return (
        f"had de laatste meting niet in {uitslag.jaar_naar}"
        if uitslag.verloop
        else f"is in {uitslag.jaar_naar} niet opnieuw getoetst"
    )
