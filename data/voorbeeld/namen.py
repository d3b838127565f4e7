"""Names that sound Dutch and belong to nothing: gemeenten, provincies, approaches."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from data.voorbeeld.toeval import schud

# Beginnings that no place in the Netherlands has, so that no ending can make them one.
BEGIN = (
    "Abbrel", "Adrim", "Alvrin", "Ambrel", "Arvel", "Barvel", "Bendrim", "Blaver", "Bolvren", "Brevel", "Brinsel",
    "Dalvren", "Darvel", "Dobrel", "Dolvrin", "Dravel", "Dulvren", "Edvel", "Elvrin", "Emvel", "Ervrin", "Farmel",
    "Felvren", "Flaver", "Fondrel", "Fravel", "Galvren", "Garvel", "Glavrin", "Gondrel", "Gravrin", "Hadrel",
    "Helvren", "Hemvel", "Hindrel", "Holvrin", "Ilvren", "Indrel", "Isvel", "Jadrel", "Jalvren", "Jelvrin",
    "Jorvel", "Kadrel", "Kelvren", "Klavrin", "Kondrel", "Kravel", "Ladrel", "Larvel", "Lemvel", "Lindrel",
    "Lorvrin", "Madrel", "Melvren", "Mindrel", "Morvrin", "Nadrel", "Nelvren", "Nindrel", "Norvel", "Oldrel",
    "Ondrim", "Orvrin", "Padrel", "Pelvren", "Plavrin", "Pondrel", "Pravel", "Quavel", "Radrel", "Relvren",
    "Rimvel", "Rondrim", "Sadrel", "Selvren", "Slavrin", "Sondrel", "Stavrin", "Tadrel", "Telvren", "Tindrel",
    "Torvrin", "Uldrel", "Umvel", "Vadrel", "Velvrin", "Vondrel", "Wadrel", "Welvren", "Windrel", "Worvrin",
    "Zadrel", "Zelvren", "Zindrel", "Zorvrin",
)  # fmt: skip
EINDE = (
    "berg", "beek", "broek", "burg", "dam", "dijk", "donk", "drecht", "gaarde", "haven", "heem", "hof", "horst",
    "hout", "hoven", "huizen", "kamp", "kerk", "land", "meer", "mond", "oord", "rade", "rode", "sluis", "stede",
    "veen", "veld", "voort", "waard", "wijk", "woude", "zand", "zijl",
)  # fmt: skip
#: Only for a country so large that the names without it run out.
VOORVOEGSELS = ("", "Nieuw-", "Oud-", "Groot-")

PROVINCIES = tuple(
    f"Fictief {streek}land"
    for streek in (
        "Duin", "Klei", "Veen", "Zand", "Meren", "Heuvel", "Bos", "Rivier", "Polder", "Heide", "Kwelder", "Krijt",
    )
)  # fmt: skip

AANPAKKEN = (
    "Gezinsteam", "Samen Vooruit", "Stap voor Stap", "Thuis in de Wijk", "Brede Gezinshulp", "Naast het Gezin",
    "Team Volhouden", "Kansrijk Gezin", "Buurtteam Jeugd", "Gezinscoaches", "Vaste Hand", "Eén Aanspreekpunt",
    "Hulp Dichtbij", "Ruggensteun", "Wijkteam Jeugd en Gezin", "Intensieve Gezinshulp", "De Verbinders", "Verder Samen",
)  # fmt: skip


def plaatsnamen(stroom: Random) -> Iterator[str]:
    """Names for gemeenten, each once, in an order of chance."""
    for voorvoegsel in VOORVOEGSELS:
        for naam in schud(stroom, [begin + einde for begin in BEGIN for einde in EINDE]):
            yield voorvoegsel + naam
