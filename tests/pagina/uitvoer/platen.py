"""Letters to draw the picture of, and what stands in one that was drawn."""

import datetime as dt
import io
import re
from decimal import Decimal
from html import unescape

import numpy as np
import pandas as pd

from pagina.beeld.figuren.status import kaartwijzer, statuskaart_tekst
from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron
from pagina.uitvoer.inhoud.stuk import Figuur, Onderdeel, Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, tabel, zwijg
from pagina.uitvoer.vormen import plaat
from pagina.uitvoer.vormen._plaat.merken import Vel
from pagina.uitvoer.vormen._plaat.tekenen import figuur_van
from tests.pagina.figuurdata import alkmaar_leeuwarden

RAPPORT = Rapportbron("alkmaar-2015", "Helpende Hand in de Wijk", "STJ", "2015-06", ("bijlage 1",))


def herkomst(**anders: object) -> Herkomst:
    """Of two versions that do not exist."""
    velden: dict[str, object] = {
        "vraag": "kamerbrief",
        "parameters": {"kaders": ["ggsr-beleid"]},
        "selectie": (("Kader", "GGSR beleid"), ("Gemeenten", "Alkmaar en Leeuwarden")),
        "pad": "kamerbrief?kader=ggsr-beleid",
        "opdracht": "python -m pagina.uitvoer kamerbrief",
        "adres": "http://localhost:8501",
        "datasetversie": "0123456789ab",
        "methodeversie": "7",
        "kennisdatum": dt.date(2026, 3, 1),
        "telling": "per aanpak",
        "rapporten": (RAPPORT,),
    }
    return Herkomst(**(velden | anders))  # type: ignore[arg-type]


def figuur(cellen: pd.DataFrame, titel: str = "GGSR beleid, 2013 → 2014") -> Figuur:
    return Figuur(titel, cellen, statuskaart_tekst(kaartwijzer(cellen)))


def stuk(*figuren: Figuur | None, bron: Herkomst | None = None, titel: str = "") -> Stuk:
    kolommen = [
        Kolom("gemeente", "Gemeente", "", "tekst"),
        Kolom("n", "Aantal", "", "getal"),
        Kolom("dag", "Dag", "", "datum"),
        Kolom("deel", "Deel", "", "getal"),
        Kolom("oud", "Oud", "", "janee"),
    ]
    rijen = [("<b>&amp;", 6, dt.date(2014, 11, 25), Decimal("0.10"), True), (None, 0, None, None, False)]
    onderdelen = tuple(Onderdeel(f.titel if f else "leeg", (), f, ()) for f in figuren)
    return Stuk(
        titel or "Opvolging van verbeterpunten: GGSR beleid, 2013 → 2014",
        tabel("t", "T", kolommen, rijen),
        bron or herkomst(),
        (),
        onderdelen,
    )


def svg(wat: Stuk) -> str:
    uit = io.BytesIO()
    plaat.schrijf_svg(wat, uit, zwijg)
    return uit.getvalue().decode("utf-8")


def png(wat: Stuk) -> bytes:
    uit = io.BytesIO()
    plaat.schrijf_png(wat, uit, zwijg)
    return uit.getvalue()


def gedrukt(bestand: str) -> list[str]:
    """Every line of text in an SVG: matplotlib writes it in a comment before its shapes."""
    return [unescape(regel) for regel in re.findall(r"<!-- (.*?) -->", bestand)]


def gemeten(vel: Vel) -> tuple[list[str], np.ndarray]:
    """Every text with its box as the renderer draws it, at 144 dots per inch."""
    # not at the top: `plaat` is to be the first that loads matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    tekening = figuur_van(vel)
    tekening.set_dpi(144)
    doek = FigureCanvasAgg(tekening)
    renderer = doek.get_renderer()  # type: ignore[no-untyped-call]
    teksten = [artiest for artiest in tekening.artists if isinstance(artiest, Text)]
    kaders = [tekst.get_window_extent(renderer).extents for tekst in teksten]
    return [tekst.get_text() for tekst in teksten], np.array(kaders)


def kort(cellen: pd.DataFrame) -> pd.DataFrame:
    """The same with short names: letters are most of the work."""
    namen = cellen["gemeente"].str.removeprefix("Verzonnen gemeente ")
    return cellen.assign(gemeente=namen, kolom=namen)


def vol(kolommen: int, rijen: int) -> pd.DataFrame:
    """A map without an empty cell, of so many columns and rows."""
    een = alkmaar_leeuwarden().iloc[:1]
    velden = [(f"g{k:03}", f"i{r:03}") for k in range(kolommen) for r in range(rijen)]
    uit = pd.concat([een] * len(velden), ignore_index=True)
    uit["kolom_id"], uit["indicator_id"] = zip(*velden, strict=True)
    return uit.assign(gemeente=uit["kolom_id"], kolom=uit["kolom_id"], gemeente_code=uit["kolom_id"])
