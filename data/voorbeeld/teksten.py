"""What fictional rapporten say: short sentences that fit any indicator, plainly generic."""

from __future__ import annotations

from functools import cache
from random import Random

from data.voorbeeld.toeval import kies

#: Per uitkomst how the indicator is spoken of.
OVER = {
    "voldoet": (
        "‘{kort}’ is op orde.",
        "Het onderdeel ‘{kort}’ is geregeld, en in de praktijk wordt ernaar gewerkt.",
        "Bij ‘{kort}’ zien wij geen tekort.",
        "De partners doen wat nodig is voor ‘{kort}’.",
    ),
    "verbeterpunt": (
        "‘{kort}’ is nog niet geregeld.",
        "Het onderdeel ‘{kort}’ staat op papier, maar in de praktijk is er weinig van te zien.",
        "Bij ‘{kort}’ hangt het te veel af van wie het werk doet.",
        "De partners weten niet van elkaar wat zij doen voor ‘{kort}’.",
    ),
    "gemengd": (
        "‘{kort}’ is in een deel van de wijken geregeld en in een ander deel niet.",
        "Voor ‘{kort}’ zijn afspraken gemaakt; niet iedereen houdt zich eraan.",
    ),
}
#: What it rests on.
WAARUIT = (
    "",
    " Dat blijkt uit gesprekken met professionals.",
    " Dat zeggen zowel de gemeente als haar partners.",
    " Dat is te lezen in de stukken die de gemeente gaf.",
    " In de onderzochte dossiers komt dit steeds terug.",
    " De gezinnen die wij spraken, herkennen dit.",
    " De gemeente werkt aan een volgende stap en verwacht die binnen een jaar te zetten.",
    " Nieuwe medewerkers krijgen hierover uitleg, en het onderwerp staat vast op de agenda van het overleg.",
    " Een deel van de partners noemt dit als punt dat in de komende tijd aandacht blijft vragen.",
)
#: Per soort of a bevinding: title and text.
BEVINDINGEN = {
    "sterk_punt": ("Goed geregeld: {kort}", "Wat te zien is bij ‘{kort}’, is een voorbeeld voor andere teams."),
    "kan_beter": ("Kan beter: {kort}", "Het gaat niet mis bij ‘{kort}’, maar met vaste afspraken kan het beter."),
    "verbeterpunt": ("Verbeterpunt: {kort}", "De gemeente moet ‘{kort}’ beter regelen en laten zien dat het werkt."),
    "aanbeveling": ("Werk aan: {kort}", "Maak met de partners een plan voor ‘{kort}’ en bespreek hoe het loopt."),
    "risico": ("Risico bij: {kort}", "Zolang ‘{kort}’ van personen afhangt, kan een gezin tussen wal en schip raken."),
    "verklaring": ("Waardoor: {kort}", "Door wisselingen in het team kreeg ‘{kort}’ minder aandacht dan bedoeld."),
    "kans": ("Kans voor: {kort}", "De nieuwe samenwerking in de wijk biedt een kans om ‘{kort}’ verder te brengen."),
    "oordeel": ("Oordeel over het geheel", "De basis van de aanpak is goed; op ‘{kort}’ komt het nu aan."),
    "toezegging": ("Toezegging van de gemeente", "De gemeente zegt toe dat zij ‘{kort}’ in het komende jaar oppakt."),
    "reactie": ("Reactie van de gemeente", "De gemeente herkent wat het rapport zegt over ‘{kort}’."),
}  # fmt: skip
VOOR_WIE = ("", "de gemeente", "het team", "de netwerkpartners", "de gemeente en haar partners", "de regisseur")
BASIS = {
    "volledige_toets": "Gesprekken met gemeente en partners, en beleidsstukken (fictief).",
    "hertoets_verbeterpunten": "Een bezoek over de eerdere verbeterpunten, met nieuwe stukken (fictief).",
    "mondelinge_rapportage": "De gemeente vertelde wat met de verbeterpunten is gedaan (fictief).",
    "casusonderzoek": "{n} gezinnen: dossiers en gesprekken met gezin en professionals (fictief).",
    "stelselonderzoek": "{n} dossiers en gesprekken met team, gezinnen en partners (fictief).",
}


@cache
def _gevuld(uitkomst: str, kort: str) -> tuple[str, ...]:
    """Every toelichting that an indicator can get with an uitkomst, of 60 characters or more where it can."""
    alle = [zin.format(kort=kort) + waaruit for zin in OVER.get(uitkomst, ()) for waaruit in WAARUIT]
    return tuple(tekst for tekst in alle if len(tekst) >= 60)


def toelichting(stroom: Random, uitkomst: str, kort: str) -> str:
    """A few sentences with an oordeel; none with an empty cell."""
    alle = _gevuld(uitkomst, kort)
    return kies(stroom, alle) if alle else ""
