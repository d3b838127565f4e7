"""A Kamerbrief as a Word file: heading, paragraphs, figure, a real table, sources as footnotes. The same bytes always.

Made for pasting: each paragraph and the first table bring their own sources along, each picture its own words.
"""

from __future__ import annotations

import io
from typing import BinaryIO

from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Meld
from pagina.uitvoer.vormen._docx import delen, huis
from pagina.uitvoer.vormen._docx.cel import gedrukt
from pagina.uitvoer.vormen._docx.indeling import deel_in
from pagina.uitvoer.vormen._docx.lezen import lees_alineas, lees_herkomst, lees_tabel
from pagina.uitvoer.vormen._docx.noten import Noten
from pagina.uitvoer.vormen._docx.tabelblok import Tabellen
from pagina.uitvoer.vormen.pakket import vast

__all__ = ["gedrukt", "lees_alineas", "lees_herkomst", "lees_tabel", "schrijf"]


def schrijf(stuk: Stuk, naar: BinaryIO, meld: Meld) -> None:
    """Write the letter: what it says, its figures, what cannot be concluded, where it comes from."""
    indeling, noten = deel_in(stuk), Noten()
    document = huis.document(stuk, [tabel.als_json() for tabel in indeling.alle])
    tabellen = Tabellen(document, stuk, noten, meld)
    huis.erbij(document, *delen.begin(stuk))
    for nr, onderdeel in enumerate(stuk.onderdelen):
        huis.erbij(document, *delen.onderdeel(document, onderdeel, stuk, noten, nr=nr + 1))
        if nr in indeling.in_onderdeel:
            tabellen.zet(indeling.in_onderdeel[nr])
    for nr, tabel in enumerate(indeling.los):
        tabellen.zet(tabel, kop="" if nr else "De cijfers in een tabel")
    huis.erbij(document, *delen.voorbehoud(stuk.onderdelen), *delen.bronnen(stuk))
    huis.erbij(document, *delen.herkomst(document, stuk.herkomst))
    noten.bewaar(document)
    uit = io.BytesIO()
    document.save(uit)
    naar.write(vast(uit.getvalue()))
