"""What of each view is open data: its columns by name, so that a new column stays inside until somebody adds it here.

The rule: no column in which an editor's import can put a report's own sentences. That leaves codes, fixed lists, dates,
numbers, and the names of things (gemeente, aanpak, kader, thema, criterium, indicator, onderwerp). Left out are
toelichting, opmerking, tekst, titel, voor_wie and vindplaats (free text); teken_gedrukt and thema_gedrukt (whatever the
report prints); and bevinding_id, which is made of the titel of the bevinding.
"""

from __future__ import annotations

from dataclasses import dataclass

_WAAR = ("gemeente_code", "gemeente", "provincie")
_KADER = ("kader_id", "kader", "niveau", "thema_id", "thema")
_INDICATOR = ("indicator_id", "indicator", "kort", "onderwerp_id", "onderwerp")
_STAP = (
    "aanpak_van_id", "aanpak_van", "aanpak_naar", *_KADER, "criterium", *_INDICATOR, "niet_meer_in_kader",
    "jaar_van", "moment_van", "jaar_naar", "uitkomst_van", "uitkomst_naar", "status", "was_verbeterpunt",
    "overgenomen", "bewijs_van", "bewijs_naar", "rapport_van", "rapport_naar",
)  # fmt: skip
_BEVINDING = (
    *("rapport_id", "pagina"), *_WAAR, "aanpak", "soort", "onderwerp_id", "onderwerp", "indicatoren",
    "opvolging_verwacht_van", "opvolging_verwacht_tot", "stand", "gemeld_in",
)  # fmt: skip


@dataclass(frozen=True)
class Deel:
    """One view as open data. `omschrijving` says what a row is."""

    view: str
    titel: str
    omschrijving: str
    kolommen: tuple[str, ...]


#: In the order of the catalogue.
DELEN = (
    Deel(
        "oordelen",
        "Oordelen per indicator uit inspectierapporten over de hulp aan kwetsbare gezinnen",
        "Een rij is het oordeel van één meting over één indicator: voldoet, verbeterpunt, gemengd of niet beoordeeld.",
        (
            *("meting_id", "rapport_id", "pagina"), *_WAAR, "aanpak_id", "aanpak", *_KADER, "criterium",
            *_INDICATOR, "peiljaar", "moment", "bewijs", "dekking", "uitkomst",
        ),
    ),
    Deel(
        "opvolging",
        "Opvolging van verbeterpunten uit inspectierapporten, van meting tot meting",
        "Een rij is een oordeel met wat er bij de volgende meting van werd: opgepakt, niet opgepakt of niet bekend.",
        (*_WAAR, *_STAP),
    ),
    Deel(
        "verloop",
        "Verloop van verbeterpunten uit inspectierapporten, van de eerste tot de laatste meting",
        "Een rij is een indicator bij een aanpak, met het eerste en het laatste bekende oordeel.",
        (*_WAAR, *_STAP),
    ),
    Deel(
        "stand",
        "Stand van verbeterpunten uit inspectierapporten: wat nu bekend is",
        "Een rij is een indicator bij een aanpak, met het laatste bekende oordeel en of er nog iets openstaat.",
        (
            *_WAAR, "aanpak_id", "aanpak", "leeft", *_KADER, *_INDICATOR, "niet_meer_in_kader", "uitkomst", "peiljaar",
            "moment", "bewijs", "rapport_id", "open", "sinds", "gemeld", "gemeld_in",
        ),
    ),
    Deel(
        "bevindingen",
        "Bevindingen in inspectierapporten over de hulp aan kwetsbare gezinnen, zonder hun tekst",
        "Een rij is een bevinding van een rapport: haar soort, onderwerp en indicatoren. De tekst staat er niet bij.",
        _BEVINDING,
    ),
    Deel(
        "actiepunten",
        "Aanbevelingen en verbeterpunten in woorden uit inspectierapporten, zonder hun tekst",
        "Een rij is een aanbeveling of verbeterpunt in woorden, met de stand ervan. De tekst staat er niet bij.",
        _BEVINDING,
    ),
    Deel(
        "dataset",
        "Versie van de gegevens over verbeterpunten uit inspectierapporten",
        "Eén rij: welke feiten en welke methode deze bestanden bevatten.",
        ("datasetversie", "methodeversie", "kennisdatum", "bevat_fictief"),
    ),
)  # fmt: skip
