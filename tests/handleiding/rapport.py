"""A report that nobody ever wrote, about a gemeente that does not exist: what the manual shows being read in.

It is a follow-up of a gemeente of `python -m data voorbeeld --gemeenten 6 --jaren 3`, in the form of a factsheet.
"""

from __future__ import annotations

GEMEENTEN, JAREN = 6, 3
NAAM = "Bolvrensluis vervolg.txt"

#: Under which thema, which indicator, and what the report prints. One cell is empty, one holds a telephone number.
RIJEN = (
    ("Gezin centraal", "Gezinnen kunnen eerst zelf een plan maken", "✓ Elk gezin krijgt eerst zelf het woord."),
    ("Gezin centraal", "Het beleid zegt hoe familie en buurt worden betrokken", ""),
    ("De aanpak", "De gemeente heeft vastgelegd wie de regie heeft", "✓ De regie ligt bij het wijkteam."),
    ("De aanpak", "De regisseur mag beslissen als de hulp vastloopt", "X Wie vastloopt, belt 06-12345678."),
)

KOP = """Fictieve inspectie

Uitkomsten verbeterpunten toezichtonderzoek Bolvrensluis

Aanpak: Team Volhouden

Maart 2026

Inleiding

De inspectie toetste Team Volhouden, een aanpak van de gemeente Bolvrensluis, in 2023 op beleidsniveau aan het
toetsingskader Gezinsbeleid (fictief). Dit rapport is verzonnen; het is een voorbeeld voor de handleiding.

Ontwikkeling 2025

Op 15 november 2025 heeft de inspectie met de gemeente en haar netwerkpartners besproken wat er sindsdien is gedaan.
Niet de volledige aanpak is in 2025 getoetst: alleen naar de verbeterpunten is opnieuw gekeken.

Uitkomsten verbeterpunten
"""


def tekst() -> bytes:
    """The report as a text file: a table per thema, cells apart by tabs."""
    delen = [KOP]
    for thema in dict.fromkeys(thema for thema, _, _ in RIJEN):
        regels = [f"{indicator}\t{cel}" for van, indicator, cel in RIJEN if van == thema]
        delen.append("\n".join([f"{thema}\t", "Indicator\t2025", *regels]))
    return ("\n\n".join(delen) + "\n").encode()
