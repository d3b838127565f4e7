"""A small letter of gemeenten that do not exist, with every type of cell and texts that look like formulas."""

from __future__ import annotations

import datetime as dt

from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron
from pagina.uitvoer.inhoud.stuk import Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, tabel

KOLOMMEN = (
    Kolom("gemeente", "Gemeente", "Naam van de gemeente.", "tekst"),
    Kolom("jaar", "Jaar", "Jaar van de meting.", "jaar"),
    Kolom("punten", "Verbeterpunten", "Aantal verbeterpunten.", "getal", eenheid="verbeterpunten"),
    Kolom("aandeel", "Opgepakt", "Deel van de verbeterpunten.", "procent", eenheid="procent"),
    Kolom("bezoek", "Bezoek", "Dag van het bezoek.", "datum"),
    Kolom("open", "Open", "Of er nog iets openstaat.", "janee"),
    Kolom("status", "Status", "Wat ervan werd.", "keuze", woorden={"opgepakt": "Was een verbeterpunt en voldoet nu."}),
)
RIJEN: tuple[Rij, ...] = (
    ("Súdhoek; 't Gat", 2013, 1234, 67, dt.date(2014, 11, 25), True, "opgepakt"),
    ("Fictiedam aan de Éé", 2014, 0, 0, dt.date(2000, 2, 29), False, None),
    ("Leegland", None, None, None, None, None, None),
    ("=1+41", 1999, -5, 100, None, None, "niet opgepakt"),
    ("+41+1", 2016, 16, 63, None, None, None),
    ("@SUM(A1)", 2016, 21, 1, None, None, None),
    ("-41-1", 2016, 1, 99, None, None, None),
    ("＝1+41", 2016, 2, 50, None, None, None),
    ('<r></is></c><c r="A9"><f>41+1</f></c><r></r>', 2016, 3, 33, None, None, None),
    ("https://voorbeeld.nl/a?b=1&c=2", 2016, 4, 25, None, None, None),
)
#: What a reader sees in the column Gemeente: the text as it is, no outcome of it (42).
GEMEENTEN = [str(rij[0]) for rij in RIJEN]
STUK = Stuk(
    titel="Verbeterpunten in Súdhoek",
    tabel=tabel("cijfers", "Verbeterpunten per gemeente", KOLOMMEN, RIJEN),
    herkomst=Herkomst(
        vraag="kamerbrief",
        parameters={"kaders": ["ggsr-beleid"]},
        selectie=(("Kader", "GGSR beleid"), ("Periode", "2013 → 2014")),
        pad="kamerbrief?kader=ggsr-beleid",
        opdracht="python -m pagina.uitvoer kamerbrief --kader ggsr-beleid",
        adres="https://verbeterpunten.voorbeeld.nl",
        datasetversie="3f9a1c2b4d5e",
        methodeversie="7",
        kennisdatum=dt.date(2026, 1, 2),
        telling="per aanpak",
        fictief=True,
        rapporten=(Rapportbron("r1", "Hulp in Súdhoek", "Inspectie Jeugd", "2015-06", ("tabel 1, p. 7", "bijlage")),),
    ),
    noten=("Bron: Inspectie Jeugd, Hulp in Súdhoek, juni 2015.",),
    onderdelen=(
        Onderdeel(
            "GGSR beleid, 2013 naar 2014",
            ("Zestien verbeterpunten, waarvan er tien zijn opgepakt (10 van 15 beoordeelde, 67%).",),
            None,
            ("Dit zegt niets over gemeenten buiten deze verzameling.",),
        ),
    ),
)
