"""A follow-up report that nobody ever wrote: Alkmaar visited once more in 2016, in the form of its factsheet."""

from __future__ import annotations

#: Under which thema, which indicator, and what the report prints in its one cell. Two are picked up, one cell is empty.
RIJEN = (
    (
        "Toeleiding",
        "De gemeente heeft beleid voor de groep GGSR. De gemeente zorgt voor een gezamenlijke visie op de aanpak voor "
        "GGSR",
        "✓ De verzonnen raad stelde een visie vast.",
    ),
    (
        "Toeleiding",
        "De netwerkpartners hebben gezamenlijke doelen geformuleerd ten aanzien van de aanpak van GGSR",
        "",
    ),
    ("Toeleiding", "De doorzettingsmacht voor de regisseur is geregeld", "✓ Een verzonnen wethouder hakt knopen door."),
    ("Toeleiding", "Uitgangspunt is dat het gezin niet wordt losgelaten", "X Wie afhaakt, raakt uit beeld."),
    (
        "Samenwerking",
        "Er zijn samenwerkingsafspraken gemaakt over de aanpak",
        "X Er ligt nog geen verzonnen convenant.",
    ),
    (
        "Samenwerking",
        "Netwerkpartners hebben afspraken gemaakt over het actief delen van informatie",
        "X Bel voor afspraken 06-12345678 of mail jan@example.org.",
    ),
)

KOP = """Samenwerkend Toezicht Jeugd

Uitkomsten verbeterpunten toezichtonderzoek Alkmaar

Aanpak: Helpende Hand in de Wijk

Maart 2017

Inleiding

De inspectie toetste Helpende Hand in de Wijk, een aanpak van de gemeente Alkmaar, in 2013 en 2014 op beleidsniveau aan
het toetsingskader GGSR. Dit verzonnen vervolg bestaat alleen in een toets <script>alert('nee')</script>.

Ontwikkeling 2016

Op 15 november 2016 heeft STJ met de gemeente en haar netwerkpartners besproken wat er sindsdien is gedaan. Niet de
volledige aanpak is in 2016 getoetst: alleen naar de verbeterpunten is opnieuw gekeken.

Uitkomsten verbeterpunten
"""


def tekst() -> bytes:
    """The report as a text file: a table per thema, cells apart by tabs."""
    delen = [KOP]
    for thema in dict.fromkeys(thema for thema, _, _ in RIJEN):
        regels = [f"{indicator}\t{cel}" for van, indicator, cel in RIJEN if van == thema]
        delen.append("\n".join([f"{thema}\t", "Indicator\t2016", *regels]))
    return ("\n\n".join(delen) + "\n").encode()
