"""The paragraph of a letter: what a selection comes to, in plain Dutch. Pure functions of rows of queries/.

Numbers to twenty are words, percentages whole with their n/N, what is unknown is named, and what the inspectorates
tested stands apart from what a gemeente told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pagina.beeld.zinnen import aandeel_met_procent, hoofd, meervoud, na_jaar, opsomming, telwoord
from pagina.uitvoer.brief.uitslag import Rij, Uitslag
from pagina.uitvoer.brief.vaststelling import geen_oordeel, vastgesteld, verwerkt, zonder
from pagina.uitvoer.brief.woord import op_wiens_woord

#: Gemeenten of which it is said which aanpak took over; of more, only that one did.
OPVOLGERS = 2


def alinea(uitslag: Uitslag) -> str:
    """The paragraph: of whom, what was found and by whom, what became of it, in shares, and on whose word."""
    if not uitslag.totaal["cellen"]:
        return geen_oordeel(uitslag)
    delen = [verwerkt(uitslag.ronde), vastgesteld(uitslag), *zonder(uitslag)]
    if uitslag.totaal["vastgesteld"]:
        delen += [*_geworden(uitslag), _aandelen(uitslag.totaal), *_opvolging(uitslag), *op_wiens_woord(uitslag)]
    return " ".join(deel for deel in [*delen, _teruggevallen(uitslag)] if deel)


def _geworden(uitslag: Uitslag) -> Iterator[str]:
    """What became of the verbeterpunten: what was assessed, and then each kind of what is not known."""
    totaal = uitslag.totaal
    if not totaal["beoordeeld"]:
        yield from _geen_beoordeeld(uitslag)
        return
    zin = _beoordeeld(totaal, _wanneer(uitslag), tussen=_tussen(uitslag))
    onbekend = "; ".join(_onbekend(totaal, uitslag))
    yield f"{zin}; {onbekend}." if onbekend else f"{zin}."


def _wanneer(uitslag: Uitslag) -> str:
    if uitslag.jaar_naar is None:
        return "later"
    return f"bij de laatste meting, in {uitslag.jaar_naar}," if uitslag.verloop else f"in {uitslag.jaar_naar}"


def _tussen(uitslag: Uitslag) -> bool:
    """Whether a sentence about something else stands between the verbeterpunten and what became of them."""
    return bool(uitslag.gemengd or uitslag.totaal["eerder_vastgesteld"] or any(zonder(uitslag)))


def _beoordeeld(totaal: Rij, wanneer: str, *, tussen: bool) -> str:
    """'Daarvan waren er in 2014 tien opgepakt en vijf niet opgepakt', or shorter where all went one way."""
    aantal = int(totaal["vastgesteld"])
    soorten = [("opgepakt", "opgepakt"), ("deels_opgepakt", "deels opgepakt"), ("niet_opgepakt", "niet opgepakt")]
    for sleutel, woord in soorten:
        if int(totaal[sleutel]) == aantal:
            return _allemaal(aantal, woord, wanneer, wat=" verbeterpunten" if tussen else "")
    delen = [(int(totaal[sleutel]), woord) for sleutel, woord in soorten if totaal[sleutel] or sleutel == "opgepakt"]
    stukken: list[str] = []
    for enkel, groep in groupby(delen, key=lambda deel: deel[0] <= 1):
        werkwoord = "was er" if enkel else "waren er"
        tekst = [f"{telwoord(n) if n else 'geen enkel'} {woord}" for n, woord in groep]
        tekst[0] = f"{werkwoord} {tekst[0]}" if stukken else f"{werkwoord} {wanneer} {tekst[0]}"
        stukken += tekst
    begin = f"Van de {telwoord(aantal)} verbeterpunten" if tussen else "Daarvan"
    return f"{begin} {opsomming(stukken)}"


def _allemaal(aantal: int, woord: str, wanneer: str, *, wat: str) -> str:
    """All of them one and the same: 'Geen van de zes was in 2014 opgepakt' is plainer than six that were not."""
    if aantal == 1:
        return f"{'Het ene verbeterpunt' if wat else 'Dat punt'} was {wanneer} {woord}"
    if woord == "niet opgepakt":
        return f"Geen van {'beide' if aantal == 2 else f'de {telwoord(aantal)}'}{wat} was {wanneer} opgepakt"
    return f"{'Beide' if aantal == 2 else f'Alle {telwoord(aantal)}'}{wat} waren {wanneer} {woord}"


def _onbekend(totaal: Rij, uitslag: Uitslag) -> Iterator[str]:
    """Each kind of not known, after what is: 'van één is de stand onbekend, omdat het in 2014 niet is beoordeeld'."""
    jaar = f"in {uitslag.jaar_naar} " if uitslag.jaar_naar is not None else ""
    na = na_jaar(totaal, uitslag.jaar_van)
    if n := int(totaal["niet_beoordeeld"]):
        yield (
            f"van {telwoord(n)} is de stand onbekend, omdat {meervoud(n, 'het', 'ze')} {jaar}niet "
            f"{meervoud(n, 'is', 'zijn')} beoordeeld"
        )
    if n := int(totaal["nog_niet_hertoetst"]):
        yield f"{telwoord(n)} {meervoud(n, 'is', 'zijn')}{na} nog niet opnieuw getoetst"
    if n := int(totaal["vervallen"]):
        yield f"bij {telwoord(n)} is de aanpak gestopt voordat{na} opnieuw is getoetst"


def _geen_beoordeeld(uitslag: Uitslag) -> Iterator[str]:
    """Nothing was assessed: no share, and not zero."""
    totaal = uitslag.totaal
    aantal, na = int(totaal["vastgesteld"]), na_jaar(totaal, uitslag.jaar_van)
    soorten = [naam for naam in ("niet_beoordeeld", "nog_niet_hertoetst", "vervallen") if totaal[naam]]
    if soorten == ["nog_niet_hertoetst"]:
        yield (
            f"Van dat punt staat in dit dashboard geen nieuwe toets{na}."
            if aantal == 1
            else f"Van geen van {_alle(aantal)} staat in dit dashboard een nieuwe toets{na}."
        )
    elif soorten == ["niet_beoordeeld"]:
        wanneer = hoofd(_wanneer(uitslag).rstrip(","))
        yield (
            f"{wanneer} is er opnieuw gekeken, maar dat punt is toen niet beoordeeld."
            if aantal == 1
            else f"{wanneer} is er opnieuw gekeken, maar geen van {_alle(aantal)} is toen beoordeeld."
        )
    elif soorten == ["vervallen"]:
        punten = " verbeterpunten" if _tussen(uitslag) else ""
        wat = "dat punt" if aantal == 1 else ("beide" if aantal == 2 else f"alle {telwoord(aantal)}") + punten
        yield f"Bij {wat} is de aanpak gestopt voordat{na} opnieuw is getoetst."
    else:
        soms = "; ".join(_onbekend(totaal, uitslag))
        yield f"Van de {telwoord(aantal)} verbeterpunten geldt: {soms}." if _tussen(uitslag) else f"{hoofd(soms)}."
    yield (
        "Of het is opgepakt, is dus onbekend; dat is iets anders dan niet opgepakt."
        if aantal == 1
        else "Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul."
    )


def _alle(aantal: int) -> str:
    return "beide punten" if aantal == 2 else f"de {telwoord(aantal)} punten"


def _aandelen(totaal: Rij) -> str:
    """Both shares with n and N; none where all went one way, as the sentence before says, or nothing was assessed."""
    opgepakt, beoordeeld, vastgesteld_ = (int(totaal[naam]) for naam in ("opgepakt", "beoordeeld", "vastgesteld"))
    een_kant = vastgesteld_ in {opgepakt, int(totaal["deels_opgepakt"]), int(totaal["niet_opgepakt"])}
    if not beoordeeld or een_kant:
        return ""
    if beoordeeld == vastgesteld_:
        return f"Opgepakt is dus {aandeel_met_procent(opgepakt, vastgesteld_, 'van de punten')}; alle zijn beoordeeld."
    onbekend = telwoord(vastgesteld_ - beoordeeld)
    alle = aandeel_met_procent(opgepakt, vastgesteld_, "van alle vastgestelde punten").removesuffix(")")
    return (
        f"Opgepakt is dus {aandeel_met_procent(opgepakt, beoordeeld, 'van de beoordeelde punten')} en {alle}, waarvan "
        f"{onbekend} onbekend)."
    )


def _opvolging(uitslag: Uitslag) -> Iterator[str]:
    """Where another aanpak took over, the stand is that of the successor."""
    stand = f"de stand van {uitslag.jaar_naar}" if uitslag.jaar_naar is not None else "de stand"
    if len(uitslag.opvolgers) > OPVOLGERS:
        aantal = telwoord(len(uitslag.opvolgers))
        yield f"In {aantal} gemeenten nam een andere aanpak het over; {stand} gaat over die opvolger."
        return
    for gemeente, (van, naar) in uitslag.opvolgers.items():
        wat = f"is de aanpak {van[0]}" if len(van) == 1 else f"zijn de aanpakken {opsomming(van)}"
        wie = meervoud(len(naar), "die opvolger", "die opvolgers")
        telt = meervoud(len(naar), "telt", "tellen")
        elk = "" if len(van) == 1 else f", die voor elk {'van beide' if len(van) == 2 else 'ervan'} {telt}"
        yield f"In {gemeente} {wat} overgenomen door {opsomming(naar)}; {stand} gaat over {wie}{elk}."


def _teruggevallen(uitslag: Uitslag) -> str:
    aantal = int(uitslag.totaal["teruggevallen"])
    if not aantal:
        return ""
    wanneer = _wanneer(uitslag).rstrip(",")
    was = f"{meervoud(aantal, 'was', 'waren')} er {wanneer} {telwoord(aantal)}"
    of_eerder = " of eerder" if "teruggevallen" in uitslag.eerder else ""
    return f"Van wat in {uitslag.jaar_van}{of_eerder} voldeed, {was} teruggevallen tot een verbeterpunt."
