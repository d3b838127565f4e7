"""The fixed lists of words that a column may hold: of each code the word that a reader sees, and what it means. Pure.

What pages already say in words is taken from pagina/beeld/status.py; here stand the lists that only files spell out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pagina.beeld.status import BEVINDING, BEWIJS, STAND_ACTIE, STATUS, UITKOMST, Beeld


class Woord(NamedTuple):
    """What a reader sees for a code, and a sentence that says what it means."""

    woord: str
    betekenis: str


Lijst = Mapping[str, Woord]


def _beelden(beelden: Mapping[str, Beeld]) -> dict[str, Woord]:
    return {code: Woord(beeld.woord, beeld.uitleg) for code, beeld in beelden.items()}


_BEWIJS = {
    "volledige_toets": "De inspectie toetste de aanpak aan het hele kader.",
    "hertoets_verbeterpunten": "De inspectie keek opnieuw, alleen naar de eerdere verbeterpunten.",
    "mondelinge_rapportage": "De gemeente vertelde het zelf; niemand heeft het getoetst.",
    "casusonderzoek": "De inspectie onderzocht hoe het bij een aantal gezinnen ging.",
    "stelselonderzoek": "De inspectie onderzocht het stelsel van zorg en ondersteuning.",
}
_BEVINDING = {
    "oordeel": "Een oordeel van de inspectie in woorden.",
    "sterk_punt": "Iets wat volgens het rapport goed gaat.",
    "kans": "Iets wat volgens het rapport tot verbetering kan leiden.",
    "kan_beter": "Iets wat volgens het rapport beter kan.",
    "verbeterpunt": "Een verbeterpunt dat het rapport in woorden geeft.",
    "aanbeveling": "Wat de inspectie aanraadt.",
    "risico": "Wat volgens het rapport mis kan gaan.",
    "verklaring": "Waardoor iets volgens het rapport zo is.",
    "toezegging": "Wat de gemeente of een partner heeft beloofd.",
    "reactie": "Hoe de gemeente of een partner op het rapport reageert.",
}
_ACTIE = _beelden(STAND_ACTIE)
_STATUS = _beelden(STATUS)
_UITKOMST = _beelden(UITKOMST)

#: Every list by the name that kolommen.csv gives it.
LIJSTEN: Mapping[str, Lijst] = {
    "status": _STATUS,
    "uitkomst": _UITKOMST,
    "uitkomst_gedrukt": _UITKOMST
    | {"niet_gedrukt": Woord("niet afgedrukt", "De regel staat niet in het rapport van deze meting.")},
    "bewijs": {code: Woord(woord, _BEWIJS[code]) for code, woord in BEWIJS.items()},
    "bevinding": {code: Woord(naam.een, _BEVINDING[code]) for code, naam in BEVINDING.items()},
    "stand_actie": _ACTIE,
    "dekking": {
        "heel_kader": Woord("heel kader", "Het rapport drukt alle regels van het kader af."),
        "selectie": Woord("selectie", "Het rapport drukt een deel van de regels van het kader af."),
    },
    "niveau": {
        "beleid": Woord("beleid", "Het kader gaat over wat de gemeente heeft geregeld."),
        "casus": Woord("casus", "Het kader gaat over hoe het bij gezinnen gaat."),
        "stelsel": Woord("stelsel", "Het kader gaat over het stelsel van zorg en ondersteuning."),
    },
    "kant": {
        "van": Woord("van", "De meting waarin het eerdere oordeel staat."),
        "naar": Woord("naar", "De latere meting, die laat zien wat ervan werd."),
    },
    "richting": {
        "erbij": Woord("erbij", "Het gebied kwam bij de gemeente."),
        "weg": Woord("weg", "Het gebied ging van de gemeente af."),
    },
    "grenswijziging": {
        "opgegaan_in": Woord("opgegaan", "De hele gemeente ging op in een andere."),
        "deel_naar": Woord("deel overgegaan", "Een deel van de gemeente ging naar een andere."),
    },
    "onderwerpsoort": {
        "kader": Woord("kader", "Geteld over het hele kader."),
        "onderwerp": Woord("onderwerp", "Geteld per onderwerp; een onderwerp is onze eigen indeling."),
        "thema": Woord("thema", "Geteld per thema van het kader."),
        "indicator": Woord("indicator", "Geteld per indicator van het kader."),
    },
    "agendasoort": {
        "verbeterpunt": Woord("verbeterpunt", "Een indicator die bij de laatste meting niet voldeed."),
        "actiepunt": Woord("actiepunt", "Een aanbeveling of verbeterpunt dat een rapport in woorden geeft."),
    },
    "agendastand": {
        "open": _ACTIE["open"],
        "gestopt": Woord("open, aanpak gestopt", "Het punt was open toen de aanpak stopte."),
        "onbekend": Woord("stand onbekend", "Niet bekend is of het punt nog open is."),
        "gemeld": Woord("gemeld door de gemeente", _ACTIE["gemeld"].betekenis),
        "opgepakt": _ACTIE["opgepakt"],
        "vervallen": _ACTIE["vervallen"],
    },
    "termijn": {
        "over_tijd": Woord("over tijd", "De aangekondigde datum is voorbij op de peildatum."),
        "loopt": Woord("nog niet over tijd", "De aangekondigde datum moet op de peildatum nog komen."),
        "geen_einddatum": Woord("aangekondigd zonder einddatum", "Opvolging is aangekondigd, zonder laatste dag."),
        "geen_datum": Woord("geen datum aangekondigd", "Het rapport noemt geen datum voor opvolging."),
    },
    "kaart": {
        "beoordeeld": Woord("beoordeeld", "Bij de hertoets is over verbeterpunten geoordeeld."),
        "niet_beoordeeld": Woord("wel hertoetst, niet beoordeeld", _STATUS["niet_beoordeeld"].betekenis),
        "nog_niet_hertoetst": _STATUS["nog_niet_hertoetst"],
        "vervallen": Woord("vervallen, want de aanpak is gestopt", _STATUS["vervallen"].betekenis),
        "geen_verbeterpunt": Woord("beoordeeld, geen verbeterpunten", "Er is in deze periode geen verbeterpunt."),
        "andere_periode": Woord("wel gemeten, niet in deze periode", "Er is gemeten, maar in andere jaren."),
        "zonder_oordelen": Woord(
            "wel onderzocht, geen oordeel per indicator", "Het rapport geeft geen oordeel per indicator."
        ),
        "deelgenomen": Woord("deed mee, rapport niet hier", "Het rapport hierover is niet in deze verzameling."),
        "geen_rapport": Woord(
            "geen rapport in deze verzameling", "Van deze gemeente is geen rapport van dit kader in deze verzameling."
        ),
    },
}
