"""A table of everything that goes wrong in a CSV, of gemeenten that do not exist."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Tabel, tabel

KOLOMMEN = (
    Kolom("gemeente", "Gemeente", "Naam van de gemeente.", "tekst"),
    Kolom("toelichting", "Toelichting", "Wat erbij staat.", "tekst"),
    Kolom("jaar", "Jaar", "Jaar van de meting.", "jaar"),
    Kolom("verbeterpunten", "Verbeterpunten", "Aantal verbeterpunten.", "getal", eenheid="verbeterpunten"),
    Kolom("aandeel", "Aandeel opgepakt", "Deel van de verbeterpunten.", "procent"),
    Kolom("bezoek", "Bezoek op", "Dag van het bezoek.", "datum"),
    Kolom("open", "Open", "Of er nog iets openstaat.", "janee"),
    Kolom(
        "status",
        "Status",
        "Wat ervan werd.",
        "keuze",
        woorden={"opgepakt": "voldoet nu", "niet opgepakt (nog)": "voldoet nog niet", "n.v.t.": "niet gevraagd"},
    ),
)
RIJEN: tuple[Rij, ...] = (
    ("Súdhoek; 't Gat", 'Zei: "ja", soms', 2013, 16, 63, dt.date(2014, 11, 25), True, "opgepakt"),
    ("=1+1", "Twee\nregels; =SOM(A1)", 2014, -3, None, None, False, "niet opgepakt (nog)"),
    ("-2+3", "  @x\t+y", None, Decimal("-1234.5"), 0, dt.date(2000, 2, 29), None, None),
    (None, None, 1999, None, 100, None, None, "n.v.t."),
    ("'\tmet een eigen apostrof", "’s-Gravendam, €\u00a05 — één", 2016, 0, 50, dt.date(1999, 12, 31), True, "opgepakt"),
)
KOPPEN = ["Gemeente", "Toelichting", "Jaar", "Verbeterpunten", "Aandeel opgepakt", "Bezoek op", "Open", "Status"]
RAPPORT = Rapportbron("r1", "Hulp aan gezinnen in Súdhoek", "Inspectie; Jeugd", "2015-06", ("tabel 1, p. 7", "bijlage"))
HERKOMST = Herkomst(
    vraag="kamerbrief",
    parameters={"kaders": ["ggsr-beleid"], "eenheid": "aanpak"},
    selectie=(("Kader", "GGSR beleid"), ("Periode", "2013 → 2014")),
    pad="kamerbrief?kader=ggsr-beleid",
    opdracht="python -m pagina.uitvoer kamerbrief --kader ggsr-beleid",
    adres="https://verbeterpunten.voorbeeld.nl",
    datasetversie="3f9a1c2b4d5e",
    methodeversie="7",
    kennisdatum=dt.date(2026, 11, 22),
    telling="per aanpak",
    fictief=True,
    rapporten=(RAPPORT,),
)
NOOT = "Bron: Inspectie; Jeugd, Hulp aan gezinnen in Súdhoek, juni 2015."


def lastig_stuk(inhoud: Tabel | None = None, herkomst: Herkomst = HERKOMST) -> Stuk:
    """The table above as a file's content, or another in its place."""
    return Stuk("Wat is opgepakt?", inhoud or tabel("cijfers", "Cijfers", KOLOMMEN, RIJEN), herkomst, (NOOT,))


def teruggelezen(dialect: str) -> list[list[str | None]]:
    """Heads and rows of that table as they read back from a CSV, worked out by hand."""
    komma = "," if dialect == "excel-nl" else "."
    return [
        [*KOPPEN],
        ["Súdhoek; 't Gat", 'Zei: "ja", soms', "2013", "16", "63", "2014-11-25", "ja", "opgepakt"],
        ["=1+1", "Twee\nregels; =SOM(A1)", "2014", "-3", None, None, "nee", "niet opgepakt (nog)"],
        ["-2+3", "  @x\t+y", None, f"-1234{komma}5", "0", "2000-02-29", None, None],
        [None, None, "1999", None, "100", None, None, "n.v.t."],
        [
            "'\tmet een eigen apostrof",
            "’s-Gravendam, €\u00a05 — één",
            "2016",
            "0",
            "50",
            "1999-12-31",
            "ja",
            "opgepakt",
        ],
    ]
